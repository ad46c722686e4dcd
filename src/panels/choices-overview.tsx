import { tallyOf } from "../counts/request.ts";
import type { Tally } from "../counts/tally.ts";
import { shareOfCodes } from "../measures/share.ts";
import { type ChoiceQuestion, isChoiceQuestion, isInRows, type Question } from "../survey/question.ts";
import { formatNumber } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import { cascadeRequests } from "./figures.ts";
import { FiguresTable } from "./figures-table.tsx";
import { type Leading, leadingOf, namesOfTied } from "./leading.ts";
import type { Panel } from "./panel.ts";
import { Base, IntervalText, Value } from "./parts.tsx";
import { PublishedNote } from "./published.tsx";

interface ChoiceRow {
  readonly question: Question;
  /** The answer most often given, and its share; several where they have the same. */
  readonly leading?: Leading;
  /** People who answered, for texts; undefined where that is not published. */
  readonly answered: number | undefined;
}

/** Questions that have no score: choices with the answer most often given, texts with how many wrote something. */
export const choicesOverview: Panel<readonly ChoiceRow[]> = {
  needs: (context) => {
    const questions = questionsOf(context).map(({ id }) => id);
    return questions.length === 0 ? [] : cascadeRequests(context, { questions, waves: [context.wave] });
  },
  read: (context, cascade) =>
    questionsOf(context).flatMap((question): readonly ChoiceRow[] => {
      const tally = cascade[0] && tallyOf(cascade[0], context.wave, question.id);
      if (context.fromRows && !isInRows(question)) return [{ question, answered: undefined }];
      if (!tally) return [];
      const leading = isChoiceQuestion(question) ? leadingOption(context, question, tally) : undefined;
      return [{ question, answered: tally.base?.n ?? 0, ...(leading ? { leading } : {}) }];
    }),
  claims: () => [],
  draw: (context, rows) => (rows.length === 0 ? null : <ChoicesTable context={context} rows={rows} />),
};

function questionsOf({ survey }: ReportContext): readonly Question[] {
  const pairs = new Set(survey.kano.flatMap(({ functional, dysfunctional }) => [functional, dysfunctional]));
  return survey.questions.filter(
    (question) => (isChoiceQuestion(question) || question.type === "text") && !pairs.has(question.id),
  );
}

function leadingOption(context: ReportContext, question: ChoiceQuestion, tally: Tally): Leading | undefined {
  const { survey, language } = context;
  const shares = question.options.map(({ label }, place) => ({
    label: label[language],
    share: shareOfCodes(tally, [place], { weighting: "weighted", base: survey.base }),
  }));
  const [first] = shares;
  // Where no share is shown, the first says why.
  return leadingOf(shares, context) ?? (first && { labels: [], share: first.share, value: "" });
}

function ChoicesTable({
  context,
  rows,
}: {
  readonly context: ReportContext;
  readonly rows: readonly ChoiceRow[];
}) {
  const { words, language, links, survey } = context;
  const { kano, base } = survey;
  const isSmall = ({ leading }: ChoiceRow) => leading?.share.status === "low";
  const allSmall = rows.length > 1 && rows.every(isSmall);
  return (
    <section class="panel" id="choices">
      <h2>{words.choicesTitle}</h2>
      <FiguresTable
        label={words.choicesTitle}
        head={{
          title: words.question,
          cell: ({ question }: ChoiceRow) => (
            <a href={links.question(question.id)}>{question.short[language]}</a>
          ),
        }}
        columns={[
          {
            title: words.leadingAnswer,
            cell: ({ leading }) => leading && namesOfTied(leading.labels, context),
          },
          {
            title: words.share,
            kind: "score",
            cell: ({ leading }) =>
              leading && <Value estimate={leading.share} unit="proportion" context={context} />,
          },
          {
            title: words.interval,
            kind: "number",
            cell: ({ leading }) => (
              <IntervalText estimate={leading?.share} unit="proportion" context={context} />
            ),
          },
          {
            title: words.base,
            kind: "number",
            cell: (row) => <ChoiceBase row={row} context={context} flagged={!allSmall} />,
          },
        ]}
        rows={rows}
      />
      <PublishedNote estimates={rows.map(({ leading }) => leading?.share)} context={context} />
      {allSmall && (
        <p class="note">
          {words.smallBase}
          {words.colon}
          {words.smallBaseWhy(base.caution)}
        </p>
      )}
      {kano.length > 0 && (
        <p class="note">
          {words.kanoPairs}
          {kano.map(({ id, title, functional, dysfunctional }, at) => (
            <span key={id}>
              {at > 0 && words.listSeparator}
              <a href={links.question(functional)}>{title[language]}</a>
              {words.parenOpen}
              <a href={links.question(dysfunctional)}>{words.kanoWithout}</a>
              {words.parenClose}
            </span>
          ))}
          {words.stop}
        </p>
      )}
    </section>
  );
}

/** Of a choice the base of its shares, of a text how many wrote one; under the minimum, neither. */
function ChoiceBase({
  row,
  context,
  flagged,
}: {
  readonly row: ChoiceRow;
  readonly context: ReportContext;
  readonly flagged: boolean;
}) {
  const { words, language, survey } = context;
  if (row.leading) return <Base estimate={row.leading.share} context={context} flagged={flagged} />;
  if (row.answered === undefined) return <span class="quiet">{words.view.notPublished}</span>;
  const few = row.answered > 0 && row.answered < survey.base.minimum;
  return <>{few ? words.withheld : formatNumber(row.answered, language)}</>;
}
