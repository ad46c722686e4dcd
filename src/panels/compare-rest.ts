import type { PairCounts } from "../counts/pairs/request.ts";
import { subtractPairGroups } from "../counts/pairs/sums.ts";
import type { Counts } from "../counts/request.ts";
import { subtractTallies, type Tally } from "../counts/tally.ts";
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
