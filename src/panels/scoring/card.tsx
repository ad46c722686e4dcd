import type { ScoreDot } from "../../charts/score-dots.ts";
import type { CardKind } from "../../measures/card.ts";
import { isShown } from "../../measures/estimate.ts";
import { scoresOf } from "../../measures/graded.ts";
import { isScaleQuestion } from "../../survey/question.ts";
import { questionOf } from "../../survey/survey.ts";
import { formatNumber, formatShare, formatValue, plainNumber, plainShare } from "../../words/numbers.ts";
import { baseLine } from "../base-line.ts";
import { ChartFigure } from "../chart-figure.tsx";
import { questionAt, type ReportContext, waveTitle } from "../context.ts";
import { spanOfScore } from "../figure-before.ts";
import type { GatheringPanel } from "../panel.ts";
import { drawScoreDots } from "../score-dots.tsx";
import { type KeyMark, ScoreKey } from "../score-key.tsx";
import { levelTitle } from "../stands-out.ts";
import { type CardPanel, type CardProps, cardLead, cardTitle, rowsOf } from "./card-lead.ts";
import { type CardScoreRow, cardModel, countCard } from "./card-model.ts";
import { CardTable } from "./card-table.tsx";
import { cutBelow } from "./cut-units.ts";
import { Firms } from "./firms.tsx";
import { type FirmsRow, firmRows } from "./firms-model.ts";
import { MethodNote, wordFor } from "./method-note.tsx";
import { ScoringSection } from "./section.tsx";

const unit = "index100";
const ends = { min: 0, max: 100 };

interface CardPanelModel extends CardPanel {
  readonly firms: readonly FirmsRow[];
}

/**
 * A score by written rules (M03 or M04) of the page's group and of the branches under it, before and after what too few
 * returned questionnaires cost (M05). Where the rule asks for the mean over sampled firms, that comes first. The two
 * scores never stand in one chart.
 */
export function card(kind: CardKind): GatheringPanel<CardPanelModel | undefined> {
  return {
    gather: async (context, asks) => {
      const counted = await countCard(context, kind, asks);
      const model = counted && cardModel(context, counted);
      if (!counted || !model) return undefined;
      const drawn = (context.branch?.path.length ?? 0) + (model.rows.length > 0 ? 1 : 0);
      const firms = await firmRows(context, counted, asks);
      return {
        ...{ ...model, firms, isOver: firms.length > 0 },
        cutBelow: await cutBelow(context, counted, { drawn, asks }),
      };
    },
    claims: (model) => (model ? [model.change, ...model.firms.flatMap(({ change }) => change ?? [])] : []),
    draw: (context, model, judge) =>
      model ? (
        <>
          {model.firms.length > 0 && (
            <ScoringSection sheets="told">
              <Firms {...{ context, card: model.card, rows: model.firms, judge }} />
            </ScoringSection>
          )}
          <ScoringSection sheets={kind === "national" ? "brief" : "left"}>
            <Card {...{ context, model, judge }} />
          </ScoringSection>
        </>
      ) : null,
  };
}

