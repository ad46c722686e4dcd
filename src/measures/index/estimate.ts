import { exactZeroEvents } from "../../stats/intervals.ts";
import { studentQuantile } from "../../stats/student-t.ts";
import type { BaseRules } from "../../survey/survey.ts";
import type { Text } from "../../survey/text.ts";
import { hiddenGroups } from "../disclosure.ts";
import type { Estimate, Shown } from "../estimate.ts";
import { effectiveBase, type WeightedCell } from "../weighting.ts";
import type { IndexAnswers } from "./answers.ts";
import type { IndexDefinition, IndexNode } from "./definition.ts";
import { linearTerms, type ScoredNode, scoreOf } from "./score.ts";

/** The index, a factor or an item in one group. */
export interface IndexPart {
  readonly kind: IndexNode["kind"];
  readonly id: string;
  readonly title: Text;
  readonly owner?: Text;
  /** On the index's own scale, 0–1000 or 0–100. */
  readonly estimate: Estimate;
  /** Weight among its siblings, and in the whole index, after members that nobody answered were left out. */
  readonly weight: number;
  readonly share: number;
  /** Contribution: points that the index lacks to its maximum because of this part. Absent where it is withheld. */
  readonly lost?: number;
  readonly of: readonly IndexPart[];
  /** Ids of members that nobody answered, whose weight the others took over. */
  readonly leftOut: readonly string[];
}

export interface IndexOptions {
  readonly base: BaseRules;
  /** The same in like groups: their pooled variance stands in where a group's own is zero. */
  readonly siblings?: readonly IndexAnswers[];
  /** True where the whole index must be withheld for its siblings' sake (M34). */
  readonly hidden?: boolean;
}

/**
 * M10, the index, its factors and items in one group, each with points lost. The variance of a score is
 * Σw²z² · n/(n−1) of its linearised score z (see `linearTerms`), the interval Student's t on n_eff − 1 degrees of
 * freedom, held within 0 and the maximum; the base is the respondents who answered at least one of its items. A part
 * under the minimum base is withheld, and with it whatever would give it away. Undefined where nobody answered.
 *
 * Source: linearisation, Woodruff (1971).
 */
export function estimateIndex(
  definition: IndexDefinition,
  answers: IndexAnswers,
  options: IndexOptions,
): IndexPart | undefined {
  const scored = scoreOf(definition.root, answers.itemOf);
  if (!scored) return undefined;
  const size = baseOf(scored, answers).n;
  const hidden = options.hidden || size < options.base.minimum;
  return partOf(scored, hidden, { ...options, definition, answers });
}

interface Context extends IndexOptions {
  readonly definition: IndexDefinition;
  readonly answers: IndexAnswers;
}

function partOf(scored: ScoredNode, hidden: boolean, context: Context): IndexPart {
  const { node, share, weight, score, of, leftOut } = scored;
  const { answers, definition, base } = context;
  const hiddenOnes = hiddenGroups(
    of.map((member) => ({ key: member.node.id, n: baseOf(member, answers).n })),
    { minimum: base.minimum, wholeHidden: hidden },
  );
  return {
    kind: node.kind,
    id: node.id,
    title: node.title,
    ...(node.kind !== "item" && node.owner ? { owner: node.owner } : {}),
    estimate: hidden ? { status: "withheld" } : figureOf(scored, context),
    weight,
    share,
    ...(hidden ? {} : { lost: definition.scale * share * (1 - score) }),
    of: of.map((member) => partOf(member, hiddenOnes.has(member.node.id), context)),
    leftOut: leftOut.map(({ id }) => id),
  };
}

function figureOf(scored: ScoredNode, { answers, definition, base, siblings = [] }: Context): Shown {
  const { scale } = definition;
  const cell = baseOf(scored, answers);
  const effective = effectiveBase(cell);
  const value = scale * scored.score;
  const own = varianceOf(scored, answers);
  const variance = own || pooledVariance(scored.node, siblings) / effective;
  const standardError = scale * Math.sqrt(variance);
  const half = variance > 0 ? studentQuantile(0.975, Math.max(1, effective - 1)) * standardError : undefined;
  // Nobody differs and nothing tells how much people may differ: at worst the unseen share sits at the scale's end.
  const unseen = exactZeroEvents(effective);
  return {
    status: cell.n < base.caution ? "low" : "ok",
    kind: "index",
    value,
    low: Math.max(0, value - (half ?? unseen * value)),
    high: Math.min(scale, value + (half ?? unseen * (scale - value))),
    standardError,
    deviation: scale * Math.sqrt(own * effective),
    n: cell.n,
    effective,
  };
}

/** Squared standard error of a node's score on 0–1; 0 also where one respondent leaves it unknown. */
function varianceOf(scored: ScoredNode, answers: IndexAnswers): number {
  const { n } = baseOf(scored, answers);
  if (n < 2) return 0;
  const terms = linearTerms(scored, answers.itemOf);
  const squares = answers.squaredScoresOf(scored.node, terms);
  // Scores of one answer all through leave nothing but rounding of the mean.
  const size = terms.reduce((sum, { factor, centre }) => sum + Math.abs(factor * centre), 0);
  return squares > (size * rounding) ** 2 ? (squares * n) / (n - 1) : 0;
}

/** Variance of one respondent's score, pooled over like groups with n − 1 degrees each; 0 where none is known. */
function pooledVariance(node: IndexNode, groups: readonly IndexAnswers[]): number {
  let [squares, degrees] = [0, 0];
  for (const answers of groups) {
    const scored = scoreOf(node, answers.itemOf);
    const cell = scored && baseOf(scored, answers);
    if (!cell || cell.n < 2) continue;
    squares += (cell.n - 1) * varianceOf(scored, answers) * effectiveBase(cell);
    degrees += cell.n - 1;
  }
  return degrees > 0 ? squares / degrees : 0;
}

/** Respondents of a node; of an item, those who answered it. */
function baseOf({ node }: ScoredNode, answers: IndexAnswers): WeightedCell {
  return answers.respondentsOf(node);
}

const rounding = 1e-7;
