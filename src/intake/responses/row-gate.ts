import type { WaveReading } from "../../survey/reading.ts";
import type { Locate } from "./coder.ts";
import type { ProblemLog } from "./problem-log.ts";
import { RespondentIds } from "./respondent-ids.ts";
import { RowFacts } from "./row-facts.ts";
import type { Row } from "./table.ts";

/** Share of rows that may be rejected, rows of separators and unfinished ones aside: more look like the wrong file or the wrong column. */
const rejectedLimit = 0.2;

/** What the rows of a file have in common. */
export interface RowShape {
  /** Columns that mean something. */
  readonly width: number;
  /** Cells of the header row: columns behind the others have neither name nor content. */
  readonly headerWidth: number;
  readonly isIncomplete?: (cells: readonly string[]) => boolean;
}

/** Decides which rows are kept, counts the others by reason, and looks at what belongs to the row as a whole. */
export class RowGate {
  read = 0;
  kept = 0;
  /** Rows of interviews that were not finished, kept or not. */
  incomplete = 0;
  readonly rejected = { duplicate: 0, ragged: 0, empty: 0, incomplete: 0 };
  readonly facts: RowFacts;
  readonly #shape: RowShape;
  readonly #keepIncomplete: boolean;
  readonly #log: ProblemLog;
  readonly #ids: RespondentIds | undefined;

  constructor(reading: WaveReading, shape: RowShape, locate: Locate, log: ProblemLog) {
    this.#shape = shape;
    this.#keepIncomplete = reading.incomplete !== "reject";
    this.#log = log;
    const respondent = reading.respondent === undefined ? undefined : locate(reading.respondent);
    this.#ids = respondent && new RespondentIds(respondent, reading.noRespondent ?? []);
    this.facts = new RowFacts(reading, locate);
  }

  /** Counts the row; false where it is rejected. */
  admits(row: Row): boolean {
    this.read += 1;
    if (!this.#isInShape(row)) return this.#rejectRagged(row);
    if (row.cells.every((cell) => cell.trim() === "")) return this.#rejectEmpty(row);
    // Before the respondent is looked up: an unfinished try must not stand in the way of a finished one.
    if (this.#shape.isIncomplete?.(row.cells)) {
      this.incomplete += 1;
      if (!this.#keepIncomplete) return this.#rejectIncomplete(row);
    }
    if (this.#ids && !this.#ids.isNew(row)) return this.#rejectDuplicate(row, this.#ids);
    this.kept += 1;
    this.facts.look(row);
    return true;
  }

  /** Says what can only be known when all rows are through. */
  finish(): void {
    this.#ids?.report(this.kept, this.#log);
    this.facts.report(this.#log);
    const rejected = this.rejected.duplicate + this.rejected.ragged;
    const read = this.read - this.rejected.empty - this.rejected.incomplete;
    this.#noteIncomplete();
    if (this.kept === 0 || rejected <= rejectedLimit * read) return;
    this.#log.whole("stop", {
      message: `${rejected} of ${read} rows are rejected`,
      expected: `at most ${rejectedLimit * 100} % of the rows`,
      mend: "Look at the rejected rows above: another respondent column or delimiter may be needed.",
    });
  }

  #rejectDuplicate(row: Row, ids: RespondentIds): false {
    this.rejected.duplicate += 1;
    this.#log.row(row.line, {
      column: ids.header,
      value: ids.of(row),
      message: "A respondent occurs twice; the first row is kept",
      expected: "every respondent once in a wave",
      mend: "Take the repeated row out, or name another respondent column.",
    });
    return false;
  }

  #rejectRagged(row: Row): false {
    this.rejected.ragged += 1;
    this.#log.row(row.line, {
      value: `${row.cells.length} cells`,
      message: "The row has more or fewer cells than the header",
      expected: `${this.#shape.width} cells`,
      mend: "Look for a missing quote or a separator inside a cell, and export again.",
    });
    return false;
  }

  #isInShape({ cells }: Row): boolean {
    const { width, headerWidth } = this.#shape;
    if (cells.length === width) return true;
    return (
      cells.length > width &&
      cells.length <= headerWidth &&
      cells.slice(width).every((cell) => cell.trim() === "")
    );
  }

  #rejectIncomplete(row: Row): false {
    this.rejected.incomplete += 1;
    this.#log.row(row.line, {
      message: "The interview was not finished",
      expected: "finished interviews, as the codebook asks for (quality.incomplete: reject)",
      mend: "Nothing, or `quality: { incomplete: keep }`.",
    });
    return false;
  }

  #noteIncomplete(): void {
    if (!this.#keepIncomplete || this.incomplete === 0) return;
    this.#log.whole("note", {
      message: `Interviews that were not finished: ${this.incomplete}; they are kept`,
      expected: "finished interviews, or answers that count although the rest is missing",
      mend: "Nothing, or leave them out: `quality: { incomplete: reject }`.",
    });
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
