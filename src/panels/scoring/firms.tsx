import type { ScoreDot } from "../../charts/score-dots.ts";
import { isShown } from "../../measures/estimate.ts";
import type { CardScore } from "../../survey/scoring.ts";
import { dimensionOf } from "../../survey/survey.ts";
import { formatNumber, formatValue } from "../../words/numbers.ts";
import { baseLine } from "../base-line.ts";
import { ChartFigure } from "../chart-figure.tsx";
import { type ReportContext, waveTitle } from "../context.ts";
import { spanOfScore } from "../figure-before.ts";
import type { Judge } from "../panel.ts";
import { drawScoreDots } from "../score-dots.tsx";
import { type KeyMark, ScoreKey } from "../score-key.tsx";
import { firmsLead } from "./firms-lead.ts";
import type { FirmsRow } from "./firms-model.ts";
import { FirmsTable } from "./firms-table.tsx";
import { MethodNote, wordFor } from "./method-note.tsx";

const unit = "index100";

export interface FirmsProps {
  readonly context: ReportContext;
  readonly card: CardScore;
  /** Not none. */
  readonly rows: readonly FirmsRow[];
  readonly judge: Judge;
}

/**
 * M03, two stages, the rule's score of an industry: the plain mean of its sampled firms' scores, beside the score over all
 * respondents, and who was sampled.
 */
export function Firms({ context, card, rows, judge }: FirmsProps) {
  const { words, language, wave } = context;
  const { scoring } = words;
  const title = scoring.firmsTitle(card.title[language]);
  const dots = rows.map((row) => dotOf(row, card, context));
  const isPart = rows.some((row) => row.isPart);
  return (
    <ChartFigure
      id={`${card.id}-firms`}
      title={title}
      takeaway={firmsLead({ context, card, rows, judge })}
      base={baseLine(
        rows.map(({ mean }) => mean.estimate),
        { when: waveTitle(context, wave), each: eachOf(context), context },
      )}
      draw={
        dots.some(({ score }) => score)
          ? drawScoreDots(
              {
                groups: [{ dots }],
                unit,
                ends: { min: 0, max: 100 },
                asideHead: isPart ? scoring.firmsHere : scoring.firmsHead,
                context,
              },
              title,
            )
          : undefined
      }
      legend={
        <ScoreKey marks={keyOf(dots, { card, isPart }, context)} axis={words.scores.scale("0", "100")} />
      }
      notes={<Notes {...{ context, rows }} />}
      table={<FirmsTable {...{ context, card, rows, judge, label: title }} />}
      context={context}
    />
  );
}

function eachOf({ survey, words, language }: ReportContext): string {
  const industry = survey.scoring?.national?.firms?.industry;
  return industry === undefined
    ? words.figure.eachGroup
    : words.figure.eachOf(dimensionOf(survey, industry).title[language]);
}

function keyOf(
  dots: readonly ScoreDot[],
  { card, isPart }: { readonly card: CardScore; readonly isPart: boolean },
  { words }: ReportContext,
): readonly KeyMark[] {
  const { scoring } = words;
  const { key } = words.scores;
  const has = (test: (dot: ScoreDot) => boolean) => dots.some((dot) => dot.score && test(dot));
  const over = isPart ? scoring.overRespondentsHere : scoring.overRespondents;
  return [
    ...(has(({ hollow = false }) => !hollow)
      ? [{ kind: "dot" as const, label: key.dot(card.deduct ? scoring.overFirmsKey : scoring.overFirms) }]
      : []),
    ...(has(({ hollow = false }) => hollow)
      ? [{ kind: "hollow" as const, label: key.dot(scoring.overFirmsUncut) }]
      : []),
    ...(has(({ small = false }) => small) ? [{ kind: "small" as const, label: scoring.tooFewFirms }] : []),
    { kind: "compared", label: card.deduct ? scoring.respondentsKey(over) : over },
  ];
}

/** The mean after the deduction; a ring where that is not known of all its firms. */
function dotOf(
  { label, href, mean, isPart, after, respondents }: FirmsRow,
  card: CardScore,
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
    hollow: card.deduct && !after,
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

/** The rule, what the survey calls its firms, and how changes are tested. */
function Notes({ context, rows }: Pick<FirmsProps, "context" | "rows">) {
  const { words, survey, language } = context;
  const { scoring } = words;
  const firm = survey.scoring?.national?.firms?.firm;
  const named = firm === undefined ? "" : scoring.firmsAre(dimensionOf(survey, firm).title[language]);
  const notes = [scoring.firmsNote, named].filter((text) => text !== "");
  return (
    <>
      <MethodNote id="M03" context={context}>
        {notes.join(words.sentenceGap)}
      </MethodNote>
      {rows.some(({ change }) => change?.status === "tested") && (
        <MethodNote id="M20" context={context}>
          {scoring.firmsChangeNote}
        </MethodNote>
      )}
    </>
  );
}
