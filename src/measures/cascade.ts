import { type Counts, groupOf, groupsOf, tallyOf } from "../counts/request.ts";
import type { Cell, Tally } from "../counts/tally.ts";
import type { Question } from "../survey/question.ts";
import { rareValues } from "../survey/reading.ts";
import type { BaseRules } from "../survey/survey.ts";
import { hiddenGroups } from "./disclosure.ts";
import type { Estimate } from "./estimate.ts";
import type { Siblings } from "./siblings.ts";

/**
 * Counts from the whole down to a group: the first over everybody, each further one by the next level under the path
 * so far. A group is only ever estimated from its cascade, because whether it may be shown depends on its siblings and
 * on every whole above it.
 */
export type Cascade = readonly Counts[];

/** One group of a cascade: the keys from the widest level down; none for everybody. */
export type Path = readonly string[];

/** What an estimate function is handed: the group's answers and those of its siblings in the same wave. */
export interface Answers {
  readonly tally: Tally;
  readonly siblings: Siblings<Tally>;
}

export interface FigureOptions {
  readonly question: Question;
  readonly wave: string;
  readonly base: BaseRules;
  /** Whether the figure must be withheld; by default worked out from the cascade. Of pooled waves only the caller can tell. */
  readonly hidden?: boolean | undefined;
}

/**
 * Estimates a group, or says why not. `undefined`: the question was not asked in the wave. none: it was, but nobody of
 * the group answered. unprinted: only printed tables survive, and they don't have the group. withheld: too few answered, or the figure would give away another that is withheld (M34).
 * @throws Error where the cascade ends above the group: the caller asked for too few levels.
 */
export function estimateAt(
  cascade: Cascade,
  path: Path,
  { question, wave, base, hidden }: FigureOptions,
  estimate: (answers: Answers) => Estimate,
): Estimate | undefined {
  const [whole] = cascade;
  if (cascade.length <= path.length)
    throw new Error(`a cascade of ${cascade.length} levels does not reach "${path.join(" / ")}"`);
  const printed = whole?.printed?.get(wave);
  if (!whole || !(tallyOf(whole, wave, question.id) || printed?.has(question.id))) return undefined;
  const answers = answersAt(cascade, path, wave, question.id);
  if (!answers && mayBeJoined(cascade, path, wave)) return { status: "withheld" };
  if (!answers && printed) return { status: "unprinted" };
  if (!answers || answers.tally.base?.n === 0) return { status: "none" };
  if (hidden ?? isHidden(cascade, path, { question, wave, base })) return { status: "withheld" };
  return estimate(answers);
}

/** True where rare values were joined in the wave: a value that it seems to lack may be one of them. */
function mayBeJoined(cascade: Cascade, path: Path, wave: string): boolean {
  const counts = cascade[path.length];
  return counts !== undefined && groupOf(counts, wave, [rareValues]) !== undefined;
}

/** The answers of a group and of its siblings; undefined where nobody is in the group. */
function answersAt(cascade: Cascade, path: Path, wave: string, question: string): Answers | undefined {
  const counts = cascade[path.length];
  const tally = counts && tallyOf(counts, wave, question, path.slice(-1));
  return tally && { tally, siblings: { groups: placedIn(counts, wave, question), own: tally } };
}

const placed = new WeakMap<Counts, Map<string, readonly Tally[]>>();

/** Answers of all groups of a breakdown whose place is known: one list for all of them. */
function placedIn(counts: Counts, wave: string, question: string): readonly Tally[] {
  const known = placed.get(counts) ?? new Map<string, readonly Tally[]>();
  placed.set(counts, known);
  const name = JSON.stringify([wave, question]);
  const tallies =
    known.get(name) ??
    groupsOf(counts, wave).flatMap(({ key, tallies }) =>
      key.length > 0 && key[0] !== null ? (tallies.get(question) ?? []) : [],
    );
  known.set(name, tallies);
  return tallies;
}

/** True where a group's figure must be withheld, by its own size, its siblings' or that of a whole above it. */
function isHidden(cascade: Cascade, path: Path, options: FigureOptions): boolean {
  const whole = cascade[0] && tallyOf(cascade[0], options.wave, options.question.id);
  let wholeHidden = whole?.base !== undefined && sizeOf(whole.base) < options.base.minimum;
  for (const [level, key] of path.entries()) {
    const counts = cascade[level + 1];
    wholeHidden = counts ? hiddenIn(counts, options, wholeHidden).has(key) : wholeHidden;
  }
  return wholeHidden;
}

/**
 * Answers that a group is judged by: those with a weight, in a wave without weights all. Weighted figures rest on no
 * others, and their bases must not give a small group away either. Shares published without their base are out already,
 * and give no number away.
 */
function sizeOf(base: Cell): number {
  return base.m;
}

const memory = new WeakMap<Counts, Map<string, ReadonlySet<string>>>();

/** Which groups of one breakdown are withheld; worked out once for each question and wave. */
function hiddenIn(
  counts: Counts,
  { question, wave, base }: FigureOptions,
  wholeHidden: boolean,
): ReadonlySet<string> {
  const known = memory.get(counts) ?? new Map<string, ReadonlySet<string>>();
  memory.set(counts, known);
  const key = `${wholeHidden} ${base.minimum} ${wave} ${question.id}`;
  const hidden =
    known.get(key) ??
    hiddenGroups(
      groupsOf(counts, wave).flatMap((group) => {
        const base = group.tallies.get(question.id)?.base;
        return base && base.n > 0 ? [{ key: group.key[0] ?? null, n: sizeOf(base) }] : [];
      }),
      { minimum: base.minimum, wholeHidden },
    );
  known.set(key, hidden);
  return hidden;
}
