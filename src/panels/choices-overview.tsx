import { type Counts, tallyOf } from "../counts/request.ts";
import { type Estimate, isShown } from "../measures/estimate.ts";
import { shareOfCodes } from "../measures/share.ts";
import { type ChoiceQuestion, isChoiceQuestion, type Question } from "../survey/question.ts";
import { formatNumber } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import type { Panel } from "./panel.ts";
import { Base, IntervalText, TableFrame, Value } from "./parts.tsx";

interface ChoiceRow {
  readonly question: Question;
  /** The answer most often given, and its share. */
  readonly leading?: { readonly label: string; readonly share: Estimate };
  /** People who answered, for texts. */
  readonly answered: number;
}

/** Questions that have no score: choices with the answer most often given, texts with how many wrote something. */
export const choicesOverview: Panel<readonly ChoiceRow[]> = {
  needs: (context) => {
    const questions = questionsOf(context).map(({ id }) => id);
    return questions.length === 0 ? [] : [{ questions, waves: [context.wave], by: [], slice: context.slice }];
  },
  read: (context, [counts]) =>
    questionsOf(context).flatMap((question): readonly ChoiceRow[] => {
      const tally = counts && tallyOf(counts, context.wave, question.id);
      if (!tally) return [];
      const leading = isChoiceQuestion(question) ? leadingOption(context, question, counts) : undefined;
      return [{ question, answered: tally.base.n, ...(leading ? { leading } : {}) }];
    }),
  claims: () => [],
  draw: (context, rows) => (rows.length === 0 ? null : <ChoicesTable context={context} rows={rows} />),
};

function questionsOf({ survey }: ReportContext): readonly Question[] {
  return survey.questions.filter((question) => isChoiceQuestion(question) || question.type === "text");
}

function leadingOption(
  { survey, wave, language }: ReportContext,
  question: ChoiceQuestion,
  counts: Counts,
): ChoiceRow["leading"] {
  const tally = tallyOf(counts, wave, question.id);
  if (!tally) return undefined;
  const shares = question.options.map(({ label }, place) => ({
    label: label[language],
    share: shareOfCodes(tally, [place], { weighting: "weighted", base: survey.base }),
  }));
  const size = ({ share }: { readonly share: Estimate }) => (isShown(share) ? share.value : -1);
  return shares.toSorted((a, b) => size(b) - size(a))[0];
}

function ChoicesTable({
  context,
  rows,
}: {
  readonly context: ReportContext;
  readonly rows: readonly ChoiceRow[];
}) {
  const { words, language, links, survey } = context;
  return (
    <section class="panel" id="choices">
      <h2>{words.choicesTitle}</h2>
      <TableFrame label={words.choicesTitle}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{words.question}</th>
              <th scope="col">{words.leadingAnswer}</th>
              <th scope="col" class="number">
                {words.share}
              </th>
              <th scope="col" class="number">
                {words.interval}
              </th>
              <th scope="col" class="number">
                {words.base}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ question, leading, answered }) => (
              <tr key={question.id}>
                <th scope="row">
                  <a href={links.question(question.id)}>{question.short[language]}</a>
                </th>
                <td>{leading && isShown(leading.share) ? leading.label : ""}</td>
                <td class="number score">
                  {leading && <Value estimate={leading.share} unit="proportion" context={context} />}
                </td>
                <td class="number">
                  <IntervalText estimate={leading?.share} unit="proportion" context={context} />
                </td>
                <td class="number">
                  {leading ? (
                    <Base estimate={leading.share} context={context} />
                  ) : answered > 0 && answered < survey.base.minimum ? (
                    words.withheld
                  ) : (
                    formatNumber(answered, language)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
