import type { WaveReading } from "../../survey/reading.ts";
import { parseDecimal } from "./cleaning.ts";
import type { Locate, Located } from "./coder.ts";
import { Dates, undecidedDates } from "./dates.ts";
import type { ProblemLog } from "./problem-log.ts";
import type { Row } from "./table.ts";

/** What is noted of kept rows as a whole, beside their answers: when the interviews took place and how long they took. */
export class RowFacts {
  readonly #reading: WaveReading;
  readonly #date: Located | undefined;
  readonly #dates: Dates;
  #undated = 0;
  readonly #duration: Located | undefined;
  readonly #timed = { flagged: 0, base: 0 };
  #untimed = 0;

  constructor(reading: WaveReading, locate: Locate) {
    this.#reading = reading;
    this.#date = reading.date === undefined ? undefined : locate(reading.date);
    this.#dates = new Dates(reading.dateFormat);
    this.#duration = reading.duration && locate(reading.duration.column);
  }

  look(row: Row): void {
    if (this.#date) {
      const cell = (row.cells[this.#date.place] ?? "").trim();
      if (cell !== "" && this.#dates.take(cell) === undefined) this.#undated += 1;
    }
    if (this.#duration) this.#time((row.cells[this.#duration.place] ?? "").trim());
  }

  /** First and last month, quarter or year of the interviews. */
  get fieldwork(): { readonly from: string; readonly to: string } | undefined {
    const { periods } = this.#dates.periods(this.#reading.datePrecision ?? "month");
    const sorted = periods.toSorted();
    const [from, to] = [sorted[0], sorted.at(-1)];
    return from !== undefined && to !== undefined ? { from, to } : undefined;
  }

  get tooFast(): { readonly flagged: number; readonly base: number; readonly seconds: number } | undefined {
    return this.#duration && { ...this.#timed, seconds: this.#reading.duration?.minimum ?? 0 };
  }

  report(log: ProblemLog): void {
    if (this.#date && this.#dates.periods(this.#reading.datePrecision ?? "month").undecided)
      log.whole("stop", { column: this.#date.header, ...undecidedDates });
    if (this.#date && this.#undated > 0) {
      log.whole("note", {
        column: this.#date.header,
        message: `${this.#undated} dates can't be read: the time of the interviews leaves them out`,
        expected: "dates such as 2024-03-31, 2024/3/31, 31.3.2024 or 31/3/2024",
        mend: "Correct the dates, or say how they are written: `format: dmy`, `mdy` or `ymd`.",
      });
    }
    if (this.#duration && this.#untimed > 0) {
      log.whole("note", {
        column: this.#duration.header,
        message: `${this.#untimed} durations can't be read: they are not looked at`,
        expected: "a number of seconds, 0 or more",
        mend: "Give the duration in seconds, as a plain number.",
      });
    }
  }

  #time(cell: string): void {
    if (cell === "") return;
    const seconds = parseDecimal(cell);
    if (seconds === undefined || seconds < 0) this.#untimed += 1;
    else {
      this.#timed.base += 1;
      if (seconds < (this.#reading.duration?.minimum ?? 0)) this.#timed.flagged += 1;
    }
  }
}
