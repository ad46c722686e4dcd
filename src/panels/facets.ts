import type { Counts, CountsRequest } from "../counts/request.ts";
import { hiddenGroups } from "../measures/disclosure.ts";
import type { Survey } from "../survey/survey.ts";
import { withoutDimensions } from "../views/choosing.ts";
import { inBoth, type Slice } from "../views/slice.ts";
import type { View } from "../views/view.ts";
import type { PublishedReport } from "./report.ts";

/** How many respondents of the current slice have a value: withheld where too few to tell (M34). */
export type Size = number | "withheld";

/** By value of a dimension, or by the path of a branch, as the key of `keyOf`. Values that nobody has are absent. */
export type Sizes = ReadonlyMap<string, Size>;

/** What a list of values is of: one dimension, or the levels of the hierarchy together. */
export interface Facet {
  readonly dimensions: readonly string[];
}

/** Of whom a list counts its values: of the view's slice without what it says of the list's own dimensions. */
export function slicesOf(survey: Survey, view: View, { dimensions }: Facet): Slice {
  const set = survey.sets.find(({ id }) => id === view.set)?.slice ?? {};
  return inBoth(withoutDimensions(view.slice, dimensions), set);
}

/** What to count for a list: its values, level by level for branches. */
export function facetRequests(
  survey: Survey,
  view: View,
  facet: Facet,
  waves: readonly string[],
): readonly CountsRequest[] {
  const slice = slicesOf(survey, view, facet);
  return facet.dimensions.map((_, level) => ({
    questions: [],
    waves,
    by: facet.dimensions.slice(0, level + 1),
    slice,
  }));
}

/**
 * The sizes of a list's values. A value under the minimum base is withheld, and with it whatever would give it away by
 * subtraction; what is below a withheld branch is withheld, too.
 */
export function facetSizes(counts: readonly Counts[], minimum: number): Sizes {
  const sizes = new Map<string, Size>();
  for (const [level, { groups }] of counts.entries()) {
    const sums = new Map<string, { readonly path: readonly (string | null)[]; n: number }>();
    for (const { key, rows } of groups) {
      const known = sums.get(JSON.stringify(key)) ?? { path: key, n: 0 };
      known.n += rows?.n ?? 0;
      sums.set(JSON.stringify(key), known);
    }
    const siblings = Map.groupBy(sums.values(), ({ path }) => JSON.stringify(path.slice(0, level)));
    for (const [above, group] of siblings) {
      if (JSON.parse(above).includes(null)) continue;
      const wholeHidden = level > 0 && sizes.get(above) === "withheld";
      for (const [key, size] of shown(group, { minimum, wholeHidden })) sizes.set(key, size);
    }
  }
  return sizes;
}

interface Group {
  readonly path: readonly (string | null)[];
  readonly n: number;
}

function shown(
  group: readonly Group[],
  { minimum, wholeHidden }: { readonly minimum: number; readonly wholeHidden: boolean },
): readonly (readonly [string, Size])[] {
  const sized = group.map(({ path, n }) => ({ key: path.at(-1) ?? null, n, path }));
  const hidden = hiddenGroups(sized, { minimum, wholeHidden });
  return sized.flatMap(({ key, n, path }) =>
    key === null || n === 0 ? [] : [[JSON.stringify(path), hidden.has(key) ? "withheld" : n] as const],
  );
}

/** Whether what is published with the report tells the sizes, and nothing must be counted. */
export function publishedSizes(
  { survey, waves }: PublishedReport,
  view: View,
  { dimensions }: Facet,
  of: readonly string[],
): Sizes | undefined {
  const slice = slicesOf(survey, view, { dimensions });
  const [only] = of;
  const isWhole = Object.keys(slice).length === 0 && view.minimum === undefined;
  if (!isWhole || of.length !== 1) return undefined;
  const known = waves.find(({ layout }) => layout.wave === only)?.sizes;
  const levels = dimensions.map((_, level) => known?.[levelName(dimensions.slice(0, level + 1))]);
  if (levels.some((level) => level === undefined)) return undefined;
  return new Map(
    levels.flatMap((level) => Object.entries(level ?? {}).map(([key, n]) => [key, n ?? "withheld"] as const)),
  );
}

/** What the sizes of some dimensions together are called in what is published. */
export function levelName(dimensions: readonly string[]): string {
  return dimensions.join(" ");
}

/** The lists that a survey's readers choose from: the hierarchy as far as it is known, then each other filter. */
export function facetsOf(
  { hierarchy, filters, dimensions }: Pick<Survey, "hierarchy" | "filters" | "dimensions">,
  unknown: ReadonlySet<string>,
): readonly Facet[] {
  const known = (id: string) => filters.includes(id) && !unknown.has(id);
  const end = hierarchy.findIndex((id) => !known(id));
  const levels = end < 0 ? hierarchy : hierarchy.slice(0, end);
  const others = dimensions.filter(({ id }) => known(id) && !hierarchy.includes(id));
  return [
    ...(levels.length > 0 ? [{ dimensions: levels }] : []),
    ...others.map(({ id }) => ({ dimensions: [id] })),
  ];
}
