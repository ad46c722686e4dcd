import { weightSpread } from "../../fitting/weight-spread.ts";
import { type CodedColumn, type CodedWave, missingCode } from "../../intake/responses/coded-wave.ts";
import type { RowSource } from "../../intake/sources/source.ts";
import { dimensionName, rareValues, type WaveReading } from "../../survey/reading.ts";
import type { Scope } from "../../survey/scope.ts";
import type { WaveWeighting } from "../../survey/weighting.ts";
import type { Weighed } from "../weigh-wave.ts";

export interface ScopedWaveOptions {
  readonly reading: WaveReading;
  readonly scope: Scope;
  /** The survey's minimum base. */
  readonly minimum: number;
}

/** The rows of a wave that a scope holds. */
export function rowsInScope({ columns, dictionaries, rows }: CodedWave, scope: Scope): Uint32Array {
  const wanted = Object.entries(scope).map(([dimension, ids]) => {
    const name = dimensionName(dimension);
    const codes = new Set(ids.map((id) => dictionaries[name]?.indexOf(id) ?? -1));
    codes.delete(-1);
    return { codes, values: columns.find((column) => column.name === name)?.values };
  });
  return Uint32Array.from({ length: rows }, (_, row) => row).filter((row) =>
    wanted.every(({ codes, values }) => codes.has(values?.[row] ?? missingCode)),
  );
}

/**
 * A wave as far as a scope holds it: its rows with the weights that they have among all, to mean 1 again; of the values
 * that were taken as found only theirs, and those that too few of them gave joined to one.
 */
export function scopedWave(
  { coded, weighting }: Weighed,
  quality: CodedWave["quality"],
  { reading, scope, minimum }: ScopedWaveOptions,
): Weighed {
  const rows = rowsInScope(coded, scope);
  // By name, how many must have given a value for it to be named: of places one, of what was taken as found the minimum.
  const places = Object.keys(coded.dictionaries).filter((name) => name.startsWith(dimensionName("")));
  const least = new Map([
    ...places.map((name) => [name, 1] as const),
    ...reading.variables.flatMap((one): readonly (readonly [string, number])[] => {
      if (one.kind === "date") return [[one.name, 1]];
      return one.kind === "options" && one.options === "open" ? [[one.name, minimum]] : [];
    }),
    ...[...reading.hierarchy, ...Object.keys(scope).map(dimensionName)].map((name) => [name, 1] as const),
  ]);
  const dictionaries: Record<string, readonly string[]> = { ...coded.dictionaries };
  const columns = coded.columns.map((column): CodedColumn => {
    if (column.kind === "number")
      return { ...column, values: Float64Array.from(rows, (row) => at(column, row)) };
    const values = Uint16Array.from(rows, (row) => at(column, row));
    const ids = coded.dictionaries[column.name];
    const fewest = least.get(column.name);
    if (!ids || fewest === undefined) return { ...column, values };
    const { codes, known } = pruned(values, ids, fewest);
    dictionaries[column.name] = known;
    return { ...column, values: codes };
  });
  const weights =
    coded.weights && normalised(Float64Array.from(rows, (row) => coded.weights?.[row] ?? Number.NaN));
  const spread = weights && weightSpread(weights, { minimum, tellsSizes: false });
  return {
    coded: {
      ...coded,
      rows: rows.length,
      columns,
      ...(weights ? { weights } : {}),
      dictionaries,
      lines: Uint32Array.from(rows, (row) => coded.lines?.[row] ?? 0),
      quality: weights && spread ? { ...quality, weight: weightFacts(quality, spread) } : quality,
    },
    ...(spread && weighting ? { weighting: { ...spread, source: withoutOthers(weighting.source) } } : {}),
  };
}

const at = ({ values }: CodedColumn, row: number) => values[row] ?? missingCode;

function weightFacts(
  { weight }: CodedWave["quality"],
  { respondents: valid, without: invalid }: { readonly respondents: number; readonly without: number },
) {
  return { ...(weight?.column === undefined ? {} : { column: weight.column }), valid, invalid };
}

/** How everybody was weighted says how many others there are. */
function withoutOthers(source: WaveWeighting["source"]): WaveWeighting["source"] {
  return source.from === "population" ? { ...source, margins: [] } : source;
}

/** Codes of the values that at least so many gave, in the same order; what fewer gave is one value at the end. */
function pruned(
  values: Uint16Array,
  ids: readonly string[],
  least: number,
): { readonly codes: Uint16Array; readonly known: readonly string[] } {
  const counts = ids.map(() => 0);
  for (const code of values) if (code !== missingCode) counts[code] = (counts[code] ?? 0) + 1;
  const stays = (id: string, code: number) => id !== rareValues && (counts[code] ?? 0) >= least;
  const known = ids.filter(stays);
  const isRare = ids.some((id, code) => !stays(id, code) && (counts[code] ?? 0) > 0);
  const places = new Map(known.map((id, place) => [id, place]));
  const moves = ids.map((id, code) => (stays(id, code) ? (places.get(id) ?? missingCode) : known.length));
  return {
    codes: values.map((code) => (code === missingCode ? code : (moves[code] ?? missingCode))),
    known: isRare ? [...known, rareValues] : known,
  };
}

function normalised(weights: Float64Array): Float64Array {
  const valid = weights.filter((weight) => !Number.isNaN(weight));
  const mean = valid.reduce((sum, weight) => sum + weight, 0) / Math.max(1, valid.length);
  return mean > 0 ? weights.map((weight) => weight / mean) : weights;
}

/** A file of which only its head and the rows of some lines are read. */
export function onlyLines(source: RowSource, all: Uint32Array, kept: Uint32Array): RowSource {
  const wanted = new Set(kept);
  const first = all[0] ?? Number.POSITIVE_INFINITY;
  return {
    ...source,
    readRows: ({ onRows }) =>
      source.readRows({
        onRows: (rows) => onRows(rows.filter(({ line }) => line < first || wanted.has(line))),
        // What is wrong with the file as a whole was said when it was read whole.
        onFault: () => {},
      }),
  };
}
