/**
 * A case is a folder under `golden/`: a survey.yaml and its files, `problems.json` with everything that must be said
 * about them, in any order, and, where rows matter, `quality.json` by wave. New folders are picked up by themselves.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fingerprint } from "../../src/build/fingerprint.ts";
import { openExport } from "../../src/build/open-export.ts";
import { type Preparation, prepare } from "../../src/build/prepare.ts";
import { projectRoot } from "../../src/build/settings.ts";
import { interpretCodebook } from "../../src/codebook/interpret.ts";
import { DecodingError } from "../../src/intake/responses/decode.ts";
import { readWave } from "../../src/intake/responses/read-wave.ts";
import { SourceError } from "../../src/intake/sources/source.ts";
import type { Problem, Severity } from "../../src/survey/problem.ts";
import type { WaveQuality } from "../../src/survey/quality.ts";
import type { WaveReading } from "../../src/survey/reading.ts";

/** A key that is absent must be absent from the problem; `message` and `mend` are patterns, where given. */
interface ExpectedProblem {
  readonly severity: Severity;
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
  readonly message?: string;
  readonly mend?: string;
  readonly count?: number;
  readonly lines?: readonly number[];
}

const folder = join(import.meta.dirname, "golden");
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function readJson<Value>(name: string, file: string): Value {
  return JSON.parse(readFileSync(join(folder, name, file), "utf-8")) as Value;
}

async function prepareCase(name: string): Promise<Preparation> {
  const cache = await mkdtemp(join(tmpdir(), "manyi-golden-"));
  const preparation = await prepare({ data: join(folder, name), root: projectRoot, cache });
  await rm(cache, { recursive: true });
  return preparation;
}

/** What became of the rows of one wave, also where the build stops; undefined where the file can't be read at all. */
async function qualityOf(name: string, reading: WaveReading): Promise<WaveQuality | undefined> {
  const path = join(folder, name, reading.file);
  if (!existsSync(path)) return undefined;
  try {
    const source = await openExport(path, reading, await fingerprint(path));
    return (await readWave(source, { reading, file: reading.file })).quality;
  } catch (error) {
    if (error instanceof DecodingError || error instanceof SourceError) return undefined;
    throw error;
  }
}

function readingOf(name: string): readonly WaveReading[] {
  const text = readFileSync(join(folder, name, "survey.yaml"), "utf-8");
  const { interpretation } = interpretCodebook(text, {
    file: "survey.yaml",
    folder,
    readText: () => undefined,
  });
  return interpretation?.reading.waves ?? [];
}

function expectProblem(found: Problem, expected: ExpectedProblem): void {
  const { message, mend, count, lines, ...exact } = expected;
  const { severity, file, line, column, value } = found;
  expect(JSON.parse(JSON.stringify({ severity, file, line, column, value }))).toEqual(exact);
  if (message !== undefined) expect(found.message).toMatch(new RegExp(message));
  if (mend !== undefined) expect(found.mend).toMatch(new RegExp(mend));
  if (count !== undefined) expect(found.count).toBe(count);
  if (lines !== undefined) expect(found.lines).toEqual(lines);
  for (const said of [found.message, found.expected, found.mend]) expect(said).toMatch(/\S/);
}

function place({ severity, file, line = 0, column = "", value = "" }: Problem | ExpectedProblem): string {
  return [severity, file, column, String(line).padStart(6), value].join("|");
}

function inPlace<One extends Problem | ExpectedProblem>(problems: readonly One[]): readonly One[] {
  return problems.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

test("there are cases", () => {
  expect(cases.length).toBeGreaterThanOrEqual(30);
});

describe.each(cases)("%s", (name) => {
  test("says what is wrong, where, and nothing else", async () => {
    const expected = inPlace(readJson<readonly ExpectedProblem[]>(name, "problems.json"));
    const { prepared, problems } = await prepareCase(name);
    const found = inPlace(problems);
    expect(found.map(place)).toEqual(expected.map(place));
    found.forEach((problem, at) => {
      const one = expected[at];
      if (one) expectProblem(problem, one);
    });
    expect(prepared === undefined).toBe(expected.some(({ severity }) => severity === "stop"));
    for (const { wave, quality } of prepared?.surveys[0]?.waves ?? []) expectRowsAddUp(wave, quality);
  });

  test("accounts for every row", async () => {
    const expected = existsSync(join(folder, name, "quality.json"))
      ? readJson<Readonly<Record<string, object>>>(name, "quality.json")
      : {};
    for (const reading of readingOf(name)) {
      const quality = await qualityOf(name, reading);
      if (quality) expectRowsAddUp(reading.wave, quality);
      if (expected[reading.wave]) expect(quality).toMatchObject(expected[reading.wave] ?? {});
    }
    expect(Object.keys(expected).every((wave) => readingOf(name).some((one) => one.wave === wave))).toBe(
      true,
    );
  });
});

function expectRowsAddUp(wave: string, { rowsRead, kept, rejected, items }: WaveQuality): void {
  const { duplicate, ragged, empty, incomplete } = rejected;
  expect(kept + duplicate + ragged + empty + incomplete, wave).toBe(rowsRead);
  for (const [item, { answered, missing, bad, notAsked }] of Object.entries(items))
    expect(answered + missing + bad + notAsked, `${wave} ${item}`).toBe(kept);
}
