import type { ReportContext } from "./context.ts";

/** In place of a number of a wave of fewer respondents than the minimum (M34). */
export function TooFew({ context: { words, survey } }: { readonly context: ReportContext }) {
  return (
    <span class="quiet why" title={words.withheldWhy(survey.base.minimum)}>
      {words.withheld}
    </span>
  );
}
