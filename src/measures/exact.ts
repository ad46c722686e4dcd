/** A figure without sampling error, such as a sample that a rule asks for: a value, and no interval. */
export interface ExactFigure {
  readonly status: "exact";
  readonly kind: "exact";
  readonly value: number;
  /** Answers that it is of, where it is of any. */
  readonly n?: number;
}

export function exact(value: number, n?: number): ExactFigure {
  return { status: "exact", kind: "exact", value, ...(n === undefined ? {} : { n }) };
}
