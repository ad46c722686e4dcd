import { type PairGroup, type PairsRequest, pairKey } from "../../counts/pairs/request.ts";
import { type Cell, emptyCell } from "../../counts/tally.ts";

/** Who answered one item; undefined where nobody did. */
export function itemBase({ pairs }: PairGroup, item: string): Cell | undefined {
  const own = pairs.get(pairKey(item, item));
  return own && { n: own.plain.size, m: own.m, w: own.weighted.size, w2: own.squared.size };
}

/**
 * A group's answers to some items (taken), and to all others (rest). The rest keeps the group's respondents of the index
 * and of each factor that has answers left, as pages do; of what is taken, who answered the item that most did.
 */
export function partedGroup(
  group: PairGroup,
  items: ReadonlySet<string>,
  sets: PairsRequest["sets"],
): { readonly rest?: PairGroup; readonly taken?: PairGroup } {
  const rest = answersTo(group, (item) => !items.has(item));
  const taken = answersTo(group, (item) => items.has(item));
  const baseIn = (part: PairGroup, set: string): Cell =>
    largestBase((sets[set] ?? []).flatMap((item) => itemBase(part, item) ?? []));
  const answered = (part: PairGroup, baseOf: (set: string, base: Cell) => Cell): PairGroup["answered"] =>
    new Map(
      [...group.answered]
        .filter(([set]) => baseIn(part, set).n > 0)
        .map(([set, base]) => [set, baseOf(set, base)]),
    );
  return {
    ...(rest.pairs.size > 0 ? { rest: { ...rest, answered: answered(rest, (_, base) => base) } } : {}),
    ...(taken.pairs.size > 0
      ? { taken: { ...taken, answered: answered(taken, (set) => baseIn(taken, set)) } }
      : {}),
  };
}

/** The base that most answered, by those with a weight first. */
export function largestBase(bases: readonly Cell[]): Cell {
  return bases.toSorted((a, b) => b.m - a.m || b.n - a.n)[0] ?? emptyCell;
}

function answersTo(group: PairGroup, wanted: (item: string) => boolean): PairGroup {
  const pairs = [...group.pairs].filter(([key]) => (JSON.parse(key) as readonly string[]).every(wanted));
  return { ...group, pairs: new Map(pairs) };
}
