import { isShown } from "../measures/estimate.ts";
import { contributionOf } from "../measures/index/contribution.ts";
import type { IndexPart } from "../measures/index/estimate.ts";
import { formatValue } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import { endsOf, type IndexSubject } from "./subject.ts";

/**
 * How much an index lacks, and which of its factors costs most (M10); where the 95 % intervals of what others cost reach
 * up to it, that these are not clearly less. The same respondents score all factors: intervals apart from each other are
 * so whatever the correlation.
 */
export function lostLead(
  { lost, of }: Pick<IndexPart, "lost" | "of">,
  subject: IndexSubject,
  { words, language }: Pick<ReportContext, "words" | "language">,
): string {
  const { index } = words;
  if (lost === undefined) return "";
  const points = (value: number) => formatValue(value, subject.unit, language);
  const [worst, ...others] = of
    .flatMap((part) =>
      part.kind === "factor" && part.lost !== undefined ? [{ ...part, lost: part.lost }] : [],
    )
    .toSorted((a, b) => b.lost - a.lost);
  const lead = index.lostOf(points(lost));
  if (!worst) return lead;
  const { max } = endsOf(subject);
  const alike = others.filter((other) => !isBelow(contributionOf(other, max), contributionOf(worst, max)));
  const [next] = alike;
  const named = [worst.title[language], points(worst.lost)] as const;
  const most = next
    ? index.mostLostUnclear(...named, next.title[language], points(next.lost), alike.length - 1)
    : index.mostLost(...named);
  return [lead, most].join(words.sentenceGap);
}

type Cost = ReturnType<typeof contributionOf>;

function isBelow(one: Cost, other: Cost): boolean {
  return isShown(one) && isShown(other) && one.high < other.low;
}
