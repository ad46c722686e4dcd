import type { ComponentChildren } from "preact";
import type { ScoreDot, ScoreDotGroup } from "../charts/score-dots.ts";
import type { RankChange } from "../models/rank-change.ts";
import type { RankInterval } from "../stats/rank-intervals.ts";
import { waveBefore } from "../survey/wave-before.ts";
import { formatEnd, formatNumber, joinRange } from "../words/numbers.ts";
import { ChartFigure } from "./chart-figure.tsx";
import type { ReportContext } from "./context.ts";
import type { Judge } from "./panel.ts";
import { poolText } from "./pooled-note.tsx";
import { spanOfLevel } from "./pooling.ts";
import type { RankedRow } from "./ranked-rows.tsx";
import { type ChartedRow, changesText, dotOf, drawScoreDots, marksOf } from "./score-dots.tsx";
import { ScoreKey } from "./score-key.tsx";
import type { ScoreGroup } from "./score-table.tsx";
import { type Better, endsOf, type Subject } from "./subject.ts";

/** More rows than this are no picture any more, and stand in the table alone. */
export const mostCharted = 25;

/** A branch with its rank and how that changed. */
export interface ChartedBranch extends RankedRow, ChartedRow {
  readonly rankChange?: RankChange | undefined;
}

interface RankingChartProps {
  readonly context: ReportContext;
  readonly subject: Subject;
  /** Level of the branches, 1 being the widest. */
  readonly level: number;
  readonly title: string;
  readonly lead: ComponentChildren;
  readonly groups: readonly (Omit<ScoreGroup, "rows"> & { readonly rows: readonly ChartedBranch[] })[];
  /** Whether rows take ranks, and whether these were compared with the wave before. */
  readonly ranks: "none" | "single" | "compared";
  readonly judge: Judge;
  readonly table: ComponentChildren;
  readonly notes: ComponentChildren;
}

/** Branches with intervals in their order, with fair scores, the ranges of ranks, and changes of rank that are clear. */
export function RankingChart(props: RankingChartProps) {
  const { context, subject, level, title, lead, groups, ranks, judge, table, notes } = props;
  const { words, survey, wave } = context;
  const span = spanOfLevel(survey, level);
  const before = waveBefore(survey, wave, span);
  const from = before === undefined ? undefined : poolText(context, before, span);
  const now = poolText(context, wave, span);
  const options = { unit: subject.unit, judge, context };
  const charted: readonly ScoreDotGroup[] = groups.map((group) => ({
    ...(group.title === undefined ? {} : { title: group.title }),
    dots: group.rows.map((row) => (ranks === "none" ? dotOf(row, options) : rankedDot(row, options))),
  }));
  const rows = groups.flatMap((group) => group.rows);
  const dots = charted.flatMap((group) => group.dots);
  const said = [
    changesText(rows, from, options),
    ranks === "compared" && from !== undefined ? rankText(rows, from, options) : undefined,
  ].filter((text) => text !== undefined);
  const { min, max } = endsOf(subject);
  const end = (value: number) => formatEnd(value, subject.unit, context.language);
  const hasEnds = Number.isFinite(min) && Number.isFinite(max);
  const asideHead =
    ranks === "none"
      ? from !== undefined && dots.some(({ aside }) => aside !== undefined)
        ? words.scores.clearHead(from)
        : undefined
      : words.scores.rankHead;
  const drawn = {
    groups: charted,
    unit: subject.unit,
    ends: endsOf(subject),
    ...(asideHead === undefined ? {} : { asideHead }),
    context,
  };
  return (
    <ChartFigure
      id="branches"
      title={title}
      takeaway={
        <>
          {lead}
          {said.length > 0 && `${words.sentenceGap}${said.join(words.sentenceGap)}`}
        </>
      }
      base={words.scores.basesBeside(now)}
      draw={drawScoreDots(drawn, title)}
      legend={
        <ScoreKey
          marks={marksOf(dots, { context, wave: now, from })}
          {...(hasEnds ? { axis: words.scores.scale(end(min), end(max)) } : {})}
        />
      }
      table={table}
      notes={notes}
      context={context}
    />
  );
}

type Options = Parameters<typeof dotOf>[1];

/** A branch's dot with the range of its rank, and how that changed. */
function rankedDot(row: ChartedBranch, options: Options): ScoreDot {
  const { aside: _change, tone: _tone, ...dot } = dotOf(row, options);
  if (!row.place) return dot;
  const change = clearRank(row, options);
  const range = rangeText(row.place.ranks, options.context);
  if (!change) return { ...dot, aside: range, tone: "quiet" };
  return {
    ...dot,
    aside: `${range} ${rankChangeText(change, options.context)}`,
    tone: change.way === "up" ? "better" : "worse",
  };
}

/**
 * M31, a change of rank that is more than chance: the 90 % intervals of the two waves do not overlap, and the branch's
 * own score changed clearly the same way, judged with all else that the page states (M20). So a page of pure chance
 * states a change of rank no more often than it shows an arrow; that others passed a branch that stayed as it was is
 * not stated.
 */
export function clearRank(
  { rankChange, change, better }: Pick<ChartedBranch, "rankChange" | "change" | "better">,
  { judge }: { readonly judge: Judge },
): RankChange | undefined {
  if (!rankChange || change.status !== "tested") return undefined;
  const verdict = judge(change);
  return verdict !== "unclear" && rankChange.way === wayOf(verdict, better) ? rankChange : undefined;
}

function wayOf(verdict: "rise" | "fall", better: Better): RankChange["way"] | undefined {
  if (better === "neither") return undefined;
  return (verdict === "rise") === (better === "higher") ? "up" : "down";
}

/** Whose rank changed clearly, or that nobody's did. */
function rankText(rows: readonly ChartedBranch[], from: string, options: Options): string {
  const { words } = options.context;
  const changed = rows.flatMap((row) => {
    const change = clearRank(row, options);
    const text = change && rankChangeText(change, options.context);
    return text === undefined ? [] : [`${row.label}${words.parenOpen}${text}${words.parenClose}`];
  });
  return changed.length > 0
    ? words.scores.rankChanged(changed.join(words.listSeparator), from)
    : words.scores.rankUnchanged(from);
}

/** How a rank changed, in words. */
export function rankChangeText({ way, from }: RankChange, context: ReportContext): string {
  const { scores } = context.words;
  return (way === "up" ? scores.rankUp : scores.rankDown)(rangeText(from, context));
}

function rangeText({ best, worst }: RankInterval, { language }: ReportContext): string {
  const number = (rank: number) => formatNumber(rank, language);
  return best === worst ? number(best) : joinRange(number(best), number(worst), language);
}

/** Whether rows can be drawn: some have a figure, and they are few enough. */
export function isCharted(rows: readonly ChartedBranch[]): boolean {
  const shown = rows.filter(({ estimate }) => estimate && "value" in estimate);
  return rows.length <= mostCharted && shown.length > 1;
}
