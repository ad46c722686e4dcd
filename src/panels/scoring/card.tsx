import type { ScoreDot } from "../../charts/score-dots.ts";
import type { CardKind } from "../../measures/card.ts";
import { isShown } from "../../measures/estimate.ts";
import { questionOf } from "../../survey/survey.ts";
import {
  formatNumber,
  formatRange,
  formatShare,
  formatValue,
  plainNumber,
  plainShare,
} from "../../words/numbers.ts";
import { baseLine } from "../base-line.ts";
import { ChartFigure } from "../chart-figure.tsx";
import { previousWave, type ReportContext, waveTitle } from "../context.ts";
import { spanOfScore } from "../figure-before.ts";
import type { GatheringPanel, Judge } from "../panel.ts";
import { drawScoreDots } from "../score-dots.tsx";
import { type KeyMark, ScoreKey } from "../score-key.tsx";
import { type CardModel, type CardScoreRow, cardModel, countCard } from "./card-model.ts";
import { CardTable } from "./card-table.tsx";
import { Firms } from "./firms.tsx";
import { type FirmsRow, firmRows } from "./firms-model.ts";
import { MethodNote, wordFor } from "./method-note.tsx";
import { ScoringSection } from "./section.tsx";

const unit = "index100";
const ends = { min: 0, max: 100 };

interface CardPanelModel extends CardModel {
  readonly firms: readonly FirmsRow[];
}

/**
 * A score by written rules (M03 or M04) of the page's group and of the branches under it, before and after what too few
 * returned questionnaires cost (M05), and the mean over sampled firms. The two scores never stand in one chart.
 */
export function card(kind: CardKind): GatheringPanel<CardPanelModel | undefined> {
  return {
    gather: async (context, asks) => {
      const counted = await countCard(context, kind, asks);
      const model = counted && cardModel(context, counted);
      return counted && model ? { ...model, firms: await firmRows(context, counted, asks) } : undefined;
    },
    claims: (model) => (model ? [model.change] : []),
    draw: (context, model, judge) =>
      model ? (
        <>
          <ScoringSection sheets={kind === "national" ? "brief" : "left"}>
            <Card {...{ context, model, judge }} />
          </ScoringSection>
          {model.firms.length > 0 && (
            <ScoringSection sheets="left">
              <Firms {...{ context, card: model.card, rows: model.firms }} />
            </ScoringSection>
          )}
        </>
      ) : null,
  };
}

interface CardProps {
  readonly context: ReportContext;
  readonly model: CardPanelModel;
  readonly judge: Judge;
}

function Card({ context, model, judge }: CardProps) {
  const { words, language, wave } = context;
  const { scoring } = words;
  const { card, whole, rows } = model;
  const title = (rows.length > 0 ? scoring.cardOfMany : scoring.cardOfOne)(card.title[language]);
  const all = [whole, ...rows];
  const isKnown = all.some(({ deduction }) => deduction);
  const dots = all.map((row, at) =>
    dotOf(row, { isWhole: at === 0 && rows.length > 0, deducts: card.deduct && isKnown, context }),
  );
  const isCut = dots.some(({ previous }) => previous !== undefined);
  const isAside = dots.some(({ aside }) => aside !== undefined);
  const when = waveTitle(context, wave);
  const base = baseLine(
    all.map(({ before }) => before),
    { when, each: words.figure.eachBranch, context },
  );
  return (
    <ChartFigure
      id={card.id}
      title={title}
      takeaway={takeawayOf({ context, model, judge })}
      base={base}
      draw={
        dots.some(({ score }) => score)
          ? drawScoreDots(
              {
                groups: [{ dots }],
                unit,
                ends,
                ...(isAside ? { asideHead: scoring.deductionHead } : {}),
                context,
              },
              title,
            )
          : undefined
      }
      legend={
        <ScoreKey
          marks={keyOf({ when, isCut, isSmall: dots.some(({ small }) => small === true) }, context)}
          axis={words.scores.scale("0", "100")}
        />
      }
      notes={<Notes {...{ context, model }} />}
      table={<CardTable {...{ context, model, label: title }} />}
      context={context}
    />
  );
}

