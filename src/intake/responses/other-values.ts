import { IdSet } from "./id-set.ts";
import type { ProblemLog } from "./problem-log.ts";

/**
 * Values that are no option and count as the option "other", such as words that people typed. They are counted, and
 * how many differ; what they are is never told.
 */
export class OtherValues {
  readonly #option: string;
  readonly #different = new IdSet();
  #cells = 0;
  #values = 0;

  constructor(option: string) {
    this.#option = option;
  }

  take(value: string): void {
    this.#cells += 1;
    if (this.#different.add(value)) this.#values += 1;
  }

  report(log: ProblemLog, column: string): void {
    if (this.#cells === 0) return;
    log.whole("note", {
      column,
      value: this.#option,
      message: `Values that are no option count as "${this.#option}": ${this.#cells} times, ${this.#values} different values`,
      expected: "codes or labels of the options, or words typed under one of them",
      mend: "Nothing, if people typed them; else recode the values, or add them to the labels.",
    });
  }
}

/** The place of the option that takes in other values, and their count; undefined where the codebook names none. */
export function othersOf(
  other: string | undefined,
  options: readonly string[],
): { readonly place: number; readonly values: OtherValues } | undefined {
  const place = other === undefined ? -1 : options.indexOf(other);
  return other === undefined || place < 0 ? undefined : { place, values: new OtherValues(other) };
}
