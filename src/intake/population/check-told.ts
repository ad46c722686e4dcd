import type { Problem } from "../../survey/problem.ts";
import type { WeightingReading } from "../../survey/reading.ts";
import type { Expectation } from "../responses/problem-log.ts";
import type { Population, PopulationCell } from "./read-population.ts";

/** Totals of two margins that lie further apart than this are noted: 1 of 100. */
const apart = 0.01;

/**
 * Whether a wave's population says what the wave is to be weighted to. By each dimension people must be counted in one
 * way: rows of a dimension alone beside rows of its combinations would count them twice. For cells every row must name
 * all of the dimensions.
 */
export function checkTold(
  { file, cells }: Population,
  { method, by }: Pick<WeightingReading, "method" | "by">,
): readonly Problem[] {
  const stop = (line: number | undefined, column: string, what: Expectation): Problem => ({
    severity: "stop",
    file,
    ...(line === undefined ? {} : { line }),
    column,
    ...what,
  });
  const partial = method === "cells" ? cells.find((cell) => isPartial(cell, by)) : undefined;
  if (partial) return [stop(partial.line, by.join(", "), notWhole(by, partial))];
  const divisions = method === "rake" ? by.map((dimension) => [dimension]) : [by];
  const problems = divisions.flatMap((division) => {
    const own = cells.filter(({ place }) => division.every((dimension) => place[dimension] !== undefined));
    const column = division.join(", ");
    const [first] = own;
    if (!first) return [stop(undefined, column, notTold(column))];
    const other = own.find((cell) => namesOf(cell) !== namesOf(first));
    if (other) return [stop(other.line, column, toldTwice(column, first, other))];
    return own.some(({ people }) => people > 0) ? [] : [stop(first.line, "people", nobody(column))];
  });
  return problems.length > 0 ? problems : totalsApart(file, cells, divisions);
}

/** Names some of the dimensions, but not all. */
function isPartial({ place }: PopulationCell, by: readonly string[]): boolean {
  const named = by.filter((dimension) => place[dimension] !== undefined).length;
  return named > 0 && named < by.length;
}

function namesOf({ place }: PopulationCell): string {
  return Object.keys(place).toSorted().join(" × ");
}

/** Margins are met in shares, so that other totals do no harm; they may be a slip all the same. */
function totalsApart(
  file: string,
  cells: readonly PopulationCell[],
  divisions: readonly (readonly string[])[],
): readonly Problem[] {
  const totals = divisions.map((division) => ({
    name: division.join(" × "),
    people: cells
      .filter(({ place }) => division.every((dimension) => place[dimension] !== undefined))
      .reduce((sum, { people }) => sum + people, 0),
  }));
  const people = totals.map((total) => total.people);
  if (Math.max(...people) <= Math.min(...people) * (1 + apart)) return [];
  return [
    {
      severity: "note",
      file,
      column: "people",
      value: totals.map(({ name, people }) => `${name}: ${people}`).join("; "),
      message: "The dimensions add up to different numbers of people; each is used in shares",
      expected: "the same people counted by each dimension",
      mend: "Nothing, if some are shares or of another source; else correct the population file.",
    },
  ];
}

function notWhole(by: readonly string[], { place }: PopulationCell): Expectation {
  const blank = by.filter((dimension) => place[dimension] === undefined).join(", ");
  return {
    message: `The row leaves ${blank} blank, and cell weights need people in every combination`,
    expected: `a code of each of ${by.join(", ")} in every row`,
    mend: "Fill the codes in; where only each dimension's own figures are known, rake: weight: { rake: … }.",
  };
}

function notTold(column: string): Expectation {
  return {
    message: `No row says how many people there are by ${column}`,
    expected: `rows with a code of ${column}`,
    mend: "Add the rows, or weight by other dimensions.",
  };
}

function toldTwice(column: string, first: PopulationCell, other: PopulationCell): Expectation {
  return {
    message: `People by ${column} are counted in two ways: by ${namesOf(first)} from line ${first.line} on, and here by ${namesOf(other)}`,
    expected: "rows of one kind, which add up to everybody once",
    mend: `Leave ${column} blank in the rows of one of the two kinds, or take them out.`,
  };
}

function nobody(column: string): Expectation {
  return {
    message: `By ${column} the population has nobody at all`,
    expected: "a number above 0 in at least one row",
    mend: "Correct the numbers of people.",
  };
}
