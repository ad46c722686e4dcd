/** A problem of a questionnaire about new cars. */
export interface Problem {
  readonly en: string;
  readonly zh: string;
  /** How often it is reported, against the others of its category. */
  readonly frequency: number;
}

/** Problems as they are written down: wording in English and in Chinese, and how often. */
export function problems(
  written: readonly (readonly [en: string, zh: string, frequency: number])[],
): readonly Problem[] {
  return written.map(([en, zh, frequency]) => ({ en, zh, frequency }));
}
