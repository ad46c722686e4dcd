import type { VariableReading } from "../../survey/reading.ts";
import { cleaner } from "./cleaning.ts";
import type { Coder, Locate, Located } from "./coder.ts";
import { remembered } from "./look-up-coder.ts";
import { badCell, type ProblemLog } from "./problem-log.ts";
import type { Row } from "./table.ts";
import { expectedTick, tickOf } from "./tick.ts";
import { type Filled, ticksCoder } from "./ticks-coder.ts";

type ChoicesReading = Extract<VariableReading, { kind: "choices" }>;

/** A multiple choice with one column a choice. */
export function choicesCoder(reading: ChoicesReading, locate: Locate, log: ProblemLog): Coder | undefined {
  const located = reading.choices.map(({ column }) => (column === undefined ? undefined : locate(column)));
  if (located.every((column) => column === undefined)) return undefined;
  reportMissing(reading, located, log);
  return ticksCoder(reading, log, {
    options: reading.choices.map(({ option }) => option),
    offered: located.map((column) => column !== undefined),
    fill: filler(reading, located, log),
  });
}

/** Columns of single choices that the file lacks. */
function reportMissing(
  { choices }: ChoicesReading,
  located: readonly (Located | undefined)[],
  log: ProblemLog,
): void {
  choices.forEach(({ option, column }, at) => {
    if (located[at] || column === undefined) return;
    log.whole("note", {
      column,
      message: `The choice "${option}" has no column in this wave`,
      expected: `a column "${column}"`,
      mend: "Nothing, if this wave did not offer the choice; else correct the column.",
    });
  });
}

/**
 * Reads a row's ticks. One choice may be kept from a respondent who saw the others: only where no cell holds anything
 * else was the question not asked.
 */
function filler(reading: ChoicesReading, located: readonly (Located | undefined)[], log: ProblemLog) {
  const expectation = badCell(expectedTick(reading.mentioned));
  const tick = remembered(tickOf(reading.mentioned, cleaner(reading)));
  return (row: Row, ticks: Uint8Array): Filled => {
    let [bad, skipped, seen] = [false, false, false];
    located.forEach((column, at) => {
      if (!column) return;
      const cell = row.cells[column.place] ?? "";
      const found = tick(cell);
      if (found === "ticked") ticks[at] = 1;
      else if (found === "not") seen = true;
      else if (found === "notAsked") skipped = true;
      else if (found === "bad") {
        bad = true;
        log.cell(row.line, column.header, cell.trim(), expectation);
      }
    });
    if (bad) return "bad";
    return skipped && !seen ? "notAsked" : "good";
  };
}
