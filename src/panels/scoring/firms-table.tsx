import { isShown } from "../../measures/estimate.ts";
import { dimensionOf } from "../../survey/survey.ts";
import { formatNumber } from "../../words/numbers.ts";
import { previousWave, type ReportContext, waveTitle } from "../context.ts";
import { type Column, FiguresTable } from "../figures-table.tsx";
import { Base, Change, IntervalText, Value } from "../parts.tsx";
import type { FirmsProps } from "./firms.tsx";
import type { FirmsRow } from "./firms-model.ts";

const unit = "index100";

/** Means over firms before and after the deduction, their change, and who was sampled. */
export function FirmsTable(props: FirmsProps & { readonly label: string }) {
  const { context, card, rows, label } = props;
  const { words, language, survey } = context;
  const { scoring } = words;
  const number = (value: number) => formatNumber(value, language);
  const industry = survey.scoring?.national?.firms?.industry;
  const isPart = rows.some((row) => row.isPart);
  const columns: readonly Column<FirmsRow>[] = [
    ...meanColumns(props),
    ...changeColumns(props),
    {
      title: respondentsHead(card.deduct, isPart, context),
      kind: "number",
      cell: ({ respondents }) => <Value estimate={respondents} unit={unit} context={context} />,
    },
    {
      title: isPart ? scoring.firmsHere : scoring.firmsSampled,
      kind: "number",
      cell: ({ mean }) => number(mean.sampled),
    },
    ...(isPart ? [] : planColumns({ context, number })),
    {
      title: scoring.respondents,
      kind: "number",
      cell: ({ mean }) => <Base estimate={mean.estimate} context={context} flagged={false} />,
    },
  ];
  return (
    <FiguresTable
      label={label}
      head={{
        title: industry === undefined ? scoring.group : dimensionOf(survey, industry).title[language],
        cell: ({ label: name, href }: FirmsRow) => (href ? <a href={href}>{name}</a> : name),
      }}
      columns={columns}
      rows={rows}
      stacked="lines"
    />
  );
}

function respondentsHead(deducts: boolean, isPart: boolean, { words: { scoring } }: ReportContext): string {
  const over = isPart ? scoring.overRespondentsHere : scoring.overRespondents;
  return deducts ? scoring.respondentsKey(over) : over;
}

/** The mean that is the rule's score stands out: after the deduction where that is known of any row. */
function meanColumns({ context, card, rows }: FirmsProps): readonly Column<FirmsRow>[] {
  const { words } = context;
  const { scoring } = words;
  const hasAfter = rows.some(({ after }) => after);
  const notKnown = <span class="quiet">{words.notKnown}</span>;
  return [
    {
      title: card.deduct ? scoring.overFirmsBefore : scoring.overFirms,
      kind: hasAfter ? "number" : "score",
      cell: ({ mean }) => <Value estimate={mean.estimate} unit={unit} context={context} />,
    },
    {
      title: card.deduct ? scoring.intervalBefore : words.interval,
      kind: "number",
      cell: ({ mean }) => <IntervalText estimate={mean.estimate} unit={unit} context={context} />,
    },
    ...(hasAfter
      ? ([
          {
            title: scoring.overFirmsAfter,
            kind: "score",
            cell: ({ after }) =>
              after ? <Value estimate={after} unit={unit} context={context} /> : notKnown,
          },
          {
            title: scoring.intervalAfter,
            kind: "number",
            cell: ({ after }) =>
              after ? <IntervalText estimate={after} unit={unit} context={context} /> : notKnown,
          },
        ] satisfies readonly Column<FirmsRow>[])
      : []),
  ];
}

/** The change on the wave before, or, where it is judged on another page, what stood there. */
function changeColumns({ context, card, rows, judge }: FirmsProps): readonly Column<FirmsRow>[] {
  const { words } = context;
  const from = previousWave(context);
  if (from === undefined) return [];
  const wave = waveTitle(context, from);
  if (rows.some(({ change }) => change))
    return [
      {
        title: words.changeOn(wave),
        kind: "number",
        cell: ({ change }) =>
          change && <Change difference={change} {...{ unit, judge, context }} better="higher" />,
      },
    ];
  if (!rows.some(({ previous }) => previous && isShown(previous))) return [];
  return [
    {
      title: card.deduct ? words.scoring.inWaveBefore(wave) : wave,
      kind: "number",
      cell: ({ previous }) => previous && <Value estimate={previous} unit={unit} context={context} />,
    },
  ];
}

/** How many firms there are, and how many of them had to be sampled. */
function planColumns({
  context: { words },
  number,
}: {
  readonly context: ReportContext;
  readonly number: (value: number) => string;
}): readonly Column<FirmsRow>[] {
  const { scoring } = words;
  return [
    {
      title: scoring.firmsThereAre,
      kind: "number",
      cell: ({ mean }) =>
        mean.population === undefined ? <span class="quiet">{words.notKnown}</span> : number(mean.population),
    },
    {
      title: scoring.firmsRequired,
      kind: "number",
      cell: ({ mean }) => (
        <>
          {number(mean.required)}
          {mean.verdict === "tooFew" && (
            <>
              {" "}
              <span class="flag">{scoring.tooFew}</span>
            </>
          )}
        </>
      ),
    },
  ];
}
