import { allBut, dimensionIn, everybody, type Slice } from "./slice.ts";
import { defaultView, type View } from "./view.ts";

/** What a reader chose of one dimension: only these values, or all but these. */
export interface Choice {
  readonly isOut: boolean;
  readonly values: readonly string[];
}

/** What a view says of a dimension. Where a link names values that are in and values that are out: those that are in. */
export function choiceOf({ slice }: Pick<View, "slice">, dimension: string): Choice {
  const values = slice[dimension] ?? [];
  const out = slice[allBut(dimension)] ?? [];
  return values.length > 0 || out.length === 0 ? { isOut: false, values } : { isOut: true, values: out };
}

/** The view with another choice of a dimension in place of all that it said of it. */
export function withChoice(view: View, dimension: string, { isOut, values }: Choice): View {
  const slice = withoutDimensions(view.slice, [dimension]);
  const name = isOut ? allBut(dimension) : dimension;
  return { ...view, slice: values.length > 0 ? { ...slice, [name]: values } : slice };
}

/** A slice without all that it says of some dimensions. */
export function withoutDimensions(slice: Slice, dimensions: readonly string[]): Slice {
  return Object.fromEntries(
    Object.entries(slice).filter(([name]) => !dimensions.includes(dimensionIn(name).dimension)),
  );
}

/** The view without one value of a part of its slice, or without the part. */
export function withoutValue(view: View, name: string, value?: string): View {
  const { [name]: values = [], ...slice } = view.slice;
  const left = value === undefined ? [] : values.filter((one) => one !== value);
  return { ...view, slice: left.length > 0 ? { ...view.slice, [name]: left } : slice };
}

/** The view narrowed to a row that a reader picked: the values of the row in place of others of its dimensions. */
export function narrowedTo(view: View, row: Slice): View {
  const names = Object.keys(row).map((name) => dimensionIn(name).dimension);
  return { ...view, slice: { ...withoutDimensions(view.slice, names), ...row } };
}

/** Everybody of the same waves, set against the same. */
export function ofEverybody({ set: _set, ...view }: View): View {
  return { ...view, slice: everybody };
}

/** The view of other waves; of the page's own where none are named. */
export function ofWaves({ waves: _waves, ...view }: View, waves?: View["waves"]): View {
  return waves ? { ...view, waves } : view;
}

/** The view of a named set, or of none. */
export function ofSet({ set: _set, ...view }: View, set?: string): View {
  return set === undefined ? view : { ...view, set };
}

/** The view with a raised minimum base, or with the survey's own. */
export function withMinimum({ minimum: _minimum, ...view }: View, minimum?: number): View {
  return minimum === undefined ? view : { ...view, minimum };
}

/** The view set against something else; by default against the wave before. */
export function against(view: View, versus: View["versus"] = defaultView.versus): View {
  return { ...view, versus };
}
