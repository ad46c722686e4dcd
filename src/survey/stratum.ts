/** Questionnaires of one stratum of one wave. Counts that the file leaves blank are absent. */
export interface StratumCount {
  readonly wave: string;
  /** Dimension id → option id. */
  readonly place: Readonly<Record<string, string>>;
  /** Customers served. */
  readonly customers?: number;
  readonly handedOut?: number;
  readonly returned?: number;
  /** Questionnaires returned that could be used. */
  readonly valid?: number;
  /** What came is not told: with the rows that are published it would tell of a few (M34). */
  readonly withheld?: true;
}
