import { plainNumber, plainSet } from "./cleaning.ts";
import type { Located } from "./coder.ts";
import { IdSet } from "./id-set.ts";
import type { ProblemLog } from "./problem-log.ts";
import type { Row } from "./table.ts";

/**
 * Tells whether a respondent occurs for the first time. A blank cell is no id. A missing code of the survey is no id
 * either where it occurs more than once; occurring once, it may well be the number of a respondent.
 */
export class RespondentIds {
  readonly header: string;
  readonly #place: number;
  readonly #seen = new IdSet();
  readonly #listed: ReadonlySet<string>;
  readonly #timesListed = new Map<string, number>();
  #blank = 0;

  constructor({ header, place }: Located, listed: readonly string[]) {
    this.header = header;
    this.#place = place;
    this.#listed = plainSet(listed);
  }

  of(row: Row): string {
    return (row.cells[this.#place] ?? "").trim();
  }

  /** False where the row's respondent occurred before. */
  isNew(row: Row): boolean {
    const id = this.of(row);
    if (id === "") {
      this.#blank += 1;
      return true;
    }
    if (this.#listed.size === 0 || !this.#isListed(id)) return this.#seen.add(id);
    const code = plainNumber(id);
    this.#timesListed.set(code, (this.#timesListed.get(code) ?? 0) + 1);
    return true;
  }

  /** Notes how many rows have no id. */
  report(rows: number, log: ProblemLog): void {
    const repeated = [...this.#timesListed.values()].filter((times) => times > 1);
    const without = repeated.reduce((sum, times) => sum + times, this.#blank);
    if (without === 0) return;
    log.whole("note", {
      column: this.header,
      message: `${without} of ${rows} rows have no respondent id: whether one of them occurs twice can't be told`,
      expected: "an id in every row",
      mend: "Give every respondent an id, where the export has one.",
    });
  }

  #isListed(id: string): boolean {
    return this.#listed.has(id) || this.#listed.has(plainNumber(id));
  }
}
