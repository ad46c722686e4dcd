import type { Language } from "./language.ts";
import { spaced } from "./spacing.ts";

const locales: Readonly<Record<Language, string>> = { en: "en-GB", zh: "zh-CN" };

/** A day in a language: "1 July 2024", "2024 年 7 月 1 日". */
export function formatDay(day: string, language: Language): string {
  const text = new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
  return language === "zh" ? spaced(text) : text;
}
