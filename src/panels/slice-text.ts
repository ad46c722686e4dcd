import { dimensionOf, type Survey } from "../survey/survey.ts";
import type { Language } from "../survey/text.ts";
import { dimensionIn, type Slice } from "../views/slice.ts";
import type { Words } from "../words/words.ts";

/** One condition of a slice in words. */
export interface SlicePart {
  /** The name under which the slice holds it, "!" behind it where its values are out. */
  readonly name: string;
  readonly title: string;
  readonly isOut: boolean;
  readonly values: readonly { readonly id: string; readonly label: string }[];
}

/** A slice in words, in the order of the survey's dimensions. */
export function sliceParts(survey: Survey, slice: Slice, language: Language): readonly SlicePart[] {
  const order = survey.dimensions.map(({ id }) => id);
  return Object.entries(slice)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => {
      const { dimension, isOut } = dimensionIn(name);
      const { title, options } = dimensionOf(survey, dimension);
      const labelOf = (id: string) => options.find((option) => option.id === id)?.label?.[language] ?? id;
      const labelled = values.map((id) => ({ id, label: labelOf(id) }));
      return { name, dimension, title: title[language], isOut, values: labelled };
    })
    .toSorted((a, b) => order.indexOf(a.dimension) - order.indexOf(b.dimension));
}

/** Of one dimension so many values are named; of more it is said how many there are. */
const mostNamed = 4;

/** A slice in one line, such as `Region: East, South · Channel: not web`. */
export function sliceLine(parts: readonly SlicePart[], words: Words): string {
  return parts
    .map(({ title, isOut, values }) => {
      const named = values.slice(0, mostNamed).map(({ label }) => label);
      const more = values.length - named.length;
      const text = `${named.join(words.listSeparator)}${more > 0 ? words.view.more(more) : ""}`;
      return `${title}${words.colon}${isOut ? words.view.without(text) : text}`;
    })
    .join(" · ");
}

/** The same without the names of the dimensions, for a sentence: `East and South · all but web`. */
export function sliceNames(parts: readonly SlicePart[], words: Words): string {
  return parts
    .map(({ isOut, values }) => {
      const named = values.slice(0, mostNamed).map(({ label }) => label);
      const more = values.length - named.length;
      const text =
        more > 0 ? `${named.join(words.listSeparator)}${words.view.more(more)}` : listed(named, words);
      return isOut ? words.view.allBut(text) : text;
    })
    .join(" · ");
}

function listed(names: readonly string[], words: Words): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : words.view.and(names.slice(0, -1).join(words.listSeparator), last);
}
