import type { Verdict } from "../measures/difference.ts";
import { type ClearBranch, type ClearCell, clearBranches, clearCells } from "../models/moves/clear-walk.ts";
import type { Effect } from "../models/moves/effect.ts";
import type { MoveLine } from "../models/moves/level.ts";
import type { Judge } from "./panel.ts";
import type { DimensionSplit, FactorMove, WhyModel } from "./why-model.ts";

/** What of a model is more than chance. */
export interface WhyFindings {
  readonly total: Verdict;
  /** Dimensions of which the mix clearly moved the total, largest effect first. */
  readonly mixes: readonly ClearMix[];
  /** Groups outside the hierarchy that clearly scored differently, largest effect first. */
  readonly groups: readonly { readonly split: DimensionSplit; readonly line: MoveLine }[];
  readonly factors: readonly FactorMove[];
  readonly branches: readonly ClearBranch[];
  readonly cells: readonly ClearCell[];
}

export interface ClearMix {
  readonly split: DimensionSplit;
  readonly effect: Effect;
  /** Whether its groups altogether scored differently. */
  readonly scores: Verdict;
  /** True where nothing says that any of its groups, or all together, scored clearly differently the same way. */
  readonly only: boolean;
  /** True where neither all its groups together nor any of them scored clearly differently, either way. */
  readonly steady: boolean;
  /** What of the change of mix and scores together the mix is. */
  readonly share: number;
}

export function findingsOf({ change, splits, factors, where }: WhyModel, judge: Judge): WhyFindings {
  const isClear = (difference: Parameters<Judge>[0]) => judge(difference) !== "unclear";
  const groups = splits
    .filter(({ moves }) => moves !== where)
    .flatMap((split) =>
      split.moves.level.lines
        .filter(({ kind, effects }) => kind === "group" && isClear(effects.scored.test))
        .map((line) => ({ split, line })),
    );
  return {
    total: judge(change),
    mixes: clearMixes(splits, judge),
    groups: groups.toSorted((a, b) => sizeOf(b.line) - sizeOf(a.line)),
    factors: factors
      .filter((factor) => isClear(factor.change))
      .toSorted((a, b) => Math.abs(b.line.scored.value) - Math.abs(a.line.scored.value)),
    branches: where ? clearBranches(where.level, isClear) : [],
    cells: where ? clearCells(where.level, isClear) : [],
  };
}

/** Dimensions of which the mix clearly moved the whole, largest effect first. */
export function clearMixes(splits: readonly DimensionSplit[], judge: Judge): readonly ClearMix[] {
  const isClear = (difference: Parameters<Judge>[0]) => judge(difference) !== "unclear";
  const mixes = splits.flatMap((split): readonly ClearMix[] => {
    const { sums, lines } = split.moves.level;
    if (!isClear(sums.shared.test)) return [];
    const scores = [sums.scored, ...lines.map(({ effects }) => effects.scored)];
    const only = !scores.some(({ test, value }) => isClear(test) && value * sums.shared.value > 0);
    const steady = !scores.some(({ test }) => isClear(test));
    const both = sums.shared.value + sums.scored.value;
    const share = both === 0 ? 0 : sums.shared.value / both;
    return [{ split, effect: sums.shared, scores: judge(sums.scored.test), only, steady, share }];
  });
  return mixes.toSorted((a, b) => Math.abs(b.effect.value) - Math.abs(a.effect.value));
}

function sizeOf({ effects }: MoveLine): number {
  return Math.abs(effects.scored.value);
}
