import type { PairCounts } from "../../counts/pairs/request.ts";
import { cardDefinition } from "../../measures/card.ts";
import { afterDeduction } from "../../measures/deduction.ts";
import type { Difference } from "../../measures/difference.ts";
import { type Estimate, isShown } from "../../measures/estimate.ts";
import { type FirmMean, firmMean, firmsIn } from "../../measures/firm-mean.ts";
import type { IndexPart } from "../../measures/index/estimate.ts";
import { itemsLeftOut } from "../../measures/index/items-in.ts";
import type { Branch } from "../../survey/branches.ts";
import type { FirmStage } from "../../survey/scoring.ts";
import { questionOf } from "../../survey/survey.ts";
import { branchSlice, type Slice } from "../../views/slice.ts";
import { changeOf } from "../changes-of.ts";
import { previousWave, type ReportContext } from "../context.ts";
import type { Asks } from "../panel.ts";
import { type CountedCard, cardPart } from "./card-model.ts";
import type { CutUnit } from "./cut-units.ts";
import { scoringFamilies } from "./family.ts";
import { deductionAt, optionLabel } from "./returns.ts";

/** An industry, or all firms: the plain mean of its sampled firms' scores (M03). */
export interface FirmsRow {
  readonly label: string;
  readonly href?: string;
  /** Under a reader's filter, which tells neither how many firms were sampled nor whether these are enough. */
  readonly isPart?: boolean;
  /** Before any deduction; says how many firms were sampled and whether these are enough. */
  readonly mean: FirmMean;
  /** After what each firm's response rate costs; absent where that is not known of all. */
  readonly after?: Estimate;
  /** The firms of which points come off. */
  readonly cut: readonly CutUnit[];
  /** The mean before any deduction on the wave before, where both are made of the same questions. */
  readonly previous?: Estimate;
  /** Of the mean before any deduction; absent on an industry's own page, as industries are judged together. */
  readonly change?: Difference;
  /** The score over all respondents, in which a large firm counts more. */
  readonly respondents: Estimate;
}

interface Group {
  readonly path: Branch["path"];
  readonly label: string;
  readonly href?: string;
  /** Key of the number of firms in the codebook. */
  readonly industry: string;
}

/** M03, the second stage of the groups that a page shows; none where firms are not what it is about. */
export async function firmRows(
  context: ReportContext,
  counted: CountedCard,
  asks: Asks,
): Promise<readonly FirmsRow[]> {
  const stage = context.survey.scoring?.national?.firms;
  if (!stage || counted.kind !== "national") return [];
  const rows: FirmsRow[] = [];
  for (const group of groupsOf(context, stage)) {
    const row = await firmsRow(context, counted, { group, stage, asks });
    if (row) rows.push(row);
  }
  return rows;
}

/** Of all firms in the overview; of industries in the page above them, and of one in its own. */
function groupsOf(context: ReportContext, { industry }: FirmStage): readonly Group[] {
  const { survey, branch, tree, language, links, words } = context;
  const depth = branch?.path.length ?? 0;
  if (industry === undefined) return depth === 0 ? [{ path: [], label: words.all, industry: "" }] : [];
  const level = survey.hierarchy.indexOf(industry);
  const named = (one: Branch): Group => ({
    path: one.path,
    label: one.label[language],
    industry: one.path.at(-1) ?? "",
  });
  if (depth === level + 1 && branch) return [named(branch)];
  if (depth !== level) return [];
  return (branch?.children ?? tree).map((one) => ({ ...named(one), href: links.branch(one) }));
}

interface RowOptions {
  readonly group: Group;
  readonly stage: FirmStage;
  readonly asks: Asks;
}

