import type { VariableReading } from "../../survey/reading.ts";
import type { Coder, Locate } from "./coder.ts";
import { meaningOf, placeOf } from "./meaning.ts";
import { othersOf } from "./other-values.ts";
import { badCell, type ProblemLog, spell } from "./problem-log.ts";
import { ticksCoder } from "./ticks-coder.ts";

type MentionsReading = Extract<VariableReading, { kind: "mentions" }>;

/** A multiple choice with one column a mention: each cell holds the code of a choice, or the words for it. */
export function mentionsCoder(reading: MentionsReading, locate: Locate, log: ProblemLog): Coder | undefined {
  const { options, words } = reading;
  const located = reading.columns.flatMap((column) => locate(column) ?? []);
  if (located.length === 0) return undefined;
  const meaning = meaningOf(reading, placeOf(options));
  const others = othersOf(reading.other, options);
  const expectation = badCell(`one of ${spell(options)}${words ? ", or its label" : ""}`);
  const coder = ticksCoder(reading, log, {
    options,
    fill(row, ticks) {
      let [bad, skipped] = [false, false];
      for (const { header, place } of located) {
        const cell = row.cells[place] ?? "";
        const meant = meaning(cell);
        if (typeof meant === "number") ticks[meant] = 1;
        else if (meant === "notAsked") skipped = true;
        else if (meant === undefined && others) {
          ticks[others.place] = 1;
          others.values.take(cell.trim());
        } else if (meant === undefined) {
          bad = true;
          log.cell(row.line, header, cell.trim(), expectation);
        }
      }
      return bad ? "bad" : skipped ? "notAsked" : "good";
    },
  });
  return {
    ...coder,
    finish() {
      others?.values.report(log, reading.name.slice(2));
      return coder.finish();
    },
  };
}
