import type { ScoreDot } from "../../charts/score-dots.ts";
import { isShown } from "../../measures/estimate.ts";
import type { CardScore } from "../../survey/scoring.ts";
import { dimensionOf } from "../../survey/survey.ts";
import { formatNumber, formatValue } from "../../words/numbers.ts";
import { baseLine } from "../base-line.ts";
import { ChartFigure } from "../chart-figure.tsx";
import { type ReportContext, waveTitle } from "../context.ts";
import { spanOfScore } from "../figure-before.ts";
import { type Column, FiguresTable } from "../figures-table.tsx";
import { Base, IntervalText, Value } from "../parts.tsx";
import { drawScoreDots } from "../score-dots.tsx";
import { ScoreKey } from "../score-key.tsx";
import type { FirmsRow } from "./firms-model.ts";
import { MethodNote, wordFor } from "./method-note.tsx";

const unit = "index100";

interface FirmsProps {
  readonly context: ReportContext;
  readonly card: CardScore;
  readonly rows: readonly FirmsRow[];
}

/** M03, two stages: the plain mean of sampled firms' scores, beside the score over all respondents, and who was sampled. */
export function Firms({ context, card, rows }: FirmsProps) {
  const { words, language, wave } = context;
  const { scoring } = words;
  const title = scoring.firmsTitle(card.title[language]);
  const when = waveTitle(context, wave);
  const dots = rows.map((row) => dotOf(row, context));
  const small = dots.some((dot) => dot.small === true && dot.score);
  return (
    <ChartFigure
      id={`${card.id}-firms`}
      title={title}
      takeaway={rows.map((row) => sampledText(row, context)).join(words.sentenceGap)}
      base={baseLine(
        rows.map(({ mean }) => mean.estimate),
        { when, each: words.figure.eachGroup, context },
      )}
      draw={
        dots.some(({ score }) => score)
          ? drawScoreDots(
              {
                groups: [{ dots }],
                unit,
                ends: { min: 0, max: 100 },
                asideHead: rows.some(({ isPart }) => isPart) ? scoring.firmsHere : scoring.firmsHead,
                context,
              },
              title,
            )
          : undefined
      }
      legend={
        <ScoreKey
          marks={[
            { kind: "dot", label: words.scores.key.dot(scoring.overFirms) },
            ...(small ? [{ kind: "small" as const, label: scoring.tooFewFirms }] : []),
            { kind: "compared", label: scoring.overRespondents },
          ]}
          axis={words.scores.scale("0", "100")}
        />
      }
      notes={
        <MethodNote id="M03" context={context}>
          {scoring.firmsNote}
        </MethodNote>
      }
      table={<FirmsTable {...{ context, card, rows, label: title }} />}
      context={context}
    />
  );
}

function dotOf(
  { label, href, mean, isPart, after, respondents }: FirmsRow,
  context: ReportContext,
): ScoreDot {
  const { words, language } = context;
  const shown = after ?? mean.estimate;
  const score = spanOfScore(shown);
  const number = (value: number) => formatNumber(value, language);
  const few = mean.verdict === "tooFew" && !isPart;
  return {
    label,
    ...(href === undefined ? {} : { href }),
    ...(score ? { score } : {}),
    text: isShown(shown) ? formatValue(shown.value, unit, language) : wordFor(shown, words),
    ...(isShown(respondents) ? { compared: respondents.value } : {}),
    aside: words.scoring.sampledShort(
      number(mean.sampled),
      mean.population === undefined ? undefined : number(mean.population),
      few ? number(mean.required) : undefined,
    ),
    ...(isPart ? {} : { said: sampledSaid(mean, context) }),
    tone: few ? "worse" : "quiet",
    small: few,
  };
}

/** The same in words, for the chart's alternative. */
function sampledSaid(
  { sampled, population, required, verdict }: FirmsRow["mean"],
  { words, language }: ReportContext,
): string {
  const number = (value: number) => formatNumber(value, language);
  const short = words.scoring.sampledShort(
    number(sampled),
    population === undefined ? undefined : number(population),
    verdict === "tooFew" ? number(required) : undefined,
  );
  const few = verdict === "tooFew" ? [words.scoring.tooFewFirms] : [];
  return [words.scores.of(words.scoring.firmsSampled, short), ...few].join(words.clauseSeparator);
}

/** How many firms were sampled, and whether that is enough. */
function sampledText({ label, mean, isPart }: FirmsRow, { words, language }: ReportContext): string {
  const number = (value: number) => formatNumber(value, language);
  if (isPart) return words.scoring.sampledPart(label, mean.sampled, number(mean.sampled));
  return words.scoring.sampled[mean.verdict]({
    label,
    sampled: number(mean.sampled),
    of: mean.population === undefined ? "" : number(mean.population),
    required: number(mean.required),
  });
}

function FirmsTable({ context, rows, label }: FirmsProps & { readonly label: string }) {
  const { words, language, survey } = context;
  const { scoring } = words;
  const number = (value: number) => formatNumber(value, language);
  const industry = survey.scoring?.national?.firms?.industry;
  const hasAfter = rows.some(({ after }) => after);
  const columns: readonly Column<FirmsRow>[] = [
    {
      title: hasAfter ? scoring.overFirmsBefore : scoring.overFirms,
      kind: "score",
      cell: ({ mean }) => <Value estimate={mean.estimate} unit={unit} context={context} />,
    },
    {
      title: words.interval,
      kind: "number",
      cell: ({ mean }) => <IntervalText estimate={mean.estimate} unit={unit} context={context} />,
    },
    ...(hasAfter
      ? ([
          {
            title: scoring.overFirmsAfter,
            kind: "number",
            cell: ({ after }) => after && <Value estimate={after} unit={unit} context={context} />,
          },
        ] satisfies readonly Column<FirmsRow>[])
      : []),
    {
      title: scoring.overRespondents,
      kind: "number",
      cell: ({ respondents }) => <Value estimate={respondents} unit={unit} context={context} />,
    },
    {
      title: rows.some(({ isPart }) => isPart) ? scoring.firmsHere : scoring.firmsSampled,
      kind: "number",
      cell: ({ mean }) => number(mean.sampled),
    },
    ...(rows.some(({ isPart }) => isPart) ? [] : planColumns({ context, number })),
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
        title: industry === undefined ? words.branches : dimensionOf(survey, industry).title[language],
        cell: ({ label: name, href }: FirmsRow) => (href ? <a href={href}>{name}</a> : name),
      }}
      columns={columns}
      rows={rows}
      stacked="lines"
    />
  );
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
