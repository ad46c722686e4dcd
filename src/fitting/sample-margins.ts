import { type CodedWave, missingCode } from "../intake/responses/coded-wave.ts";
import type { Margin } from "../stats/raking.ts";
import type { Problem } from "../survey/problem.ts";
import { dimensionName } from "../survey/reading.ts";
import { cellKey, cellName, type Division } from "./population.ts";

/** The part of a wave that can be weighted: what is known of whom in each division of the population. */
export interface SampleMargins {
  /** Rows of the wave with a place in every division. The others can't be weighted. */
  readonly placed: readonly number[];
  /** For each division, categories of the placed rows and the targets. */
  readonly margins: readonly Margin[];
}

type Sample = Pick<CodedWave, "wave" | "rows" | "columns" | "dictionaries">;

/**
 * Lays a wave beside the population. Problems, which stop the weighting: a dimension that the wave lacks; people in a
 * cell of the population of whom none is in the sample, so that no weight can stand for them; and respondents in a
 * cell where nobody lives.
 */
export function sampleMargins(
  sample: Sample,
  divisions: readonly Division[],
  file: string,
): { readonly sample?: SampleMargins; readonly problems: readonly Problem[] } {
  const dimensions = [...new Set(divisions.flatMap(({ by }) => by))];
  const lacking = dimensions.filter((id) => !columnOf(sample, id));
  if (lacking.length > 0) return { problems: lacking.map((id) => noDimension(sample.wave, id, file)) };
  const keys = divisions.map(({ by }) => keysOf(sample, by));
  const placed = Array.from({ length: sample.rows }, (_, row) => row).filter((row) =>
    keys.every((ofDivision) => ofDivision[row] !== undefined),
  );
  const problems = divisions.flatMap((division, at) => {
    const found = new Set(placed.map((row) => keys[at]?.[row] ?? ""));
    return unmet(division, found, sample.wave, file);
  });
  if (problems.length > 0) return { problems };
  const margins = divisions.map(({ people }, at): Margin => {
    const places = new Map([...people.keys()].map((key, place) => [key, place]));
    const categories = placed.map((row) => places.get(keys[at]?.[row] ?? "") ?? 0);
    return { categories, wanted: [...people.values()] };
  });
  return { sample: { placed, margins }, problems: [] };
}

/** Each row's cell; undefined where one of the dimensions is not known of it. */
function keysOf(sample: Sample, by: readonly string[]): readonly (string | undefined)[] {
  const readers = by.map((id) => optionReader(sample, id));
  return Array.from({ length: sample.rows }, (_, row) => {
    const options = readers.flatMap((read) => read(row) ?? []);
    return options.length === by.length ? cellKey(options) : undefined;
  });
}

function optionReader(sample: Sample, dimension: string): (row: number) => string | undefined {
  const column = columnOf(sample, dimension);
  const options = sample.dictionaries[dimensionName(dimension)] ?? [];
  return (row) => {
    const code = column?.values[row] ?? missingCode;
    return code === missingCode ? undefined : options[code];
  };
}

function columnOf({ columns }: Sample, dimension: string) {
  return columns.find(({ name, kind }) => kind === "code" && name === dimensionName(dimension));
}

function unmet(
  { by, people }: Division,
  found: ReadonlySet<string>,
  wave: string,
  file: string,
): readonly Problem[] {
  const missing = [...people].flatMap(([key, count]) =>
    found.has(key) ? [] : [noRespondent(by, key, count, wave, file)],
  );
  const unknown = [...found].filter((key) => !people.has(key));
  return [...missing, ...unknown.map((key) => nobodyLives(by, key, wave, file))];
}

function noDimension(wave: string, id: string, file: string): Problem {
  return {
    severity: "stop",
    file,
    column: id,
    message: `The wave "${wave}" can't be weighted by "${id}": it holds no such dimension`,
    expected: "dimensions that every weighted wave holds",
    mend: `Take "${id}" out of weight.rake.by, or name its column for this wave.`,
  };
}

function noRespondent(
  by: readonly string[],
  key: string,
  people: number,
  wave: string,
  file: string,
): Problem {
  return {
    severity: "stop",
    file,
    column: by.join(", "),
    value: cellName(key),
    message: `The population has ${people} people here, but the wave "${wave}" has no respondent who could stand for them`,
    expected: "a respondent in every category of the population",
    mend: "Join the category with another in file and codebook, or weight by other dimensions.",
  };
}

function nobodyLives(by: readonly string[], key: string, wave: string, file: string): Problem {
  return {
    severity: "stop",
    file,
    column: by.join(", "),
    value: cellName(key),
    message: `The wave "${wave}" has respondents here, but the population nobody`,
    expected: "people in every category that respondents are in",
    mend: "Add the category to the population file, or join it with another in the codebook.",
  };
}
