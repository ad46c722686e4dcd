import { rename, rm, stat } from "node:fs/promises";

/** Puts a finished folder in the place of another. The old one stands until the new one is whole, then goes. */
export async function swapIn(draft: string, final: string): Promise<void> {
  const old = `${final}.old`;
  await rm(old, { recursive: true, force: true });
  if (await exists(final)) await rename(final, old);
  try {
    await rename(draft, final);
  } catch (error) {
    if (await exists(old)) await rename(old, final);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
