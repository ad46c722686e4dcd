import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isRunning } from "./running.ts";

let made = 0;

/** A name beside a path that no other process and no other call uses: what is written there is renamed when whole. */
export function draftOf(path: string): string {
  made += 1;
  return `${path}.${process.pid}-${made}.draft`;
}

/** Takes away what processes that are gone left half done in a folder. */
export async function sweepDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, pid] = /\.(\d+)(?:-\d+)?\.draft$/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}
