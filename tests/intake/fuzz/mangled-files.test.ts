/**
 * Thousands of files that came to harm: reading them never throws, never hangs and never loses a row. What becomes of
 * them is printed at the end.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fingerprint } from "../../../src/build/fingerprint.ts";
import { readExport } from "../../../src/build/prepare-wave.ts";
import type { CodedWave } from "../../../src/intake/responses/coded-wave.ts";
import { seededRandom } from "../../../src/stats/random.ts";
import type { Problem } from "../../../src/survey/problem.ts";
import { type SoundExport, soundExports } from "./exports.ts";
import { mangle } from "./mangle.ts";
import { countRecords } from "./records.ts";

/** A workbook is opened in a thread of its own, which takes its time. */
const triesOf = ({ name }: SoundExport) => (name.startsWith("xls") ? 60 : 400);
const patience = 60_000;
const total = { files: 0, refused: 0, rowsRead: 0, kept: 0, rejected: 0, counted: 0, lost: 0 };
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "manyi-mangled-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  const { files, refused, rowsRead, kept, rejected, counted, lost } = total;
  console.log(
    `${files} mangled files: ${refused} refused with what to mend; ${rowsRead} rows read = ${kept} kept + ${rejected} rejected; ${counted} files counted independently, ${lost} rows lost`,
  );
});

async function readBytes(bytes: Uint8Array, { file, reading }: SoundExport) {
  const path = join(folder, file);
  await writeFile(path, bytes);
  const reads = readExport(reading, path, file, await fingerprint(path));
  let bell: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    bell = setTimeout(() => reject(new Error(`still reading after ${patience} ms`)), patience);
  });
  return Promise.race([reads, late]).finally(() => clearTimeout(bell));
}

function stopsIn(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "stop");
}

/** Holds what was made of a file against itself: every row and every cell is accounted for. */
function expectAccount({ rows, columns, quality, problems }: CodedWave): void {
  const { rowsRead, kept, rejected, items } = quality;
  const refusedRows = Object.values(rejected).reduce((sum, count) => sum + count, 0);
  expect(kept + refusedRows).toBe(rowsRead);
  expect(rows).toBe(kept);
  for (const { values } of columns) expect(values).toHaveLength(kept);
  for (const { answered, missing, bad, notAsked } of Object.values(items))
    expect(answered + missing + bad + notAsked).toBe(kept);
  const told = problems.filter(({ severity }) => severity === "row");
  expect(told.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(refusedRows);
  if (kept === 0) expect(stopsIn(problems)).toBe(true);
  total.rowsRead += rowsRead;
  total.kept += kept;
  total.rejected += refusedRows;
}

/** Rows that are in the file by an independent count, against rows that were read. */
function expectEveryRow({ quality, problems }: CodedWave, bytes: Uint8Array): void {
  if (stopsIn(problems) || quality.format !== "plain") return;
  const text = new TextDecoder(quality.encoding).decode(bytes);
  const records = countRecords(text, quality.delimiter ?? ",");
  if (records === undefined) return;
  total.counted += 1;
  total.lost += Math.abs(records - 1 - quality.rowsRead);
  expect(quality.rowsRead).toBe(records - 1);
}

describe.each(soundExports.map((one) => [one.name, one] as const))("%s", (_, sound) => {
  test("is read whole when it is sound", async () => {
    const outcome = await readBytes(sound.bytes, sound);
    if ("unreadable" in outcome) throw new Error(JSON.stringify(outcome.unreadable));
    expect(outcome.quality.rowsRead).toBe(sound.rows);
    expect(outcome.quality.kept).toBe(sound.rows);
    expect(stopsIn(outcome.problems)).toBe(false);
  });

  const tries = triesOf(sound);
  test(`is read or refused with what to mend, ${tries} times mangled`, async () => {
    const random = seededRandom(sound.name.length * 1000 + sound.bytes.length);
    for (let attempt = 0; attempt < tries; attempt++) {
      const { bytes, harm } = mangle(sound.bytes, random);
      total.files += 1;
      try {
        const outcome = await readBytes(bytes, sound);
        if ("unreadable" in outcome) {
          total.refused += 1;
          const { severity, message, expected, mend } = outcome.unreadable;
          expect({ severity, told: [message, expected, mend].every((words) => words !== "") }).toEqual({
            severity: "stop",
            told: true,
          });
        } else {
          if (stopsIn(outcome.problems)) total.refused += 1;
          expectAccount(outcome);
          if (sound.plain) expectEveryRow(outcome, bytes);
        }
      } catch (cause) {
        throw new Error(`${sound.name}, try ${attempt}: ${harm}`, { cause });
      }
    }
  }, 300_000);
});
