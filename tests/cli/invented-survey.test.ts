import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { columns, levels, writeInventedSurvey } from "../../src/cli/bench/engine/invented-survey.ts";
import { waves, writeExport } from "../../src/cli/bench/ingest/export-file.ts";
import { interpretCodebook } from "../../src/codebook/interpret.ts";

/** Not a multiple of eight. */
const rows = 1003;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "manyi-invented-"));
  await writeInventedSurvey(folder, { rows, publish: "rows", hierarchy: levels.stores });
});
afterAll(() => rm(folder, { recursive: true }));

const linesOf = async (file: string) => (await readFile(join(folder, file), "utf-8")).trimEnd().split("\r\n");

test("the waves' files hold the rows of the one export, each in its own wave, and a measured number more", async () => {
  await writeExport(join(folder, "whole.csv"), rows);
  const [header, ...whole] = await linesOf("whole.csv");
  const files = await Promise.all(waves.map((wave) => linesOf(`${wave}.csv`)));
  expect(columns).toHaveLength(27);
  expect(files.map(([head]) => head)).toEqual(waves.map(() => `${header},minutes`));
  const held = files.flatMap(([, ...lines]) => lines);
  expect(held).toHaveLength(rows);
  expect(held.map((line) => line.slice(0, line.lastIndexOf(",")))).toEqual(whole);
  expect(held.every((line) => /,\d+$/.test(line))).toBe(true);
  for (const [at, [, ...lines]] of files.entries())
    expect(new Set(lines.map((line) => line.split(",")[2]))).toEqual(new Set([waves[at]]));
});

test("the codebook is sound and uses every file", async () => {
  const codebook = await readFile(join(folder, "survey.yaml"), "utf-8");
  const options = { file: "survey.yaml", folder, readText: () => undefined };
  const { interpretation, problems } = interpretCodebook(codebook, options);
  expect(problems.filter(({ severity }) => severity === "stop")).toEqual([]);
  expect(interpretation?.survey.hierarchy).toEqual(levels.stores);
  const files = interpretation?.survey.waves.map(({ id }) => `${id}.csv`) ?? [];
  expect((await readdir(folder)).filter((name) => /^20/.test(name)).sort()).toEqual(files.sort());
});
