import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { median } from "../../../src/cli/bench/benchmark.ts";
import { codebookFor } from "../../../src/cli/bench/ingest/codebook.ts";
import { columns, writeExport } from "../../../src/cli/bench/ingest/export-file.ts";
import { interpretCodebook } from "../../../src/codebook/interpret.ts";

test("the benchmark's codebook is understood and uses every column of the export", () => {
  const options = { file: "survey.yaml", folder: "/", readText: () => undefined };
  const { interpretation, problems } = interpretCodebook(codebookFor("/export.csv"), options);
  expect(problems).toEqual([]);
  const wave = interpretation?.reading.waves[0];
  const used = wave?.variables.map((variable) => ("column" in variable ? variable.column : undefined));
  expect([...(used ?? []), wave?.respondent, wave?.date].toSorted()).toEqual(columns.toSorted());
});

test("the export is the same every time, a cell a column", async () => {
  const folder = await mkdtemp(join(tmpdir(), "manyi-test-"));
  try {
    const [first, second] = [join(folder, "1.csv"), join(folder, "2.csv")];
    await writeExport(first, 12_000);
    await writeExport(second, 12_000);
    const text = await readFile(first, "utf-8");
    expect(await readFile(second, "utf-8")).toBe(text);
    const rows = text.trimEnd().split("\r\n");
    expect(rows).toHaveLength(12_001);
    for (const row of rows) expect(row.replace(/"[^"]*"/, "").split(",")).toHaveLength(columns.length);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a median is the middle one, or between the middle two", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 9, 2])).toBe(3);
});
