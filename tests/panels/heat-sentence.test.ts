import { expect, test } from "vitest";
import { cellShade, furthestCells, type HeatModel, shadeOf } from "../../src/panels/heat-model.ts";
import type { IndexSubject } from "../../src/panels/subject.ts";

const column = (id: string) => ({ id, unit: "index1000" }) as IndexSubject;
const score = (value: number) =>
  ({
    kind: "mean",
    status: "ok",
    value,
    low: value,
    high: value,
    n: 50,
    effective: 50,
    standardError: 1,
  }) as const;
const row = (name: string, values: readonly number[]) =>
  ({ branch: { slugs: [name] }, estimates: values.map(score) }) as unknown as HeatModel["rows"][number];
const modelOf = (rows: HeatModel["rows"], centres: readonly number[]): HeatModel => ({
  columns: ["index", "facilities", "advisor"].map(column),
  rows,
  centres,
});

test("the cell named as furthest is the one that shows the largest difference", () => {
  // Facilities: 848.5 is shown as 849 and 821.4 as 821, 28 apart though 27.1 without rounding; the advisor's 27.4 shows 27.
  const model = modelOf(
    [row("northwest", [800, 821.4, 812.8]), row("east", [830, 860, 845])],
    [820, 848.5, 840.2],
  );
  const { least, most } = furthestCells(model);
  expect(least).toMatchObject({ column: { id: "facilities" }, value: 821.4, centre: 848.5 });
  expect(most).toMatchObject({ column: { id: "facilities" }, value: 860 });
});

test("of cells that show the same difference the one further before rounding is named", () => {
  const model = modelOf([row("west", [800, 790.4, 789.6]), row("east", [830, 800, 806])], [820, 800, 800]);
  expect(furthestCells(model)).toMatchObject({ least: { column: { id: "advisor" } }, most: { value: 806 } });
});

test("nothing is named where no figure is shown as apart", () => {
  const model = modelOf(
    [row("west", [800, 800.2, 799.8]), row("east", [830, 799.9, 800.1])],
    [820, 800, 800],
  );
  expect(furthestCells(model)).toEqual({});
});

test("nothing is named that is too near to be shaded", () => {
  const model = modelOf([row("west", [800, 796, 800]), row("east", [830, 800, 804])], [820, 800, 800]);
  expect(furthestCells(model)).toEqual({});
});

test.each([
  ["index1000", 800, 804.4, 0],
  ["index1000", 800, 804.6, 1],
  ["index1000", 800, 810, 2],
  ["index1000", 800, 780, -3],
  ["index1000", 800, 700, -4],
  ["index100", 80, 80.5, 1],
  ["index100", 80, 80.4, 0],
  ["index100", 80, 78, -3],
] as const)("on %s %d against %d has a shade of its own distance", (unit, centre, value, shade) => {
  expect(shadeOf(unit, value, centre)).toBe(shade);
});

test("the shade of a cell does not depend on which others are shown", () => {
  const near = row("east", [830, 807, 800]);
  const centres = [820, 800, 800];
  const alone = modelOf([near, row("west", [800, 800, 800])], centres);
  const besideOneFarOff = modelOf([near, row("west", [800, 700, 800])], centres);
  expect([cellShade(alone, near, 1), cellShade(besideOneFarOff, near, 1)]).toEqual([1, 1]);
});
