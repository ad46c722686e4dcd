import { type Estimate, hasValue } from "../measures/estimate.ts";
import type { ReportContext } from "./context.ts";
import { valueText } from "./published.tsx";

/** The answer most often given and its share; several answers where readers see the same share of each. */
export interface Leading {
  readonly labels: readonly string[];
  readonly share: Estimate;
  readonly value: string;
}

interface Answer {
  readonly label: string;
  readonly share: Estimate | undefined;
}

/** What leads among the answers of a choice; undefined where no share is shown. */
export function leadingOf(answers: readonly Answer[], context: ReportContext): Leading | undefined {
  const shown = answers.flatMap(({ label, share }) => (share && hasValue(share) ? [{ label, share }] : []));
  const [first] = shown.toSorted((a, b) => b.share.value - a.share.value);
  if (!first) return undefined;
  const text = ({ share }: (typeof shown)[number]) => valueText(share, "proportion", context);
  const value = text(first);
  const labels = shown.filter((answer) => text(answer) === value).map(({ label }) => label);
  return { labels, share: first.share, value };
}

/** The answers that share first place, in words: the first two by name. */
export function namesOfTied(
  [first = "", second, ...others]: readonly string[],
  { words }: ReportContext,
): string {
  return second === undefined ? first : words.tied(first, second, others.length + 2);
}
