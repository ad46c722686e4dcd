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
  const { names, sides } = gradeLook(question, context);
  const { words } = context;
  const { ends, between } = words.charts.segments;
  const said = [ends(names.worse, names.better), ...(sides.includes(0) ? [between] : [])];
  return <p class="note">{said.join(words.sentenceGap)}</p>;
}
