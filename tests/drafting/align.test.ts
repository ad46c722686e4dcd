import { describe, expect, test } from "vitest";
import { alignWaves } from "../../src/drafting/align.ts";
import { columnOf } from "../../src/drafting/columns.ts";
import { type Columns, times, wave } from "./sheets.ts";

const grades = times({ 5: 30, 4: 40, 3: 20, 2: 6, 1: 4 });

/** Header in the newest wave → how a codebook names the columns of all waves. */
function aligned(...waves: readonly Columns[]) {
  const ids = waves.map((_, at) => String(2021 + at));
  const fields = alignWaves(waves.map((columns, at) => wave(columns, ids[at])));
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      { column: columnOf(field, ids), matched: field.matched, breaks: field.breaks },
    ]),
  );
}

describe("columns of several waves", () => {
  test("belong together where their headers are equal", () => {
    expect(aligned({ Staff: grades }, { Staff: grades })).toEqual({
      Staff: { column: "Staff", matched: undefined, breaks: [] },
    });
  });

  test("are matched by nearly the same wording, and said to be", () => {
    const found = aligned(
      { "How do you rate our staff?": grades },
      { "How do you rate our staff now?": grades },
    );
    expect(found["How do you rate our staff now?"]).toMatchObject({
      column: { "2021": "How do you rate our staff?", "2022": "How do you rate our staff now?" },
      matched: "near",
    });
  });

  test("are not matched where two are equally near", () => {
    const found = aligned(
      { "How do you rate our staff?": grades },
      { "How do you rate our staff A?": grades, "How do you rate our staff B?": grades },
    );
    expect(Object.keys(found)).toHaveLength(3);
  });

  test("move together in blocks: FOOD of Q8 is FOOD of Q7, and not that of Q9", () => {
    const older = { Q8A_ART: grades, Q8B_SIGNS: grades, Q8C_FOOD: grades, Q4FOOD: times({ 1: 50, 2: 50 }) };
    const newer = { Q7ART: grades, Q7SIGNS: grades, Q7FOOD: grades, Q9FOOD: grades };
    expect(aligned(older, newer)["Q7FOOD"]?.column).toEqual({ "2021": "Q8C_FOOD", "2022": "Q7FOOD" });
  });

  test("that hold numbers in one wave and words in the other are two questions, each with its own waves", () => {
    const found = alignWaves([
      wave({ DEST: times({ 1: 30, 2: 30 }) }, "a"),
      wave({ DEST: times({ Boston: 30, Denver: 30 }) }, "b"),
    ]);
    expect(found.map((field) => columnOf(field, ["a", "b"]))).toEqual([{ a: "DEST" }, { b: "DEST" }]);
  });

  test("of a bare number with other answers break there", () => {
    const found = aligned({ Q8A: grades }, { Q8A: times({ 1: 80, 2: 10, 3: 10 }) });
    expect(found["Q8A"]?.breaks).toEqual(["2022"]);
    expect(aligned({ Staff: grades }, { Staff: times({ 1: 80, 2: 10, 3: 10 }) })["Staff"]?.breaks).toEqual(
      [],
    );
  });

  test("of most waves are the default", () => {
    const found = aligned({ Q1ALL: grades }, { Q2ALL: grades }, { Q2ALL: grades });
    expect(found["Q2ALL"]?.column).toEqual({ "2021": "Q1ALL", default: "Q2ALL" });
  });

  test("that only older waves have stand where they stood there", () => {
    const fields = alignWaves([
      wave({ A: grades, B: grades, C: grades }, "1"),
      wave({ A: grades, C: grades, D: grades }, "2"),
    ]);
    expect(fields.map(({ name }) => name)).toEqual(["A", "B", "C", "D"]);
  });
});
