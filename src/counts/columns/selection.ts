import { dimensionName } from "../../survey/reading.ts";
import { codesOf } from "../../views/predicate.ts";
import { dimensionIn, type Slice } from "../../views/slice.ts";
import { keyDecoder } from "../read-counts.ts";
import type { WaveColumns } from "./wave-columns.ts";

/** Rows of a wave, group by group. */
export interface GroupedRows {
  /** For each dimension asked for, an option id (null: not known). */
  readonly keys: readonly (readonly (string | null)[])[];
  /** Places of rows, those of one group together. */
  readonly rows: Uint32Array;
  /** Where the rows of each group start; one more at the end, where those of the last end. */
  readonly starts: Uint32Array;
}

/** The rows of a slice: those that the SQL condition of the slice would leave. */
export function rowsIn({ layout, codes }: WaveColumns, slice: Slice): Uint32Array {
  const tests = Object.entries(slice)
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => {
      const { dimension, isOut } = dimensionIn(key);
      const name = dimensionName(dimension);
      const dictionary = layout.dictionaries[name] ?? [];
      // One place more, at the end, for those of no known place.
      const isIn = new Uint8Array(dictionary.length + 1).fill(isOut ? 1 : 0);
      for (const code of codesOf(values, dictionary, isOut)) isIn[code] = isOut ? 0 : 1;
      return { column: codes.get(name), isIn, nowhere: dictionary.length };
    });
  const rows = new Uint32Array(layout.rows);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  let count = rows.length;
  for (const { column, isIn, nowhere } of tests) {
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[at] as number;
      const code = column ? (column[row] as number) : -1;
      rows[kept] = row;
      kept += isIn[code < 0 ? nowhere : code] as number;
    }
    count = kept;
  }
  // Of a few rows no more is kept than they take.
  return rows.slice(0, count);
}

/** Rows in groups by some dimensions. A dimension that the wave lacks is not known of anybody. */
export function grouped(columns: WaveColumns, rows: Uint32Array, by: readonly string[]): GroupedRows {
  if (by.length === 0)
    return rows.length === 0
      ? { keys: [], rows, starts: Uint32Array.of(0) }
      : { keys: [[]], rows, starts: Uint32Array.of(0, rows.length) };
  const { layout, codes } = columns;
  const parts = by.map((dimension) => {
    const name = dimensionName(dimension);
    return { column: codes.get(name), size: (layout.dictionaries[name]?.length ?? 0) + 1 };
  });
  const decode = keyDecoder({ by }, layout);
  const found = groupsByCode(parts.reduce((product, { size }) => product * size, 1));
  const byKey = new Map<string, number>();
  const keys: (readonly (string | null)[])[] = [];
  const groupOf = combinedCodes(rows, parts);
  const sizes: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const code = groupOf[at] as number;
    const known = found.get(code) ?? groupFor(code);
    groupOf[at] = known;
    sizes[known] = (sizes[known] ?? 0) + 1;
  }
  return { keys, ...sorted(rows, groupOf, sizes) };

  function groupFor(code: number): number {
    let rest = code;
    const own: Record<string, number | null> = {};
    for (let at = parts.length - 1; at >= 0; at--) {
      const size = parts[at]?.size ?? 1;
      own[`key${at}`] = rest % size === 0 ? null : (rest % size) - 1;
      rest = Math.floor(rest / size);
    }
    const key = decode(own);
    const name = JSON.stringify(key);
    const group = byKey.get(name) ?? keys.push(key) - 1;
    byKey.set(name, group);
    found.set(code, group);
    return group;
  }
}

interface KeyPart {
  readonly column: Int16Array | Int32Array | undefined;
  /** One more than places: 0 stands for those of no known place. */
  readonly size: number;
}

/** The places of each row as one number; doubles, as the product of many sizes is large. */
function combinedCodes(rows: Uint32Array, parts: readonly KeyPart[]): Float64Array {
  const combined = new Float64Array(rows.length);
  for (const { column, size } of parts)
    for (let at = 0; at < rows.length; at++) {
      const code = column ? (column[rows[at] as number] as number) : -1;
      combined[at] = (combined[at] as number) * size + code + 1;
    }
  return combined;
}

/** So many groups have a place of their own in a list. */
const mostListed = 65_536;

/** Groups by the number that stands for their places. */
function groupsByCode(codes: number): {
  readonly get: (code: number) => number | undefined;
  readonly set: (code: number, group: number) => void;
} {
  if (codes > mostListed) {
    const found = new Map<number, number>();
    return { get: (code) => found.get(code), set: (code, group) => found.set(code, group) };
  }
  const listed = new Int32Array(codes).fill(-1);
  return {
    get: (code) => {
      const group = listed[code] ?? -1;
      return group < 0 ? undefined : group;
    },
    set: (code, group) => {
      listed[code] = group;
    },
  };
}

/** Rows in the order of their groups, within a group in their own. */
function sorted(
  rows: Uint32Array,
  groupOf: Float64Array,
  sizes: readonly number[],
): Pick<GroupedRows, "rows" | "starts"> {
  const starts = new Uint32Array(sizes.length + 1);
  for (const [group, size] of sizes.entries()) starts[group + 1] = (starts[group] ?? 0) + size;
  const next = starts.slice();
  const ordered = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const group = groupOf[at] as number;
    const place = next[group] as number;
    ordered[place] = rows[at] as number;
    next[group] = place + 1;
  }
  return { rows: ordered, starts };
}
