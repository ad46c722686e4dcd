import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codeColumn } from "../../src/store/table.ts";
import { writeStore } from "../../src/store/write.ts";

test("writers of the same store at once don't meet: each gets a whole file, one stays", async () => {
  const folder = await mkdtemp(join(tmpdir(), "manyi-writers-"));
  try {
    const table = { rows: 3, columns: [codeColumn("q", Uint16Array.of(1, 2, 3), 65535)] };
    const path = join(folder, "wave.duckdb");
    const written = await Promise.all([1, 2, 3].map(() => writeStore(table, path)));
    expect(new Set(written.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(await readdir(folder)).toEqual(["wave.duckdb"]);
    expect((await readFile(path)).byteLength).toBe(written[0]?.bytes);
  } finally {
    await rm(folder, { recursive: true });
  }
});
