import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile, rename, rm } from "node:fs/promises";
import { serialize } from "node:v8";
import type { StoreTable } from "./table.ts";

export interface StoreFile {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Nothing of an earlier use of memory may end up in the file: in its padding, which DuckDB's own allocator hands out,
 * or under missing values in packed columns, which come from the C library's. MALLOC_PERTURB_ is glibc's: it fills
 * what malloc hands out with the complement of this byte, so that 255 gives zeros. Other C libraries ignore it: there
 * the file still holds nothing but what this child was handed, yet equal tables may differ in a few unread bytes.
 */
const zeroedMemory = { DUCKDB_JE_MALLOC_CONF: "zero:true", MALLOC_PERTURB_: "255" };

let drafts = 0;

/**
 * Writes one wave's database file, whole or not at all. Equal tables give equal bytes.
 * @throws Error when the writing process fails; it carries what that process said.
 */
export async function writeStore(table: StoreTable, path: string): Promise<StoreFile> {
  // Of this call alone: another may write the same wave at the same time, and the last whole file wins.
  drafts += 1;
  const draft = `${path}.${process.pid}-${drafts}.draft`;
  await rm(draft, { force: true });
  const child = spawn(process.execPath, [`${import.meta.dirname}/write-child.ts`, draft], {
    env: { PATH: process.env["PATH"], ...zeroedMemory },
    stdio: ["pipe", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.setEncoding("utf-8").on("data", (text: string) => {
    complaint += text;
  });
  child.stdin.on("error", () => {
    // The child ended early; its exit code below says so.
  });
  child.stdin.end(serialize(table));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) {
    await rm(draft, { force: true });
    throw new Error(`the store could not be written to ${path}: exit code ${code}`, {
      cause: new Error(complaint),
    });
  }
  const content = await readFile(draft);
  await rename(draft, path);
  return { bytes: content.byteLength, sha256: createHash("sha256").update(content).digest("hex") };
}
