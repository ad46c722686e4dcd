/**
 * Who: the respondents a figure speaks of. Dimension id → the option ids that are in; under the dimension's id with a
 * "!" behind it, those that are out, which leaves in respondents whose place is not known, and not those of whom it is
 * withheld (M34). A dimension that is not named is not restricted; {} is everybody.
 */
export type Slice = Readonly<Record<string, readonly string[]>>;

export const everybody: Slice = {};

/** The slice of one branch: its place at every level down to it. */
export function branchSlice(hierarchy: readonly string[], path: readonly string[]): Slice {
  return Object.fromEntries(path.map((id, level) => [hierarchy[level] ?? "", [id]]));
}

/** The name under which a slice holds the values of a dimension that are out. No id holds a "!". */
export function allBut(dimension: string): string {
  return `${dimension}!`;
}

/** A name of a slice as its dimension, and whether its values are in or out. */
export function dimensionIn(name: string): { readonly dimension: string; readonly isOut: boolean } {
  const isOut = name.endsWith("!");
  return { dimension: isOut ? name.slice(0, -1) : name, isOut };
}

/** Those who are in both slices: of values that are in those that both hold, of values that are out all. */
export function inBoth(one: Slice, other: Slice): Slice {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const [a = [], b = []] = [one[name], other[name]];
      if (a.length === 0 || b.length === 0) return [[name, a.length > 0 ? a : b]];
      const both = dimensionIn(name).isOut ? [...new Set([...a, ...b])] : a.filter((id) => b.includes(id));
      return [[name, both.length > 0 ? both : [nobody]]];
    }),
  );
}

/**
 * The dimensions by which groups are told apart, of names of slices: of the hierarchy the lowest level alone, as whoever's
 * place there is known has all above it.
 */
export function tellingApart(hierarchy: readonly string[], names: readonly string[]): readonly string[] {
  const dimensions = [...new Set(names.map((name) => dimensionIn(name).dimension))];
  const lowest = hierarchy.findLast((level) => dimensions.includes(level));
  return dimensions.filter((id) => !hierarchy.includes(id) || id === lowest);
}

/** A value that no dimension has: ids start with a letter or a digit, and values as found are never empty. */
const nobody = "";

/**
 * A slice in permalink form, `region=east&channel=web,app`, and of values that are out `region!=east`: readable, Chinese
 * as it is, and only what the form itself uses (% & = , + #, blanks and quotes) escaped. Empty for everybody.
 */
export function sliceText(slice: Slice): string {
  return Object.entries(slice)
    .filter(([, values]) => values.length > 0)
    .map(([dimension, values]) => `${escapeValue(dimension)}=${values.map(escapeValue).join(",")}`)
    .join("&");
}

/** A name or value as it stands in a permalink. */
export function escapeValue(value: string): string {
  return value.replace(/[%&=,+#\s"]/g, (character) => encodeURIComponent(character).replace(",", "%2C"));
}
