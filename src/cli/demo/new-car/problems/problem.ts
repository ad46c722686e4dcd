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

type Written = readonly [en: string, zh: string, frequency: number, needs?: Part];

/** Problems as they are written down: wording in English and in Chinese, how often, and in which cars. */
export function problems(written: readonly Written[]): readonly Problem[] {
  return written.map(([en, zh, frequency, needs]) => ({ en, zh, frequency, ...(needs && { needs }) }));
}
