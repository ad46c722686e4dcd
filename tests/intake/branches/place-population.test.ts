import { expect, test } from "vitest";
import { placePopulation } from "../../../src/intake/branches/place-population.ts";
import { readBranches } from "../../../src/intake/branches/read-branches.ts";
import { ProblemLog } from "../../../src/intake/responses/problem-log.ts";

const { network } = readBranches(
  "branch,level,parent,from,until,into\ne,region,,,,\nw,region,,,,\na,shop,e,,,\nb,shop,w,,2023-12-31,a\n",
  {
    file: "branches.csv",
    levels: [
      { id: "region", options: [] },
      { id: "shop", options: [] },
    ],
  },
);
const period = { from: "2023-01-01", until: "2023-12-31" };
const cell = (line: number, place: Readonly<Record<string, string>>) => ({ line, place, people: 10 });
const placed = (cells: readonly ReturnType<typeof cell>[], during = period) => {
  const log = new ProblemLog("population.csv");
  const population = placePopulation({ file: "population.csv", cells }, { network, period: during }, log);
  return { places: population.cells.map(({ place }) => place), problems: log.problems };
};

test("people under an old code belong to the branch that took it over, under its parents of today", () => {
  expect(placed([cell(2, { region: "w", shop: "b", age: "old" }), cell(3, { shop: "b" })])).toEqual({
    places: [{ region: "e", shop: "a", age: "old" }, { shop: "a" }],
    problems: [],
  });
});

test("a level that a row leaves out stays out, and other dimensions stay as they are", () => {
  expect(placed([cell(2, { region: "w" }), cell(3, { age: "old" })]).places).toEqual([
    { region: "w" },
    { age: "old" },
  ]);
});

test("people of a branch that was not open are noted with their line", () => {
  const { problems } = placed([cell(7, { shop: "b" })], { from: "2024-01-01", until: "2024-12-31" });
  expect(problems).toMatchObject([
    { severity: "note", file: "population.csv", column: "shop", value: "b", line: 7 },
  ]);
});
