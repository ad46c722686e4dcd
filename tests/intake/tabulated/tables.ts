import { readTabulated, type TabulatedWave } from "../../../src/intake/tabulated/read-tabulated.ts";
import { suggestion } from "../../../src/survey/nearest.ts";
import type { TableReading } from "../../../src/survey/reading.ts";
import type { Survey } from "../../../src/survey/survey.ts";

/** A table as it stands without further words: question,option,count and, where there are such columns, base, slice. */
export const plainTable: TableReading = {
  file: "counts.csv",
  rows: {},
  question: "question",
  questions: {},
  options: { kind: "long", column: "option", value: "count" },
  cells: "counts",
};

/** Reads one table of the wave w1. */
export function readText(
  survey: Survey,
  text: string,
  {
    reading = plainTable,
    respondents,
  }: { readonly reading?: TableReading; readonly respondents?: number } = {},
): TabulatedWave {
  return readTabulated(
    { wave: "w1", tables: [reading], words: {}, ...(respondents === undefined ? {} : { respondents }) },
    [{ reading, file: reading.file, text, encoding: "utf-8" }],
    { survey, suggest: suggestion },
  );
}
