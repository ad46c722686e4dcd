/** What a cell says where the question was not put to the respondent. */
export const notAsked: unique symbol = Symbol("not asked");

/** A cell after trimming and recoding; undefined where it is no answer. */
export type Cleaned = string | undefined | typeof notAsked;
export type Clean = (cell: string) => Cleaned;

/**
 * Makes the first step of every coder: trim, recode, take out values that say that nobody asked and values that are no
 * answer, in this order. A recode to nothing makes a cell missing. `5.0` counts as `5` wherever only one of the two is
 * known, because spreadsheets write numbers so.
 */
export function cleaner({
  missing,
  recode,
  notAsked: unasked = [],
}: {
  readonly missing: readonly string[];
  readonly recode: Readonly<Record<string, string>>;
  readonly notAsked?: readonly string[];
}): Clean {
  const gone = plainSet(missing);
  const skipped = plainSet(unasked);
  const has = (set: ReadonlySet<string>, value: string) =>
    set.size > 0 && (set.has(value) || set.has(plainNumber(value)));
  const recoded = new Map(Object.entries(recode).map(([from, to]) => [wholeNumber(from), to.trim()]));
  for (const [from, to] of Object.entries(recode)) recoded.set(from.trim(), to.trim());
  return (cell) => {
    const trimmed = cell.trim();
    const value =
      recoded.size === 0 || trimmed === ""
        ? trimmed
        : (recoded.get(trimmed) ?? recoded.get(plainNumber(trimmed)) ?? trimmed);
    if (has(skipped, value)) return notAsked;
    return value === "" || has(gone, value) ? undefined : value;
  };
}

/** Values and their plain numbers, to look up a value or its plain number in. */
export function plainSet(values: readonly string[]): ReadonlySet<string> {
  return new Set(values.flatMap((value) => [value.trim(), plainNumber(value.trim())]));
}

/**
 * `05`, `5.0` and `5` are the same number; anything else stays as it is, and so does a number with more digits than
 * JavaScript can hold, for two different ids must not become one.
 */
export function plainNumber(value: string): string {
  if (!/^[+-]?\d+(\.\d*)?$/.test(value)) return value;
  const number = Number(value);
  return Number.isSafeInteger(Math.trunc(number)) ? String(number) : value;
}

/** A spreadsheet's `5.0` as `5`; leading zeros stay, for `05` may be another dealer than `5`. */
export function wholeNumber(value: string): string {
  return value.trim().replace(/^([+-]?\d+)\.0*$/, "$1");
}

const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const decimalWithExponent = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A number as people and spreadsheets write it; undefined for all else that JavaScript would take for one, such as
 * `0x5`, `Infinity` or nothing at all. `exponent` admits `1.2E+3`, for quantities and never for codes.
 */
export function parseDecimal(
  value: string,
  { exponent = false }: { readonly exponent?: boolean } = {},
): number | undefined {
  if (!(exponent ? decimalWithExponent : decimal).test(value)) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
