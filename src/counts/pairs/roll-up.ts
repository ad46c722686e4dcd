import { rollingUp } from "../roll-up.ts";
import type { AskPairs } from "./request.ts";
import { mergePairGroups } from "./sums.ts";

/**
 * So many sums of pairs are kept, 8 bytes each: all of a survey of a few hundred branches, and of one of thousands the
 * branches that were asked for last.
 */
const mostSums = 24_000_000;

/** Pairs of branches, counted once for all levels under a widest one. */
export function pairsRollingUp(
  askPairs: AskPairs,
  {
    hierarchy,
    waves,
    most = mostSums,
  }: { readonly hierarchy: readonly string[]; readonly waves: readonly string[]; readonly most?: number },
): AskPairs {
  return rollingUp(askPairs, {
    hierarchy,
    waves,
    most,
    whole: (request) => request,
    merge: mergePairGroups,
    sizeOf: ({ pairs }) => pairs.sums.length,
  });
}
