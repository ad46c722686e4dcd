import { addCells, type Cell, emptyCell, subtractCells } from "../tally.ts";
import type { PairGroup } from "./request.ts";

/** Σu, Σux, Σuy, Σux², Σuy² and Σuxy over respondents who gave both x and y, u being 1, w or w². */
export interface Products {
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

/** The answers x and y to two questions, pair by pair. Where a wave has no weights, all three are alike. */
export interface PairSums {
  /** Everybody counts 1. */
  readonly plain: Products;
  /** Respondents with a weight, how many, and their products with u = w and u = w². */
  readonly m: number;
  readonly weighted: Products;
  readonly squared: Products;
}

export const emptyProducts: Products = { size: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
export const emptyPair: PairSums = {
  plain: emptyProducts,
  m: 0,
  weighted: emptyProducts,
  squared: emptyProducts,
};

export function addPairs(a: PairSums, b: PairSums): PairSums {
  return combine(a, b, 1);
}

/** Without a part; where nobody is left, rounding must leave nothing either. */
export function subtractPairs(whole: PairSums, part: PairSums): PairSums {
  const rest = combine(whole, part, -1);
  if (rest.plain.size < 0 || rest.m < 0)
    throw new Error(`a part of ${part.plain.size} is more than its whole of ${whole.plain.size}`);
  if (rest.plain.size === 0) return emptyPair;
  return rest.m === 0 ? { ...rest, weighted: emptyProducts, squared: emptyProducts } : rest;
}

/** The same respondents seen from the other question: x and y change places. */
export function turned({ plain, m, weighted, squared }: PairSums): PairSums {
  const turn = ({ size, x, y, xx, yy, xy }: Products) => ({ size, x: y, y: x, xx: yy, yy: xx, xy });
  return { plain: turn(plain), m, weighted: turn(weighted), squared: turn(squared) };
}

/** Two groups without a common respondent, as one; wave and key are the first's. */
export function mergePairGroups(a: PairGroup, b: PairGroup): PairGroup {
  return {
    ...a,
    answered: merged(a.answered, b.answered, (one, other) => addCells(one ?? emptyCell, other)),
    pairs: merged(a.pairs, b.pairs, (one, other) => addPairs(one ?? emptyPair, other)),
  };
}

/** A group without a part of it; wave and key are the whole's. */
export function subtractPairGroups(whole: PairGroup, part: PairGroup): PairGroup {
  const cells = merged(whole.answered, part.answered, (one, other) => subtractCells(one ?? emptyCell, other));
  const pairs = merged(whole.pairs, part.pairs, (one, other) => subtractPairs(one ?? emptyPair, other));
  return {
    ...whole,
    answered: new Map([...cells].filter(([, cell]: readonly [string, Cell]) => cell.n > 0)),
    pairs: new Map([...pairs].filter(([, sums]) => sums.plain.size > 0)),
  };
}

function merged<Value>(
  a: ReadonlyMap<string, Value>,
  b: ReadonlyMap<string, Value>,
  join: (one: Value | undefined, other: Value) => Value,
): ReadonlyMap<string, Value> {
  const result = new Map(a);
  for (const [key, value] of b) result.set(key, join(a.get(key), value));
  return result;
}

function combine(a: PairSums, b: PairSums, sign: 1 | -1): PairSums {
  const products = (one: Products, other: Products): Products => ({
    size: one.size + sign * other.size,
    x: one.x + sign * other.x,
    y: one.y + sign * other.y,
    xx: one.xx + sign * other.xx,
    yy: one.yy + sign * other.yy,
    xy: one.xy + sign * other.xy,
  });
  const plain = products(a.plain, b.plain);
  const m = a.m + sign * b.m;
  // Without weights all three are one: millions of sums take a third of the room.
  const isPlain = [a, b].every((pair) => pair.weighted === pair.plain && pair.squared === pair.plain);
  if (isPlain) return { plain, m, weighted: plain, squared: plain };
  return {
    plain,
    m,
    weighted: products(a.weighted, b.weighted),
    squared: products(a.squared, b.squared),
  };
}
