import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "../../src/stats/random.ts";
import { codeColumn, numberColumn, type StoreTable } from "../../src/store/table.ts";
import { writeStore } from "../../src/store/write.ts";
import { onlySurvey, type PreparedFiles, prepareFiles } from "../build/prepare-files.ts";
import { filesOf, randomRespondents } from "../counts/random-survey.ts";

function randomTable(rows: number): StoreTable {
  const random = seededRandom(7);
  const codes = () =>
    Uint16Array.from({ length: rows }, () => (random() < 0.1 ? 65535 : Math.floor(random() * 10)));
  return {
    rows,
    columns: [
      ...Array.from({ length: 12 }, (_, at) => codeColumn(`q_${at}`, codes(), 65535)),
      numberColumn("w", Float64Array.from({ length: rows }, random)),
    ],
  };
}

describe("writing a store", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "manyi-store-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("the same table twice gives the same bytes, and the hash is the file's", async () => {
    const table = randomTable(5000);
    const [first, second] = [join(folder, "a.duckdb"), join(folder, "b.duckdb")];
    const written = [await writeStore(table, first), await writeStore(table, second)];
    expect(written[1]).toEqual(written[0]);
    const content = await readFile(first);
    expect(content.equals(await readFile(second))).toBe(true);
    expect(written[0]).toEqual({
      bytes: content.byteLength,
      sha256: createHash("sha256").update(content).digest("hex"),
    });
  });

  // Without zeroed memory the large blocks of such a wave carry what the memory held before, differently every time.
  test("so does a wave of 250,000 rows, which is written in large blocks", async () => {
    const table = randomTable(250_000);
    const [first, second] = [join(folder, "large-a.duckdb"), join(folder, "large-b.duckdb")];
    expect(await writeStore(table, second)).toEqual(await writeStore(table, first));
  });

  test("another value gives other bytes", async () => {
    const table = randomTable(100);
    const [first] = table.columns;
    const before = await writeStore(table, join(folder, "c.duckdb"));
    if (first) first.values[0] = first.values[0] === 3 ? 4 : 3;
    const after = await writeStore(table, join(folder, "d.duckdb"));
    expect(after.sha256).not.toBe(before.sha256);
  });

  test("a writer that fails says why and leaves nothing half-written behind", async () => {
    const twice = codeColumn("q", Uint16Array.of(1), 65535);
    const broken = writeStore({ rows: 1, columns: [twice, twice] }, join(folder, "broken.duckdb"));
    await expect(broken).rejects.toThrow(/broken\.duckdb/);
    expect((await readdir(folder)).filter((name) => name.startsWith("broken"))).toEqual([]);
  });
});

describe("the rows of a file in another order", () => {
  const respondents = randomRespondents(99, 400);
  let inOrder: PreparedFiles;
  let reversed: PreparedFiles;
  beforeAll(async () => {
    inOrder = await prepareFiles(filesOf(respondents));
    reversed = await prepareFiles(filesOf(respondents.toReversed()));
  });
  afterAll(async () => {
    await inOrder?.remove();
    await reversed?.remove();
  });

  test("give the same file name and the same bytes", () => {
    const stores = (files: PreparedFiles) =>
      onlySurvey(files).waves.map(({ name, store }) => ({ name, ...store }));
    expect(stores(reversed)).toEqual(stores(inOrder));
  });

  test("give the same options and data version", () => {
    const [one, other] = [onlySurvey(inOrder), onlySurvey(reversed)];
    expect(other.waves.map(({ layout }) => layout)).toEqual(one.waves.map(({ layout }) => layout));
    expect(other.dataVersion).toBe(one.dataVersion);
  });

  test("while the exports themselves differ", () => {
    const sources = (files: PreparedFiles) => onlySurvey(files).waves.map(({ sourceSha256 }) => sourceSha256);
    expect(sources(reversed)).not.toEqual(sources(inOrder));
  });
});
