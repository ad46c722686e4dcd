import { expect, test } from "vitest";
import { furthestCells, type HeatModel } from "../../src/panels/heat-model.ts";
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
  const model = modelOf([row("west", [800, 790.4, 789.6]), row("east", [830, 800, 801])], [820, 800, 800]);
  expect(furthestCells(model)).toMatchObject({ least: { column: { id: "advisor" } }, most: { value: 801 } });
});

test("nothing is named where no figure is shown as apart", () => {
  const model = modelOf(
    [row("west", [800, 800.2, 799.8]), row("east", [830, 799.9, 800.1])],
    [820, 800, 800],
  );
  expect(furthestCells(model)).toEqual({});
});
