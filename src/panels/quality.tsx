import type { ComponentChildren } from "preact";
import type { WaveQuality } from "../survey/quality.ts";
import { questionName } from "../survey/reading.ts";
import { formatNumber, formatShare } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import type { Panel } from "./panel.ts";
import { TableFrame } from "./parts.tsx";

/** A wave's file and what became of it. */
export interface WaveFacts {
  readonly wave: string;
  readonly file: string;
  readonly sourceSha256: string;
  readonly quality: WaveQuality;
}

interface QualityRow {
  readonly title: string;
  readonly why?: string;
  readonly cell: (facts: WaveFacts) => ComponentChildren;
}

/** M30: what became of every row, wave by wave. It counts nothing: reading the files did. */
export function rowsQuality(facts: readonly WaveFacts[]): Panel<readonly WaveFacts[]> {
  return {
    needs: () => [],
    read: () => facts,
    claims: () => [],
    draw: (context) => {
      const { words } = context;
      return (
        <section class="panel" id="rows">
          <TableFrame label={words.qualityTitle}>
            <table class="figures">
              <thead>
                <tr>
                  <th scope="col">{words.wave}</th>
                  {facts.map(({ wave }) => (
                    <th key={wave} scope="col" class="number">
                      {waveTitle(context, wave)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {qualityRows(context, facts).map(({ title, cell }) => (
                  <tr key={title}>
                    <th scope="row">{title}</th>
                    {facts.map((wave) => (
                      <td key={wave.wave} class="number">
                        {cell(wave)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
          <dl class="notes">
            {qualityRows(context, facts).flatMap(({ title, why }) =>
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
      [{ title: words.fieldwork, cell: ({ quality }) => fieldworkText(quality) }],
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
    { title: words.rowsKept, cell: number(({ kept }) => kept) },
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

function fieldworkText({ fieldwork }: WaveQuality): string {
  if (!fieldwork) return "–";
  return fieldwork.from === fieldwork.to
    ? fieldwork.from
    : `${fieldwork.from} – ${fieldwork.to.startsWith(fieldwork.from.slice(0, 5)) ? fieldwork.to.slice(5) : fieldwork.to}`;
}

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
  const { words, language, survey, links } = context;
  return (
    <section class="panel" id="non-response">
      <h2>{words.nonResponseTitle}</h2>
      <p class="lead">{words.nonResponseLead}</p>
      <TableFrame label={words.nonResponseTitle}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{words.question}</th>
              {facts.map(({ wave }) => (
                <th key={wave} scope="col" class="number">
                  {waveTitle(context, wave)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {survey.questions.map((question) => (
              <tr key={question.id}>
                <th scope="row">
                  <a href={links.question(question.id)}>{question.short[language]}</a>
                </th>
                {facts.map(({ wave, quality }) => {
                  const item = quality.items[questionName(question.id)];
                  return (
                    <td key={wave} class="number">
                      {item ? (
                        formatShare((item.missing + item.bad) / Math.max(1, quality.kept), language)
                      ) : (
                        <span class="quiet">{words.notAsked}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function BadCells({ context, facts }: FactsProps) {
  const { words, language, survey } = context;
  const titles = new Map([
    ...survey.dimensions.map(({ id, title }) => [`d_${id}`, title[language]] as const),
    ...survey.questions.map(({ id, short }) => [questionName(id), short[language]] as const),
  ]);
  const rows = facts.flatMap(({ wave, quality }) =>
    Object.entries(quality.items).flatMap(([name, { bad }]) =>
      bad > 0 ? [{ wave, subject: titles.get(name) ?? name, bad }] : [],
    ),
  );
  return (
    <section class="panel" id="bad-cells">
      <h2>{words.badCellsTitle}</h2>
      {rows.length === 0 ? (
        <p class="lead">{words.badCellsNone}</p>
      ) : (
        <>
          <p class="lead">{words.badCellsLead}</p>
          <TableFrame label={words.badCellsTitle}>
            <table class="figures">
              <thead>
                <tr>
                  <th scope="col">{words.wave}</th>
                  <th scope="col">{words.question}</th>
                  <th scope="col" class="number">
                    {words.count}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ wave, subject, bad }) => (
                  <tr key={`${wave} ${subject}`}>
                    <td>{waveTitle(context, wave)}</td>
                    <th scope="row">{subject}</th>
                    <td class="number">{formatNumber(bad, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        </>
      )}
    </section>
  );
}

/** The files that a report is built from, with their hashes. */
export function sourceFiles(facts: readonly WaveFacts[]): Panel<readonly WaveFacts[]> {
  return {
    needs: () => [],
    read: () => facts,
    claims: () => [],
    draw: (context) => {
      const { words, language } = context;
      return (
        <section class="panel" id="files">
          <h2>{words.filesTitle}</h2>
          <TableFrame label={words.filesTitle}>
            <table class="figures">
              <thead>
                <tr>
                  <th scope="col">{words.wave}</th>
                  <th scope="col">{words.file}</th>
                  <th scope="col" class="number">
                    {words.rows}
                  </th>
                  <th scope="col">{words.encoding}</th>
                  <th scope="col">SHA-256</th>
                </tr>
              </thead>
              <tbody>
                {facts.map(({ wave, file, sourceSha256, quality }) => (
                  <tr key={wave}>
                    <th scope="row">{waveTitle(context, wave)}</th>
                    <td>{file.split("/").at(-1)}</td>
                    <td class="number">{formatNumber(quality.kept, language)}</td>
                    <td>{quality.encoding}</td>
                    <td>
                      <code title={sourceSha256}>{sourceSha256.slice(0, 16)}…</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        </section>
      );
    },
  };
}
