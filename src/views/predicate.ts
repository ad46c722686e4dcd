import { dimensionName, withheldValue } from "../survey/reading.ts";
import { dimensionIn, type Slice } from "./slice.ts";

/** Option ids of every stored dimension of a wave, by store name: a stored code is a place in its list. */
export type Dictionaries = Readonly<Record<string, readonly string[]>>;

/**
 * A slice as a SQL condition on one wave's table. A value that the wave doesn't hold matches nobody, and leaves nobody
 * out. Only numbers and quoted names of the survey's own dimensions enter the SQL.
 */
export function slicePredicate(slice: Slice, dictionaries: Dictionaries): string {
  const conditions = Object.entries(slice)
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => {
      const { dimension, isOut } = dimensionIn(key);
      const name = dimensionName(dimension);
      const dictionary = dictionaries[name] ?? [];
      const codes = codesOf(values, dictionary, isOut);
      if (codes.length === 0) return isOut ? "TRUE" : "FALSE";
      const isListed = `${quoteName(name)} IN (${codes.join(", ")})`;
      // Whoever has no known place is not among those that are out: NOT alone would leave them out as well.
      return isOut ? `(${quoteName(name)} IS NULL OR NOT ${isListed})` : isListed;
    });
  return conditions.length > 0 ? conditions.join(" AND ") : "TRUE";
}

/**
 * Places of a slice's values in a wave's dictionary. Of whom the value is withheld (M34) nobody can tell whether they
 * are among those that are out: they are neither in nor counted as the others.
 */
export function codesOf(
  values: readonly string[],
  dictionary: readonly string[],
  isOut: boolean,
): readonly number[] {
  const named = values.map((value) => dictionary.indexOf(value)).filter((code) => code >= 0);
  const withheld = isOut && named.length > 0 ? dictionary.indexOf(withheldValue) : -1;
  return withheld < 0 ? named : [...new Set([...named, withheld])];
}

/** A name as a SQL identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
