import { familyLevels } from "../measures/difference.ts";
import { type Estimate, isShown, type Shown } from "../measures/estimate.ts";
import {
  type FairRanking,
  type FairRankingOptions,
  fairRanking,
  type Sibling,
} from "../models/fair-ranking.ts";
import { seededNormals } from "../stats/random.ts";
import { dimensionOf, type Survey } from "../survey/survey.ts";
import type { ReportContext } from "./context.ts";
import { betterOf, endsOf, headlineSubject, type Subject } from "./subject.ts";

export type Ranking = Extract<FairRanking, { readonly status: "ranked" }>;

/** A branch with its figure, shown or not. */
export interface Candidate {
  readonly id: string;
  readonly estimate: Estimate | undefined;
}

interface FairOrderOptions extends Pick<FairRankingOptions, "ends"> {
  readonly parent: Estimate | undefined;
  readonly better: "higher" | "lower";
}

/** The same draws on every page, so that a table has the same ranks wherever it stands. */
const seed = 31;

/** With so many on usual bases, those on small ones take no rank and are listed apart (M10). */
export const fewestUsual = 3;

/**
 * M31, branches of one table in fair order; undefined where there is none: fewer than three have a figure of their own,
 * or neither way is better. Those on small bases take no rank, where three others are left. Figures that are withheld, or were published without their base, take no part.
 *
 * @param parent what the branches are drawn towards, over the same waves; where it is not shown, their own mean
 */
export function rankingOf(
  survey: Survey,
  subject: Subject,
  candidates: readonly Candidate[],
  { parent }: { readonly parent: Estimate | undefined },
): Ranking | undefined {
  const better = betterOf(subject);
  return better === "neither"
    ? undefined
    : fairOrderOf(survey, candidates, { parent, better, ...endsIn(subject) });
}

/** The same of any figure of branches, better high or low. */
export function fairOrderOf(
  survey: Survey,
  candidates: readonly Candidate[],
  { parent, ...scale }: FairOrderOptions,
): Ranking | undefined {
  const siblings = candidates.flatMap(({ id, estimate }): readonly Sibling[] =>
    estimate && isShown(estimate) ? [{ id, estimate }] : [],
  );
  if (siblings.length < 3) return undefined;
  const isSmall = ({ estimate }: Sibling) => estimate.status === "low";
  const apart = siblings.filter((one) => !isSmall(one)).length >= fewestUsual;
  const ranking = fairRanking(siblings, {
    parent: centreOf(
      siblings.map(({ estimate }) => estimate),
      parent,
    ),
    normals: (count) => seededNormals(seed, count),
    ...scale,
    level: rankingLevel(survey),
    ...(apart ? { isSmall } : {}),
  });
  return ranking.status === "ranked" ? ranking : undefined;
}

/** What the whole network is ranked by; undefined where there is no network, or nothing of which one way is better. */
export function rankedSubject({ survey, tree }: Pick<ReportContext, "survey" | "tree">): Subject | undefined {
  const subject = tree.length > 0 ? headlineSubject(survey) : undefined;
  return subject && betterOf(subject) !== "neither" ? subject : undefined;
}

/** What branches are drawn towards: their parent's figure, or their own mean, each by its effective base. */
export function centreOf(siblings: readonly Shown[], parent: Estimate | undefined): number {
  if (parent && isShown(parent)) return parent.value;
  const bases = siblings.reduce((sum, { effective }) => sum + effective, 0);
  return siblings.reduce((sum, { value, effective }) => sum + value * effective, 0) / bases;
}

/** The ends of a subject's scale, where it has both. */
export function endsIn(subject: Subject): { readonly ends?: ReturnType<typeof endsOf> } {
  const ends = endsOf(subject);
  return Number.isFinite(ends.min) && Number.isFinite(ends.max) ? { ends } : {};
}

/**
 * How often a table of branches that are all alike may be parted into groups. One page ranks all levels of the
 * hierarchy and all segments, so each table has its part of what a page may claim, and the same part everywhere.
 */
export function rankingLevel(survey: Survey): number {
  const { hierarchy, segments } = survey;
  const ofSegments = segments
    .map((id) => dimensionOf(survey, id).options.length)
    .reduce((product, options) => product * Math.max(1, options), 1);
  return familyLevels.ranking / (Math.max(0, hierarchy.length - 1) + ofSegments);
}
