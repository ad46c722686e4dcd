import type { ScoreDotGroup } from "../../charts/score-dots.ts";
import { isShown } from "../../measures/estimate.ts";
import { formatNumber, formatShare, formatValue } from "../../words/numbers.ts";
import { baseLine } from "../base-line.ts";
import { ChartFigure } from "../chart-figure.tsx";
import { type ReportContext, waveTitle } from "../context.ts";
import { spanOfScore } from "../figure-before.ts";
import { FiguresTable } from "../figures-table.tsx";
import type { Judge, Panel } from "../panel.ts";
import { Base, IntervalText, Value } from "../parts.tsx";
import { drawScoreDots } from "../score-dots.tsx";
import { ScoreKey } from "../score-key.tsx";
import { type BandsModel, bandRequests, type OutcomeBands, readBands } from "./bands-model.ts";
import { MethodNote, wordFor } from "./method-note.tsx";
import { ScoringSection } from "./section.tsx";

const unit = "proportion";

/** M18, loyalty by band of the respondents' own index: what a better index is worth. */
export const bands: Panel<BandsModel | undefined> = {
  needs: bandRequests,
  read: readBands,
  claims: (model) => model?.outcomes.map(({ spread }) => spread) ?? [],
  draw: (context, model, judge) =>
    model && model.outcomes.length > 0 ? (
      <ScoringSection sheets="left">
        <Bands {...{ context, model, judge }} />
      </ScoringSection>
    ) : null,
};

interface BandsProps {
  readonly context: ReportContext;
  readonly model: BandsModel;
  readonly judge: Judge;
}

function Bands({ context, model, judge }: BandsProps) {
  const { words, wave, language, survey } = context;
  const { scoring } = words;
  const title = scoring.bandsTitle;
  const groups = model.outcomes.map((outcome) => groupOf(outcome, model, context));
  const when = waveTitle(context, wave);
  const estimates = model.outcomes.flatMap(({ sure }) => sure);
  const small = estimates.some((estimate) => estimate?.status === "low");
  const index = survey.index?.title[language] ?? "";
  return (
    <ChartFigure
      id="bands"
      title={title}
      takeaway={model.outcomes
        .flatMap((outcome) => sentenceOf(outcome, { context, model, judge }) ?? [])
        .join(words.sentenceGap)}
      base={baseLine(estimates, { when, each: scoring.eachBand, context })}
      draw={
        groups.some(({ dots }) => dots.some(({ score }) => score))
          ? drawScoreDots({ groups, unit, ends: { min: 0, max: 1 }, context }, title)
          : undefined
      }
      legend={
        <ScoreKey
          marks={[
            { kind: "dot", label: words.scores.key.dot(when) },
            ...(small ? [{ kind: "small" as const, label: words.scores.key.small }] : []),
          ]}
          axis={words.scores.scale("0%", "100%")}
        />
      }
      notes={
        <MethodNote id="M18" context={context}>
          {scoring.bandsNote(index)}
        </MethodNote>
      }
      table={<BandsTable {...{ context, model, judge }} />}
      context={context}
    />
  );
}

function groupOf(
  { outcome, sure }: OutcomeBands,
  { bands: all }: BandsModel,
  { words, language }: ReportContext,
): ScoreDotGroup {
  return {
    title: outcome.title[language],
    dots: all.map(({ band }, at) => {
      const estimate = sure[at];
      const score = estimate && spanOfScore(estimate);
      return {
        label: band.title[language],
        ...(score ? { score } : {}),
        text:
          estimate && isShown(estimate)
            ? formatValue(estimate.value, unit, language)
            : estimate
              ? wordFor(estimate, words)
              : words.notAsked,
        ...(estimate && isShown(estimate)
          ? { under: words.scores.of(words.baseShort, formatNumber(estimate.n, language)) }
          : {}),
        small: estimate?.status === "low",
      };
    }),
  };
}

/** The highest band against the lowest; that they differ is only said where it is clear. */
function sentenceOf(
  { outcome, sure, spread }: OutcomeBands,
  { context, model, judge }: BandsProps,
): string | undefined {
  const { words, language } = context;
  const [top, low] = [sure[0], sure.at(-1)];
  const [first, last] = [model.bands[0], model.bands.at(-1)];
  if (!top || !low || !first || !last || !isShown(top) || !isShown(low)) return undefined;
  const clear = spread.status === "tested" && judge(spread) !== "unclear";
  return words.scoring.bandsDiffer({
    outcome: outcome.title[language],
    top: first.band.title[language],
    low: last.band.title[language],
    topShare: formatShare(top.value, language),
    lowShare: formatShare(low.value, language),
    clear,
  });
}

interface Row {
  readonly at: number;
  readonly band: BandsModel["bands"][number];
}

function BandsTable({ context, model }: BandsProps) {
  const { words, language } = context;
  const { scoring } = words;
  const rows = model.bands.map((band, at): Row => ({ at, band }));
  return (
    <FiguresTable
      label={scoring.bandsTitle}
      head={{ title: scoring.band, cell: ({ band }: Row) => band.band.title[language] }}
      columns={[
        {
          title: scoring.shareOfRespondents,
          kind: "number",
          cell: ({ band }) => (
            <>
              <Value estimate={band.share} unit={unit} context={context} />
              <small class="aside">
                <IntervalText estimate={band.share} unit={unit} context={context} />
              </small>
            </>
          ),
        },
        ...model.outcomes.map(({ outcome, sure }) => ({
          title: outcome.title[language],
          kind: "number" as const,
          cell: ({ at }: Row) => (
            <>
              <Value estimate={sure[at]} unit={unit} context={context} />
              <small class="aside">
                <IntervalText estimate={sure[at]} unit={unit} context={context} /> {words.baseShort}{" "}
                <Base estimate={sure[at]} context={context} />
              </small>
            </>
          ),
        })),
      ]}
      rows={rows}
      stacked="lines"
    />
  );
}
