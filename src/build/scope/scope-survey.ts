import type { Problem } from "../../survey/problem.ts";
import { dimensionName } from "../../survey/reading.ts";
import { readScope, type Scope, scopedSurvey } from "../../survey/scope.ts";
import type { StratumCount } from "../../survey/stratum.ts";
import type { Survey } from "../../survey/survey.ts";
import { type SliceTable, sliceKey } from "../../survey/wave-table.ts";
import type { PreparedSurvey, PreparedTable } from "../prepared.ts";

/**
 * The scope of a site in the terms of a survey; undefined where the survey knows nothing of what the scope is about, so
 * that none of it may be in the site.
 */
export function scopeOf(
  text: string,
  survey: Pick<Survey, "dimensions">,
  file: string,
): { readonly scope?: Scope; readonly problem?: Problem } {
  const read = readScope(text, survey);
  if ("scope" in read) return { scope: read.scope };
  const { dimension, value } = read.unknown;
  if (value === undefined)
    return {
      problem: {
        severity: "note",
        file,
        value: dimension,
        message: `The survey is left out: it has no dimension "${dimension}", by which MANYI_SCOPE cuts the site`,
        expected: "a dimension that MANYI_SCOPE names",
        mend: "Nothing, if the survey is none of this audience's.",
      },
    };
  const options = survey.dimensions.find(({ id }) => id === dimension)?.options ?? [];
  return {
    problem: {
      severity: "stop",
      file,
      value,
      message: `MANYI_SCOPE names a value that the dimension "${dimension}" does not have`,
      expected: options
        .slice(0, 12)
        .map(({ id }) => id)
        .join(", "),
      mend: "Correct MANYI_SCOPE: ids or labels, several with commas between them.",
    },
  };
}

export function nobodyWithin(file: string): Problem {
  return {
    severity: "stop",
    file,
    message: "Nobody in any wave is within MANYI_SCOPE",
    expected: "a scope that holds respondents",
    mend: "Correct MANYI_SCOPE.",
  };
}

type Assembled = Pick<PreparedSurvey, "survey" | "waves" | "tables" | "strata" | "dataVersion" | "problems">;

/** A survey of which waves were read within a scope, without whatever else it knows of others. */
export function withinScope(assembled: Assembled, scope: Scope): Assembled {
  const { survey } = assembled;
  const waves = assembled.waves.filter(({ layout }) => layout.rows > 0);
  const tables = assembled.tables.flatMap((table) => scopedTable(table, scope));
  const held = new Set([...waves, ...tables].map(({ wave }) => wave));
  const found = Object.fromEntries(
    survey.dimensions.map(({ id }) => {
      const name = dimensionName(id);
      const ofWaves = waves.flatMap(({ layout }) => layout.dictionaries[name] ?? []);
      return [id, new Set([...ofWaves, ...tables.flatMap(({ dictionaries }) => dictionaries[name] ?? [])])];
    }),
  );
  const known = survey.waves.filter(({ id }) => held.has(id));
  return {
    ...assembled,
    survey: scopedSurvey({ ...survey, waves: known }, scope, found),
    waves,
    tables,
    strata: assembled.strata.filter(({ place }) => isWithin(place, scope)),
  };
}

function isWithin(place: StratumCount["place"], scope: Scope): boolean {
  return Object.entries(scope).every(([id, values]) => values.includes(place[id] ?? ""));
}

/** The printed figures of a scope's groups; where a group is the whole scope, it is everybody of the site. */
function scopedTable({ table, files, ...rest }: PreparedTable, scope: Scope): readonly PreparedTable[] {
  const slices = table.slices.filter(({ slice }) => isWithin(slice, scope));
  const whole = Object.fromEntries(Object.entries(scope).map(([id, [value = ""]]) => [id, value]));
  const isOne = Object.values(scope).every((values) => values.length === 1);
  const everybody = slices.filter(({ slice }) => isOne && sliceKey(slice) === sliceKey(whole));
  const all: readonly SliceTable[] = [...everybody.map((one) => ({ ...one, slice: {} })), ...slices];
  if (slices.length === 0) return [];
  const names = new Map<string, Set<string>>();
  for (const { slice } of slices)
    for (const [id, value] of Object.entries(slice))
      names.set(dimensionName(id), (names.get(dimensionName(id)) ?? new Set()).add(value));
  const dictionaries = Object.fromEntries(
    Object.entries(rest.dictionaries).map(([name, ids]) => [
      name,
      name.startsWith(dimensionName("")) ? [...(names.get(name) ?? [])] : ids,
    ]),
  );
  const used = slices.reduce(
    (sum, { questions }) => sum + questions.reduce((cells, one) => cells + one.cells.length, 0),
    0,
  );
  return [
    {
      ...rest,
      dictionaries,
      table: { wave: table.wave, slices: all },
      files: files.map(({ quality, ...file }) => ({
        ...file,
        quality: {
          ...quality,
          ...{ rowsRead: used, used, unknownCells: 0 },
          leftOut: { other: 0, unwanted: 0, unknown: 0, wrong: 0 },
        },
      })),
    },
  ];
}
