import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A file in every built site: a build replaces folders that have it, and no others. */
export const markerName = ".manyi";

const markerText = "Built by Manyi. The next build replaces this folder with everything in it.\n";

export async function writeMarker(folder: string): Promise<void> {
  await writeFile(join(folder, markerName), markerText);
}

/** What stands at a path where a site shall go: only nothing, an empty folder or an earlier site may be replaced. */
export async function findAt(path: string): Promise<"nothing" | "empty" | "site" | "file" | "foreign"> {
  const found = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!found) return "nothing";
  if (!found.isDirectory()) return "file";
  const names = await readdir(path);
  if (names.length === 0) return "empty";
  return names.includes(markerName) ? "site" : "foreign";
}
