import type { Field } from "./field.ts";

/** A header, or one by wave: the most common one by default where every wave has the field. */
export type ColumnByWave = string | Readonly<Record<string, string>>;

/** How a codebook names a field's column. */
export function columnOf({ headers, name, ambiguous }: Field, waves: readonly string[]): ColumnByWave {
  const different = new Set(headers.values());
  if (different.size === 1 && !(ambiguous && headers.size < waves.length)) return name;
  const times = (header: string) => [...headers.values()].filter((other) => other === header).length;
  const usual = [...different].toSorted((a, b) => times(b) - times(a))[0] ?? name;
  if (headers.size < waves.length || times(usual) < 2) return Object.fromEntries(headers);
  return { ...Object.fromEntries([...headers].filter(([, header]) => header !== usual)), default: usual };
}

/** The columns of a multiple choice: `{ choice: column }`, or a list of mentions; by wave where headers differ. */
export function choiceColumns(
  fields: readonly Field[],
  codes: readonly string[] | undefined,
  waves: readonly string[],
): Readonly<Record<string, unknown>> | readonly string[] {
  const inWave = (wave: string) => {
    const pairs = fields.flatMap(({ headers }, at) => {
      const header = headers.get(wave);
      return header === undefined ? [] : [[codes?.[at] ?? "", header] as const];
    });
    return codes ? Object.fromEntries(pairs) : pairs.map(([, header]) => header);
  };
  const asked = waves.filter((wave) => fields.some(({ headers }) => headers.has(wave)));
  const different = new Set(asked.map((wave) => JSON.stringify(inWave(wave))));
  if (different.size === 1 && asked.length === waves.length) return inWave(asked[0] ?? "");
  return Object.fromEntries(asked.map((wave) => [wave, inWave(wave)]));
}
