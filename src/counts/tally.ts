/**
 * One cell of a table of counts: `n` answers; of these `m` by respondents with a weight, whose weights sum to `w` and
 * squared weights to `w2`. Where a wave has no weights, m = w = w2 = n.
 */
export interface Cell {
  readonly n: number;
  readonly m: number;
  readonly w: number;
  readonly w2: number;
}

/** Sums of a measured number x over weighted and over all answers: what its mean and variance need. */
export interface Sums {
  readonly x: number;
  readonly xx: number;
  readonly wx: number;
  readonly wxx: number;
  readonly w2x: number;
  readonly w2xx: number;
}

/**
 * The answers of one group to one question. codes: by scale code, or by place among the options; of a multiple choice
 * the cells overlap, `base` is the respondents, and a choice that the wave did not offer has no cell. sums: a measured
 * number. shares: what a publication says without saying of how many.
 */
export type Tally =
  | {
      readonly kind: "codes";
      readonly base: Cell;
      readonly cells: ReadonlyMap<number, Cell>;
      /** Codes whose count a printed table does not tell; they have no cell. */
      readonly unknown?: ReadonlySet<number>;
    }
  | { readonly kind: "sums"; readonly base: Cell; readonly sums: Sums }
  | PublishedShares;

/** Shares (0–1) as they were published, by code or place; one that is not known is absent. Their base is not stated. */
export interface PublishedShares {
  readonly kind: "shares";
  readonly shares: ReadonlyMap<number, number>;
  readonly base?: undefined;
}

/** Answers that were counted, and not only published as shares. */
export type CountedTally = Exclude<Tally, PublishedShares>;

export const emptyCell: Cell = { n: 0, m: 0, w: 0, w2: 0 };
export const emptySums: Sums = { x: 0, xx: 0, wx: 0, wxx: 0, w2x: 0, w2xx: 0 };

/** A cell of n answers without weights: each counts 1. */
export function unweightedCell(n: number): Cell {
  return { n, m: n, w: n, w2: n };
}

export function addCells(a: Cell, b: Cell): Cell {
  return { n: a.n + b.n, m: a.m + b.m, w: a.w + b.w, w2: a.w2 + b.w2 };
}

/** Counts of two groups without a common respondent, as one group. */
export function mergeTallies(a: CountedTally, b: CountedTally): CountedTally {
  const base = addCells(a.base, b.base);
  if (a.kind === "sums" && b.kind === "sums") return { kind: "sums", base, sums: addSums(a.sums, b.sums) };
  if (a.kind === "sums" || b.kind === "sums")
    throw new Error(`can't merge a tally of ${a.kind} with one of ${b.kind}`);
  const cells = new Map(a.cells);
  for (const [code, cell] of b.cells) cells.set(code, addCells(cells.get(code) ?? emptyCell, cell));
  if (!a.unknown && !b.unknown) return { kind: "codes", base, cells };
  // What is not known of a part is not known of the whole.
  const unknown = new Set([...(a.unknown ?? []), ...(b.unknown ?? [])]);
  for (const code of unknown) cells.delete(code);
  return { kind: "codes", base, cells, unknown };
}

/** Counts of a whole without those of a part of it. */
export function subtractTallies(whole: CountedTally, part: CountedTally): CountedTally {
  const base = subtractCells(whole.base, part.base);
  if (whole.kind === "sums" && part.kind === "sums") {
    const none = base.n === 0;
    return { kind: "sums", base, sums: none ? emptySums : addSums(whole.sums, negativeSums(part.sums)) };
  }
  if (whole.kind === "sums" || part.kind === "sums")
    throw new Error(`can't take a tally of ${part.kind} from one of ${whole.kind}`);
  const unknown = new Set([...(whole.unknown ?? []), ...(part.unknown ?? [])]);
  const cells = [...whole.cells].flatMap(([code, cell]): [number, Cell][] =>
    unknown.has(code) ? [] : [[code, subtractCells(cell, part.cells.get(code) ?? emptyCell)]],
  );
  return { kind: "codes", base, cells: new Map(cells), ...(unknown.size === 0 ? {} : { unknown }) };
}

/** Where nobody is left, rounding of weights must not leave anything either. */
export function subtractCells(whole: Cell, part: Cell): Cell {
  const [n, m] = [whole.n - part.n, whole.m - part.m];
  if (n < 0 || m < 0) throw new Error(`a part of ${part.n} is more than its whole of ${whole.n}`);
  return m === 0 ? { n, m, w: 0, w2: 0 } : { n, m, w: whole.w - part.w, w2: whole.w2 - part.w2 };
}

function negativeSums({ x, xx, wx, wxx, w2x, w2xx }: Sums): Sums {
  return { x: -x, xx: -xx, wx: -wx, wxx: -wxx, w2x: -w2x, w2xx: -w2xx };
}

function addSums(a: Sums, b: Sums): Sums {
  return {
    x: a.x + b.x,
    xx: a.xx + b.xx,
    wx: a.wx + b.wx,
    wxx: a.wxx + b.wxx,
    w2x: a.w2x + b.w2x,
    w2xx: a.w2xx + b.w2xx,
  };
}
