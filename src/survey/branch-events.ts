import { shiftDay } from "./calendar.ts";
import {
  type BranchHistory,
  type BranchState,
  continuedFrom,
  endOf,
  historyOf,
  type Network,
  nameOf,
  placeOf,
  takeoverOf,
} from "./network.ts";
import { sameText, type Text } from "./text.ts";

/** Something that happened to a branch, and the day: the first of the new state, or the last day of one that closed. */
export type BranchEvent = { readonly on: string } & (
  | { readonly kind: "opened" | "closed" }
  /** Called otherwise until the day before. */
  | { readonly kind: "renamed"; readonly name: Text }
  | { readonly kind: "moved"; readonly parent: Text; readonly to: Text }
  /** Another branch went into this one, or, where `into` is given, into a third that did; `since`: part of this one. */
  | { readonly kind: "joined"; readonly name: Text; readonly since: string; readonly into?: Text }
  /** The same branch had another code until the day before. */
  | { readonly kind: "recoded"; readonly name: Text; readonly code: string }
  /** A branch below moved in from elsewhere, or out: its answers count there in all waves. */
  | { readonly kind: "arrived" | "left"; readonly name: Text; readonly parent: Text }
);

/** What happened to a branch until the day whose network is shown, oldest first. Its path is that of today. */
export function branchEvents(network: Network, path: readonly string[]): readonly BranchEvent[] {
  const level = path.length - 1;
  const id = path[level] ?? "";
  const history = historyOf(network, level, id);
  const events = [
    ...(history ? [...ownEvents(network, history), ...takeovers(network, history)] : []),
    ...network.branches.flatMap((branch) => passages(network, branch, { level, id })),
  ];
  const known = events.filter(({ on }) => network.on === undefined || on <= network.on);
  return known.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function ownEvents(network: Network, history: BranchHistory): readonly BranchEvent[] {
  const [{ from }] = history.states;
  const closed = endOf(network, history);
  const opened = from !== undefined && !continuedFrom(network, history);
  return [
    ...(opened ? [{ kind: "opened", on: from } as const] : []),
    ...changes(history).flatMap(({ before, after, on }): readonly BranchEvent[] => [
      ...(sameName(before, after) ? [] : [{ kind: "renamed", on, name: before.name } as const]),
      ...(before.parent === after.parent
        ? []
        : [{ kind: "moved", on, ...parentsOf(network, history.level, before, after) } as const]),
    ]),
    ...(closed?.until === undefined ? [] : [{ kind: "closed", on: closed.until } as const]),
  ];
}

interface Change {
  readonly before: BranchState;
  readonly after: BranchState;
  readonly on: string;
}

function changes({ states }: BranchHistory): readonly Change[] {
  return states.flatMap((before, at) => {
    const after = states[at + 1];
    return after?.from === undefined ? [] : [{ before, after, on: after.from }];
  });
}

function sameName(a: BranchState, b: BranchState): boolean {
  return a.name.en === b.name.en && a.name.zh === b.name.zh;
}

function parentsOf(network: Network, level: number, before: BranchState, after: BranchState) {
  return {
    parent: branchName(network, level - 1, before.parent ?? ""),
    to: branchName(network, level - 1, after.parent ?? ""),
  };
}

/** What a branch is called, or its code where the network does not list it. */
function branchName(network: Network, level: number, id: string): Text {
  const history = historyOf(network, level, id);
  return history ? nameOf(network, history) : sameText(id);
}

/** Branches that count to this one today, each with the day on which it went. */
function takeovers(network: Network, today: BranchHistory): readonly BranchEvent[] {
  return network.branches.flatMap((branch): readonly BranchEvent[] => {
    const { until, into } = endOf(network, branch) ?? {};
    if (branch.level !== today.level || branch === today || until === undefined || into === undefined)
      return [];
    const { today: found, since = "" } = takeoverOf(network, branch);
    if (found !== today) return [];
    const event = { on: shiftDay(until, 1), name: nameOf(network, branch) };
    if (into !== today.id)
      return [{ ...event, kind: "joined", since, into: branchName(network, branch.level, into) }];
    return continuedFrom(network, today) === branch
      ? [{ ...event, kind: "recoded", code: branch.id }]
      : [{ ...event, kind: "joined", since }];
  });
}

/** Moves of a branch below that lead over the border of the one at hand. */
function passages(
  network: Network,
  branch: BranchHistory,
  { level, id }: Pick<BranchHistory, "level" | "id">,
): readonly BranchEvent[] {
  if (branch.level <= level) return [];
  return changes(branch).flatMap(({ before, after, on }): readonly BranchEvent[] => {
    const isIn = (parent = "") => placeOf(network, branch.level - 1, parent)?.[level] === id;
    if (isIn(before.parent) === isIn(after.parent)) return [];
    const kind = isIn(after.parent) ? "arrived" : "left";
    const other = kind === "arrived" ? before.parent : after.parent;
    const name = nameOf(network, branch);
    return [{ kind, on, name, parent: branchName(network, branch.level - 1, other ?? "") }];
  });
}
