import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Where a survey's folder stands in the history of its repository. */
export interface DataCommit {
  /** First twelve hex digits of the last commit that touched the folder. */
  readonly id: string;
  /** True where files of the folder differ from that commit. */
  readonly changed: boolean;
}

const run = promisify(execFile);

/**
 * The last commit that touched a folder; undefined where it is not under git, where git is not installed, and in a
 * shallow clone, whose history does not tell.
 */
export async function commitOf(folder: string): Promise<DataCommit | undefined> {
  const git = async (...args: readonly string[]) =>
    (
      await run("git", ["-C", folder, ...args], { env: { ...process.env, GIT_OPTIONAL_LOCKS: "0" } })
    ).stdout.trim();
  try {
    if ((await git("rev-parse", "--is-shallow-repository")) === "true") return undefined;
    const id = await git("log", "-1", "--format=%H", "--", ".");
    if (id === "") return undefined;
    return { id: id.slice(0, 12), changed: (await git("status", "--porcelain", "--", ".")) !== "" };
  } catch {
    return undefined;
  }
}
