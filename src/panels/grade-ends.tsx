import type { ScaleQuestion } from "../survey/question.ts";
import type { ReportContext } from "./context.ts";
import { gradeLook } from "./grade-sides.ts";

/** Says what the sums at the ends of bars of grades are of. */
export function EndsNote({
  question,
  context,
}: {
  readonly question: ScaleQuestion;
  readonly context: ReportContext;
}) {
  const { names } = gradeLook(question, context);
  return <p class="note">{context.words.charts.segments.ends(names.worse, names.better)}</p>;
}
