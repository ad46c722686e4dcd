import { type Counts, type Group, groupsOf } from "../../counts/request.ts";
import { addCells, type Cell, type CountedTally, emptyCell, mergeTallies } from "../../counts/tally.ts";
import { type Estimate, isShown, type Shown } from "../../measures/estimate.ts";
import { type IndexDefinition, itemsUnder } from "../../measures/index/definition.ts";
import { type ItemAnswers, scoreOf } from "../../measures/index/score.ts";
import { momentsOf } from "../../measures/mean.ts";
import { othersOf } from "../../measures/siblings.ts";
import { effectiveBase, type Weighting, weigh } from "../../measures/weighting.ts";
import { exactZeroEvents } from "../../stats/intervals.ts";
import { studentQuantile } from "../../stats/student-t.ts";
import type { BaseRules } from "../../survey/survey.ts";
import { pooledWithin } from "../pooled-within.ts";
import type { MovingFigure } from "./figure.ts";
import { type IndexFigureOptions, sumsByItem, weightsByMember } from "./index-figure.ts";

type Key = readonly (string | null)[];

/** Counts of the items of an index, of one group or of several that were taken together. */
export interface ItemTallies {
  readonly keys: readonly Key[];
  readonly tallies: ReadonlyMap<string, CountedTally>;
  /** Of each group the item that most answered: at least so many answered any. */
  readonly base: Cell;
}

export interface IndexFromTalliesOptions extends IndexFigureOptions {
  /**
   * The estimate of the groups with these keys together, from whoever knows its error; undefined where nobody does.
   * It then has the pooled one of its siblings.
   */
  readonly estimateOf: (keys: readonly Key[], wave: string) => Estimate | undefined;
}

/**
 * An index or a factor of it, from counts of its items alone, which are far fewer than those of pairs. They don't tell
 * its error, nor how many answered any of it: estimates are handed in, and a group is judged by the item that most
 * answered.
 */
export function indexFromTallies(
  counts: Counts,
  { definitionOf, base, weighting = "weighted", estimateOf }: IndexFromTalliesOptions,
): MovingFigure<ItemTallies> {
  const { by, slice, waves } = counts.request;
  const [anyWave = ""] = waves;
  const { root } = definitionOf(anyWave);
  const items = itemsUnder(root);
  return {
    id: root.id,
    by,
    slice,
    weighting,
    groups: (wave) => {
      if (counts.printed?.has(wave) && by.length > 1) return undefined;
      const groups = groupsOf(counts, wave).map((group) => talliesIn(group, items));
      if (groups.includes(undefined)) return undefined;
      return groups.flatMap((answers) =>
        answers && answers.tallies.size > 0 ? [{ key: answers.keys[0] ?? [], answers }] : [],
      );
    },
    merge: (one, other) => ({
      keys: [...one.keys, ...other.keys],
      tallies: mergedTallies(one.tallies, other.tallies),
      base: addCells(one.base, other.base),
    }),
    respondents: (answers) => answers.base,
    bases: ({ tallies }) =>
      new Map(
        [...tallies].map(
          ([
            item,
            {
              base: { m },
            },
          ]) => [item, m],
        ),
      ),
    sums: (answers, wave) => {
      const itemOf = itemsIn(answers, weighting);
      return sumsByItem(definitionOf(wave), (id) => {
        const item = itemOf(id);
        return item && { w: item.w, wx: item.w * item.mean };
      });
    },
    weights: (whole, wave) =>
      weightsByMember(definitionOf(wave), (question) => {
        const item = itemsIn(whole, weighting)(question);
        return item && item.n >= base.minimum ? item : undefined;
      }),
    estimate: (answers, { wave, siblings }) => {
      const handed = ({ keys }: ItemTallies) => estimateOf(keys, wave);
      const own = handed(answers);
      if (own && isShown(own)) return own;
      const known = othersOf(siblings)
        .map(handed)
        .filter((estimate) => estimate !== undefined);
      return withPooledError(definitionOf(wave), answers, { known: known.filter(isShown), weighting, base });
    },
  };
}

/** Undefined where shares were published without a base, or a table does not tell every count. */
function talliesIn({ key, tallies }: Group, items: readonly string[]): ItemTallies | undefined {
  const found = new Map<string, CountedTally>();
  for (const id of items) {
    const tally = tallies.get(id);
    if (!tally) continue;
    if (tally.kind === "shares" || (tally.kind === "codes" && tally.unknown)) return undefined;
    if (tally.base.n > 0) found.set(id, tally);
  }
  return { keys: [key], tallies: found, base: largestBase([...found.values()]) };
}

function mergedTallies(
  one: ItemTallies["tallies"],
  other: ItemTallies["tallies"],
): ReadonlyMap<string, CountedTally> {
  const merged = new Map(one);
  for (const [id, tally] of other) {
    const known = merged.get(id);
    merged.set(id, known ? mergeTallies(known, tally) : tally);
  }
  return merged;
}

function largestBase(tallies: readonly CountedTally[]): Cell {
  const [most = emptyCell] = tallies.map(({ base }) => base).toSorted((a, b) => b.m - a.m || b.n - a.n);
  return most;
}

function itemsIn(
  { tallies }: ItemTallies,
  weighting: Weighting,
): (question: string) => ItemAnswers | undefined {
  return (question) => {
    const tally = tallies.get(question);
    if (!tally || weigh(tally.base, weighting).n === 0) return undefined;
    const { n, weight, mean } = momentsOf(tally, weighting);
    return { n, w: weight, mean };
  };
}

/** The figure of groups of whom no error is known, with the pooled one of estimates that are. */
function withPooledError(
  { root, scale }: IndexDefinition,
  answers: ItemTallies,
  {
    known,
    weighting,
    base,
  }: { readonly known: readonly Shown[]; readonly weighting: Weighting; readonly base: BaseRules },
): Estimate {
  const scored = scoreOf(root, itemsIn(answers, weighting));
  if (!scored) return { status: "none" };
  const cell = weigh(answers.base, weighting);
  const effective = effectiveBase(cell);
  const value = scale * scored.score;
  const standardError = Math.sqrt(pooledWithin(known) / effective);
  const half = studentQuantile(0.975, Math.max(1, effective - 1)) * standardError;
  // Where nothing tells how exact it is: at worst the share that was not seen sits at the scale's end.
  const unseen = standardError > 0 ? 0 : exactZeroEvents(effective);
  return {
    status: cell.n < base.caution ? "low" : "ok",
    kind: "index",
    value,
    low: Math.max(0, value - half - unseen * value),
    high: Math.min(scale, value + half + unseen * (scale - value)),
    standardError,
    deviation: 0,
    n: cell.n,
    effective,
  };
}
