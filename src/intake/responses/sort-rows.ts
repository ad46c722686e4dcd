import { type CodedColumn, missingCode } from "./coded-wave.ts";

/**
 * The order of rows in the store: by the first key, then the second and so on; missing values last. All columns are
 * keys, so the order of the file is lost, equal rows are alike, and a slice of the first keys lies together.
 * Counting sort from the last key to the first: stable, linear in rows × keys.
 */
export function sortedOrder(keys: readonly CodedColumn[], rows: number): Uint32Array {
  let order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  let spare = new Uint32Array(rows);
  for (const ranks of joinedFromLast(keys)) {
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

/** A key's values as whole numbers from 0 to below `size`: in order, the missing one last. */
interface Ranks {
  readonly size: number;
  readonly values: Uint32Array;
}

/** Buckets of a pass that stay in the processor's cache. */
const mostBuckets = 1 << 16;

/** Neighbouring keys that have few values between them as one key, the last ones first: a pass each in place of many. */
function* joinedFromLast(keys: readonly CodedColumn[]): Generator<Ranks> {
  let joined: Ranks = { size: 1, values: new Uint32Array(keys[0]?.values.length ?? 0) };
  for (const key of keys.toReversed()) {
    const ranks = key.kind === "code" ? ranksOfCodes(key.values) : ranksOfNumbers(key.values);
    if (ranks.size * joined.size > mostBuckets) {
      yield joined;
      joined = ranks;
    } else joined = joinRanks(ranks, joined);
  }
  yield joined;
}

function joinRanks(first: Ranks, second: Ranks): Ranks {
  const values = new Uint32Array(first.values.length);
  for (let row = 0; row < values.length; row++)
    values[row] = (first.values[row] ?? 0) * second.size + (second.values[row] ?? 0);
  return { size: first.size * second.size, values };
}

// Loops below go by index: over a million rows an iterator takes several times as long.

function countingSort(from: Uint32Array, to: Uint32Array, { size, values }: Ranks): void {
  const starts = new Uint32Array(size + 1);
  for (let row = 0; row < values.length; row++) {
    const next = (values[row] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let rank = 1; rank < starts.length; rank++)
    starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
  for (let at = 0; at < from.length; at++) {
    const row = from[at] ?? 0;
    const rank = values[row] ?? 0;
    const place = starts[rank] ?? 0;
    to[place] = row;
    starts[rank] = place + 1;
  }
}

function ranksOfCodes(codes: Uint16Array): Ranks {
  let last = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? missingCode;
    if (code !== missingCode && code >= last) last = code + 1;
  }
  const values = new Uint32Array(codes.length);
  for (let row = 0; row < values.length; row++) values[row] = Math.min(codes[row] ?? missingCode, last);
  return { size: last + 1, values };
}

/** Places among the sorted distinct values; NaN, which typed arrays sort last, has the last place. */
function ranksOfNumbers(numbers: Float64Array): Ranks {
  const places = new Map<number, number>();
  for (const number of numbers.slice().sort()) if (!places.has(number)) places.set(number, places.size);
  const values = new Uint32Array(numbers.length);
  for (let row = 0; row < values.length; row++) values[row] = places.get(numbers[row] ?? Number.NaN) ?? 0;
  return { size: places.size, values };
}
