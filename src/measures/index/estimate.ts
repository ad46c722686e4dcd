import { exactZeroEvents } from "../../stats/intervals.ts";
import { studentQuantile } from "../../stats/student-t.ts";
import type { BaseRules } from "../../survey/survey.ts";
import type { Text } from "../../survey/text.ts";
import type { Estimate, Shown } from "../estimate.ts";
import { pooling, type Siblings, type VariancePart } from "../siblings.ts";
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
  /** Weight among its siblings, and in the whole index, after members were left out. */
  readonly weight: number;
  readonly share: number;
  /** Contribution: points that the index lacks to its maximum because of this part. Absent where it is withheld. */
  readonly lost?: number;
  readonly of: readonly IndexPart[];
  /** Ids of members that nobody answered, or too few to be shown, whose weight the others took over. */
  readonly leftOut: readonly string[];
}

export interface IndexOptions {
  readonly base: BaseRules;
  /** The same in like groups: their pooled variance stands in where a group's own is zero. */
  readonly siblings?: Siblings<IndexAnswers>;
  /** Ids of nodes whose figure must be withheld for the sake of other groups (M34). */
  readonly hidden?: ReadonlySet<string>;
}

/**
 * M10, the index, its factors and items in one group, each with points lost. The variance of a score is
 * Σw²z² · n/(n−1) of its linearised score z (see `linearTerms`), the interval Student's t on n_eff − 1 degrees of
 * freedom, held within 0 and the maximum; the base is the respondents who answered at least one of its items.
 *
 * It is made of the items that may be shown of the group, so that it gives no other away: one that fewer than the
 * minimum answered is left out like one that nobody answered. Undefined where nobody answered any.
 *
 * Source: linearisation, Woodruff (1971).
 */
export function estimateIndex(
  definition: IndexDefinition,
  answers: IndexAnswers,
  options: IndexOptions,
): IndexPart | undefined {
  if (!scoreOf(definition.root, answers.itemOf)) return undefined;
  const open = showing(answers, options);
  const scored = scoreOf(definition.root, open.itemOf);
  return scored ? partOf(scored, { ...options, definition, answers: open }) : withheldIndex(definition);
}

/** An index of which nothing may be said. */
export function withheldIndex({ root }: IndexDefinition): IndexPart {
  const { kind, id, title } = root;
  return { kind, id, title, estimate: { status: "withheld" }, weight: 1, share: 1, of: [], leftOut: [] };
}

/** Without the items that may not be shown of the group. */
function showing(answers: IndexAnswers, { base, hidden }: IndexOptions): IndexAnswers {
  return {
    ...answers,
    itemOf: (question) => {
      const item = answers.itemOf(question);
      return item && item.n >= base.minimum && !hidden?.has(question) ? item : undefined;
    },
  };
}

interface Context extends IndexOptions {
  readonly definition: IndexDefinition;
  readonly answers: IndexAnswers;
}

function partOf(scored: ScoredNode, context: Context): IndexPart {
  const { node, share, weight, score, of, leftOut } = scored;
  const { answers, definition, base, hidden } = context;
  const withheld = hidden?.has(node.id) === true || baseOf(scored, answers).n < base.minimum;
  return {
    kind: node.kind,
    id: node.id,
    title: node.title,
    ...(node.kind !== "item" && node.owner ? { owner: node.owner } : {}),
    estimate: withheld ? { status: "withheld" } : figureOf(scored, context),
    weight,
    share,
    ...(withheld ? {} : { lost: definition.scale * share * (1 - score) }),
    of: of.map((member) => partOf(member, context)),
    leftOut: leftOut.map(({ id }) => id),
  };
}

function figureOf(scored: ScoredNode, { answers, definition, base, siblings }: Context): Shown {
  const { scale } = definition;
  const cell = baseOf(scored, answers);
  const effective = effectiveBase(cell);
  const value = scale * scored.score;
  const own = varianceOf(scored, answers);
  const variance = own || (siblings ? pooledVariance(scored.node, siblings) / effective : 0);
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
  const cell = baseOf(scored, answers);
  const { n } = cell;
  if (n < 2) return 0;
  const terms = linearTerms(scored, answers.itemOf);
  const squares = answers.squaredScoresOf(scored.node, terms);
  // Scores of one answer all through leave nothing but rounding of the mean; items that make up for each other, of sums.
  const size = terms.reduce((sum, { factor, centre }) => sum + Math.abs(factor * centre), 0);
  const nothing = size ** 2 * Math.max(rounding ** 2, roundingOfSums * cell.w2);
  return squares > nothing ? (squares * n) / (n - 1) : 0;
}

/** Variance of one respondent's score, pooled over like groups with n − 1 degrees each; 0 where none is known. */
function pooledVariance(node: IndexNode, siblings: Siblings<IndexAnswers>): number {
  const pool = pools.get(node) ?? pooling((answers: IndexAnswers) => varianceAmong(node, answers));
  pools.set(node, pool);
  const { squares, degrees } = pool(siblings);
  return degrees > 0 ? squares / degrees : 0;
}

const pools = new WeakMap<IndexNode, (siblings: Siblings<IndexAnswers>) => VariancePart>();

/** What a group adds to the variance of one respondent's score. */
function varianceAmong(node: IndexNode, answers: IndexAnswers): VariancePart {
  const scored = scoreOf(node, answers.itemOf);
  const cell = scored && baseOf(scored, answers);
  if (!cell || cell.n < 2) return { squares: 0, degrees: 0 };
  const degrees = cell.n - 1;
  return { squares: degrees * varianceOf(scored, answers) * effectiveBase(cell), degrees };
}

/** Respondents of a node; of an item, those who answered it. */
function baseOf({ node }: ScoredNode, answers: IndexAnswers): WeightedCell {
  return answers.respondentsOf(node);
}

const rounding = 1e-7;
const roundingOfSums = 1e-14;
