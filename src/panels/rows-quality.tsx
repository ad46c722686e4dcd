import type { ComponentChildren } from "preact";
import type { WaveQuality } from "../survey/quality.ts";
import { formatMonths } from "../words/dates.ts";
import { formatNumber, formatShare } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import { TooFew } from "./too-few.tsx";
import { isTooFew, type WaveFacts } from "./wave-facts.ts";

interface QualityRow {
  readonly title: string;
  readonly why?: string;
  readonly cell: (facts: WaveFacts) => ComponentChildren;
  /** Told of a wave of however few respondents: it counts nobody. */
  readonly open?: true;
}

/** M30: what became of every row, wave by wave. It counts nothing: reading the files did. */
export function rowsQuality(facts: readonly WaveFacts[]): Panel<readonly WaveFacts[]> {
  return {
    needs: () => [],
    read: () => facts,
    claims: () => [],
    draw: (context) => {
      const { words } = context;
      // Of printed tables alone there are no respondents whose rows could be told.
      if (facts.length === 0) return null;
      const rows = qualityRows(context, facts);
      return (
        <section class="panel" id="rows">
          <FiguresTable
            label={words.qualityTitle}
            recent
            head={{ title: words.wave, cell: ({ title }: QualityRow) => title }}
            columns={facts.map((wave) => ({
              title: waveTitle(context, wave.wave),
              kind: "number" as const,
              cell: ({ cell, open }: QualityRow) =>
                !open && isTooFew(wave.quality, context.survey.base) ? (
                  <TooFew context={context} />
                ) : (
                  cell(wave)
                ),
            }))}
            rows={rows}
          />
          <dl class="notes">
            {rows.flatMap(({ title, why }) =>
              why === undefined ? [] : [<dt key={title}>{title}</dt>, <dd key={why}>{why}</dd>],
            )}
          </dl>
        </section>
      );
    },
  };
}

function qualityRows(context: ReportContext, facts: readonly WaveFacts[]): readonly QualityRow[] {
  const { words, language, responses, survey } = context;
  const number =
    (pick: (quality: WaveQuality) => number) =>
    ({ quality }: WaveFacts) =>
      formatNumber(pick(quality), language);
  const share =
    (pick: (quality: WaveQuality) => { readonly flagged: number; readonly base: number } | undefined) =>
    ({ quality }: WaveFacts) => {
      const found = pick(quality);
      return found && found.base > 0
        ? `${formatNumber(found.flagged, language)} (${formatShare(found.flagged / found.base, language)})`
        : "–";
    };
  const timed = facts.find(({ quality }) => quality.tooFast)?.quality.tooFast;
  const any = (has: (wave: WaveFacts) => boolean, rows: readonly QualityRow[]) =>
    facts.some(has) ? rows : [];
  return [
    ...any(
      ({ quality }) => quality.fieldwork !== undefined,
      [
        {
          title: words.fieldwork,
          open: true,
          cell: ({ quality: { fieldwork } }) =>
            fieldwork ? <Months text={formatMonths(fieldwork.from, fieldwork.to, language)} /> : "–",
        },
      ],
    ),
    ...any(
      ({ wave }) => responses[wave] !== undefined,
      [
        {
          title: words.responseRate,
          cell: ({ wave }) => {
            const response = responses[wave];
            return response ? formatShare(response.returned / response.handedOut, language) : words.notKnown;
          },
        },
      ],
    ),
    { title: words.rowsRead, cell: number(({ rowsRead }) => rowsRead) },
    { title: words.rejectedDuplicate, cell: number(({ rejected }) => rejected.duplicate) },
    { title: words.rejectedRagged, cell: number(({ rejected }) => rejected.ragged) },
    { title: words.rejectedEmpty, cell: number(({ rejected }) => rejected.empty) },
    ...any(
      ({ quality }) => quality.rejected.incomplete > 0,
      [{ title: words.rejectedIncomplete, cell: number(({ rejected }) => rejected.incomplete) }],
    ),
    { title: words.rowsKept, cell: number(({ kept }) => kept) },
    ...any(
      ({ quality }) => quality.incomplete !== undefined,
      [
        {
          title: words.incomplete,
          why: words.incompleteWhy,
          cell: ({ quality }) =>
            quality.incomplete === undefined ? words.notKnown : formatNumber(quality.incomplete, language),
        },
      ],
    ),
    {
      title: words.invalidWeights,
      cell: ({ quality }) =>
        quality.weight ? formatNumber(quality.weight.invalid, language) : words.noWeights,
    },
    ...any(
      ({ quality }) => quality.straightLining.base > 0,
      [
        {
          title: words.straightLining,
          why: words.straightLiningWhy,
          cell: share(({ straightLining }) => straightLining),
        },
      ],
    ),
    ...(timed
      ? [
          {
            title: words.tooFast,
            why: words.tooFastWhy(formatNumber(timed.seconds, language)),
            cell: share(({ tooFast }) => tooFast),
          },
        ]
      : []),
    ...(survey.hierarchy.length > 0
      ? [
          {
            title: words.outsideHierarchy,
            why: words.outsideHierarchyWhy,
            cell: number(({ outsideHierarchy }) => outsideHierarchy),
          },
        ]
      : []),
  ];
}

/** Months that may break behind the dash, in Chinese behind the year, so that columns stay narrow. */
function Months({ text }: { readonly text: string }) {
  const [, year, months] = /^(\d{4} 年 )([^年]+)$/.exec(text) ?? [];
  if (year !== undefined)
    return (
      <span class="dates">
        {year}
        <span class="whitespace-nowrap">{months}</span>
      </span>
    );
  const [from = "", to] = text.split("–");
  return (
    <span class="dates">
      {from}
      {to === undefined ? null : "–"}
      <wbr />
      {to}
    </span>
  );
}
