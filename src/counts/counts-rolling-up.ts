import type { Question } from "../survey/question.ts";
import type { Ask, CountsRequest, Group } from "./request.ts";
import { rollingUp } from "./roll-up.ts";
import { addCells, type CountedTally, mergeTallies, type Tally } from "./tally.ts";

/** So many cells of counts are kept, some 150 bytes each: more saves no time. */
const mostCells = 300_000;

/**
 * Counts of branches, counted once for all levels under a widest one; of all questions with a score together, of
 * branches or of anybody else, so that the requests of a site's pages share one answer. A question that is none of
 * these is asked for by itself.
 */
export function countsRollingUp(
  ask: Ask,
  {
    hierarchy,
    waves,
    questions,
    most = mostCells,
  }: {
    readonly hierarchy: readonly string[];
    readonly waves: readonly string[];
    /** Questions with a score. */
    readonly questions: readonly Question[];
    readonly most?: number;
  },
): Ask {
  const all = questions.map(({ id }) => id);
  const whole = (request: CountsRequest): CountsRequest =>
    request.questions.every((id) => all.includes(id)) ? { ...request, questions: all } : request;
  return rollingUp(ask, { hierarchy, waves, most, whole, merge: mergeGroups, sizeOf: cellsOf });
}

/** Two groups of one wave without a common respondent, as one; the key is the first's. */
function mergeGroups(one: Group, other: Group): Group {
  const tallies = new Map(one.tallies);
  for (const [id, tally] of other.tallies) {
    const known = tallies.get(id);
    tallies.set(id, known ? mergeTallies(counted(known), counted(tally)) : tally);
  }
  const rows = one.rows && other.rows && addCells(one.rows, other.rows);
  return { ...one, tallies, ...(rows ? { rows } : {}) };
}

/** Only printed tables hold shares without a base, and nobody rolls these up. */
function counted(tally: Tally): CountedTally {
  if (tally.kind === "shares") throw new Error("shares without a base can't be added up");
  return tally;
}

function cellsOf({ tallies }: Group): number {
  let cells = 0;
  for (const tally of tallies.values()) cells += tally.kind === "codes" ? tally.cells.size + 1 : 1;
  return cells;
}
