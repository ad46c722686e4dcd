import { afterDeduction } from "../../measures/deduction.ts";
import type { Estimate } from "../../measures/estimate.ts";
import { type FirmMean, firmMean, firmsIn } from "../../measures/firm-mean.ts";
import type { Branch } from "../../survey/branches.ts";
import type { FirmStage } from "../../survey/scoring.ts";
import { branchSlice } from "../../views/slice.ts";
import type { ReportContext } from "../context.ts";
import type { Asks } from "../panel.ts";
import { type CountedCard, cardPart } from "./card-model.ts";
import { deductionAt } from "./returns.ts";

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

async function firmsRow(
  context: ReportContext,
  counted: CountedCard,
  { group, stage, asks }: { readonly group: Group; readonly stage: FirmStage; readonly asks: Asks },
): Promise<FirmsRow | undefined> {
  const { survey, wave, strata } = context;
  const { card, request, pairs } = counted;
  const { path, label, href, industry } = group;
  const slice = branchSlice(survey.hierarchy, path);
  const waves = pairs[0]?.request.waves ?? [wave];
  const firms = await asks.askPairs({ ...request, waves, by: [stage.firm], slice });
  const cascade = { ...counted, pairs: [...pairs.slice(0, path.length + 1), firms] };
  const scores = firmsIn(firms, wave).map((firm) => {
    const part = cardPart(context, cascade, { wave, path: [...path, firm] });
    const at = { card, wave, slice: { ...slice, [stage.firm]: [firm] } };
    const before: Estimate = part?.estimate ?? { status: "none" };
    return { before, deduction: deductionAt({ survey, strata }, at) };
  });
  if (scores.length === 0) return undefined;
  const isPart = context.who !== undefined;
  const population = isPart ? undefined : stage.population[industry];
  const options = { population, base: survey.base };
  const mean = firmMean(
    scores.map(({ before }) => before),
    options,
  );
  const after = scores.flatMap(({ before, deduction }) =>
    deduction ? [afterDeduction(before, deduction)] : [],
  );
  return {
    label,
    ...(href === undefined ? {} : { href }),
    mean,
    ...(isPart ? { isPart } : {}),
    ...(after.length === scores.length ? { after: firmMean(after, options).estimate } : {}),
    respondents: cardPart(context, counted, { wave, path })?.estimate ?? { status: "none" },
  };
}
