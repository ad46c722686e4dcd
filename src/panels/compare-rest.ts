import type { PairCounts } from "../counts/pairs/request.ts";
import { subtractPairGroups } from "../counts/pairs/sums.ts";
import type { Counts } from "../counts/request.ts";
import { subtractTallies, type Tally } from "../counts/tally.ts";
import { allBut, dimensionIn, type Slice } from "../views/slice.ts";
import type { Counted } from "./compare-figures.ts";

/** What a whole has beyond a part of it: sums less sums. */
export function without(whole: Counted, part: Counted): Counted {
  return {
    respondents: whole.respondents - part.respondents,
    counts: whole.counts.map((counts, at) => lessCounts(counts, part.counts[at])),
    pairs: whole.pairs.map((pairs, at) => lessPairs(pairs, part.pairs[at])),
    rules: new Map([...whole.rules].map(([id, pairs]) => [id, lessPairs(pairs, part.rules.get(id))])),
    ticked: new Map([...whole.ticked].map(([id, counts]) => [id, lessCounts(counts, part.ticked.get(id))])),
  };
}

function lessCounts(whole: Counts, part: Counts | undefined): Counts {
  const groups = whole.groups.map((group) => {
    const own = part?.groups.find(({ wave }) => wave === group.wave);
    const tallies = [...group.tallies].map(([id, tally]): [string, Tally] => [
      id,
      less(tally, own?.tallies.get(id)),
    ]);
    return { ...group, tallies: new Map(tallies) };
  });
  return { ...whole, groups };
}

function less(whole: Tally, part: Tally | undefined): Tally {
  if (!part || whole.kind === "shares" || part.kind === "shares") return whole;
  return subtractTallies(whole, part);
}

function lessPairs(whole: PairCounts, part: PairCounts | undefined): PairCounts {
  const groups = whole.groups.map((group) => {
    const own = part?.groups.find(({ wave }) => wave === group.wave);
    return own ? subtractPairGroups(group, own) : group;
  });
  return { ...whole, groups };
}

/**
 * Those of a group who are not in a part of it, as a slice; undefined where no slice is just them in words shorter than
 * "the group without the part".
 */
export function beyond(whole: Slice, part: Slice): Slice | undefined {
  const names = [...new Set([...Object.keys(whole), ...Object.keys(part)])];
  const differing = new Set(
    names.filter((name) => !isAlike(whole[name], part[name])).map((name) => dimensionIn(name).dimension),
  );
  const [id, another] = [...differing];
  if (id === undefined || another !== undefined) return undefined;
  const out = allBut(id);
  const { [id]: wholeIn = [], [out]: wholeOut = [], ...rest } = whole;
  const { [id]: partIn = [], [out]: partOut = [] } = part;
  if (wholeIn.length > 0 && partIn.length > 0 && wholeOut.length + partOut.length === 0)
    return { ...rest, [id]: wholeIn.filter((value) => !partIn.includes(value)) };
  if (wholeIn.length > 0) return undefined;
  if (partIn.length === 0) return { ...rest, [id]: partOut.filter((value) => !wholeOut.includes(value)) };
  return wholeOut.length > 0 && partOut.length === 0
    ? { ...rest, [out]: [...wholeOut, ...partIn] }
    : undefined;
}

function isAlike(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
