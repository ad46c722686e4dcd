import type { DatePrecision } from "../../survey/question.ts";
import type { DateFormat } from "../../survey/reading.ts";
import { type MonthOf, monthOf, periodOf } from "./period.ts";
import type { Expectation } from "./problem-log.ts";

const cached = 10_000;

/**
 * The dates of one column. Whether `3/4/2024` is in March or in April is decided once for the whole column, at its
 * end, by the dates that can be read one way only: so a date has a place first, and the place a period later.
 */
export class Dates {
  readonly #format: DateFormat | undefined;
  /** Places by cell, for the first ten thousand; -1 is no date. */
  readonly #cells = new Map<string, number>();
  readonly #places = new Map<string, number>();
  readonly #months: MonthOf[] = [];

  constructor(format: DateFormat | undefined) {
    this.#format = format;
  }

  /** The place of a date's month among those found; undefined where the value is no date. */
  take(value: string): number | undefined {
    let place = this.#cells.get(value);
    if (place === undefined) {
      place = this.#placeOf(value);
      if (this.#cells.size < cached) this.#cells.set(value, place);
    }
    return place < 0 ? undefined : place;
  }

  /** The period of each place, and whether some could be another one if the day came first. */
  periods(precision: DatePrecision): { readonly periods: readonly string[]; readonly undecided: boolean } {
    const monthFirst = this.#months.some((month) => month.dayFirst === undefined);
    const dayFirst = this.#months.some((month) => month.monthFirst === undefined);
    const read = (month: string | undefined) => month && periodOf(month, precision);
    const both = this.#months.map((one) => [read(one.monthFirst), read(one.dayFirst)] as const);
    const undecided = monthFirst === dayFirst && both.some(([a, b]) => a && b && a !== b);
    const periods = both.map(([a, b]) => (dayFirst ? (b ?? a) : (a ?? b)) ?? "");
    return { periods, undecided: Boolean(undecided) };
  }

  #placeOf(value: string): number {
    const month = monthOf(value, this.#format);
    if (!month) return -1;
    const key = `${month.monthFirst}|${month.dayFirst}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.#months.length);
    return this.#months.push(month) - 1;
  }
}

/** What is said of a column whose dates can be read both ways. */
export const undecidedDates: Expectation = {
  message: "Nothing tells whether the day or the month comes first in this column's dates",
  expected: "dates with the year first, or all of one order with a day above 12 among them",
  mend: "Add `format: dmy` (day first) or `format: mdy` (month first) beside the column.",
};
