import { type CodedColumn, missingCode } from "./coded-wave.ts";

/**
 * The order of rows in the store: by the first key, then the second and so on; missing values last. All columns are
 * keys, so the order of the file is lost, equal rows are alike, and a slice of the first keys lies together.
 * Counting sort from the last key to the first: stable, linear in rows × keys.
 */
export function sortedOrder(keys: readonly CodedColumn[], rows: number): Uint32Array {
  let order = Uint32Array.from({ length: rows }, (_, row) => row);
  let spare = new Uint32Array(rows);
  for (const key of keys.toReversed()) {
    const ranks = key.kind === "code" ? key.values : ranksOf(key.values);
    countingSort(order, spare, ranks);
    [order, spare] = [spare, order];
  }
  return order;
}

/** A copy of a column with its rows in the given order. */
export function inOrder(column: CodedColumn, order: Uint32Array): CodedColumn {
  if (column.kind === "number") return { ...column, values: numbersInOrder(column.values, order) };
  const values = new Uint16Array(order.length);
  for (let at = 0; at < order.length; at++) values[at] = column.values[order[at] ?? 0] ?? missingCode;
  return { ...column, values };
}

export function numbersInOrder(numbers: Float64Array, order: Uint32Array): Float64Array {
  const values = new Float64Array(order.length);
  for (let at = 0; at < order.length; at++) values[at] = numbers[order[at] ?? 0] ?? Number.NaN;
  return values;
}

function countingSort(from: Uint32Array, to: Uint32Array, ranks: Uint16Array | Uint32Array): void {
  let largest = 0;
  for (const rank of ranks) if (rank > largest) largest = rank;
  const starts = new Uint32Array(largest + 2);
  for (const rank of ranks) starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
  for (let rank = 1; rank < starts.length; rank++)
    starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
  for (const row of from) {
    const rank = ranks[row] ?? 0;
    const place = starts[rank] ?? 0;
    to[place] = row;
    starts[rank] = place + 1;
  }
}

/** Numbers as places in their sorted distinct values; NaN, which typed arrays sort last, shares the last place. */
function ranksOf(values: Float64Array): Uint32Array {
  const sorted = values.slice().sort();
  const distinct = new Map<number, number>();
  for (const value of sorted) if (!distinct.has(value)) distinct.set(value, distinct.size);
  return Uint32Array.from(values, (value) => distinct.get(value) ?? 0);
}
