import { allBranches, type Branch } from "../survey/branches.ts";
import { withheldValue } from "../survey/reading.ts";
import type { Survey } from "../survey/survey.ts";
import { ownWaves } from "../views/pools.ts";
import { allBut, branchSlice, dimensionIn, inBoth, type Slice } from "../views/slice.ts";
import { sliceOf, type View, wavesOf } from "../views/view.ts";
import { levelName } from "./facets.ts";
import type { PageAddress } from "./page-address.ts";
import { mostWithheld, type PublishedReport, type ReportWave } from "./report.ts";

/** How many respondents of some values stand in what is published, and how many they are in all (M34). */
export interface Held {
  readonly held: number;
  readonly all: number;
}

/** One dimension, or the hierarchy as deep as a slice names it, and who is missing of what the slice says of it. */
export interface Missing {
  /** The dimension, of the hierarchy the deepest that is named. */
  readonly dimension: string;
  /** Absent where pages don't tell how many they are. */
  readonly known?: Held;
  /** How many are missing at most. */
  readonly most: number;
}

type Waves = readonly Pick<ReportWave, "layout" | "withheld" | "sizes" | "totals">[];

/** Values of which too few are published to show the rest as if it were all: the rest is not like those missing. */
export function isShort({ held, all }: Held): boolean {
  return all - held > mostWithheld * all;
}

/** What is published of the waves that a view speaks of on a page. */
export function viewedWaves(
  { survey, waves }: Pick<PublishedReport, "survey" | "waves">,
  view: View,
  address: Pick<PageAddress, "wave"> | undefined,
): Waves {
  const own = address ? ownWaves(survey, view, address.wave) : wavesOf(survey, view);
  return waves.filter(({ layout }) => own.includes(layout.wave));
}

/** Those of a list, down to a level, whose path is one of the wanted; undefined where something of them is withheld. */
export function heldOf(
  waves: Waves,
  dimensions: readonly string[],
  isWanted: (path: readonly string[]) => boolean,
): Held | undefined {
  let [held, all] = [0, 0];
  for (const { sizes, totals, withheld } of waves) {
    const name = levelName(dimensions);
    const published = sizes?.[name];
    const known = (withheld?.rows ?? 0) > 0 ? totals?.[name] : published;
    if (!published || !known) return undefined;
    for (const [key, total] of Object.entries(known)) {
      const path = JSON.parse(key) as readonly string[];
      if (path.includes(withheldValue) || !isWanted(path)) continue;
      const size = published[key];
      if (total === null || size === null) return undefined;
      held += size ?? 0;
      all += total;
    }
  }
  return { held, all };
}

/** Who is missing of a slice, list by list: the hierarchy, and each other dimension that it names. */
export function missingOf(
  { hierarchy }: Pick<Survey, "hierarchy">,
  waves: Waves,
  slice: Slice,
): readonly Missing[] {
  const named = namedIn(slice);
  const deepest = hierarchy.findLastIndex((id) => named.has(id));
  const lists = [
    ...(deepest < 0 ? [] : [hierarchy.slice(0, deepest + 1)]),
    ...[...named].filter((id) => !hierarchy.includes(id)).map((id) => [id]),
  ];
  return lists.map((dimensions): Missing => {
    const dimension = dimensions.at(-1) ?? "";
    const known = heldOf(waves, dimensions, (path) =>
      path.every((id, at) => isIn(slice, dimensions[at], id)),
    );
    const places = waves.reduce((sum, { withheld }) => sum + (withheld?.places[dimension] ?? 0), 0);
    return known ? { dimension, known, most: known.all - known.held } : { dimension, most: places };
  });
}

function namedIn(slice: Slice): ReadonlySet<string> {
  const names = Object.entries(slice).filter(([, values]) => values.length > 0);
  return new Set(names.map(([name]) => dimensionIn(name).dimension));
}

function isIn(slice: Slice, dimension = "", id: string): boolean {
  const [values = [], out = []] = [slice[dimension], slice[allBut(dimension)]];
  return (values.length === 0 || values.includes(id)) && !out.includes(id);
}

/** Whom a view speaks of on a page: on a branch's own, of that branch. */
export function slicesOnPage(survey: Survey, view: View, address: PageAddress | undefined): Slice {
  const path = address?.kind === "branch" ? address.path : [];
  return inBoth(sliceOf(survey, view), branchSlice(survey.hierarchy, path));
}

/** Values of a dimension of which too few are published. */
export interface Short extends Held {
  readonly dimension: string;
  readonly values: readonly string[];
}

/**
 * The first value that a slice names and of which too few are published, or where it leaves values out, those that are
 * left; undefined where all can be shown.
 */
export function shortOf(
  { hierarchy }: Pick<Survey, "hierarchy">,
  waves: Waves,
  slice: Slice,
): Short | undefined {
  for (const [name, values] of Object.entries(slice)) {
    const { dimension, isOut } = dimensionIn(name);
    const level = hierarchy.indexOf(dimension);
    const dimensions = level < 0 ? [dimension] : hierarchy.slice(0, level + 1);
    const groups = isOut ? [values] : values.map((id) => [id]);
    for (const group of groups) {
      const isWanted = (path: readonly string[]) =>
        group.length > 0 && group.includes(path.at(-1) ?? "") !== isOut;
      const known = heldOf(waves, dimensions, isWanted);
      if (known && isShort(known)) return { dimension, values: isOut ? [] : group, ...known };
    }
  }
  return undefined;
}

/** The branch that a slice is of, where it names one and nothing else. */
export function branchOf(
  { hierarchy }: Pick<Survey, "hierarchy">,
  tree: readonly Branch[],
  slice: Slice,
): Branch | undefined {
  const named = [...namedIn(slice)];
  const deepest = hierarchy.findLastIndex((id) => named.includes(id));
  const isOne = named.every((id) => hierarchy.includes(id) && slice[id]?.length === 1 && !slice[allBut(id)]);
  if (deepest < 0 || !isOne) return undefined;
  const found = allBranches(tree).filter(
    ({ path }) => path.length === deepest + 1 && path.every((id, level) => isIn(slice, hierarchy[level], id)),
  );
  return found.length === 1 ? found[0] : undefined;
}
