import { isShown } from "../measures/estimate.ts";
import type { IndexPart } from "../measures/index/estimate.ts";
import { type PartPairs, partPairs } from "../models/lowest-part.ts";
import { branchSlice, sliceText } from "../views/slice.ts";
import { formatValue } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import type { Judge } from "./panel.ts";

/** What the factors of an index cost, compared pair by pair, as the findings of the same page compare them (M20). */
export function costPairs(
  { survey, wave, branch }: Pick<ReportContext, "survey" | "wave" | "branch">,
  whole: IndexPart | undefined,
): PartPairs {
  const of = [whole?.id ?? "", sliceText(branchSlice(survey.hierarchy, branch?.path ?? [])), wave].join(" ");
  const parts = (whole ? factorsOf(whole) : []).flatMap(({ id, estimate, share, lost }) =>
    isShown(estimate)
      ? [{ id, estimate: { value: lost, standardError: share * estimate.standardError } }]
      : [],
  );
  return partPairs(parts, { of, what: "costs of parts" });
}

interface LeadOptions {
  readonly unit: string;
  readonly costs: PartPairs;
  readonly judge: Judge;
  readonly context: ReportContext;
}

/** How much an index lacks, and which of its factors costs most; where others are not clearly less, that too. */
export function lostLead(
  whole: IndexPart,
  { unit, costs, judge, context: { words, language } }: LeadOptions,
): string {
  const { index } = words;
  if (whole.lost === undefined) return "";
  const points = (value: number) => formatValue(value, unit, language);
  const [worst, ...others] = factorsOf(whole).toSorted((a, b) => b.lost - a.lost);
  const lead = index.lostOf(points(whole.lost));
  if (!worst) return lead;
  const alike = others.filter(({ id }) => judge(costs.between(worst.id, id)) !== "rise");
  const [next] = alike;
  const named = [worst.title[language], points(worst.lost)] as const;
  const most = next
    ? index.mostLostUnclear(...named, next.title[language], points(next.lost), alike.length - 1)
    : index.mostLost(...named);
  return [lead, most].join(words.sentenceGap);
}

function factorsOf({ of }: IndexPart): readonly (IndexPart & { readonly lost: number })[] {
  return of.flatMap((part) =>
    part.kind === "factor" && part.lost !== undefined ? [{ ...part, lost: part.lost }] : [],
  );
}
