import type { Language } from "./language.ts";
import { spaced } from "./spacing.ts";

const locales: Readonly<Record<Language, string>> = { en: "en-GB", zh: "zh-CN" };

/** To make a format costs a hundred times what it costs to use one. */
const dayFormats = new Map<Language, Intl.DateTimeFormat>();

function dayFormat(language: Language): Intl.DateTimeFormat {
  const known =
    dayFormats.get(language) ??
    new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" });
  dayFormats.set(language, known);
  return known;
}

/** A day in a language: "1 July 2024", "2024 年 7 月 1 日". */
export function formatDay(day: string, language: Language): string {
  const text = dayFormat(language).format(new Date(`${day}T00:00:00Z`));
  return language === "zh" ? spaced(text) : text;
}

/** Between a month's number and what makes it one, which stay on a line. */
const tied = "\u00a0";

/**
 * Periods of one kind from one to another: months (2023-01), quarters (2023-Q1) or years (2023).
 * "Jan–Mar 2023", "2023 年 1–3 月"; "Q1–Q2 2023", "2023 年第 1–2 季度"; "2022–2023", "2022–2023 年".
 */
export function formatMonths(from: string, to: string, language: Language): string {
  const [start, end] = [periodOf(from), periodOf(to)];
  if (start.part === "") {
    const years = from === to ? from : `${from}–${to}`;
    return language === "zh" ? `${years} 年` : years;
  }
  const sameYear = start.year === end.year;
  if (language === "zh") {
    const [before, unit] = start.part.startsWith("Q") ? [`第${tied}`, `${tied}季度`] : [" ", `${tied}月`];
    const first = `${start.year} 年${before}${start.number}`;
    if (from === to) return `${first}${unit}`;
    return sameYear
      ? `${first}–${end.number}${unit}`
      : `${first}${unit}至 ${end.year} 年${before}${end.number}${unit}`;
  }
  if (from === to) return `${start.name} ${start.year}`;
  return sameYear
    ? `${start.name}–${end.name} ${end.year}`
    : `${start.name} ${start.year} to ${end.name} ${end.year}`;
}

/** A period's year and part of the year: 2024-Q1 is the first of 2024, and so is 2024-01; 2024 has no part. */
function periodOf(period: string) {
  const [year = "", part = ""] = period.split("-");
  const name = /^\d+$/.test(part) ? monthName(period) : part;
  return { year, part, name, number: Number(part.replace("Q", "")) };
}

function monthName(month: string): string {
  return new Intl.DateTimeFormat(locales.en, { month: "short", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
