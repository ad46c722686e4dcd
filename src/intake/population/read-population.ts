import Papa from "papaparse";
import { suggestion } from "../../survey/nearest.ts";
import type { Problem } from "../../survey/problem.ts";
import { smallTable } from "../../survey/small-table.ts";
import type { Dimension } from "../../survey/survey.ts";
import { parseDecimal, wholeNumber } from "../responses/cleaning.ts";
import { placeOf } from "../responses/meaning.ts";
import { type Expectation, spell } from "../responses/problem-log.ts";

/** How many people there are of one kind. */
export interface PopulationCell {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Absent where the file has no column `wave`: the same people in all waves. */
  readonly wave?: string;
  /** Dimension id → option id, for the dimensions that the row names. */
  readonly place: Readonly<Record<string, string>>;
  /** A number of people, or a share on any scale. */
  readonly people: number;
}

/** The people that one wave is weighted to. */
export interface Population {
  /** File as the analyst names it, for messages. */
  readonly file: string;
  readonly cells: readonly PopulationCell[];
}

export interface ReadPopulationOptions {
  readonly file: string;
  /** Waves with respondents, and those of which only printed tables survive. */
  readonly waves: readonly string[];
  readonly printed: readonly string[];
  readonly dimensions: readonly Pick<Dimension, "id" | "options">[];
  /** Dimensions that some wave is weighted by. */
  readonly needed: readonly string[];
}

type Stop = (line: number, column: string, value: string, what: Expectation) => void;
type Cells = ReadonlyMap<string, string>;

const mend = "Correct the population file.";

/**
 * Reads a population file: a column for each dimension, `people`, and `wave` where the population differs by wave. A
 * row may leave dimensions blank: it counts people by the others alone. Every row stands there once.
 */
export function readPopulation(
  text: string,
  options: ReadPopulationOptions,
): { readonly cells: readonly PopulationCell[]; readonly problems: readonly Problem[] } {
  const { file, dimensions } = options;
  const problems: Problem[] = [];
  const stop: Stop = (line, column, value, what) =>
    problems.push({ severity: "stop", file, line, column, ...(value === "" ? {} : { value }), ...what });
  const parsed = Papa.parse<string[]>(text, { delimitersToGuess: [",", ";", "\t"] });
  const { header, rows, faults } = smallTable(parsed.data, parsed.errors);
  if (!checkHeader(header, options, stop)) return { cells: [], problems };
  const expected = "as many cells as the header, and quotes in pairs";
  for (const { line, message } of faults)
    problems.push({ severity: "stop", file, line, message, expected, mend });
  const waveOf = waveReader(header, options, stop);
  const placeIn = placeReader(header, dimensions, stop);
  const isSecond = repetitions(stop);
  const cells = rows.flatMap(({ line, cells }): PopulationCell[] => {
    const [wave, place, people] = [waveOf(line, cells), placeIn(line, cells), peopleIn(line, cells, stop)];
    if (!wave || !place || people === undefined) return [];
    const cell = { line, ...wave, place, people };
    return isSecond(cell) ? [] : [cell];
  });
  if (rows.length === 0) stop(1, "people", "", noRows);
  return { cells, problems };
}

/** Without its columns a file says nothing of which its rows could be held to. */
function checkHeader(
  header: readonly string[],
  { dimensions, needed }: ReadPopulationOptions,
  stop: Stop,
): boolean {
  const ids = dimensions.map(({ id }) => id);
  const allowed = ["wave", ...ids, "people"];
  let whole = true;
  const wrong = (column: string, what: Omit<Expectation, "mend">, proposed = mend) => {
    stop(1, column, header.includes(column) ? column : header.join(","), { ...what, mend: proposed });
    whole = false;
  };
  for (const [at, column] of header.entries()) {
    if (!allowed.includes(column)) {
      const message = "The population file has a column that means nothing here";
      const lacking = allowed.filter((name) => !header.includes(name));
      wrong(column, { message, expected: spell(allowed) }, suggestion(column, lacking, mend));
    } else if (header.indexOf(column) !== at)
      wrong(column, { message: "The population file has the column twice", expected: "every column once" });
  }
  for (const column of [...needed.filter((id) => ids.includes(id)), "people"])
    if (!header.includes(column))
      wrong(column, {
        message: `The population file has no column "${column}"`,
        expected: `a header row: ${[...needed, "people"].join(",")}, and wave where the population differs by wave`,
      });
  return whole;
}

