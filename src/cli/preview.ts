/**
 * `npm run preview`: serves the built site, builds it first where there is none, and prints its address. Where the
 * port is taken it says so and takes the next that is free.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { serveFolder } from "../build/serve.ts";
import { outFolder, portOf } from "../build/settings.ts";

const folder = outFolder();
const isBuilt = () => existsSync(join(folder, "index.html"));
if (!isBuilt()) await import("./build.ts");
if (isBuilt()) await serve();

async function serve(): Promise<void> {
  const port = portOf();
  if (port === undefined) return stop(`PORT is no port: ${process.env["PORT"]}`);
  try {
    const { address } = await serveFolder(folder, {
      port,
      base: process.env["BASE_PATH"] || "/",
      onTaken: (taken) => console.log(`Port ${taken} is taken; trying the next.`),
    });
    console.log(`The report is at ${address} (stop with Ctrl+C)`);
  } catch (error) {
    stop(`The report can't be served: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function stop(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}
