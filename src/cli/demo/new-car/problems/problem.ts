/** What a car must have for a problem to occur: an engine, a charging socket, or both. */
export type Part = "engine" | "plugged" | "hybrid";

/** A problem of a questionnaire about new cars. */
export interface Problem {
  readonly en: string;
  readonly zh: string;
  /** How often it is reported, against the others of its category. */
  readonly frequency: number;
  /** Absent: any car may have it. */
  readonly needs?: Part;
}

type Written = readonly [en: string, zh: string, mark: number, needs?: Part];

/** Few problems make most of the trouble: of two problems one of twice the mark is reported three times as often. */
const steepness = 1.6;

/** Problems as they are written down: wording in English and in Chinese, a mark for how often, and in which cars. */
export function problems(written: readonly Written[]): readonly Problem[] {
  return written.map(([en, zh, mark, needs]) => ({
    en,
    zh,
    frequency: mark ** steepness,
    ...(needs && { needs }),
  }));
}
