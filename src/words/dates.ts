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

/** Months as YYYY-MM from one to another: "Jan–Mar 2023", "2023 年 1–3 月". */
export function formatMonths(from: string, to: string, language: Language): string {
  const [start, end] = [from, to].map((month) => {
    const [year = "", number = ""] = month.split("-");
    return { year, number: Number(number), name: monthName(month) };
  });
  if (!start || !end) return "";
  const sameYear = start.year === end.year;
  if (language === "zh") {
    if (from === to) return `${start.year} 年 ${start.number}${tied}月`;
    return sameYear
      ? `${start.year} 年 ${start.number}–${end.number}${tied}月`
      : `${start.year} 年 ${start.number}${tied}月至 ${end.year} 年 ${end.number}${tied}月`;
  }
  if (from === to) return `${start.name} ${start.year}`;
  return sameYear
    ? `${start.name}–${end.name} ${end.year}`
    : `${start.name} ${start.year} to ${end.name} ${end.year}`;
}

function monthName(month: string): string {
  return new Intl.DateTimeFormat(locales.en, { month: "short", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
