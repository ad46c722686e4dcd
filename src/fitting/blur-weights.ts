import type { JoinedWeights } from "../survey/weighting.ts";

/**
 * Weights that tell nothing of where a respondent belongs that the published places don't (M34). A weight can be that
 * of one cell of the population alone. Rows of which a place is withheld have the mean weight of all rows with the same
 * published combination. Among others a weight stays where at least `minimum` rows of the combination share it; rarer
 * ones are taken together with the next in size, as few as need be, and have their mean. Sums of weights by combination
 * stay what they are. Where fewer than `minimum` of a combination have no weight, or fewer have one, all have the mean
 * over all of them.
 * @param cells the published combination of each row
 * @param isOpen whether no place of the row is withheld
 * @param weights NaN where a row has none
 */
export function blurWeights(
  weights: Float64Array,
  {
    cells,
    isOpen,
    minimum,
  }: {
    readonly cells: Uint32Array;
    readonly isOpen: (row: number) => boolean;
    readonly minimum: number;
  },
): Float64Array {
  const blurred = weights.slice();
  const rowsOf = new Map<number, number[]>();
  for (const [row, cell] of cells.entries()) {
    const known = rowsOf.get(cell);
    if (known) known.push(row);
    else rowsOf.set(cell, [row]);
  }
  for (const rows of rowsOf.values()) {
    const weighted = rows.filter((row) => !Number.isNaN(weights[row]));
    const without = rows.length - weighted.length;
    const isFew = (count: number) => count > 0 && count < minimum;
    if (weighted.length === 0) continue;
    if (without > 0 && (isFew(without) || isFew(weighted.length)))
      share(rows, sumOf(weighted, weights), blurred);
    else if (!isOpen(rows[0] ?? 0)) share(weighted, sumOf(weighted, weights), blurred);
    else for (const run of runsOf(weighted, weights, minimum)) share(run, sumOf(run, weights), blurred);
  }
  return blurred;
}

/** Rows in the order of their weights, cut where a weight changes and each part has at least `minimum` rows. */
function runsOf(
  rows: readonly number[],
  weights: Float64Array,
  minimum: number,
): readonly (readonly number[])[] {
  const sorted = rows.toSorted((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0));
  const runs: number[][] = [];
  let run: number[] = [];
  for (const [at, row] of sorted.entries()) {
    run.push(row);
    const isEnd = weights[row] !== weights[sorted[at + 1] ?? -1];
    if (isEnd && run.length >= minimum) {
      runs.push(run);
      run = [];
    }
  }
  const last = runs.at(-1);
  if (last) last.push(...run);
  else runs.push(run);
  return runs;
}

/** Equal weights stay as they are, to the last digit. */
function share(rows: readonly number[], sum: number, weights: Float64Array): void {
  const first = weights[rows[0] ?? 0];
  if (rows.every((row) => weights[row] === first)) return;
  for (const row of rows) weights[row] = sum / rows.length;
}

function sumOf(rows: readonly number[], weights: Float64Array): number {
  return rows.reduce((sum, row) => sum + (weights[row] ?? 0), 0);
}

/**
 * How far joined weights are from what they were, rounded up, so that no weight can be worked out of it. Undefined where
 * all stay.
 * @param weights NaN where a row has none
 */
export function joinedWeights(weights: Float64Array, joined: Float64Array): JoinedWeights | undefined {
  let [rows, moved, all, most] = [0, 0, 0, 0];
  for (const [row, weight] of joined.entries()) {
    const own = weights[row] ?? Number.NaN;
    const change = Math.abs((weight || 0) - (own || 0));
    all += own || 0;
    if (!(change > rounding * weight)) continue;
    rows += 1;
    moved += change / 2;
    if (own > 0) most = Math.max(most, change / own);
  }
  if (rows === 0 || all === 0) return undefined;
  const upTo = (value: number, steps: number) => Math.ceil(value * steps) / steps;
  return { rows, moved: upTo(moved / all, 1000), most: upTo(most, 100) };
}

const rounding = 1e-9;
