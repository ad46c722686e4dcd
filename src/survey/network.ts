import { shiftDay } from "./calendar.ts";
import type { Text } from "./text.ts";

/** How a branch was called and where it stood, from one day to another, both included. */
export interface BranchState {
  readonly name: Text;
  /** Code of the branch above; absent on the widest level. */
  readonly parent?: string;
  /** Absent: always. */
  readonly from?: string;
  /** Absent: still. */
  readonly until?: string;
  /** The branch of the same level that it was merged into, or is called, from the day after. */
  readonly into?: string;
}

/** A branch through time: its states follow each other without a gap. */
export interface BranchHistory {
  /** Place of its level in the hierarchy, 0 for the widest. */
  readonly level: number;
  readonly id: string;
  readonly states: readonly [BranchState, ...BranchState[]];
}

/** The branches of a hierarchy through time, and the day whose network all waves are shown on. */
export interface Network {
  /** Absent: the network after all that is known. */
  readonly on?: string;
  /** Dimension ids, widest first. */
  readonly levels: readonly string[];
  /** In the order in which they are listed. */
  readonly branches: readonly BranchHistory[];
}

/** From one day to another, both included; absent ends are open. */
export interface Period {
  readonly from?: string;
  readonly until?: string;
}

/** Ids from the widest level down to a branch's own. */
export type BranchPath = readonly string[];

const indices = new WeakMap<Network, ReadonlyMap<string, BranchHistory>>();

/** The branch of a level with a code, open or not; undefined where the network lists none. */
export function historyOf(network: Network, level: number, id: string): BranchHistory | undefined {
  const known = indices.get(network);
  const index = known ?? new Map(network.branches.map((branch) => [`${branch.level} ${branch.id}`, branch]));
  if (!known) indices.set(network, index);
  return index.get(`${level} ${id}`);
}

/** Whether any branch of a level is listed. */
export function isListed(network: Network, level: number): boolean {
  return network.branches.some((branch) => branch.level === level);
}

/** The state that holds on a day; before the first it is the first, after the last the last. */
export function stateOn({ states }: BranchHistory, day: string | undefined): BranchState {
  const [first] = states;
  if (day === undefined) return states.at(-1) ?? first;
  return states.findLast(({ from }) => from === undefined || from <= day) ?? first;
}

/** How a branch is called today, or was called last. */
export function nameOf(network: Network, history: BranchHistory): Text {
  return stateOn(history, network.on).name;
}

/** The last state of a branch that is no more: closed, or gone into another. Undefined while it is open. */
export function endOf({ on }: Network, { states }: BranchHistory): BranchState | undefined {
  const last = states.at(-1);
  return last?.until !== undefined && (on === undefined || last.until < on) ? last : undefined;
}

/** The day after which a branch was closed and not taken over by another; undefined where it wasn't. */
export function closedOn(network: Network, level: number, id: string): string | undefined {
  const history = historyOf(network, level, id);
  const end = history && endOf(network, history);
  return end?.into === undefined ? end?.until : undefined;
}

/** What became of a listed branch: the one that its answers count to today, and since when it is part of that. */
export function takeoverOf(
  network: Network,
  history: BranchHistory,
): { readonly today: BranchHistory; readonly since?: string } {
  let at: ReturnType<typeof takeoverOf> = { today: history };
  // Histories that go in a circle are refused where they are read; the bound keeps this total all the same.
  for (let step = 0; step < network.branches.length; step++) {
    const { until, into } = endOf(network, at.today) ?? {};
    const next = into === undefined ? undefined : historyOf(network, history.level, into);
    if (!next || until === undefined) return at;
    at = { today: next, since: shiftDay(until, 1) };
  }
  return at;
}

/** The branch that a listed one's answers count to today: itself, or what it went into, however often. */
export function successorOf(network: Network, history: BranchHistory): BranchHistory {
  return takeoverOf(network, history).today;
}

/** The one branch that this one goes on from under another code: it began the day after, and nothing else joined then. */
export function continuedFrom(
  network: Network,
  { level, id, states }: BranchHistory,
): BranchHistory | undefined {
  const dayBefore = states[0].from === undefined ? undefined : shiftDay(states[0].from, -1);
  const sources = network.branches.filter((branch) => {
    const end = branch.states.at(-1);
    return branch.level === level && end?.into === id && end.until === dayBefore;
  });
  return sources.length === 1 ? sources[0] : undefined;
}

/**
 * Where a branch's answers count today: the path of what became of it, under what became of its parents. Undefined
 * where the network does not list it.
 */
export function placeOf(network: Network, level: number, id: string): BranchPath | undefined {
  const history = historyOf(network, level, id);
  if (!history) return undefined;
  const today = successorOf(network, history);
  const { parent } = stateOn(today, network.on);
  return parent === undefined ? [today.id] : [...parentPlace(network, level - 1, parent), today.id];
}

/** The widest level may be left to the labels: its branches have no parent and nothing to tell. */
function parentPlace(network: Network, level: number, id: string): BranchPath {
  return placeOf(network, level, id) ?? [id];
}

/** All paths that a branch had within a period while it was open, by its codes and parents of the time. */
export function pathsDuring(
  network: Network,
  { level, states, id }: BranchHistory,
  period: Period,
): readonly BranchPath[] {
  const paths = states.flatMap((state): readonly BranchPath[] => {
    const shared = overlap(state, period);
    if (!shared) return [];
    if (state.parent === undefined) return [[id]];
    return parentPaths(network, level - 1, state.parent, shared).map((path) => [...path, id]);
  });
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

/** Paths of a branch as a parent: its children may name it before it opened, and after another took it over. */
function parentPaths(network: Network, level: number, id: string, period: Period): readonly BranchPath[] {
  const history = historyOf(network, level, id);
  if (!history) return [[id]];
  const [first, ...others] = history.states;
  const { until, into } = history.states.at(-1) ?? first;
  const { from: _, ...opened } = first;
  const widened = withoutClosing([opened, ...others]);
  const own = pathsDuring(network, { ...history, states: widened }, period);
  const rest =
    until === undefined || into === undefined ? undefined : overlap({ from: shiftDay(until, 1) }, period);
  return rest && into !== undefined ? [...own, ...parentPaths(network, level, into, rest)] : own;
}

/** The states of a branch that closed, as if the last went on. One that went into another ends where it did. */
function withoutClosing(states: BranchHistory["states"]): BranchHistory["states"] {
  const [first, ...others] = states.map((state, at): BranchState => {
    const { until: _, ...open } = state;
    return at === states.length - 1 && state.into === undefined ? open : state;
  });
  return first ? [first, ...others] : states;
}

/** The days that two periods share; undefined where there are none. */
export function overlap(a: Period, b: Period): Period | undefined {
  const from = later(a.from, b.from);
  const until = earlier(a.until, b.until);
  if (from !== undefined && until !== undefined && from > until) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

/** True where some branch ever opened, closed, moved, merged or was renamed. */
export function hasChanged({ branches }: Network): boolean {
  return branches.some(
    ({ states: [first, ...others] }) =>
      others.length > 0 || first.from !== undefined || first.until !== undefined,
  );
}
