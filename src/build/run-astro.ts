import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/**
 * Old objects are collected once they have grown by so many per cent, not by several times: a build of hundreds of
 * branches then stays under 1.5 GB. No limit: a larger survey takes what it needs.
 */
const heapGrowth = 30;

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
  const astro = join(root, "node_modules", "astro", "bin", "astro.mjs");
  const options = [`--heap-growing-percent=${heapGrowth}`, astro, ...args];
  const child = spawn(process.execPath, options, {
    cwd: root,
    // Two heaps for native code, in place of eight a core, leave fewer holes.
    env: { MALLOC_ARENA_MAX: "2", ...shell, ASTRO_TELEMETRY_DISABLED: "1", ...environment },
    stdio: args[0] === "build" ? ["ignore", "ignore", "inherit"] : "inherit",
  });
  const [code] = (await once(child, "close")) as [number | null];
  return code ?? 1;
}
