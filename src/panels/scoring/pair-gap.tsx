import type { ScoreDot } from "../../charts/score-dots.ts";
import type { Difference } from "../../measures/difference.ts";
import { type Estimate, isShown } from "../../measures/estimate.ts";
import { gapRequest, gapsAt } from "../../measures/gap.ts";
import type { Question } from "../../survey/question.ts";
import { type Pair, questionOf } from "../../survey/survey.ts";
import { formatChange, formatNumber } from "../../words/numbers.ts";
import { baseLine } from "../base-line.ts";
import { dimensionsOf, groupingsOf, levels } from "../breakdown.tsx";
import { changeOf } from "../changes-of.ts";
import { ChartFigure } from "../chart-figure.tsx";
import { previousWave, type ReportContext, waveTitle } from "../context.ts";
import { spanOfScore } from "../figure-before.ts";
import { FiguresTable } from "../figures-table.tsx";
import type { GatheringPanel, Judge } from "../panel.ts";
import { Base, Change } from "../parts.tsx";
import { drawScoreDots } from "../score-dots.tsx";
import { ScoreKey } from "../score-key.tsx";
import { gapColumns, gapUnit as unit } from "./gap-columns.tsx";
import { widthOf } from "./gaps-model.ts";
import { MethodNote, wordFor } from "./method-note.tsx";

/** With more groups than so many a dimension is left out. */
const mostGroups = 12;

interface GroupGap {
  readonly dimension: string;
  readonly label: string;
  readonly estimate: Estimate;
  readonly change: Difference;
  readonly previous?: number;
}

/** M09, the gap of the pair that a question is the perception of, by each dimension outside the hierarchy. */
export function pairGap(question: Question): GatheringPanel<readonly GroupGap[]> {
  return {
    gather: async (context, { askPairs }) => {
      const { survey } = context;
      const pair = survey.pairs.find(({ perception }) => perception === question.id);
      const request = gapRequest(survey);
      if (!pair || !request) return [];
      const counts = await Promise.all(
        groupingsOf(context).map((groups) => askPairs({ ...request, ...groups })),
      );
      return dimensionsOf(context).flatMap((dimension, at) => {
        if (dimension.options.length > mostGroups) return [];
        const cascade = levels(counts, at);
        const gapIn = (id: string, wave: string) =>
          gapsAt(cascade, [id], {
            ...{ survey, wave, weighting: "weighted", base: survey.base },
          })?.items.find((item) => item.pair === pair)?.estimate;
        return dimension.options.flatMap(({ id, label }): readonly GroupGap[] => {
          const estimate = gapIn(id, context.wave);
          if (!estimate || estimate.status === "none") return [];
          const slice = { [dimension.id]: [id] };
          return [
            {
              dimension: dimension.title[context.language],
              label: label[context.language],
              ...groupGap(context, pair, { slice, estimate, gapIn: (wave) => gapIn(id, wave) }),
            },
          ];
        });
      });
    },
    claims: (groups) => groups.map(({ change }) => change),
    draw: (context, groups, judge) =>
      groups.some(({ estimate }) => isShown(estimate)) ? (
        <PairGap {...{ context, question, groups, judge }} />
      ) : null,
  };
}

function groupGap(
  context: ReportContext,
  { expectation, perception }: Pair,
  {
    slice,
    estimate,
    gapIn,
  }: {
    readonly slice: Readonly<Record<string, readonly string[]>>;
    readonly estimate: Estimate;
    readonly gapIn: (wave: string) => Estimate | undefined;
  },
): Pick<GroupGap, "estimate" | "change" | "previous"> {
  const from = previousWave(context);
  const { survey, wave } = context;
  const earlier = from === undefined ? undefined : gapIn(from);
  const questions = [expectation, perception].map((id) => questionOf(survey, id));
  const change = changeOf(
    survey,
    { id: `gap ${perception}`, questions },
    {
      ...{ from, to: wave, earlier, later: estimate, slice },
      // With the same groups' scores, which stand on the same page.
      families: [{ kind: "groups", of: `${perception} by dimension` }],
    },
  );
  return {
    estimate,
    change,
    ...(change.status === "tested" && earlier && isShown(earlier) ? { previous: earlier.value } : {}),
  };
}