async function firmsRow(
  context: ReportContext,
  counted: CountedCard,
  { group, stage, asks }: RowOptions,
): Promise<FirmsRow | undefined> {
  const { survey, wave, branch } = context;
  const { request, pairs } = counted;
  const { path, label, href, industry } = group;
  const slice = branchSlice(survey.hierarchy, path);
  const waves = pairs[0]?.request.waves ?? [wave];
  const firms = await asks.askPairs({ ...request, waves, by: [stage.firm], slice });
  const cascade = { ...counted, pairs: [...pairs.slice(0, path.length + 1), firms] };
  const at = { cascade, firms, stage, path };
  const scores = firmScores(context, at, wave);
  if (scores.length === 0) return undefined;
  const isPart = context.who !== undefined;
  const population = isPart ? undefined : stage.population[industry];
  const options = { population, base: survey.base };
  const meanOf = (estimates: readonly Estimate[]) => firmMean(estimates, options);
  const after = scores.flatMap(({ after: one }) => one ?? []);
  const mean = meanOf(scores.map(({ before }) => before));
  const from = previousWave(context);
  const earlier = from === undefined ? [] : firmScores(context, at, from);
  const previous = meanOf(earlier.map(({ before }) => before)).estimate;
  const isAlike =
    from !== undefined && madeOf(context, counted, from, earlier) === madeOf(context, counted, wave, scores);
  const isJudged = path.length === (branch?.path.length ?? 0) + (stage.industry === undefined ? 0 : 1);
  return {
    label,
    ...(href === undefined ? {} : { href }),
    mean,
    ...(isPart ? { isPart } : {}),
    ...(after.length === scores.length ? { after: meanOf(after).estimate } : {}),
    cut: scores.flatMap(({ cut }) => cut ?? []),
    ...(isAlike && isShown(previous) ? { previous } : {}),
    ...(isJudged
      ? { change: firmsChange(context, counted, { slice, isAlike, previous, mean: mean.estimate }) }
      : {}),
    respondents: cardPart(context, counted, { wave, path })?.estimate ?? { status: "none" },
  };
}

interface FirmScore {
  readonly before: Estimate;
  /** Absent where it is not known what came back. */
  readonly after?: Estimate;
  /** Where points come off. */
  readonly cut?: CutUnit;
  readonly part: IndexPart | undefined;
}

interface FirmsAt {
  readonly cascade: CountedCard;
  readonly firms: PairCounts;
  readonly stage: FirmStage;
  readonly path: Branch["path"];
}

function firmScores(
  context: ReportContext,
  { cascade, firms, stage, path }: FirmsAt,
  wave: string,
): readonly FirmScore[] {
  const { survey, strata, language } = context;
  const slice = branchSlice(survey.hierarchy, path);
  return firmsIn(firms, wave).map((firm): FirmScore => {
    const part = cardPart(context, cascade, { wave, path: [...path, firm] });
    const place = { card: cascade.card, wave, slice: { ...slice, [stage.firm]: [firm] } };
    const before: Estimate = part?.estimate ?? { status: "none" };
    const deduction = deductionAt({ survey, strata }, place);
    if (!deduction) return { before, part };
    const after = afterDeduction(before, deduction);
    const isCut = deduction.points > 0 && isShown(before) && isShown(after);
    const label = optionLabel(survey, stage.firm, firm)[language];
    return { before, after, part, ...(isCut ? { cut: { label, before, after, deduction } } : {}) };
  });
}

/** The questions that all firms' scores of a wave are made of. */
function madeOf(
  { survey }: ReportContext,
  { kind, card }: CountedCard,
  wave: string,
  scores: readonly FirmScore[],
): string {
  const root = cardDefinition(survey, kind, card, wave)?.root;
  const without = scores.flatMap(({ part }) => (root && part ? itemsLeftOut(part, root) : []));
  return JSON.stringify([root?.of.map(({ id }) => id), [...new Set(without)].toSorted()]);
}

/**
 * The change of a mean over firms (M20): Welch on the errors of two samples of firms, each firm being one answer, so that
 * each sample has one degree of freedom fewer than firms. Judged with all scores of the page above.
 */
function firmsChange(
  context: ReportContext,
  { card }: CountedCard,
  {
    slice,
    isAlike,
    previous,
    mean,
  }: {
    readonly slice: Slice;
    readonly isAlike: boolean;
    readonly previous: Estimate;
    readonly mean: Estimate;
  },
): Difference {
  const { survey, wave, branch } = context;
  const from = previousWave(context);
  if (from === undefined) return { status: "untested", reason: "first" };
  if (isShown(previous) && !isAlike) return { status: "untested", reason: "break" };
  const [earlier, later] = [previous, mean].map(ofFirms);
  const questions = card.of.map((id) => questionOf(survey, id));
  return changeOf(
    survey,
    { id: `${card.id} firms`, questions },
    {
      ...{ from, to: wave, earlier, later, slice },
      families: scoringFamilies(branchSlice(survey.hierarchy, branch?.path ?? [])),
    },
  );
}

/** A mean whose answers are firms. */
function ofFirms(mean: Estimate): Estimate {
  return isShown(mean) ? { ...mean, n: mean.effective } : mean;
}
