import type { WaveQuality } from "../../survey/quality.ts";
import { parseDecimal } from "./cleaning.ts";
import type { Located } from "./coder.ts";
import { Growable } from "./growable.ts";
import type { ProblemLog } from "./problem-log.ts";
import type { Row } from "./table.ts";

/** Reads a wave's weights. A blank, unreadable or non-positive weight takes the respondent out of weighted figures only. */
export class Weights {
  readonly #values = new Growable((length) => new Float64Array(length));
  readonly #column: Located;
  readonly #log: ProblemLog;
  #invalid = 0;

  constructor(column: Located, log: ProblemLog) {
    this.#column = column;
    this.#log = log;
  }

  take(row: Row): void {
    const cell = (row.cells[this.#column.place] ?? "").trim();
    const weight = parseDecimal(cell, { exponent: true }) ?? Number.NaN;
    const valid = weight > 0;
    if (!valid) {
      this.#invalid += 1;
      this.#log.cell(row.line, this.#column.header, cell, {
        message: "This is no weight; the respondent counts in unweighted figures only",
        expected: "a number above 0",
        mend: /^\d+,\d+$/.test(cell)
          ? "Write the weight with a decimal point."
          : "Give the respondent a weight, or take the row out.",
      });
    }
    this.#values.push(valid ? weight : Number.NaN);
  }

  /** Weights with mean 1 among the valid ones, and how many there are of either kind; too many invalid ones stop. */
  finish(limit: number): {
    readonly normalised: Float64Array;
    readonly quality: NonNullable<WaveQuality["weight"]>;
  } {
    const values = this.#values.values;
    const column = this.#column.header;
    if (this.#invalid > limit * values.length) {
      this.#log.whole("stop", {
        column,
        message: `${this.#invalid} of ${values.length} respondents have no weight that can be read`,
        expected: `at most ${limit * 100} % of a wave's rows (quality.badCells)`,
        mend: "Mend the weights listed above, raise the limit, or take the weight column out of this wave.",
      });
    }
    // Sorted, so that the same weights in another order add up to the same last digit. NaN sorts last.
    let sum = 0;
    for (const value of values.slice().sort()) if (!Number.isNaN(value)) sum += value;
    const valid = values.length - this.#invalid;
    const mean = valid > 0 ? sum / valid : 1;
    return {
      normalised: values.map((value) => value / mean),
      quality: { column, valid, invalid: this.#invalid },
    };
  }
}
