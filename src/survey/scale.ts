import type { Text } from "./text.ts";

/**
 * An ordered answer scale. Codes are the whole numbers 0–255 that the export holds, lowest first
 * (worst to best unless `better` is "lower").
 */
export interface Scale {
  readonly codes: readonly number[];
  /** By code; a code without a label is called by its number. */
  readonly labels: Readonly<Record<number, Text>>;
  /** Codes that count as satisfied, for the satisfied share (M07); empty where the codebook names none. */
  readonly satisfied: readonly number[];
  /** What each code counts in the national service-quality score, in the codes' order (M03). */
  readonly scores?: readonly number[];
  /** What the codes look like to respondents (M02). */
  readonly pictures?: Pictures;
}

/** stars: so many of them as the code says; faces: one for each code, from unhappy to happy. */
export type Pictures = "stars" | "faces";

/** Lowest and highest code of a scale. */
export function scaleEnds(scale: Scale): { readonly min: number; readonly max: number } {
  return { min: Math.min(...scale.codes), max: Math.max(...scale.codes) };
}

/** The ends of a scale, as 1–10. */
export function endsText(scale: Scale): string {
  const { min, max } = scaleEnds(scale);
  return `${min}–${max}`;
}

/** True where both have the same codes, so that figures on them can stand on one axis. Labels may differ. */
export function isSameScale(a: Scale, b: Scale): boolean {
  return a.codes.length === b.codes.length && a.codes.every((code, at) => code === b.codes[at]);
}

/** What a code is called: the number, with its label where it has one. */
export function codeLabel(scale: Scale, code: number, language: keyof Text): string {
  const label = scale.labels[code]?.[language];
  return label === undefined ? String(code) : `${code} ${label}`;
}
