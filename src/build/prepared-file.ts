import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { engineFiles } from "./engine-files.ts";
import { withLock } from "./lock.ts";
import { lockOf, type Preparation, type PrepareOptions, readSurveys, storeFolderOf } from "./prepare.ts";
import type { Prepared, PreparedWave } from "./prepared.ts";
import { isRunning } from "./running.ts";

/** A preparation, and the file that pages are built from; the caller removes it when they are. */
export interface FiledPreparation extends Preparation {
  readonly file?: string;
}

/**
 * Prepares the surveys and files what was prepared, under this process's own name. As long as the process lives, its
 * file tells other builds which stores they must leave: it is there before the lock is let go.
 */
export async function prepareForPages(options: PrepareOptions): Promise<FiledPreparation> {
  const folder = storeFolderOf(options);
  const work = async (): Promise<FiledPreparation> => {
    const preparation = await readSurveys(options);
    if (!preparation.prepared) return preparation;
    const isCounted = preparation.prepared.surveys.some(({ published }) => published.length > 0);
    const engine = isCounted ? { engine: await engineFiles(options.root) } : {};
    const prepared = { ...preparation.prepared, ...engine };
    const file = join(folder, `prepared-${process.pid}.json`);
    await writeFile(file, JSON.stringify(prepared));
    return { ...preparation, prepared, file };
  };
  return withLock(lockOf(folder), work, { onWait: options.onWait });
}

/** The stored waves that other processes build pages from. Files of processes that are gone go too. */
export async function usedByOthers(folder: string): Promise<readonly Used[]> {
  const used: Used[] = [];
  for (const name of await readdir(folder)) {
    const [, pid] = /^prepared-(\d+)\.json$/.exec(name) ?? [];
    if (pid === undefined || Number(pid) === process.pid) continue;
    const file = join(folder, name);
    if (isRunning(Number(pid))) used.push(...wavesOf(JSON.parse(await readFile(file, "utf-8")) as Prepared));
    else await rm(file, { force: true });
  }
  return used;
}

/** A stored wave's files. */
type Used = Pick<PreparedWave, "name" | "note">;

/** All stores that pages are built from, published ones among them. */
export function wavesOf({ surveys }: Prepared): readonly Used[] {
  return surveys.flatMap(({ waves, published, outside }) => [
    ...waves,
    ...published,
    ...(outside?.waves ?? []),
  ]);
}
