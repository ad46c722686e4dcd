import type { PairCounts } from "../../counts/pairs/request.ts";
import { type CardKind, cardDefinition, cardRequest } from "../../measures/card.ts";
import type { Path } from "../../measures/cascade.ts";
import { afterDeduction, type Deduction } from "../../measures/deduction.ts";
import type { Difference } from "../../measures/difference.ts";
import { type Estimate, isShown } from "../../measures/estimate.ts";
import { indexAt } from "../../measures/index/cascade.ts";
import type { IndexPart } from "../../measures/index/estimate.ts";
import { itemsLeftOut } from "../../measures/index/items-in.ts";
import type { CardScore } from "../../survey/scoring.ts";
import { questionOf } from "../../survey/survey.ts";
import { branchSlice } from "../../views/slice.ts";
import { changeOf } from "../changes-of.ts";
import { comparedWaves, previousWave, type ReportContext } from "../context.ts";
import { levelsOf } from "../figures.ts";
import type { Asks } from "../panel.ts";
import { spanOfLevel } from "../pooling.ts";
import { scoringFamilies } from "./family.ts";
import { deductionAt, soleUnit } from "./returns.ts";

/** A group's card before and after what its response rate costs. */
export interface CardScoreRow {
  readonly label: string;
  readonly href?: string;
  readonly before: Estimate;
  /** Undefined where no rule says so, or where it is not known what came back. */
  readonly deduction?: Deduction;
  /** Whose questionnaires these are under a reader's filter: the one unit that it leaves; blank where it leaves several. */
  readonly returnedBy?: string;
  /** `before` where nothing comes off. */
  readonly after: Estimate;
}

export interface CardModel {
  readonly kind: CardKind;
  readonly card: CardScore;
  readonly whole: CardScoreRow;
  /** The groups right under it, best first. */
  readonly rows: readonly CardScoreRow[];
  /** Where there are none: the branch above the page's own, and everybody, which it is part of. */
  readonly above: readonly CardScoreRow[];
  /** Of the score before the deduction. */
  readonly change: Difference;
  /** Ids of the questions that the whole was worked out without. */
  readonly without: readonly string[];
}

/** A card counted down to a page's group and, where its waves are not pooled, the groups under it. */
export interface CountedCard {
  readonly kind: CardKind;
  readonly card: CardScore;
  readonly request: NonNullable<ReturnType<typeof cardRequest>>;
  readonly pairs: readonly PairCounts[];
}

/** Undefined where the codebook has no such card, or where the page's level is shown over pooled waves (M35). */
export async function countCard(
  context: ReportContext,
  kind: CardKind,
  { askPairs }: Asks,
): Promise<CountedCard | undefined> {
  const { survey, branch } = context;
  const card = survey.scoring?.[kind];
  const request = card && cardRequest(survey, kind, card);
  const depth = branch?.path.length ?? 0;
  if (!card || !request || spanOfLevel(survey, depth) > 1) return undefined;
  const below = depth < survey.hierarchy.length && spanOfLevel(survey, depth + 1) === 1;
  const levels = levelsOf(context, { waves: comparedWaves(context), below });
  const pairs = await Promise.all(levels.map((level) => askPairs({ ...request, ...level })));
  return { kind, card, request, pairs };
}

/** M03–M05 of a page's group and of the groups right under it. */
export function cardModel(context: ReportContext, counted: CountedCard): CardModel | undefined {
  const { survey, wave, language, links, branch, tree } = context;
  const { kind, card, pairs } = counted;
  const path = branch?.path ?? [];
  const part = cardPart(context, counted, { wave, path });
  if (!part) return undefined;
  const rowOf = (at: Path, label: string) => scoreRow(context, counted, { path: at, label });
  const children = pairs.length > path.length + 1 ? (branch?.children ?? tree) : [];
  const rows = children
    .map((child) => ({
      ...rowOf(child.path, child.label[language]),
      href: links.branch(child),
    }))
    .filter(({ before }) => before.status !== "none" && before.status !== "unprinted");
  const definition = cardDefinition(survey, kind, card, wave);
  const wholes = rows.length > 0 ? [] : wholesOf(context);
  return {
    kind,
    card,
    whole: rowOf(path, branch?.label[language] ?? context.words.all),
    above: wholes.map(({ path: at, label, href }) => ({ ...rowOf(at, label), href })),
    rows: rows.toSorted((a, b) => sizeOf(b.after) - sizeOf(a.after)),
    change: changeOfCard(context, counted, { path, part }),
    without: definition ? itemsLeftOut(part, definition.root) : [],
  };
}

/** The branch above the page's own, and everybody. */
function wholesOf({ branch, ancestors, language, links, words }: ReportContext) {
  if (!branch) return [];
  const parents = ancestors.slice(0, -1).slice(-1);
  return [
    ...parents.map((one) => ({ path: one.path, label: one.label[language], href: links.branch(one) })),
    { path: [], label: words.all, href: links.overview() },
  ];
}

function scoreRow(
  context: ReportContext,
  counted: CountedCard,
  { path, label }: { readonly path: Path; readonly label: string },
): CardScoreRow {
  const { survey, wave, strata } = context;
  const before: Estimate = cardPart(context, counted, { wave, path })?.estimate ?? { status: "none" };
  const slice = branchSlice(survey.hierarchy, path);
  // What came back of a group that is withheld is its base.
  const deduction = isShown(before)
    ? deductionAt({ survey, strata }, { card: counted.card, wave, slice })
    : undefined;
  return {
    label,
    before,
    ...(deduction ? { deduction } : {}),
    ...(deduction && context.who !== undefined ? { returnedBy: soleUnit(context, slice) } : {}),
    after: deduction ? afterDeduction(before, deduction) : before,
  };
}

/** The card of a group of the cascade, and what it is made of. */
export function cardPart(
  { survey }: Pick<ReportContext, "survey">,
  { kind, card, pairs }: Pick<CountedCard, "kind" | "card" | "pairs">,
  { wave, path }: { readonly wave: string; readonly path: Path },
): IndexPart | undefined {
  const definition = cardDefinition(survey, kind, card, wave);
  const cascade = pairs.slice(0, path.length + 1);
  return definition && indexAt(cascade, path, { definition, wave, weighting: "weighted", base: survey.base });
}

/** The whole on the wave before, unless it is made of other questions then. */
function changeOfCard(
  context: ReportContext,
  counted: CountedCard,
  { path, part }: { readonly path: Path; readonly part: IndexPart },
): Difference {
  const { survey, wave } = context;
  const { kind, card } = counted;
  const from = previousWave(context);
  if (from === undefined) return { status: "untested", reason: "first" };
  const before = cardPart(context, counted, { wave: from, path });
  const madeOf = (of: string, one: IndexPart | undefined) => {
    const root = cardDefinition(survey, kind, card, of)?.root;
    return JSON.stringify([root?.of.map(({ id }) => id), root && one && itemsLeftOut(one, root)]);
  };
  if (before && madeOf(from, before) !== madeOf(wave, part)) return { status: "untested", reason: "break" };
  const slice = branchSlice(survey.hierarchy, path);
  const questions = card.of.map((id) => questionOf(survey, id));
  return changeOf(
    survey,
    { id: card.id, questions },
    {
      ...{ from, to: wave, earlier: before?.estimate, later: part.estimate, slice },
      families: scoringFamilies(slice),
    },
  );
}

function sizeOf(estimate: Estimate): number {
  return "value" in estimate ? estimate.value : Number.NEGATIVE_INFINITY;
}