interface PairGapProps {
  readonly context: ReportContext;
  readonly question: Question;
  readonly groups: readonly GroupGap[];
  readonly judge: Judge;
}

function PairGap({ context, question, groups, judge }: PairGapProps) {
  const { words, wave, language, survey } = context;
  const { scoring } = words;
  const from = previousWave(context);
  const when = waveTitle(context, wave);
  const pair = survey.pairs.find(({ perception }) => perception === question.id);
  const width = pair ? widthOf(context, pair) : 0;
  const byDimension = [...Map.groupBy(groups, ({ dimension }) => dimension)].map(([title, own]) => ({
    title,
    dots: own.map((group) => dotOf(group, context, judge)),
  }));
  const dots = byDimension.flatMap((group) => group.dots);
  const moved = groups.filter(({ change }) => change.status === "tested" && judge(change) !== "unclear");
  const text = ({ change }: GroupGap) =>
    change.status === "tested" ? formatChange(change.value, unit, language) : "";
  return (
    <ChartFigure
      id="gap"
      title={scoring.pairGapTitle}
      takeaway={
        from === undefined
          ? undefined
          : moved.length > 0
            ? scoring.gapsMoved(
                moved.map((group) => scoring.named(group.label, text(group))).join(words.listSeparator),
                waveTitle(context, from),
              )
            : words.scores.noneClear(waveTitle(context, from))
      }
      base={baseLine(
        groups.map(({ estimate }) => estimate),
        { when, each: words.figure.eachGroup, context },
      )}
      draw={drawScoreDots(
        { groups: byDimension, unit, ends: { min: -width, max: width }, context },
        scoring.pairGapTitle,
      )}
      legend={
        <ScoreKey
          marks={[
            { kind: "dot", label: words.scores.key.dot(when) },
            ...(from !== undefined && dots.some(({ previous }) => previous !== undefined)
              ? [{ kind: "previous" as const, label: words.scores.key.previous(waveTitle(context, from)) }]
              : []),
            { kind: "target", label: scoring.noGap },
          ]}
          axis={words.scores.scale(`−${width}`, `+${width}`)}
        />
      }
      notes={
        <MethodNote id="M09" context={context}>
          {scoring.gapsNote}
        </MethodNote>
      }
      table={
        <FiguresTable
          label={scoring.pairGapTitle}
          head={{
            title: scoring.group,
            cell: ({ dimension, label }: GroupGap) => `${dimension}${words.colon}${label}`,
          }}
          columns={[
            ...gapColumns(context),
            ...(from === undefined
              ? []
              : [
                  {
                    title: words.changeOn(waveTitle(context, from)),
                    kind: "number" as const,
                    cell: ({ change }: GroupGap) => (
                      <Change
                        difference={change}
                        unit={unit}
                        judge={judge}
                        context={context}
                        better="higher"
                      />
                    ),
                  },
                ]),
            {
              title: words.base,
              kind: "number",
              cell: ({ estimate }) => <Base estimate={estimate} context={context} />,
            },
          ]}
          rows={groups}
          stacked="lines"
        />
      }
      subject={question.id}
      context={context}
    />
  );
}

function dotOf(
  { label, estimate, change, previous }: GroupGap,
  { words, language }: ReportContext,
  judge: Judge,
): ScoreDot {
  const score = spanOfScore(estimate);
  const verdict = change.status === "tested" ? judge(change) : "unclear";
  const amount = change.status === "tested" ? formatChange(change.value, unit, language) : "";
  return {
    label,
    ...(score ? { score, target: 0 } : {}),
    text: isShown(estimate) ? formatChange(estimate.value, unit, language) : wordFor(estimate, words),
    ...(isShown(estimate)
      ? { under: words.scores.of(words.baseShort, formatNumber(estimate.n, language)) }
      : {}),
    ...(previous === undefined ? {} : { previous }),
    ...(verdict === "unclear"
      ? {}
      : {
          aside: `${verdict === "rise" ? "▲" : "▼"}\u00a0${amount}`,
          tone: verdict === "rise" ? ("better" as const) : ("worse" as const),
        }),
    small: estimate.status === "low",
  };
}
