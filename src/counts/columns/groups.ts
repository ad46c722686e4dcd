import type { Slice } from "../../views/slice.ts";
import { type GroupedRows, grouped, rowsIn } from "./selection.ts";
import type { WaveColumns } from "./wave-columns.ts";

/** So many rows of breakdowns are kept, 4 bytes each, for requests that ask for the same groups or for parts of them. */
const mostRows = 16_000_000;

export interface Breakdown {
  readonly slice: Slice;
  readonly by: readonly string[];
  /** What tells a dimension that was worked out of the rows from others of its name. */
  readonly rule?: string;
}

/**
 * Breakdowns of waves, each worked out once while it is kept. The rows of a branch are a group of the level that it is
 * on, of the branch above it: no row is looked at again for every branch.
 */
export function groupsOfWaves(
  hierarchy: readonly string[],
  most = mostRows,
): (columns: WaveColumns, breakdown: Breakdown) => GroupedRows {
  const kept = keeping(most);
  const groupsOf = (columns: WaveColumns, { slice, by, rule = "" }: Breakdown): GroupedRows =>
    kept(nameOf(columns, { slice, by, rule }), () =>
      by.length === 0
        ? everyoneIn(columns, slice)
        : grouped(columns, groupsOf(columns, { slice, by: [] }).rows, by),
    );
  const everyoneIn = (columns: WaveColumns, slice: Slice): GroupedRows => {
    const level = hierarchy.findLast((dimension) => slice[dimension]?.length === 1);
    const [place] = (level !== undefined && slice[level]) || [];
    if (level === undefined || place === undefined) return grouped(columns, rowsIn(columns, slice), []);
    const { [level]: _, ...above } = slice;
    const { keys, rows, starts } = groupsOf(columns, { slice: above, by: [level] });
    const at = keys.findIndex(([id]) => id === place);
    return grouped(columns, at < 0 ? rows.subarray(0, 0) : rows.subarray(starts[at], starts[at + 1]), []);
  };
  return groupsOf;
}

/** The same for the same question. */
function nameOf({ layout }: WaveColumns, { slice, by, rule }: Breakdown): string {
  const narrowed = Object.entries(slice).filter(([, values]) => values.length > 0);
  return JSON.stringify([layout.wave, narrowed, by, rule]);
}

/** Keeps what was made of late, as many rows of it as fit; the last one whatever its size. */
function keeping(most: number): (name: string, make: () => GroupedRows) => GroupedRows {
  const kept = new Map<string, GroupedRows>();
  let total = 0;
  return (name, make) => {
    const known = kept.get(name);
    const groups = known ?? make();
    // Taken out and put in again, so that the least recently used stands first.
    kept.delete(name);
    kept.set(name, groups);
    if (known) return known;
    total += groups.rows.length;
    for (const [oldest, { rows }] of kept) {
      if (total <= most || oldest === name) break;
      kept.delete(oldest);
      total -= rows.length;
    }
    return groups;
  };
}
