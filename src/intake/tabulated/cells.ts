import type { Expectation } from "../responses/problem-log.ts";

/** What a cell of a printed table says: a figure, that the figure is not known, or nothing that makes sense. */
export type CellReading =
  | { readonly kind: "figure"; readonly value: number }
  | { readonly kind: "unknown" }
  | { readonly kind: "bad"; readonly why: Expectation };

/** What stands in a table in place of a figure that is not known, in lower case. */
const notKnown: readonly string[] = ["", "n/a", "not available"];

/** A number of people. */
export function readCount(cell: string): CellReading {
  if (notKnown.includes(cell.toLowerCase())) return { kind: "unknown" };
  if (/^\d+(\.0+)?$/.test(cell)) return { kind: "figure", value: Number(cell) };
  if (/^-\d+(\.\d+)?$/.test(cell)) return bad("A count can't be negative", wholeNumber);
  const fraction = /^\d*\.\d+$|%$/.test(cell);
  return fraction
    ? bad("A count of people has no fraction", wholeNumber, "Correct the cell; of percentages say `percent`.")
    : bad("This is no count", wholeNumber);
}

/** A share in percent, with or without its sign. */
export function readPercent(cell: string): CellReading {
  if (notKnown.includes(cell.toLowerCase())) return { kind: "unknown" };
  const number = cell.replace(/\s*%$/, "");
  if (!/^-?\d+(\.\d+)?$/.test(number)) return bad("This is no percentage", percentage);
  const value = Number(number);
  if (value < 0 || value > 100) return bad("A share lies between 0 and 100 %", percentage);
  return { kind: "figure", value };
}

/** Half a unit of the last digit that was printed: how far a rounded figure can be from its own. */
export function halfUnit(cell: string): number {
  const [, digits = ""] = /\.(\d+)/.exec(cell) ?? [];
  return 0.5 * 10 ** -digits.length;
}

const wholeNumber = "a whole number; blank, N/A or Not Available where it is not known";
const percentage = "a number from 0 to 100; blank, N/A or Not Available where it is not known";

function bad(message: string, expected: string, mend = "Correct the cell."): CellReading {
  return { kind: "bad", why: { message, expected, mend } };
}
