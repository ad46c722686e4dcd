import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

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
