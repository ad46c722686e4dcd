/** A cell after trimming and recoding, or undefined where it is no answer. */
export type Clean = (cell: string) => string | undefined;

/**
 * Makes the first step of every coder: trim, recode, take missing values out. `5.0` counts as `5` wherever only
 * one of the two is known, because spreadsheets write numbers so.
 */
export function cleaner({
  missing,
  recode,
}: {
  readonly missing: readonly string[];
  readonly recode: Readonly<Record<string, string>>;
}): Clean {
  const gone = new Set(missing.map((value) => value.trim()));
  const recoded = new Map(Object.entries(recode));
  return (cell) => {
    const trimmed = cell.trim();
    if (trimmed === "") return undefined;
    const value = recoded.get(trimmed) ?? recoded.get(plainNumber(trimmed)) ?? trimmed;
    return gone.has(value) || gone.has(plainNumber(value)) ? undefined : value;
  };
}

/** `05`, `5.0` and `5` are the same number; anything else stays as it is. */
export function plainNumber(value: string): string {
  return /^[+-]?\d+(\.\d*)?$/.test(value) ? String(Number(value)) : value;
}
