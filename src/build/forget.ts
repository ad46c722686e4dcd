import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { sweepDrafts } from "./drafts.ts";
import { withLock } from "./lock.ts";
import { lockOf, type PrepareOptions } from "./prepare.ts";
import type { Prepared } from "./prepared.ts";
import { usedByOthers, wavesOf } from "./prepared-file.ts";

/** Names that this program gave; whatever else stands in the folder is not ours to take away. */
const ours = /^[0-9a-f]{32}\.json$|-[0-9a-f]{16}\.duckdb$/;

/**
 * Forgets every stored wave and note that neither this build uses nor another that is at work now, and what dead
 * processes left half done. The other's file lists what it uses, and it writes that file under the same lock.
 */
export async function forgetOthers(
  prepared: Prepared,
  { onWait }: Pick<PrepareOptions, "onWait"> = {},
): Promise<void> {
  const folder = prepared.storeFolder;
  const work = async () => {
    const waves = [...wavesOf(prepared), ...(await usedByOthers(folder))];
    const used = new Set(waves.flatMap(({ name, note }) => [name, note]));
    for (const name of await readdir(folder))
      if (ours.test(name) && !used.has(name)) await rm(join(folder, name), { force: true });
    await sweepDrafts(folder);
  };
  await withLock(lockOf(folder), work, { onWait });
}
