import { keyDecoder, type ResultRow } from "../read-counts.ts";
import type { Cell } from "../tally.ts";
import { type PairCounts, type PairGroup, type PairsRequest, pairKey } from "./request.ts";
import type { PairsStatement } from "./sql.ts";
import type { PairSums, Products } from "./sums.ts";

interface Draft extends PairGroup {
  readonly answered: Map<string, Cell>;
  readonly pairs: Map<string, PairSums>;
}

/** Puts the rows of a request's statements together. */
export function readPairs(
  request: PairsRequest,
  results: readonly { readonly statement: PairsStatement; readonly rows: readonly ResultRow[] }[],
): PairCounts {
  const drafts = new Map<string, Draft>();
  for (const { statement, rows } of results) {
    const decode = keyDecoder(request, statement.layout);
    for (const row of rows) {
      const { wave } = statement.layout;
      const key = decode(row);
      const id = JSON.stringify([wave, key]);
      const draft = drafts.get(id) ?? { wave, key, answered: new Map(), pairs: new Map() };
      drafts.set(id, draft);
      readPair(row, statement, draft);
    }
  }
  return { request, groups: [...drafts.values()] };
}

function readPair(row: ResultRow, { places, layout }: PairsStatement, draft: Draft): void {
  const [first, second] = [places[(row["first"] ?? 0) - 1], places[(row["second"] ?? 0) - 1]];
  if (!first || !second) throw new Error(`a row of pairs has no place: ${JSON.stringify(row)}`);
  const sums = sumsOf(row, layout.weighted);
  if (first.kind === "question") draft.pairs.set(pairKey(first.id, second.id), sums);
  else
    draft.answered.set(first.id, {
      n: sums.plain.size,
      m: sums.m,
      w: sums.weighted.size,
      w2: sums.squared.size,
    });
}

function sumsOf(row: ResultRow, weighted: boolean): PairSums {
  const products = (size: string, prefix: string): Products => {
    const number = (name: string) => row[`${prefix}${name}`] ?? 0;
    return {
      size: row[size] ?? 0,
      x: number("x"),
      y: number("y"),
      xx: number("xx"),
      yy: number("yy"),
      xy: number("xy"),
    };
  };
  const plain = products("n", "");
  if (!weighted) return { plain, m: plain.size, weighted: plain, squared: plain };
  return { plain, m: row["m"] ?? 0, weighted: products("w", "w"), squared: products("w2", "w2") };
}
