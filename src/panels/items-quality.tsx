import type { Question } from "../survey/question.ts";
import { dimensionName, questionName } from "../survey/reading.ts";
import { formatNumber, formatShare } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import type { WaveFacts } from "./wave-facts.ts";

/** M30: item non-response by question and wave, and cells that were no answer. */
export function itemsQuality(facts: readonly WaveFacts[]): Panel<readonly WaveFacts[]> {
  return {
    needs: () => [],
    read: () => facts,
    claims: () => [],
    draw: (context) => (
      <>
        <NonResponse context={context} facts={facts} />
        <BadCells context={context} facts={facts} />
      </>
    ),
  };
}

interface FactsProps {
  readonly context: ReportContext;
  readonly facts: readonly WaveFacts[];
}

function NonResponse({ context, facts }: FactsProps) {
  if (facts.length === 0) return null;
  const { words, language, survey, links } = context;
  const columns = facts.map(
    ({ wave, quality }): Column<Question> => ({
      title: waveTitle(context, wave),
      kind: "number",
      cell: ({ id }) => {
        const item = quality.items[questionName(id)];
        if (!item) return <span class="quiet">{words.notAsked}</span>;
        const few = item.answered > 0 && item.answered < survey.base.minimum;
        if (few) return <span class="quiet">{words.withheld}</span>;
        return formatShare((item.missing + item.bad) / Math.max(1, quality.kept), language);
      },
    }),
  );
  return (
    <section class="panel" id="non-response">
      <h2>{words.nonResponseTitle}</h2>
      <p class="lead">{words.nonResponseLead}</p>
      <FiguresTable
        label={words.nonResponseTitle}
        recent
        head={{
          title: words.question,
          cell: ({ id, short }: Question) => <a href={links.question(id)}>{short[language]}</a>,
        }}
        columns={columns}
        rows={survey.questions}
      />
    </section>
  );
}

interface BadCellsRow {
  readonly wave: string;
  readonly subject: string;
  readonly bad: number;
}

function BadCells({ context, facts }: FactsProps) {
  if (facts.length === 0) return null;
  const { words, language } = context;
  const rows = badCellRows(context, facts);
  return (
    <section class="panel" id="bad-cells">
      <h2>{words.badCellsTitle}</h2>
      <p class="lead">{rows.length === 0 ? words.badCellsNone : words.badCellsLead}</p>
      {rows.length > 0 && (
        <FiguresTable
          label={words.badCellsTitle}
          head={{ title: words.question, cell: ({ subject }: BadCellsRow) => subject }}
          columns={[
            { title: words.wave, cell: ({ wave }) => waveTitle(context, wave) },
            { title: words.count, kind: "number", cell: ({ bad }) => formatNumber(bad, language) },
          ]}
          rows={rows}
        />
      )}
    </section>
  );
}

function badCellRows(
  { survey, language }: ReportContext,
  facts: readonly WaveFacts[],
): readonly BadCellsRow[] {
  const titles = new Map([
    ...survey.dimensions.map(({ id, title }) => [dimensionName(id), title[language]] as const),
    ...survey.questions.map(({ id, short }) => [questionName(id), short[language]] as const),
  ]);
  return facts.flatMap(({ wave, quality }) =>
    Object.entries(quality.items).flatMap(([name, { bad }]) =>
      bad > 0 ? [{ wave, subject: titles.get(name) ?? name, bad }] : [],
    ),
  );
}
