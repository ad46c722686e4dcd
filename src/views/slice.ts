/**
 * Who: the respondents a figure speaks of. Dimension id → the option ids that are in; a dimension that is not named
 * is not restricted; {} is everybody.
 */
export type Slice = Readonly<Record<string, readonly string[]>>;

export const everybody: Slice = {};

/** The slice of one branch: its place at every level down to it. */
export function branchSlice(hierarchy: readonly string[], path: readonly string[]): Slice {
  return Object.fromEntries(path.map((id, level) => [hierarchy[level] ?? "", [id]]));
}

/**
 * A slice in permalink form, `region=east&channel=web,app`: readable, Chinese as it is, and only what the form itself
 * uses (% & = , + #, blanks and quotes) escaped. Empty for everybody.
 */
export function sliceText(slice: Slice): string {
  return Object.entries(slice)
    .filter(([, values]) => values.length > 0)
    .map(([dimension, values]) => `${escapeValue(dimension)}=${values.map(escapeValue).join(",")}`)
    .join("&");
}

function escapeValue(value: string): string {
  return value.replace(/[%&=,+#\s"]/g, (character) => encodeURIComponent(character).replace(",", "%2C"));
}
