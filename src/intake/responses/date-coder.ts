import type { VariableReading } from "../../survey/reading.ts";
import { cleaner, notAsked } from "./cleaning.ts";
import { missingCode } from "./coded-wave.ts";
import type { Coder, Located } from "./coder.ts";
import { Dates, undecidedDates } from "./dates.ts";
import { type LookUp, lookUpCoder } from "./look-up-coder.ts";
import { badCell, type ProblemLog } from "./problem-log.ts";
import { translated } from "./translated.ts";

const expectation = badCell("a date such as 2024-03-31, 2024/3/31, 31.3.2024 or 31/3/2024");

/** A question's dates as periods. */
export function dateCoder(
  reading: Extract<VariableReading, { kind: "date" }>,
  located: Located,
  log: ProblemLog,
): Coder {
  const clean = cleaner(reading);
  const dates = new Dates(reading.format);
  const lookUp: LookUp = (cell) => {
    const value = clean(cell);
    if (value === undefined) return "missing";
    if (value === notAsked) return "notAsked";
    const code = dates.take(value);
    return code === undefined || code >= missingCode ? expectation : { code };
  };
  const coder = lookUpCoder(reading, located, log, { lookUp });
  return {
    ...coder,
    finish() {
      const { periods, undecided } = dates.periods(reading.precision);
      if (undecided) log.whole("stop", { column: located.header, ...undecidedDates });
      return translated(coder.finish(), reading.name, periods);
    },
  };
}
