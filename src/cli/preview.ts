/** `npm run preview`: serves the built site, builds it first where there is none, and prints its address. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { serveFolder } from "../build/serve.ts";
import { projectRoot } from "../build/settings.ts";

const folder = resolve(projectRoot, process.env["MANYI_OUT"] ?? "dist");
if (!existsSync(folder)) await import("./build.ts");
if (existsSync(folder)) {
  const { address } = await serveFolder(folder, {
    port: Number(process.env["PORT"] ?? 4321),
    base: process.env["BASE_PATH"] ?? "/",
  });
  console.log(`The report is at ${address} (stop with Ctrl+C)`);
}
