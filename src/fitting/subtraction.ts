import { missingCode } from "../intake/responses/coded-wave.ts";
import { hiddenGroups } from "../measures/disclosure.ts";
import { cellIds } from "./cells.ts";
import { type Combinations, cellsOf, type FilterColumn, levelsAbove, withhold } from "./combinations.ts";

/** The groups that pages publish of one dimension: its values, of a level of the hierarchy within their branches. */
interface Family {
  readonly column: FilterColumn;
  /** Group of each combination, by its true values. */
  readonly groups: Uint32Array;
  /** Own value of each group. */
  readonly values: readonly number[];
  /** Groups by the group of the wider level that they lie in. */
  readonly children: ReadonlyMap<number, readonly number[]>;
  /** In the order of the combinations' bases. */
  readonly bases: readonly FamilyBase[];
}

interface FamilyBase {
  /** People of each group. */
  readonly all: Uint32Array;
  /** Groups that pages don't show, those under one wider group together. */
  readonly hidden: readonly (readonly number[])[];
}

/**
 * Pages publish how many of every group answered each question. Whoever takes from that what the rows show in the group
 * learns what the withheld ones answered: so they must be nobody, at least `minimum`, or all. And where pages withhold
 * small groups with the next smallest, those together: what the rows show of the next smallest tells the small ones.
 * @returns what withholds, of the combinations as they are now, the smallest of every group that falls short, and says
 * whether there was one
 */
export function subtractionGuard(before: Combinations, minimum: number): (now: Combinations) => boolean {
  const families = familiesOf(before, minimum);
  return (now) => {
    let isChanged = false;
    for (const family of families) {
      const column = now.columns.find(({ name }) => name === family.column.name);
      if (!column) continue;
      const { cells, sizes } = cellsOf(now);
      const chosen = cellsToWithhold({ ...family, column }, now.bases, { cells, sizes, minimum });
      for (const [id, cell] of cells.entries()) if (chosen.has(cell)) withhold(now.columns, column, id);
      if (chosen.size > 0) isChanged = true;
    }
    return isChanged;
  };
}

/** Widest levels first. */
function familiesOf({ columns, bases }: Combinations, minimum: number): readonly Family[] {
  const families = new Map<string, Family>();
  for (const column of columns.toReversed()) {
    const path = [...levelsAbove(columns, column).toReversed(), column].map(({ values }) => values);
    const groups = cellIds(path);
    const wider = families.get(column.within ?? "");
    const [values, parents]: [number[], number[]] = [[], []];
    for (const [id, group] of groups.entries()) {
      values[group] = column.values[id] ?? missingCode;
      parents[group] = wider?.groups[id] ?? 0;
    }
    const children = Map.groupBy(values.keys(), (group) => parents[group] ?? 0);
    const shape = { column, groups, values, children };
    const familyBases = bases.map((base, at) => baseOf(shape, base, { above: wider?.bases[at], minimum }));
    families.set(column.name, { ...shape, bases: familyBases });
  }
  return [...families.values()];
}

function baseOf(
  family: Omit<Family, "bases">,
  base: Uint32Array,
  { above, minimum }: { readonly above: FamilyBase | undefined; readonly minimum: number },
): FamilyBase {
  const all = summed(family, base, () => true);
  const total = base.reduce((sum, count) => sum + count, 0);
  const hiddenAbove = new Set(above?.hidden.flat());
  const hidden = [...family.children].map(([parent, groups]) => {
    const whole = above ? (above.all[parent] ?? 0) : total;
    const named = groups.filter((group) => (all[group] ?? 0) > 0);
    const keys = new Map(named.map((group) => [keyOf(family, group), group]));
    const sizes = [...keys].map(([key, group]) => ({ key, n: all[group] ?? 0 }));
    const wholeHidden = hiddenAbove.has(parent) || whole < minimum;
    const hiddenHere = hiddenGroups(sizes, { minimum, wholeHidden });
    // Those without a known place are never published, and so out of sight with them.
    return [...keys].flatMap(([key, group]) => (key === null || hiddenHere.has(key) ? [group] : []));
  });
  return { all, hidden: hidden.filter((groups) => groups.length > 0) };
}

function summed(
  { groups, values }: Pick<Family, "groups" | "values">,
  base: Uint32Array,
  counts: (id: number) => boolean,
): Uint32Array {
  const sums = new Uint32Array(values.length);
  for (let id = 0; id < groups.length; id++) {
    const group = groups[id] ?? 0;
    if (counts(id)) sums[group] = (sums[group] ?? 0) + (base[id] ?? 0);
  }
  return sums;
}

function cellsToWithhold(
  family: Family,
  bases: readonly Uint32Array[],
  {
    cells,
    sizes,
    minimum,
  }: { readonly cells: Uint32Array; readonly sizes: readonly number[]; readonly minimum: number },
): ReadonlySet<number> {
  const { values, withheld } = family.column;
  const isShown = (id: number) => values[id] !== withheld;
  const chosen = new Map<number, number>();
  for (const [at, base] of bases.entries()) {
    const known = family.bases[at];
    if (!known) continue;
    const short = groupsFallingShort(known, summed(family, base, isShown), minimum);
    if (short.size === 0) continue;
    const candidates = new Map<number, number>();
    for (const [id, group] of family.groups.entries()) {
      if (!short.has(group) || chosen.has(group) || !isShown(id) || (base[id] ?? 0) === 0) continue;
      const cell = cells[id] ?? 0;
      const best = candidates.get(group);
      if (best === undefined || (sizes[cell] ?? 0) < (sizes[best] ?? 0)) candidates.set(group, cell);
    }
    for (const [group, cell] of candidates) chosen.set(group, cell);
  }
  return new Set(chosen.values());
}

/** Groups of which a combination must go because too few are withheld in a base. */
function groupsFallingShort(
  { all, hidden }: FamilyBase,
  shown: Uint32Array,
  minimum: number,
): ReadonlySet<number> {
  const lacking = (group: number) => (all[group] ?? 0) - (shown[group] ?? 0);
  const isShort = (count: number) => count > 0 && count < minimum;
  const short = new Set<number>();
  for (const [group, count] of shown.entries()) if (count > 0 && isShort(lacking(group))) short.add(group);
  for (const groups of hidden) {
    if (!isShort(groups.reduce((sum, group) => sum + lacking(group), 0))) continue;
    const open = groups.filter((group) => (shown[group] ?? 0) > 0);
    const next = open.toSorted((a, b) => (all[a] ?? 0) - (all[b] ?? 0))[0];
    if (next !== undefined) short.add(next);
  }
  return short;
}

function keyOf({ values, column }: Pick<Family, "values" | "column">, group: number): string | null {
  const value = values[group] ?? missingCode;
  return value === missingCode ? null : (column.ids?.[value] ?? String(value));
}
