import { differenceOf } from "../measures/difference.ts";
import { isShown } from "../measures/estimate.ts";
import { changeUnit, formatChange, formatChangeRange } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import { closedMark } from "./ended.ts";
import type { League, LeagueBranch } from "./league.ts";
import type { LeagueTable } from "./league-tables.ts";
import { inFairOrder, type RankedRow } from "./ranked-rows.tsx";
import type { ScoreRow } from "./score-row.tsx";
import { bestFirst } from "./score-table.tsx";
import { pathKey } from "./segments.ts";
import { betterOf, measuredIn, type Subject } from "./subject.ts";

/** What rows of league tables are made from. */
export interface LeagueView {
  readonly context: ReportContext;
  readonly subject: Subject;
  readonly league: League;
}

/** Under so many answers a branch of a league table is marked (M10). */
const fewInLeague = 100;
export const fewMark = "*";

/** The branches of a table in fair order, or where there is none in the order of their scores. */
export function leagueRows(view: LeagueView, { branches, ranking }: LeagueTable): readonly RankedRow[] {
  const rows = bestFirst(branches.map((one) => leagueRow(view, one)));
  const marked = rows.some(isLarge)
    ? rows.map((row) => (isLarge(row) ? row : { ...row, baseMark: fewMark }))
    : rows;
  return ranking ? inFairOrder(marked, ranking) : marked;
}

/** True where a row's base is large enough to go without a mark, or so small that it has another. */
export function isLarge({ estimate }: ScoreRow): boolean {
  return estimate?.status !== "ok" || estimate.n >= fewInLeague;
}

/** A branch as a row, with the branch above it under its name. */
export function leagueRow({ context, subject, league }: LeagueView, one: LeagueBranch): ScoreRow {
  const { language, links } = context;
  const { id, branch, estimate, change, trend } = one;
  const above = league.nameOf(pathKey(branch.path.slice(0, -1)))?.[language];
  const label = branch.label[language];
  return {
    id,
    label,
    href: links.branch(branch),
    ...closedMark(context, branch),
    ...(above === undefined || above === label ? {} : { aside: above }),
    estimate,
    change,
    trend,
    better: betterOf(subject),
  };
}

/** What all of a table scores, as its first row; undefined where that may not be shown. */
export function averageRow(
  { context, subject }: LeagueView,
  { average, averageChange, averageTrend, segment, level }: LeagueTable,
): ScoreRow | undefined {
  if (!average || !isShown(average)) return undefined;
  const { words, language } = context;
  return {
    id: `average ${level}`,
    label: segment ? words.ranking.averageOf(words.all, segment.label[language]) : words.all,
    whole: true,
    estimate: average,
    change: averageChange,
    ...(averageTrend ? { trend: averageTrend } : {}),
    better: betterOf(subject),
  };
}

/** How far it is from the best to the worst of some rows; undefined where that can't be told. */
export function gapText(rows: readonly RankedRow[], { context, subject }: LeagueView): string | undefined {
  const { words, language } = context;
  const { unit } = subject;
  const placed = bestFirst(rows.filter((row) => "place" in row));
  const [best, worst] = [placed[0], placed.at(-1)];
  if (!best?.estimate || !worst?.estimate || best === worst) return undefined;
  const gap = differenceOf(best.estimate, worst.estimate, { claim: "gap", families: [] });
  const fair = rows.flatMap((row) => row.fair ?? []);
  if (gap.status !== "tested" || fair.length === 0) return undefined;
  const plain = (value: number) => formatChange(Math.abs(value), unit, language).replace("+", "");
  const size = (value: number) =>
    words.withUnit(`${plain(value)}${changeUnit(unit, language)}`, measuredIn(subject, language));
  const [low, high] = gap.value < 0 ? [-gap.high, -gap.low] : [gap.low, gap.high];
  return words.ranking.gap(
    size(gap.value),
    formatChangeRange(low, high, unit, language),
    size(Math.max(...fair) - Math.min(...fair)),
  );
}
