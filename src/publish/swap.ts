import { cp, mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { findAt } from "./marker.ts";

/**
 * Puts a finished site in the place of another. The old one stands until the new one is whole, then goes. One at a
 * time for a place: the caller sees to it.
 * @throws Error where something stands there that is no site of ours: it is left as it is.
 */
export async function swapIn(draft: string, final: string): Promise<void> {
  const found = await findAt(final);
  if (found === "file" || found === "foreign") throw new Error(`${final} is no site built by Manyi`);
  await mkdir(dirname(final), { recursive: true });
  const [next, old] = [`${final}.manyi-draft`, `${final}.manyi-old`];
  await move(draft, next);
  if (found !== "nothing") {
    await rm(old, { recursive: true, force: true });
    await rename(final, old);
  }
  try {
    await rename(next, final);
  } catch (error) {
    if (found !== "nothing") await rename(old, final);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

/** Moves a folder in the place of another, to another disk too. */
async function move(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}
