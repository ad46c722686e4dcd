import type { ScoreDot } from "../../charts/score-dots.ts";
import { isShown } from "../../measures/estimate.ts";
import { formatChange, formatChangeRange, formatNumber } from "../../words/numbers.ts";
import { baseLine } from "../base-line.ts";
import { ChartFigure } from "../chart-figure.tsx";
import { previousWave, type ReportContext, waveTitle } from "../context.ts";
import { spanOfScore } from "../figure-before.ts";
import { type Column, FiguresTable } from "../figures-table.tsx";
import type { GatheringPanel, Judge } from "../panel.ts";
import { Base, Change } from "../parts.tsx";
import { drawScoreDots } from "../score-dots.tsx";
import { type KeyMark, ScoreKey } from "../score-key.tsx";
import { gapColumns, gapUnit as unit } from "./gap-columns.tsx";
import { type GapRow, type GapsModel, gapsModel } from "./gaps-model.ts";
import { MethodNote, wordFor } from "./method-note.tsx";
import { ScoringSection } from "./section.tsx";

/** M09: what was found less what was expected, pair by pair and in all, with those that are clearly short. */
export const gaps: GatheringPanel<GapsModel | undefined> = {
  gather: gapsModel,
  claims: (model) => (model ? rowsOf(model).flatMap(({ fromNothing, change }) => [fromNothing, change]) : []),
  draw: (context, model, judge) =>
    model && model.items.length > 0 ? (
      <ScoringSection sheets="told">
        <Gaps {...{ context, model, judge }} />
      </ScoringSection>
    ) : null,
};

interface GapsProps {
  readonly context: ReportContext;
  readonly model: GapsModel;
  readonly judge: Judge;
}

function rowsOf({ whole, items }: GapsModel): readonly GapRow[] {
  return whole ? [whole, ...items] : items;
}

function Gaps({ context, model, judge }: GapsProps) {
  const { words, wave } = context;
  const { scoring } = words;
  const rows = rowsOf(model);
  const dots = rows.map((row) => dotOf(row, { context, judge }));
  const from = previousWave(context);
  const when = waveTitle(context, wave);
  const marks: readonly KeyMark[] = [
    { kind: "dot", label: words.scores.key.dot(when) },
    ...(dots.some(({ small, score }) => small === true && score)
      ? [{ kind: "small" as const, label: words.scores.key.small }]
      : []),
    ...(from !== undefined && dots.some(({ previous }) => previous !== undefined)
      ? [{ kind: "previous" as const, label: words.scores.key.previous(waveTitle(context, from)) }]
      : []),
    { kind: "target", label: scoring.noGap },
  ];
  return (
    <ChartFigure
      id="gaps"
      title={scoring.gapsTitle}
      takeaway={takeawayOf({ context, model, judge })}
      base={baseLine(
        model.items.map(({ estimate }) => estimate),
        { when, each: scoring.eachPair, whole: model.whole?.estimate, context },
      )}
      draw={
        dots.some(({ score }) => score)
          ? drawScoreDots(
              {
                groups: [{ dots }],
                unit,
                ends: { min: -model.width, max: model.width },
                asideHead: scoring.gapHead,
                context,
              },
              scoring.gapsTitle,
            )
          : undefined
      }
      legend={<ScoreKey marks={marks} axis={words.scores.scale(`−${model.width}`, `+${model.width}`)} />}
      notes={
        <MethodNote id="M09" context={context}>
          {scoring.gapsNote}
        </MethodNote>
      }
      table={<GapsTable {...{ context, model, judge }} />}
      context={context}
    />
  );
}

function dotOf(
  { pair, estimate, fromNothing, previous }: GapRow,
  { context, judge }: Pick<GapsProps, "context" | "judge">,
): ScoreDot {
  const { words, language, links } = context;
  const score = spanOfScore(estimate);
  const verdict = fromNothing.status === "tested" ? judge(fromNothing) : "unclear";
  return {
    label: pair ? pair.title[language] : words.scoring.gapsWhole,
    ...(pair ? { href: links.question(pair.perception) } : {}),
    ...(score ? { score, target: 0 } : {}),
    text: isShown(estimate) ? formatChange(estimate.value, unit, language) : wordFor(estimate, words),
    ...(isShown(estimate)
      ? { under: words.scores.of(words.baseShort, formatNumber(estimate.n, language)) }
      : {}),
    ...(previous === undefined ? {} : { previous }),
    ...(verdict === "unclear"
      ? { aside: words.scoring.gapVerdict.unclear, tone: "quiet" as const }
      : {
          aside: words.scoring.gapVerdict[verdict],
          tone: verdict === "rise" ? ("better" as const) : ("worse" as const),
        }),
    whole: pair === undefined,
    small: estimate.status === "low",
  };
}

/** The whole gap, then the pairs that are clearly short of what was expected, then what moved. */
function takeawayOf({ context, model, judge }: GapsProps): string {
  const { words, language, wave } = context;
  const { scoring } = words;
  const from = previousWave(context);
  const named = ({ pair, estimate }: GapRow) =>
    scoring.named(
      pair?.title[language] ?? "",
      isShown(estimate) ? formatChange(estimate.value, unit, language) : "",
    );
  const short = model.items.filter(
    ({ fromNothing }) => fromNothing.status === "tested" && judge(fromNothing) === "fall",
  );
  const moved = model.items.filter(({ change }) => change.status === "tested" && judge(change) !== "unclear");
  const { whole } = model;
  return [
    ...(whole && isShown(whole.estimate)
      ? [
          scoring.gapStands({
            wave: waveTitle(context, wave),
            value: formatChange(whole.estimate.value, unit, language),
            interval: formatChangeRange(whole.estimate.low, whole.estimate.high, unit, language),
          }),
        ]
      : []),
    short.length > 0 ? scoring.short(short.map(named).join(words.listSeparator)) : scoring.noneShort,
    ...(moved.length > 0 && from !== undefined
      ? [
          scoring.gapsMoved(
            moved
              .map(({ pair, change }) =>
                scoring.named(
                  pair?.title[language] ?? "",
                  change.status === "tested" ? formatChange(change.value, unit, language) : "",
                ),
              )
              .join(words.listSeparator),
            waveTitle(context, from),
          ),
        ]
      : []),
  ].join(words.sentenceGap);
}

function GapsTable({ context, model, judge }: GapsProps) {
  const { words, language, links } = context;
  const { scoring } = words;
  const from = previousWave(context);
  const columns: readonly Column<GapRow>[] = [
    ...gapColumns(context),
    {
      title: scoring.gapHead,
      kind: "number",
      cell: ({ fromNothing }) =>
        scoring.gapVerdict[fromNothing.status === "tested" ? judge(fromNothing) : "unclear"],
    },
    ...(from === undefined
      ? []
      : ([
          {
            title: words.changeOn(waveTitle(context, from)),
            kind: "number",
            cell: ({ change }) => (
              <Change difference={change} unit={unit} judge={judge} context={context} better="higher" />
            ),
          },
        ] satisfies readonly Column<GapRow>[])),
    {
      title: words.base,
      kind: "number",
      cell: ({ estimate }) => <Base estimate={estimate} context={context} />,
    },
  ];
  return (
    <FiguresTable
      label={scoring.gapsTitle}
      head={{
        title: words.question,
        cell: ({ pair }: GapRow) =>
          pair ? <a href={links.question(pair.perception)}>{pair.title[language]}</a> : scoring.gapsWhole,
      }}
      columns={columns}
      rows={rowsOf(model)}
      stacked="lines"
    />
  );
}
