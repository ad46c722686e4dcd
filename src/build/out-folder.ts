import { realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { findAt } from "../publish/marker.ts";
import type { Problem } from "../survey/problem.ts";

export interface OutOptions {
  /** The project's folder. */
  readonly root: string;
  readonly data: string;
  /** Folder of stored waves. */
  readonly cache: string;
}

/** Where the site goes, links followed: a build takes the folder itself away and puts a new one there. */
export async function resolveOut(out: string, root: string): Promise<string> {
  return followLinks(resolve(root, out));
}

/** Why a site can't go to a folder; undefined where it can. What was there is taken away, so nothing else may be. */
export async function refusalOf(
  final: string,
  { root, data, cache }: OutOptions,
): Promise<Problem | undefined> {
  const kept = { "the project": root, "the surveys": data, "the stored waves": cache };
  for (const [what, folder] of Object.entries(kept))
    if (holds(final, await followLinks(folder)))
      return refusal(final, `The site can't go to a folder that holds ${what}`);
  const found = await findAt(final);
  if (found === "file") return refusal(final, "The site can't go where a file stands");
  if (found === "foreign")
    return refusal(
      final,
      "The folder is not empty, and no build marked it as its own: it would be taken away with everything in it",
      "If it is a site that an earlier version built, remove the folder and build again; else set MANYI_OUT to another.",
    );
  return undefined;
}

function refusal(
  final: string,
  message: string,
  mend = "Set MANYI_OUT to a folder of the site's own.",
): Problem {
  const expected = "a folder that is not there yet, is empty, or holds a site that Manyi built";
  return { severity: "stop", file: final, message, expected, mend };
}

/** True where a folder is another or has it somewhere inside. */
function holds(folder: string, other: string): boolean {
  const way = relative(folder, other);
  return !(way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/** The path without symbolic links, of a folder that need not be there yet. */
async function followLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const parent = dirname(path);
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT") || parent === path)
      throw error;
    return join(await followLinks(parent), basename(path));
  }
}
