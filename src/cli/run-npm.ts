import { spawn } from "node:child_process";
import { once } from "node:events";

export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly shell: boolean;
}

/**
 * How npm is started. Inside an npm script it names its own program, which Node runs everywhere; on Windows `npm` by
 * itself is a batch file, which only a shell starts.
 */
export function npmCommand(
  given: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Command {
  const npm = environment["npm_execpath"];
  if (npm !== undefined && /\.[cm]?js$/.test(npm))
    return { program: process.execPath, arguments: [npm, ...given], shell: false };
  const shell = platform === "win32";
  return { program: "npm", arguments: shell ? given.map((one) => `"${one}"`) : given, shell };
}

/** Runs npm with its output shown. @returns its exit code. @throws Error where it can't be started. */
export async function runNpm(given: readonly string[], folder: string): Promise<number> {
  const { program, arguments: all, shell } = npmCommand(given);
  const child = spawn(program, all, { cwd: folder, shell, stdio: ["ignore", "inherit", "inherit"] });
  const [code] = (await once(child, "close")) as [number | null];
  return code ?? 1;
}
