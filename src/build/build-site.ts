import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { swapIn } from "../publish/swap.ts";
import type { Problem } from "../survey/problem.ts";
import { forgetOthers, type PrepareOptions, prepare } from "./prepare.ts";
import type { Prepared } from "./prepared.ts";

export interface BuildOutcome {
  readonly problems: readonly Problem[];
  readonly built?: {
    readonly pages: number;
    readonly files: number;
    readonly bytes: number;
    readonly seconds: number;
  };
}

/** Prepares the surveys, builds the site into a folder beside `out`, and swaps it in only when it is whole. */
export async function buildSite({
  out,
  ...options
}: PrepareOptions & { readonly out: string }): Promise<BuildOutcome> {
  const start = performance.now();
  const { prepared, problems } = await prepare(options);
  if (!prepared) return { problems };
  const final = resolve(options.root, out);
  const draft = `${final}.draft`;
  await rm(draft, { recursive: true, force: true });
  const file = await writePrepared(prepared);
  const code = await runAstro(["build"], options.root, { MANYI_PREPARED: file, MANYI_OUT: draft });
  if (code !== 0) {
    await rm(draft, { recursive: true, force: true });
    return { problems };
  }
  await swapIn(draft, final);
  await forgetOthers(prepared);
  return { problems, built: { ...(await measure(final)), seconds: (performance.now() - start) / 1000 } };
}

/** Writes what the pages are built from where the page builder will look. */
export async function writePrepared(prepared: Prepared): Promise<string> {
  const file = join(prepared.storeFolder, "..", "prepared.json");
  await writeFile(file, JSON.stringify(prepared));
  return file;
}

/**
 * Runs Astro with telemetry off. @returns its exit code. A BASE_URL of the shell's would take the place of the site's
 * own base in every link, so Astro does not see it.
 */
export async function runAstro(
  args: readonly string[],
  root: string,
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const { BASE_URL, ...shell } = process.env;
  const child = spawn(process.execPath, [join(root, "node_modules", "astro", "bin", "astro.mjs"), ...args], {
    cwd: root,
    env: { ...shell, ASTRO_TELEMETRY_DISABLED: "1", ...environment },
    stdio: args[0] === "build" ? ["ignore", "ignore", "inherit"] : "inherit",
  });
  const [code] = (await once(child, "close")) as [number | null];
  return code ?? 1;
}

async function measure(
  folder: string,
): Promise<{ readonly pages: number; readonly files: number; readonly bytes: number }> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const sizes = await Promise.all(entries.map((entry) => stat(join(entry.parentPath, entry.name))));
  return {
    pages: entries.filter(({ name }) => name.endsWith(".html")).length,
    files: entries.length,
    bytes: sizes.reduce((sum, { size }) => sum + size, 0),
  };
}
