import { type Cleaned, cleaner, notAsked, plainNumber } from "./cleaning.ts";

/** What a cell stands for: a code or an option's place, no answer, or (undefined) nothing that the codebook knows. */
export type Meaning = number | "missing" | "notAsked" | undefined;

interface Words {
  readonly missing: readonly string[];
  readonly recode: Readonly<Record<string, string>>;
  readonly notAsked?: readonly string[];
  /** Word → code or option id. */
  readonly words?: Readonly<Record<string, string | number>>;
}

/**
 * Makes the reading of a cell that holds a code or the words for one. Codes win; the words are taken whole, for in
 * `5 - Very satisfied` it would be a guess which part speaks. Words for a code that is no answer are no answer either.
 */
export function meaningOf(
  reading: Words,
  codeOf: (value: string) => number | undefined,
): (cell: string) => Meaning {
  const clean = cleaner(reading);
  const stated = (value: Cleaned): Meaning => {
    if (value === undefined) return "missing";
    return value === notAsked ? "notAsked" : codeOf(value);
  };
  // Recoding is of what stands in the file; the code that a word stands for is none of it.
  const cleanCode = cleaner({ ...reading, recode: {} });
  const words = new Map(
    Object.entries(reading.words ?? {}).map(([word, code]) => [word, stated(cleanCode(String(code)))]),
  );
  return (cell) => {
    const value = clean(cell);
    return typeof value === "string" ? (codeOf(value) ?? words.get(value)) : stated(value);
  };
}

/** The place of an option by its id; `5.0` is `5`. */
export function placeOf(options: readonly string[]): (value: string) => number | undefined {
  const places = new Map(options.map((id, place) => [id, place]));
  return (value) => places.get(value) ?? places.get(plainNumber(value));
}
