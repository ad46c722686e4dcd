import type { ItemResponse } from "../survey/quality.ts";
import type { Question } from "../survey/question.ts";
import { dimensionName, questionName } from "../survey/reading.ts";
import { formatNumber, formatShare } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import { TooFew } from "./too-few.tsx";
import { isTooFew, type WaveFacts } from "./wave-facts.ts";

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
        if (few || isTooFew(quality, survey.base)) return <span class="quiet">{words.withheld}</span>;
        return <Unanswered context={context} item={item} />;
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

/** Who gave no answer among those who were asked, and beside it who was not asked. */
function Unanswered({ context, item }: { readonly context: ReportContext; readonly item: ItemResponse }) {
  const { words, language } = context;
  const { answered, missing, bad, notAsked } = item;
  const asked = answered + missing + bad;
  if (asked === 0 && notAsked > 0) return <span class="quiet">{words.notAsked}</span>;
  return (
    <>
      {formatShare((missing + bad) / Math.max(1, asked), language)}
      {notAsked > 0 && (
        <small class="aside">
          {words.notAskedShare(formatShare(notAsked / (asked + notAsked), language))}
        </small>
      )}
    </>
  );
}

interface BadCellsRow {
  readonly wave: string;
  readonly subject: string;
  readonly bad: number;
  readonly masked: number;
}

function BadCells({ context, facts }: FactsProps) {
  if (facts.length === 0) return null;
  const { words, language } = context;
  const rows = badCellRows(context, facts);
  const small = new Set(
    facts.flatMap(({ wave, quality }) => (isTooFew(quality, context.survey.base) ? [wave] : [])),
  );
  const count = (title: string, pick: (row: BadCellsRow) => number): Column<BadCellsRow> => ({
    title,
    kind: "number",
    cell: (row) => (small.has(row.wave) ? <TooFew context={context} /> : formatNumber(pick(row), language)),
  });
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
            count(words.badCells, ({ bad }) => bad),
            ...(rows.some(({ masked }) => masked > 0)
              ? [count(words.maskedCells, ({ masked }) => masked)]
              : []),
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
    Object.entries(quality.items).flatMap(([name, { bad, masked = 0 }]) =>
      bad + masked > 0 ? [{ wave, subject: titles.get(name) ?? name, bad, masked }] : [],
    ),
  );
}