function keyOf(
  { when, isCut, isSmall }: { readonly when: string; readonly isCut: boolean; readonly isSmall: boolean },
  { words }: ReportContext,
): readonly KeyMark[] {
  const { key } = words.scores;
  return [
    { kind: "dot", label: key.dot(isCut ? words.scoring.afterIn(when) : when) },
    ...(isSmall ? [{ kind: "small" as const, label: key.small }] : []),
    ...(isCut ? [{ kind: "previous" as const, label: words.scoring.before }] : []),
  ];
}

/** The score after the deduction; a hollow dot marks it before, where points came off. */
function dotOf(
  row: CardScoreRow,
  {
    isWhole,
    deducts,
    context,
  }: { readonly isWhole: boolean; readonly deducts: boolean; readonly context: ReportContext },
): ScoreDot {
  const { words, language } = context;
  const { label, href, before, after, deduction } = row;
  const score = spanOfScore(after);
  const points = deduction?.points ?? 0;
  const isUnknown = deducts && !deduction && isShown(before);
  return {
    label,
    ...(href === undefined ? {} : { href }),
    ...(score ? { score } : {}),
    text: isShown(after) ? formatValue(after.value, unit, language) : wordFor(after, words),
    ...(isShown(before) ? { under: words.scores.of(words.baseShort, formatNumber(before.n, language)) } : {}),
    ...(points > 0 && isShown(before) && deduction
      ? {
          previous: before.value,
          aside: words.scoring.lost(
            formatValue(points, unit, language),
            formatShare(deduction.rate, language),
          ),
          said: words.scoring.saidBefore(
            formatValue(before.value, unit, language),
            formatValue(points, unit, language),
            formatShare(deduction.rate, language),
          ),
          tone: "worse" as const,
        }
      : isUnknown
        ? { aside: words.scoring.notDeducted, tone: "quiet" as const }
        : {}),
    whole: isWhole,
    small: after.status === "low",
  };
}

/** The whole's score with its change, then who lost points. */
function takeawayOf({ context, model, judge }: CardProps): string {
  const { words, language, wave } = context;
  const { scoring } = words;
  const { card, whole, rows, change } = model;
  const from = previousWave(context);
  const points = (value: number) => formatValue(value, unit, language);
  const parts: string[] = [];
  if (isShown(whole.after)) {
    const { value, low, high } = whole.after;
    parts.push(
      scoring.cardStands({
        card: card.title[language],
        wave: waveTitle(context, wave),
        value: points(value),
        interval: formatRange(low, high, unit, language),
        verdict: change.status === "tested" ? judge(change) : "none",
        previous: from === undefined ? "" : waveTitle(context, from),
      }),
    );
  }
  if (!card.deduct) return parts.join(words.sentenceGap);
  const cut = [whole, ...rows].filter(
    ({ before, deduction }) => isShown(before) && (deduction?.points ?? 0) > 0,
  );
  const told = cut.flatMap(({ label, before, after }) =>
    isShown(before) && isShown(after)
      ? [scoring.cutTo(label, points(before.value), points(after.value))]
      : [],
  );
  const known = [whole, ...rows].some(({ deduction }) => deduction);
  parts.push(
    told.length > 0
      ? scoring.cut(told.join(words.listSeparator))
      : known
        ? scoring.noneCut
        : scoring.returnsUnknown,
  );
  return parts.join(words.sentenceGap);
}

function Notes({ context, model }: Pick<CardProps, "context" | "model">) {
  const { words, language, survey } = context;
  const { card, kind, without } = model;
  const { deduction } = survey.scoring ?? {};
  const names = without.map((id) => questionOf(survey, id).short[language]).join(words.listSeparator);
  return (
    <>
      <MethodNote id={kind === "national" ? "M03" : "M04"} context={context}>
        {words.scoring.madeOf[kind](formatNumber(card.of.length, language))}
      </MethodNote>
      {card.deduct && deduction && (
        <MethodNote id="M05" context={context}>
          {words.scoring.rule({
            threshold: plainShare(deduction.threshold, language),
            step: plainNumber(deduction.step * 100, language),
            points: plainNumber(deduction.points, language),
          })}
        </MethodNote>
      )}
      {without.length > 0 && <p class="note">{words.index.leftOut(names, survey.base.minimum)}</p>}
    </>
  );
}
