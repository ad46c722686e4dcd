import type { RankedSibling } from "../models/fair-ranking.ts";
import { dimensionOf } from "../survey/survey.ts";
import { formatNumber } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import type { LeagueLevel, LeagueTable } from "./league-tables.ts";

/** The branches of a table that stand out. */
export interface StandingOut {
  readonly leading: readonly RankedSibling[];
  readonly trailing: readonly RankedSibling[];
}

/**
 * Who is in the first group of a table, where that is no more than half of it, with a rank in its better half; and the
 * same at the other end. A small branch that is in the first group because hardly anything is known of it does not lead.
 * @param wanted who else need not be looked at: ranks take a simulation
 */
export function standingOut(
  { ranking }: LeagueTable,
  wanted: (sibling: RankedSibling) => boolean = () => true,
): StandingOut {
  const siblings = ranking?.siblings ?? [];
  const groups = [...Map.groupBy(siblings, ({ group }) => group).values()];
  const half = siblings.length / 2;
  const small = (group: readonly RankedSibling[] = []) =>
    groups.length > 1 && group.length <= half ? group.filter(wanted) : [];
  return {
    leading: small(groups[0]).filter(({ ranks }) => ranks.worst <= Math.ceil(half)),
    trailing: small(groups.at(-1)).filter(({ ranks }) => ranks.best > half),
  };
}

/** How many of some tables are ranked, saying so where others of them are not, such as those on small bases. */
export function rankedCount(tables: readonly LeagueTable[], { words, language }: ReportContext): string {
  const count = (of: (table: LeagueTable) => number) => tables.reduce((sum, table) => sum + of(table), 0);
  const ranked = count(({ ranking }) => ranking?.siblings.length ?? 0);
  const text = formatNumber(ranked, language);
  return ranked < count(({ branches }) => branches.length) ? words.ranking.ranked(text) : text;
}

/** What a level's tables say in a clause, named by the level; undefined where none of them is ranked. */
export function answerOf({ tables }: LeagueLevel, by: string, context: ReportContext): string | undefined {
  const { words, language } = context;
  const found = tables.filter(({ ranking }) => ranking).map((table) => standingOut(table));
  if (found.length === 0) return undefined;
  const sum = (of: (one: StandingOut) => number) => found.reduce((total, one) => total + of(one), 0);
  const [leading, trailing] = [sum((one) => one.leading.length), sum((one) => one.trailing.length)];
  const all = rankedCount(tables, context);
  const [lead, trail] = [formatNumber(leading, language), formatNumber(trailing, language)];
  const { noneStandsOut, someLead, someTrail, someLeadAndTrail } = words.ranking;
  if (leading === 0 && trailing === 0) return noneStandsOut(by, all);
  if (trailing === 0) return someLead(by, all, lead);
  return leading === 0 ? someTrail(by, all, trail) : someLeadAndTrail(by, all, lead, trail);
}

/** “By region”, within the survey's segments where its tables are. */
export function levelName(level: number, tables: readonly LeagueTable[], context: ReportContext): string {
  const { words } = context;
  const title = levelTitle(context, level);
  return tables.some(({ segment }) => segment)
    ? words.ranking.byLevelWithin(title, segmentTitle(context))
    : words.ranking.byLevel(title);
}

export function levelTitle({ survey, language }: ReportContext, level: number): string {
  return dimensionOf(survey, survey.hierarchy[level] ?? "").title[language];
}

/** The dimension, or dimensions, that segments are of. */
export function segmentTitle({ survey, language }: ReportContext): string {
  return survey.segments.map((id) => dimensionOf(survey, id).title[language]).join(" · ");
}
