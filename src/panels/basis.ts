import { type Estimate, isPublished, isShown } from "../measures/estimate.ts";
import { formatNumber } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import { endedText } from "./ended.ts";
import type { Basis } from "./panel.ts";
import { poolText } from "./pooled-note.tsx";

/** What a figure of the page's wave rests on. Of a withheld one the number of answers is not said either. */
export function basisOf(context: ReportContext, estimate: Estimate | undefined): Basis {
  const { words, language } = context;
  const wave = poolText(context, context.wave);
  if (estimate && isShown(estimate))
    return { wave, base: words.paper.base(formatNumber(estimate.n, language)) };
  if (estimate && isPublished(estimate)) return { wave, base: words.paper.base(words.baseNotStated) };
  return {
    wave,
    base:
      estimate?.status === "withheld"
        ? words.paper.baseWithheld
        : (endedText(context, estimate) ?? words.nobody),
  };
}
