import type { DatePrecision } from "../../survey/question.ts";

const forms: readonly { readonly form: RegExp; readonly year: number; readonly month: number }[] = [
  { form: /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/, year: 1, month: 2 },
  { form: /^(\d{4})(\d{2})(\d{2})$/, year: 1, month: 2 },
  { form: /^(\d{4})-(\d{2})$/, year: 1, month: 2 },
  { form: /^(\d{1,2})\.(\d{1,2})\.(\d{4})/, year: 3, month: 2 },
  { form: /^(\d{1,2})\/(\d{1,2})\/(\d{4})/, year: 3, month: 1 },
];

/**
 * The month (2024-03), quarter (2024-Q1) or year that a date falls in; undefined where it is no date. The day is
 * thrown away here, so that no exact date reaches the store. `3/31/2024` is read month first.
 */
export function periodOf(value: string, precision: DatePrecision): string | undefined {
  for (const { form, year, month } of forms) {
    const match = form.exec(value);
    if (!match) continue;
    const monthNumber = Number(match[month]);
    if (monthNumber < 1 || monthNumber > 12) return undefined;
    if (precision === "year") return match[year];
    if (precision === "quarter") return `${match[year]}-Q${Math.ceil(monthNumber / 3)}`;
    return `${match[year]}-${String(monthNumber).padStart(2, "0")}`;
  }
  return undefined;
}
