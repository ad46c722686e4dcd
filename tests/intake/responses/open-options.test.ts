import { expect, test } from "vitest";
import type { CodedWave } from "../../../src/intake/responses/coded-wave.ts";
import { readWave } from "../../../src/intake/responses/read-wave.ts";
import { sortOpenOptions } from "../../../src/intake/responses/sort-options.ts";
import type { WaveReading } from "../../../src/survey/reading.ts";
import { rowsOfText } from "../rows-of-text.ts";

const reading: WaveReading = {
  wave: "1",
  file: "answers.csv",
  variables: [
    { kind: "options", name: "d_dealer", column: "DEALER", options: "open", missing: ["0"], recode: {} },
    { kind: "date", name: "q_when", column: "DAY", precision: "month", missing: [], recode: {} },
    { kind: "options", name: "d_brand", column: "BRAND", options: ["z", "a"], missing: [], recode: {} },
  ],
  hierarchy: [],
  batteries: [],
  badCellLimit: 0.01,
};

async function read(rows: readonly string[]): Promise<CodedWave> {
  const text = ["DEALER,DAY,BRAND", ...rows].join("\n");
  return sortOpenOptions(await readWave(rowsOfText(text), { reading, file: "answers.csv" }), reading);
}

/** Each row's values, by way of the dictionaries. */
function valuesOf({ columns, dictionaries }: CodedWave): readonly (readonly (string | undefined)[])[] {
  const rows = columns[0]?.values.length ?? 0;
  return Array.from({ length: rows }, (_, row) =>
    columns.map(({ name, values }) => dictionaries[name]?.[values[row] ?? -1]),
  );
}

const rows = [
  "5,2024-03-01,a",
  "05,2023-12-31,z",
  "5.0,2024-03-02,a",
  "0,,z",
  "b,2024-01-01,",
  "10,,a",
  "a,,z",
];

test("open options are the values found, sorted; a code of numbers keeps its leading zeros", async () => {
  const wave = await read(rows);
  expect(wave.dictionaries).toEqual({
    d_dealer: ["05", "10", "5", "a", "b"],
    q_when: ["2023-12", "2024-01", "2024-03"],
    d_brand: ["z", "a"],
  });
  expect(valuesOf(wave)).toEqual([
    ["5", "2024-03", "a"],
    ["05", "2023-12", "z"],
    ["5", "2024-03", "a"],
    [undefined, undefined, "z"],
    ["b", "2024-01", undefined],
    ["10", undefined, "a"],
    ["a", undefined, "z"],
  ]);
});

test("who comes first in the file can't be told from the options", async () => {
  const [there, back] = [await read(rows), await read(rows.toReversed())];
  expect(back.dictionaries).toEqual(there.dictionaries);
  expect(valuesOf(back)).toEqual(valuesOf(there).toReversed());
});
