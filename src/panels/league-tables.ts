import { onDemand } from "../counts/on-demand.ts";
import type { Difference } from "../measures/difference.ts";
import { type Estimate, hasValue, isShown, type Shown } from "../measures/estimate.ts";
import type { FairSibling, RankedSibling } from "../models/fair-ranking.ts";
import { type Luck, luckOf } from "../models/luck.ts";
import { pooledWithin } from "../models/pooled-within.ts";
import type { Survey } from "../survey/survey.ts";
import { endedBefore } from "./ended.ts";
import type { Average, League, LeagueBranch } from "./league.ts";
import { centreOf, endsIn, type Ranking, rankingOf } from "./ranking.ts";
import { pathKey, type Segment, segmentsOf } from "./segments.ts";
import type { SparkTrend } from "./spark-points.ts";
import type { Subject } from "./subject.ts";

/** A branch among those that it is ranked with. */
export interface Standing {
  /** Without a rank where its base is too small for one. */
  readonly place: FairSibling | RankedSibling;
  readonly luck: Luck;
  /** In how many of the periods that have figures it was outside the limits of luck, on the same side as now. */
  readonly repeated: { readonly times: number; readonly periods: number };
}

/** Branches of one level that are ranked together: of the whole network, or of a segment. */
export interface LeagueTable {
  /** Names the table in addresses. */
  readonly id: string;
  readonly level: number;
  readonly segment?: Segment;
  /** All with a figure, best or not. */
  readonly branches: readonly LeagueBranch[];
  /** What all of it scores. */
  readonly average: Estimate | undefined;
  /** How that changed, over the same waves as the branches. */
  readonly averageChange: Difference;
  readonly averageTrend?: SparkTrend;
  /** What scores are drawn towards and held against: the average, or where that is not shown the branches' mean. */
  readonly centre: number;
  /** Undefined where fewer than three can be ranked. */
  readonly ranking: Ranking | undefined;
  /** By branch; empty where there is no ranking. */
  readonly standings: ReadonlyMap<string, Standing>;
}

/** The tables of one level, and the branches that are in none of them. */
export interface LeagueLevel {
  readonly level: number;
  readonly tables: readonly LeagueTable[];
  /** Whose respondents are of several segments. */
  readonly mixed: readonly LeagueBranch[];
  /** Whose figure may not be shown. */
  readonly withheld: readonly LeagueBranch[];
}

const memory = new WeakMap<League, readonly LeagueLevel[]>();

/** All tables of a league, widest level first, the lowest level within segments where the survey has them. */
export function leagueLevels(
  survey: Survey,
  subject: Subject,
  { league, wave }: { readonly league: League; readonly wave: string },
): readonly LeagueLevel[] {
  const known =
    memory.get(league) ??
    survey.hierarchy.map((_, level) => {
      const made = onDemand(() => levelOf(survey, subject, { league, wave, level }));
      return {
        level,
        get tables() {
          return made().tables;
        },
        get mixed() {
          return made().mixed;
        },
        get withheld() {
          return made().withheld;
        },
      };
    });
  memory.set(league, known);
  return known;
}

interface LevelOptions {
  readonly league: League;
  readonly wave: string;
  readonly level: number;
}

function levelOf(survey: Survey, subject: Subject, { league, wave, level }: LevelOptions): LeagueLevel {
  const open = league.branches.filter(
    ({ branch }) => branch.level === level && !endedBefore(survey, branch, wave),
  );
  const shown = open.filter(({ estimate }) => estimate !== undefined && hasValue(estimate));
  const name = survey.hierarchy[level] ?? "";
  const segments = level === survey.hierarchy.length - 1 ? segmentsOf(survey) : [];
  const inSegments = segments.map((segment, at) => ({
    id: `${name}-${at + 1}`,
    segment,
    branches: shown.filter((one) => one.segment && pathKey(one.segment.key) === pathKey(segment.key)),
    whole: league.averageIn(segment),
  }));
  const all = { id: name, branches: shown, whole: league.averageOf(level) };
  // Of printed tables nothing tells the segment of a branch.
  const parted = inSegments.some(({ branches }) => branches.length > 0);
  return {
    level,
    tables: (parted ? inSegments : [all])
      .filter(({ branches }) => branches.length > 0)
      .map((drawn) => tableOf(survey, subject, { ...drawn, level })),
    mixed: parted ? shown.filter(({ segment }) => !segment) : [],
    withheld: open.filter(({ estimate }) => estimate?.status === "withheld"),
  };
}

interface Drawn {
  readonly id: string;
  readonly level: number;
  readonly segment?: Segment;
  readonly branches: readonly LeagueBranch[];
  readonly whole: Average;
}

function tableOf(survey: Survey, subject: Subject, { whole, ...drawn }: Drawn): LeagueTable {
  const { branches } = drawn;
  const [average] = whole.periods;
  const ranking = rankingOf(survey, subject, branches, { parent: average });
  const shown = branches.flatMap(({ estimate }) => (estimate && isShown(estimate) ? [estimate] : []));
  const centre = shown.length > 0 ? centreOf(shown, average) : 0;
  const standings = onDemand(() => standingsOf(subject, branches, { ranking, whole }));
  return {
    ...drawn,
    average,
    averageChange: whole.change,
    ...(whole.trend ? { averageTrend: whole.trend } : {}),
    centre,
    ranking,
    get standings() {
      return standings();
    },
  };
}

function standingsOf(
  subject: Subject,
  branches: readonly LeagueBranch[],
  { ranking, whole }: Pick<LeagueTable, "ranking"> & Pick<Drawn, "whole">,
): LeagueTable["standings"] {
  const periods = whole.periods.map((parent, at) => luckIn(subject, branches, { at, parent }));
  return new Map(
    [...(ranking?.siblings ?? []), ...(ranking?.apart ?? [])].flatMap((place) => {
      const luck = periods[0]?.get(place.id);
      if (!luck) return [];
      const found = periods.flatMap((period) => period.get(place.id)?.outside ?? []);
      const times = luck.outside === "no" ? 0 : found.filter((outside) => outside === luck.outside).length;
      return [[place.id, { place, luck, repeated: { times, periods: found.length } }] as const];
    }),
  );
}

/** Each branch of a table against the limits of luck of one period; none where nothing tells them. */
function luckIn(
  subject: Subject,
  branches: readonly LeagueBranch[],
  { at, parent }: { readonly at: number; readonly parent: Estimate | undefined },
): ReadonlyMap<string, Luck> {
  const figures = branches.flatMap(
    ({ id, periods }): readonly { readonly id: string; readonly estimate: Shown }[] => {
      const estimate = periods[at];
      return estimate && isShown(estimate) ? [{ id, estimate }] : [];
    },
  );
  const estimates = figures.map(({ estimate }) => estimate);
  const within = pooledWithin(estimates);
  if (figures.length < 3 || within === 0) return new Map();
  const luck = luckOf(estimates, { parent: centreOf(estimates, parent), within, ...endsIn(subject) });
  return new Map(figures.flatMap(({ id }, place) => (luck[place] ? [[id, luck[place]] as const] : [])));
}
