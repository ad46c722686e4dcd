import { describe, expect, test } from "vitest";
import type { VariableReading } from "../../../src/survey/reading.ts";
import { choiceName } from "../../../src/survey/reading.ts";
import { readCells, valuesOf } from "./read-text.ts";

const shared = { name: "q_m", missing: ["-2"], recode: {}, notAsked: ["-3"], base: "answered" } as const;

/** By row, the ticks of each option. */
async function ticksOf(reading: VariableReading, options: number, rows: readonly (readonly string[])[]) {
  const wave = await readCells(
    rows.map((cells, at) => [at === 0 ? "ID" : String(at), ...cells]),
    [reading],
  );
  const columns = Array.from({ length: options }, (_, at) => valuesOf(wave, choiceName("q_m", at)));
  const ticks = rows.slice(1).map((_, row) => columns.map((column) => column[row]).join(""));
  return { ticks, wave };
}

describe("one cell with all choices", () => {
  const reading: VariableReading = {
    kind: "separated",
    column: "M",
    separator: ", ",
    options: ["1", "2", "3"],
    words: { Excel: "1", "R, with packages": "2", Other: "3" },
    ...shared,
    recode: { "R, old": "2" },
  };
  const rows = [
    ["M"],
    ["Excel, R, with packages"],
    ["2, 1.0"],
    ["R, old, Excel"],
    ["R, new"],
    ["Excel, abacus"],
    ["-3"],
    ["-2, 1"],
    [""],
  ];

  test("words, codes and recoded values are known; a good tick counts beside a bad part", async () => {
    const { ticks, wave } = await ticksOf(reading, 3, rows);
    expect(ticks).toEqual(["110", "110", "110", "", "100", "", "100", ""]);
    expect(wave.quality.items["q_m"]).toEqual({ answered: 5, missing: 1, bad: 1, notAsked: 1 });
    expect(wave.problems.map(({ line, value, severity }) => [severity, line, value])).toEqual([
      ["cell", 5, "R, new"],
      ["cell", 6, "abacus"],
    ]);
  });

  test("what is no option counts as the other option, and its words are not told", async () => {
    const { ticks, wave } = await ticksOf({ ...reading, other: "3" }, 3, rows);
    expect(ticks).toEqual(["110", "110", "110", "001", "101", "", "100", ""]);
    expect(wave.problems).toHaveLength(1);
    expect(wave.problems[0]).toMatchObject({ severity: "note", column: "M", value: "3" });
    expect(JSON.stringify(wave)).not.toMatch(/abacus|new/);
  });
});

describe("a column a choice", () => {
  const reading: VariableReading = {
    kind: "choices",
    choices: [{ option: "tv", column: "TV" }, { option: "web", column: "WEB" }, { option: "paper" }],
    mentioned: { kind: "any" },
    ...shared,
  };

  test("nobody asked only where no cell says anything else", async () => {
    const rows = [
      ["TV", "WEB"],
      ["-3", "-3"],
      ["-3", ""],
      ["-3", "0"],
      ["-3", "1"],
    ];
    const { ticks, wave } = await ticksOf({ ...reading, base: "asked" }, 2, rows);
    expect(ticks).toEqual(["", "", "00", "01"]);
    expect(wave.quality.items["q_m"]).toEqual({ answered: 2, missing: 0, bad: 0, notAsked: 2 });
  });

  test("none of these beside one of these is noted, and both count", async () => {
    const rows = [
      ["TV", "WEB"],
      ["1", "1"],
      ["0", "1"],
      ["1", "0"],
    ];
    const { ticks, wave } = await ticksOf({ ...reading, none: "web" }, 2, rows);
    expect(ticks).toEqual(["11", "01", "10"]);
    expect(wave.problems).toMatchObject([
      { severity: "note", column: "m", value: "web", message: expect.stringContaining("1 rows") },
    ]);
  });
});
