/** One method as the methods page explains it. */
export interface MethodWords {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  readonly formula: string;
  readonly interval?: string;
  readonly source: string;
}
