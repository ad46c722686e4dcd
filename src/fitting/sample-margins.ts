import { type CodedWave, missingCode } from "../intake/responses/coded-wave.ts";
import type { Margin } from "../stats/raking.ts";
import type { Problem } from "../survey/problem.ts";
import { dimensionName, rareValues } from "../survey/reading.ts";
import { cellKey, cellName, type Division, optionsOfCell } from "./population.ts";

/**
 * The part of a wave that can be weighted. Respondents with the same place in every division are one kind: they have
 * the same weight. Kinds stand in the order of their places, so that the same answers in another order give the same
 * weights to the last digit.
 */
export interface SampleMargins {
  /** Each row's kind; {@link unplaced} where its place in some division is not known. */
  readonly kindOf: Int32Array;
  /** Respondents of each kind. */
  readonly counts: readonly number[];
  /** For each division, categories of the kinds and the targets. */
  readonly margins: readonly Margin[];
}

/** The kind of those who can't be weighted. */
const unplaced = -1;

export type Sample = Pick<CodedWave, "wave" | "rows" | "columns" | "dictionaries">;

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
  const { kindOf, counts, keys } = kindsOf(
    sample,
    divisions.map(({ by }) => keyReader(sample, by)),
  );
  const problems = divisions.flatMap((division, at) =>
    unmet(division, new Set(keys.map((key) => key[at] ?? "")), sample.wave, file),
  );
  if (problems.length > 0) return { problems };
  const margins = divisions.map(({ people }, at): Margin => {
    const places = new Map([...people.keys()].map((key, place) => [key, place]));
    return { categories: keys.map((key) => places.get(key[at] ?? "") ?? 0), wanted: [...people.values()] };
  });
  return { sample: { kindOf, counts, margins }, problems: [] };
}

type KeyReader = (row: number) => string | undefined;

/** Reads a row's cell; undefined where one of the dimensions is not known of it. */
function keyReader(sample: Sample, by: readonly string[]): KeyReader {
  const columns = by.map((id) => ({
    values: columnOf(sample, id)?.values,
    options: sample.dictionaries[dimensionName(id)] ?? [],
  }));
  // Of a million rows there are few different places: each is put into words once.
  const known = new Map<number, string>();
  return (row) => {
    let place = 0;
    for (const { values, options } of columns) {
      const code = values?.[row] ?? missingCode;
      if (code === missingCode) return undefined;
      place = place * options.length + code;
    }
    const key =
      known.get(place) ?? cellKey(columns.map(({ values, options }) => options[values?.[row] ?? 0] ?? ""));
    known.set(place, key);
    return key;
  };
}

function columnOf({ columns }: Sample, dimension: string) {
  return columns.find(({ name, kind }) => kind === "code" && name === dimensionName(dimension));
}

/** Sorts a wave's respondents into kinds: the cells that each kind is in, division by division. */
function kindsOf(
  { rows }: Sample,
  readers: readonly KeyReader[],
): Pick<SampleMargins, "kindOf" | "counts"> & { readonly keys: readonly (readonly string[])[] } {
  const found = new Map<string, { readonly at: number; readonly keys: readonly string[]; count: number }>();
  const foundOf = new Int32Array(rows).fill(unplaced);
  for (let row = 0; row < rows; row++) {
    const keys = readers.flatMap((keyOf) => keyOf(row) ?? []);
    if (keys.length < readers.length) continue;
    const name = keys.join();
    const kind = found.get(name) ?? { at: found.size, keys, count: 0 };
    if (kind.count === 0) found.set(name, kind);
    kind.count += 1;
    foundOf[row] = kind.at;
  }
  const kinds = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind);
  const places = new Int32Array(kinds.length);
  kinds.forEach(({ at }, place) => {
    places[at] = place;
  });
  return {
    kindOf: foundOf.map((at) => (at === unplaced ? unplaced : (places[at] ?? unplaced))),
    counts: kinds.map(({ count }) => count),
    keys: kinds.map(({ keys }) => keys),
  };
}

function unmet(
  division: Division,
  found: ReadonlySet<string>,
  wave: string,
  file: string,
): readonly Problem[] {
  const { people } = division;
  const missing = [...people].flatMap(([key, count]) =>
    found.has(key) ? [] : [noRespondent(division, key, count, wave, file)],
  );
  const unknown = [...found].filter((key) => !people.has(key));
  return [...missing, ...unknown.map((key) => nobodyLives(division, key, wave, file))];
}

function noDimension(wave: string, id: string, file: string): Problem {
  return {
    severity: "stop",
    file,
    column: id,
    message: `The wave "${wave}" can't be weighted by "${id}": it holds no such dimension`,
    expected: "dimensions that every weighted wave holds",
    mend: `Name its column for this wave, or weight the wave by other dimensions: weight: { "${wave}": …, default: … }.`,
  };
}

function noRespondent(
  { by, lines }: Division,
  key: string,
  people: number,
  wave: string,
  file: string,
): Problem {
  return {
    severity: "stop",
    file,
    ...lineOf(lines, key),
    column: by.join(", "),
    value: cellName(key),
    message: `The population has ${people} people here, but the wave "${wave}" has no respondent who could stand for them`,
    expected: "a respondent in every category of the population",
    mend: "Join the category with another in file and codebook, or weight by other dimensions.",
  };
}

function nobodyLives({ by, lines }: Division, key: string, wave: string, file: string): Problem {
  const joined = optionsOfCell(key).includes(rareValues);
  return {
    severity: "stop",
    file,
    ...lineOf(lines, key),
    column: by.join(", "),
    value: cellName(key),
    message: `The wave "${wave}" has respondents here, but the population nobody`,
    expected: "people in every category that respondents are in",
    mend: joined
      ? `Give ${by.join(", ")} labels in the codebook: without them, values of few respondents are joined to "${rareValues}".`
      : "Add the category to the population file, or join it with another in the codebook.",
  };
}

function lineOf(lines: ReadonlyMap<string, number>, key: string): { readonly line?: number } {
  const line = lines.get(key);
  return line === undefined ? {} : { line };
}
