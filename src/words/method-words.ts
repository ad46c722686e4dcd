/** One method as the methods page explains it. */
export interface MethodWords {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  readonly formula: string;
  readonly interval?: string;
  /** What it does not show, or may make one believe. */
  readonly hides?: string;
  readonly source: string;
}
