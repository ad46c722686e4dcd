/** Σu, Σux, Σuy, Σux², Σuy² and Σuxy over respondents who gave both x and y, u being 1, w or w². */
export interface Products {
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

/** Where a pair of questions stands in a table, by their order. */
export interface PairPlaces {
  readonly questions: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
}

/**
 * Sums over every pair of some questions, each with itself too, in one row of numbers: {@link plainSums} of each pair
 * where everybody counts 1, else {@link weightedSums}. A survey has hundreds of thousands of pairs, which as objects
 * would take several times the room, and more time to clear away than to add up. A pair that nobody answered is all 0.
 */
export interface PairTable {
  readonly places: PairPlaces;
  readonly isWeighted: boolean;
  readonly sums: Float64Array;
}

/** Sums of a pair in their order, as they are named where they are counted: everybody counts 1. */
export const plainSums = ["n", "x", "y", "xx", "yy", "xy"] as const;

/** The same, then respondents with a weight, how many, and their products with w and with w². */
export const weightedSums = [
  ...plainSums,
  ...(["m", "w", "wx", "wy", "wxx", "wyy", "wxy"] as const),
  ...(["w2", "w2x", "w2y", "w2xx", "w2yy", "w2xy"] as const),
] as const;

/** Where products start among the sums of a pair; without weights all three are one, and m is n. */
const starts = {
  plain: { stride: plainSums.length, m: 0, w: 0, w2: 0 },
  weighted: {
    stride: weightedSums.length,
    m: weightedSums.indexOf("m"),
    w: weightedSums.indexOf("w"),
    w2: weightedSums.indexOf("w2"),
  },
} as const;

export function startsIn({
  isWeighted,
}: Pick<PairTable, "isWeighted">): (typeof starts)[keyof typeof starts] {
  return isWeighted ? starts.weighted : starts.plain;
}

export function placesOf(questions: readonly string[]): PairPlaces {
  return { questions, positions: new Map(questions.map((id, at) => [id, at])) };
}

export function emptyTable(places: PairPlaces, { isWeighted }: Pick<PairTable, "isWeighted">): PairTable {
  const count = places.questions.length;
  const pairs = (count * (count + 1)) / 2;
  return { places, isWeighted, sums: new Float64Array(pairs * startsIn({ isWeighted }).stride) };
}

/** Where the sums of a pair start, whichever of the two is named first; undefined where one is not in the table. */
export function startOf(table: PairTable, first: string, second: string): number | undefined {
  const { questions, positions } = table.places;
  const [one, other] = [positions.get(first), positions.get(second)];
  if (one === undefined || other === undefined) return undefined;
  const [above, below] = one < other ? [one, other] : [other, one];
  const row = (above * (2 * questions.length - above + 1)) / 2;
  return (row + below - above) * startsIn(table).stride;
}

/** True where a table has the second of two questions first: their x and y change places. */
export function isTurned({ places: { positions } }: PairTable, first: string, second: string): boolean {
  return (positions.get(first) ?? 0) > (positions.get(second) ?? 0);
}

/** The products that start at a place in a table. */
export function productsAt({ sums }: PairTable, at: number, turned: boolean): Products {
  const number = (place: number) => sums[at + place] ?? 0;
  const [x, y, xx, yy] = turned ? [2, 1, 4, 3] : [1, 2, 3, 4];
  return { size: number(0), x: number(x), y: number(y), xx: number(xx), yy: number(yy), xy: number(5) };
}

/** Respondents who answered both questions of a pair, and those of them with a weight. */
export function sizesOf(table: PairTable, first: string, second: string): { n: number; m: number } {
  const start = startOf(table, first, second);
  if (start === undefined) return { n: 0, m: 0 };
  return { n: table.sums[start] ?? 0, m: table.sums[start + startsIn(table).m] ?? 0 };
}

/** Sums of respondents of whom none is in both tables. */
export function addTables(a: PairTable, b: PairTable): PairTable {
  const [one, other] = alike(a, b);
  const sums = one.sums.slice();
  // A plain loop: a build adds up tens of millions of sums.
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (other.sums[at] ?? 0);
  return { ...one, sums };
}

/**
 * Sums without those of a part; where nobody is left, rounding must leave nothing either.
 * @throws Error for a part that is more than its whole
 */
export function subtractTables(whole: PairTable, part: PairTable): PairTable {
  const [one, other] = alike(whole, part);
  const { stride, m, w } = startsIn(one);
  const sums = one.sums.map((sum, at) => sum - (other.sums[at] ?? 0));
  for (let at = 0; at < sums.length; at += stride) {
    const [left, withWeight] = [sums[at] ?? 0, sums[at + m] ?? 0];
    if (left < 0 || withWeight < 0)
      throw new Error(`a part of ${other.sums[at]} is more than its whole of ${one.sums[at]}`);
    if (left === 0) sums.fill(0, at, at + stride);
    else if (withWeight === 0) sums.fill(0, at + w, at + stride);
  }
  return { ...one, sums };
}

/** The same table as if some of its questions had not been asked. */
export function withoutQuestions(table: PairTable, without: readonly string[]): PairTable {
  const { stride } = startsIn(table);
  const sums = table.sums.slice();
  for (const id of without)
    for (const other of table.places.questions) {
      const start = startOf(table, id, other);
      if (start !== undefined) sums.fill(0, start, start + stride);
    }
  return { ...table, sums };
}

/**
 * Two tables with the same sums of each pair.
 * @throws Error where they are of other questions: nobody counts these together
 */
function alike(a: PairTable, b: PairTable): readonly [PairTable, PairTable] {
  const [one, other] = [a.places.questions, b.places.questions];
  if (one !== other && (one.length !== other.length || one.some((id, at) => id !== other[at])))
    throw new Error(`pairs of "${one.join(" ")}" and of "${other.join(" ")}" are not of the same questions`);
  return a.isWeighted === b.isWeighted ? [a, b] : [weightedTable(a), weightedTable(b)];
}

/** A table with weights; where there were none, each is 1. */
function weightedTable(table: PairTable): PairTable {
  if (table.isWeighted) return table;
  const { stride, m, w, w2 } = starts.weighted;
  const weighted = emptyTable(table.places, { isWeighted: true });
  for (let from = 0, to = 0; from < table.sums.length; from += starts.plain.stride, to += stride) {
    const products = table.sums.subarray(from, from + starts.plain.stride);
    for (const start of [0, w, w2]) weighted.sums.set(products, to + start);
    weighted.sums[to + m] = products[0] ?? 0;
  }
  return weighted;
}
