import type { Difference } from "../measures/difference.ts";
import { againstOthers, type FarBranch, farFrom, isFar } from "../models/far-apart.ts";
import type { ReportContext } from "./context.ts";
import { leagueOf } from "./league.ts";
import { type LeagueTable, leagueLevels } from "./league-tables.ts";
import type { Asks } from "./panel.ts";
import { endsIn } from "./ranking.ts";
import { standingOut } from "./stands-out.ts";
import { putIn, type Subject } from "./subject.ts";

/** The tables of the lowest level, and who is far from the others of them. */
export interface FarTables {
  readonly level: number;
  readonly tables: readonly LeagueTable[];
  readonly far: readonly FarBranch[];
  readonly claims: readonly Difference[];
}

/**
 * Branches that lead or trail their league table, and by more than ordinary differences between branches account for.
 * Each is tested against the others of its table, all tables of the page as one family.
 */
export async function farTables(
  context: ReportContext,
  subject: Subject,
  asks: Asks,
): Promise<FarTables | undefined> {
  const { survey, wave } = context;
  const put = putIn(context, subject);
  const league = await leagueOf(context, put, asks);
  const lowest = leagueLevels(survey, put, { league, wave }).at(-1);
  if (!lowest?.tables.some(({ ranking }) => ranking)) return undefined;
  const found = lowest.tables.map((table) => farIn(table, put, wave));
  return {
    level: lowest.level,
    tables: lowest.tables,
    far: found.flatMap(({ far }) => far),
    claims: found.flatMap(({ claims }) => claims),
  };
}

function farIn(table: LeagueTable, subject: Subject, wave: string): Pick<FarTables, "far" | "claims"> {
  const { ranking, centre } = table;
  if (!ranking) return { far: [], claims: [] };
  const tests = againstOthers(ranking.siblings, {
    within: ranking.within,
    ...endsIn(subject),
    of: `${subject.id} ${wave}`,
  });
  const spread = { average: centre, between: ranking.between };
  const { leading, trailing } = standingOut(table, (sibling) => isFar(sibling, spread));
  return {
    far: farFrom([...leading, ...trailing], { ...spread, tests }),
    claims: [...tests.values()],
  };
}
