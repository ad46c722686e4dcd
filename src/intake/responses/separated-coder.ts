import type { VariableReading } from "../../survey/reading.ts";
import type { Coder, Located } from "./coder.ts";
import { remembered } from "./look-up-coder.ts";
import { meaningOf, placeOf } from "./meaning.ts";
import { othersOf } from "./other-values.ts";
import { badCell, type ProblemLog, spell } from "./problem-log.ts";
import { type SeparatedChoices, splitter } from "./separated-choices.ts";
import { ticksCoder } from "./ticks-coder.ts";

type SeparatedReading = Extract<VariableReading, { kind: "separated" }>;

/** A multiple choice with all choices in one cell, parted by a separator. */
export function separatedCoder(
  reading: SeparatedReading,
  { header, place }: Located,
  log: ProblemLog,
): Coder {
  const { options, separator } = reading;
  const others = othersOf(reading.other, options);
  const choices = remembered(cellReader(reading));
  const expectation = badCell(`options parted by "${separator}": ${spell(options)}`);
  const coder = ticksCoder(reading, log, {
    options,
    fill(row, ticks) {
      const found = choices(row.cells[place] ?? "");
      if (found === "notAsked") return "notAsked";
      for (const at of found.places) ticks[at] = 1;
      for (const value of found.unknown) {
        if (others) {
          ticks[others.place] = 1;
          others.values.take(value);
        } else log.cell(row.line, header, value, expectation);
      }
      return found.unknown.length > 0 && !others ? "bad" : "good";
    },
  });
  return {
    ...coder,
    finish() {
      others?.values.report(log, header);
      return coder.finish();
    },
  };
}

/** Reads a cell: as a whole, for it may say that nobody asked, then part by part. */
function cellReader(reading: SeparatedReading): (cell: string) => SeparatedChoices | "notAsked" {
  const { options, separator, words = {}, recode, missing, notAsked = [] } = reading;
  const meaning = meaningOf(reading, placeOf(options));
  const split = splitter({
    separator,
    known: [...options, ...Object.keys(words), ...Object.keys(recode), ...missing, ...notAsked],
    meaning: (part) => {
      const meant = meaning(part);
      return typeof meant === "string" ? "nothing" : meant;
    },
  });
  return (cell) => {
    const whole = meaning(cell);
    if (whole === "notAsked") return "notAsked";
    return whole === "missing" ? { places: [], unknown: [] } : split(cell.trim());
  };
}
