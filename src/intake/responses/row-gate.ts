import type { WaveReading } from "../../survey/reading.ts";
import type { Locate } from "./coder.ts";
import { IdSet } from "./id-set.ts";
import { periodOf } from "./period.ts";
import type { ProblemLog } from "./problem-log.ts";
import type { Row } from "./table.ts";

/** Decides which rows are kept, counts the others by reason, and looks at what belongs to the row as a whole. */
export class RowGate {
  read = 0;
  kept = 0;
  readonly rejected = { duplicate: 0, ragged: 0, empty: 0 };
  readonly #width: number;
  readonly #log: ProblemLog;
  readonly #respondent: { readonly header: string; readonly place: number } | undefined;
  readonly #date: number | undefined;
  readonly #duration: { readonly place: number; readonly minimum: number } | undefined;
  readonly #seen = new IdSet();
  readonly #months = new Map<string, string | undefined>();
  #timed = { flagged: 0, base: 0 };

  constructor(reading: WaveReading, width: number, locate: Locate, log: ProblemLog) {
    this.#width = width;
    this.#log = log;
    this.#respondent = reading.respondent === undefined ? undefined : locate(reading.respondent);
    this.#date = reading.date === undefined ? undefined : locate(reading.date)?.place;
    const duration = reading.duration && locate(reading.duration.column);
    this.#duration = duration &&
      reading.duration && { place: duration.place, minimum: reading.duration.minimum };
  }

  /** Counts the row; false where it is rejected. */
  admits(row: Row): boolean {
    this.read += 1;
    if (row.cells.length !== this.#width) return this.#rejectRagged(row);
    if (row.cells.every((cell) => cell.trim() === "")) return this.#rejectEmpty(row);
    if (this.#respondent && this.#isDuplicate(row, this.#respondent)) return false;
    this.kept += 1;
    this.#look(row);
    return true;
  }

  /** First and last month of the interviews. */
  get fieldwork(): { readonly from: string; readonly to: string } | undefined {
    const months = [...this.#months.values()].filter((month) => month !== undefined).sort();
    const [from, to] = [months[0], months.at(-1)];
    return from !== undefined && to !== undefined ? { from, to } : undefined;
  }

  get tooFast(): { readonly flagged: number; readonly base: number; readonly seconds: number } | undefined {
    return this.#duration && { ...this.#timed, seconds: this.#duration.minimum };
  }

  #look(row: Row): void {
    if (this.#date !== undefined) {
      const cell = (row.cells[this.#date] ?? "").trim();
      if (cell !== "" && !this.#months.has(cell)) this.#months.set(cell, periodOf(cell, "month"));
    }
    if (this.#duration) {
      const cell = (row.cells[this.#duration.place] ?? "").trim();
      const seconds = Number(cell);
      if (cell === "" || !Number.isFinite(seconds)) return;
      this.#timed.base += 1;
      if (seconds < this.#duration.minimum) this.#timed.flagged += 1;
    }
  }

  #isDuplicate(row: Row, { header, place }: { readonly header: string; readonly place: number }): boolean {
    const id = (row.cells[place] ?? "").trim();
    if (id === "" || this.#seen.add(id)) return false;
    this.rejected.duplicate += 1;
    this.#log.row(row.line, {
      column: header,
      value: id,
      message: "A respondent occurs twice; the first row is kept",
      expected: "every respondent once in a wave",
      mend: "Take the repeated row out, or name another respondent column.",
    });
    return true;
  }

  #rejectRagged(row: Row): false {
    this.rejected.ragged += 1;
    this.#log.row(row.line, {
      value: `${row.cells.length} cells`,
      message: "The row has more or fewer cells than the header",
      expected: `${this.#width} cells`,
      mend: "Look for a missing quote or a separator inside a cell, and export again.",
    });
    return false;
  }

  #rejectEmpty(row: Row): false {
    this.rejected.empty += 1;
    this.#log.row(row.line, {
      message: "The row holds separators only",
      expected: "answers",
      mend: "Take the row out.",
    });
    return false;
  }
}
