import type { DatePrecision } from "../../survey/question.ts";
import type { DateFormat } from "../../survey/reading.ts";

/**
 * The month (2024-03) that a date falls in, by either reading of `3/4/2024`; the two are alike where the year comes
 * first or the day is above 12, and one is absent where it would be no date.
 */
export interface MonthOf {
  readonly monthFirst?: string;
  readonly dayFirst?: string;
}

const yearFirst = [
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})-(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月$/,
];
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;

/** The month of a date, undefined where it is no date. With dots the day comes first, unless the format says else. */
export function monthOf(value: string, format?: DateFormat): MonthOf | undefined {
  for (const form of yearFirst) {
    const match = form.exec(value);
    if (!match) continue;
    const month = monthText(match[1], match[2], match[3]);
    return month === undefined ? undefined : { monthFirst: month, dayFirst: month };
  }
  const match = format === "ymd" ? null : yearLast.exec(value);
  if (!match) return undefined;
  const [, first, mark, second, year] = match;
  const order = format ?? (mark === "." ? "dmy" : undefined);
  const monthFirst = order === "dmy" ? undefined : monthText(year, first, second);
  const dayFirst = order === "mdy" ? undefined : monthText(year, second, first);
  if (monthFirst === undefined && dayFirst === undefined) return undefined;
  if (order !== undefined) return both(monthFirst ?? dayFirst);
  return { ...(monthFirst ? { monthFirst } : {}), ...(dayFirst ? { dayFirst } : {}) };
}

/** A month (2024-03) as month, quarter (2024-Q1) or year. The day was thrown away before: no exact date is stored. */
export function periodOf(month: string, precision: DatePrecision): string {
  const year = month.slice(0, 4);
  if (precision === "year") return year;
  return precision === "quarter" ? `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}` : month;
}

function both(month: string | undefined): MonthOf | undefined {
  return month === undefined ? undefined : { monthFirst: month, dayFirst: month };
}

function monthText(year = "", month = "", day = "1"): string | undefined {
  const [monthNumber, dayNumber] = [Number(month), Number(day)];
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > 31) return undefined;
  return `${year}-${month.padStart(2, "0")}`;
}
