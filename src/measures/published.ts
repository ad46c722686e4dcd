import type { PublishedShares, Tally } from "../counts/tally.ts";
import type { Estimate, Published } from "./estimate.ts";

/** Sum of the published shares of some codes, each counted once; undefined where one of them was not published. */
export function sumOfShares({ shares }: PublishedShares, codes: readonly number[]): number | undefined {
  let sum = 0;
  for (const code of new Set(codes)) {
    const share = shares.get(code);
    if (share === undefined) return undefined;
    sum += share;
  }
  return sum;
}

/** A figure of published shares, or that it can't be made of what was printed. */
export function publishedFigure(kind: Published["kind"], value: number | undefined): Estimate {
  return value === undefined ? { status: "unprinted" } : { status: "published", kind, value };
}

/** False where a printed table does not tell how many chose one of the codes. */
export function isPrinted(tally: Tally, codes: readonly number[]): boolean {
  return tally.kind !== "codes" || !codes.some((code) => tally.unknown?.has(code));
}
