import { mkdir, readdir, rename, rm, rmdir, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { draftOf } from "./drafts.ts";
import { isRunning } from "./running.ts";

/** Told once when another process holds the lock: its id, and the folder that is the lock. */
export type OnWait = (holder: number, lock: string) => void;

export interface LockOptions {
  readonly onWait?: OnWait;
  /** Milliseconds between two looks. */
  readonly every?: number;
}

/** Within this process callers stand in line. So a lock with its id is a dead process's that had the same one. */
const lines = new Map<string, Promise<unknown>>();

/**
 * Works while no other process works under the same lock. The lock is a folder with one file in it, named after the
 * process that holds it. A full folder can't be replaced by a rename and an empty one can: so a lock is whole from its
 * first moment, and of several processes that find a dead one's lock exactly one gets it.
 */
export function withLock<Result>(
  lock: string,
  work: () => Promise<Result>,
  { onWait, every = 100 }: LockOptions = {},
): Promise<Result> {
  const turn = async () => {
    await acquire(lock, { onWait, every });
    try {
      return await work();
    } finally {
      await letGo(lock, process.pid);
    }
  };
  const result = (lines.get(lock) ?? Promise.resolve()).then(turn, turn);
  lines.set(lock, result);
  return result;
}

async function acquire(
  lock: string,
  { onWait, every }: { readonly onWait: OnWait | undefined; readonly every: number },
): Promise<void> {
  await mkdir(dirname(lock), { recursive: true });
  const own = draftOf(lock);
  await mkdir(own);
  try {
    await writeFile(join(own, String(process.pid)), "");
    for (let told = false; !(await take(own, lock)); await pause(every)) {
      const holder = await holderOf(lock);
      if (holder === undefined || isDead(holder)) await letGo(lock, holder);
      else if (!told) {
        told = true;
        onWait?.(holder, lock);
      }
    }
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    throw error;
  }
}

/** @returns false where another process holds the lock. */
async function take(own: string, lock: string): Promise<boolean> {
  try {
    await rename(own, lock);
    return true;
  } catch (error) {
    // Windows replaces no folder, not even an empty one, and says that it may not.
    if (hasCode(error, "ENOTEMPTY", "EEXIST") || (process.platform === "win32" && hasCode(error, "EPERM")))
      return false;
    throw error;
  }
}

/** The process whose file is in the lock; undefined where it was let go between two looks. */
async function holderOf(lock: string): Promise<number | undefined> {
  try {
    const [name] = await readdir(lock);
    return name === undefined ? undefined : Number(name);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function isDead(holder: number): boolean {
  return holder === process.pid || !isRunning(holder);
}

/** Takes a holder's file out of the lock, and the lock away unless somebody else has got it by then. */
async function letGo(lock: string, holder: number | undefined): Promise<void> {
  try {
    if (holder !== undefined) await unlink(join(lock, String(holder)));
    await rmdir(lock);
  } catch (error) {
    if (!hasCode(error, "ENOENT", "ENOTEMPTY", "EEXIST")) throw error;
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