function Card({ context, model, judge }: CardProps) {
  const { words, wave, branch, survey } = context;
  const { scoring } = words;
  const { card, whole, rows, above } = model;
  const title = cardTitle(context, model);
  const isKnown = rowsOf(model).some(({ deduction }) => deduction);
  const dot = (row: CardScoreRow) => dotOf(row, { isWhole: row === whole, isKnown, card, context });
  const own = [whole, ...rows].map(dot);
  const wholes = above.map(dot);
  const dots = [...own, ...wholes];
  const when = waveTitle(context, wave);
  const hasFirms = model.kind === "national" && survey.scoring?.national?.firms !== undefined;
  return (
    <ChartFigure
      id={card.id}
      title={title}
      takeaway={cardLead({ context, model, judge })}
      base={
        rows.length > 0
          ? baseLine(
              rows.map(({ before }) => before),
              {
                ...{ when, whole: whole.before, context },
                each: words.figure.eachOf(levelTitle(context, branch?.path.length ?? 0)),
              },
            )
          : baseLine([whole.before], { when, context })
      }
      draw={
        dots.some(({ score }) => score)
          ? drawScoreDots(
              {
                groups: [
                  { dots: own },
                  ...(wholes.length > 0
                    ? [{ title: hasFirms ? scoring.wholesOver : scoring.wholes, dots: wholes }]
                    : []),
                ],
                ...{ unit, ends },
                ...(dots.some(({ aside }) => aside !== undefined)
                  ? { asideHead: scoring.deductionHead }
                  : {}),
                context,
              },
              title,
            )
          : undefined
      }
      legend={
        <ScoreKey
          marks={keyOf(dots, { when, deducts: card.deduct }, context)}
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
  dots: readonly ScoreDot[],
  { when, deducts }: { readonly when: string; readonly deducts: boolean },
  { words }: ReportContext,
): readonly KeyMark[] {
  const { key } = words.scores;
  const { scoring } = words;
  const has = (test: (dot: ScoreDot) => boolean) => dots.some((dot) => dot.score && test(dot));
  const isHollow = has(({ hollow = false }) => hollow);
  const isCut = has(({ previous }) => previous !== undefined);
  return [
    ...(has(({ hollow = false }) => !hollow)
      ? [
          {
            kind: "dot" as const,
            label: key.dot(deducts && (isCut || isHollow) ? scoring.afterIn(when) : when),
          },
        ]
      : []),
    ...(isHollow ? [{ kind: "hollow" as const, label: key.dot(scoring.unknownIn(when)) }] : []),
    ...(has(({ small = false }) => small) ? [{ kind: "small" as const, label: key.small }] : []),
    ...(isCut ? [{ kind: "previous" as const, label: scoring.before }] : []),
  ];
}

interface DotOptions extends Pick<CardProps, "context"> {
  readonly isWhole: boolean;
  /** Of any of the rows it is known what came back. */
  readonly isKnown: boolean;
  readonly card: CardPanel["card"];
}

/** The score after the deduction, with a mark before it where points came off; a ring where none is known. */
function dotOf(row: CardScoreRow, { isWhole, isKnown, card, context }: DotOptions): ScoreDot {
  const { words, language } = context;
  const { label, href, before, after, deduction, returnedBy } = row;
  const score = spanOfScore(after);
  const points = deduction?.points ?? 0;
  const isUnknown = card.deduct && !deduction && isShown(before);
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
            returnedBy === "" ? words.scoring.inFilter : (returnedBy ?? ""),
          ),
          said: words.scoring.saidBefore(
            formatValue(before.value, unit, language),
            formatValue(points, unit, language),
            formatShare(deduction.rate, language),
          ),
          tone: "worse" as const,
        }
      : isUnknown && isKnown
        ? { aside: words.scoring.notDeducted, tone: "quiet" as const }
        : {}),
    whole: isWhole,
    small: after.status === "low",
    hollow: isUnknown,
  };
}

function Notes({ context, model }: Pick<CardProps, "context" | "model">) {
  const { words, language, survey } = context;
  const { card, kind, without } = model;
  const { deduction } = survey.scoring ?? {};
  const names = without.map((id) => questionOf(survey, id).short[language]).join(words.listSeparator);
  return (
    <>
      <MethodNote id={kind === "national" ? "M03" : "M04"} context={context}>
        {words.scoring.madeOf[kind](formatNumber(card.of.length, language), gradesOf(context, card.of))}
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

/** What the grades of a card's questions count in the page's wave, the best first. */
function gradesOf(context: ReportContext, ids: readonly string[]): string {
  const { words, language } = context;
  const sets = ids.flatMap((id) => {
    const question = questionAt(context, id);
    if (!isScaleQuestion(question)) return [];
    const scores = [...new Set(Object.values(scoresOf(question.scale) ?? {}))].toSorted((a, b) => b - a);
    return [words.scoring.grades(scores.map((score) => plainNumber(score, language)))];
  });
  return words.scoring.gradesOr([...new Set(sets)]);
}
