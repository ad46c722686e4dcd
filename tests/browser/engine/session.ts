import { build } from "vite";
import { projectRoot } from "../../../src/build/settings.ts";
import { openPage, type Session as Site } from "../browser.ts";
import type { Harness } from "./harness-page.ts";
import { type HostOptions, openHost } from "./host.ts";

let script: Promise<string> | undefined;

/** The harness as one script, bundled once. */
export function harnessScript(): Promise<string> {
  script ??= bundle();
  return script;
}

async function bundle(): Promise<string> {
  const output = await build({
    root: projectRoot,
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      lib: { entry: "tests/browser/engine/harness-page.ts", formats: ["es"], fileName: "harness" },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first && "output" in first ? first.output[0] : undefined;
  if (!chunk) throw new Error("the harness was not bundled");
  return chunk.code;
}

/** Serves a folder with the harness beside it and opens its page. */
export async function openHarness(site: Pick<Site, "browser">, folder: string, options: HostOptions = {}) {
  const extra = {
    "harness.html": `<!doctype html><title>harness</title><script type="module" src="harness.js"></script>`,
    "harness.js": await harnessScript(),
    ...options.extra,
  };
  const host = await openHost(folder, { ...options, extra });
  const { page, record, close } = await openPage(site as Site);
  const load = async () => {
    await page.goto(`${host.address}harness.html`);
    await page.waitForFunction(() => "harness" in globalThis);
  };
  await load();
  const call = <Name extends keyof Harness>(
    name: Name,
    ...parameters: Parameters<Harness[Name]>
  ): Promise<Awaited<ReturnType<Harness[Name]>>> =>
    page.evaluate(
      ([called, given]) => {
        const { harness } = globalThis as unknown as {
          harness: Record<string, (...all: unknown[]) => unknown>;
        };
        return harness[called as string]?.(...(given as unknown[]));
      },
      [name, parameters] as const,
    ) as Promise<Awaited<ReturnType<Harness[Name]>>>;
  return {
    ...{ host, page, record, call, load },
    close: async () => {
      await close();
      host.close();
    },
  };
}