/** The wave that a row is of; undefined where it is of none. What is wrong with a wave is said once. */
function waveReader(
  header: readonly string[],
  { waves, printed }: ReadPopulationOptions,
  stop: Stop,
): (line: number, cells: Cells) => { readonly wave?: string } | undefined {
  const told = new Set<string>();
  return (line, cells) => {
    if (!header.includes("wave")) return {};
    const wave = cells.get("wave") ?? "";
    if (waves.includes(wave)) return { wave };
    if (told.has(wave)) return undefined;
    told.add(wave);
    const expected = spell(waves);
    if (wave === "") stop(line, "wave", wave, { message: "The row names no wave", expected, mend });
    else if (printed.includes(wave))
      stop(line, "wave", wave, {
        message: "Of this wave only printed tables survive: there are no respondents to weight",
        expected,
        mend: "Take the wave's rows out of the population file.",
      });
    else
      stop(line, "wave", wave, {
        message: "There is no such wave",
        expected,
        mend: suggestion(wave, waves, mend),
      });
    return undefined;
  };
}

/** Where the people of a row belong; undefined where that can't be told. */
function placeReader(
  header: readonly string[],
  dimensions: ReadPopulationOptions["dimensions"],
  stop: Stop,
): (line: number, cells: Cells) => PopulationCell["place"] | undefined {
  const known = dimensions
    .filter(({ id }) => header.includes(id))
    .map(({ id, options }) => {
      const ids = options.map((option) => option.id);
      return { id, ids, place: placeOf(ids) };
    });
  return (line, cells) => {
    let whole = true;
    const entries = known.flatMap(({ id, ids, place }) => {
      const value = cells.get(id) ?? "";
      if (value === "") return [];
      if (ids.length === 0) return [[id, wholeNumber(value)] as const];
      const at = place(value);
      if (at !== undefined) return [[id, ids[at] ?? value] as const];
      stop(line, id, value, {
        message: `The dimension "${id}" has no such code`,
        expected: `one of ${spell(ids)}`,
        mend: suggestion(value, ids, `${mend} Codes stand in it, as the codebook's labels have them.`),
      });
      whole = false;
      return [];
    });
    if (whole && entries.length === 0) {
      stop(line, known[0]?.id ?? "people", "", {
        message: "The row does not say who these people are",
        expected: "a code in at least one dimension",
        mend: "Fill the codes in, or take the row out: totals are added up from the others.",
      });
      return undefined;
    }
    return whole ? Object.fromEntries(entries) : undefined;
  };
}

function peopleIn(line: number, cells: Cells, stop: Stop): number | undefined {
  const cell = cells.get("people") ?? "";
  const people = parseDecimal(cell);
  if (people !== undefined && people >= 0) return people;
  const message =
    cell === "" ? "The row does not say how many people there are" : "This is no number of people";
  stop(line, "people", cell, {
    message,
    expected: "0 or more, in digits, without separators of thousands",
    mend: cell === "" ? "Fill the number in; where nobody is, write 0." : "Correct the number.",
  });
  return undefined;
}

/** True of a row that says again how many people there are of a kind. */
function repetitions(stop: Stop): (cell: PopulationCell) => boolean {
  const seen = new Map<string, number>();
  return ({ line, wave, place }) => {
    const key = JSON.stringify([wave, place]);
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, line);
      return false;
    }
    stop(line, Object.keys(place).join(", "), Object.values(place).join(" / "), {
      message: `These people stand in line ${before} already`,
      expected: wave === undefined ? "every row once" : "every row of a wave once",
      mend: "Take one of the two out, or add them up in one row.",
    });
    return true;
  };
}

const noRows: Expectation = {
  message: "The population file has no rows",
  expected: "a row for each group of people",
  mend: "Add the rows, or take the file out of the codebook.",
};
