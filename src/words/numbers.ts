import type { Language } from "./language.ts";

const locales: Readonly<Record<Language, string>> = { en: "en-GB", zh: "zh-CN" };
/** A true minus sign, which lines up with figures. */
const minus = "\u2212";
/** Between the ends of a range where a dash would run into a minus sign. */
const until: Readonly<Record<Language, string>> = { en: " to ", zh: " 至 " };
/** By language and decimals. To make a format costs a hundred times what it costs to use one. */
const formats = new Map<string, Intl.NumberFormat>();

/** How many decimals a unit is shown with; a measured quantity gets as many as its size calls for. */
function decimalsOf(unit: string, value: number): number {
  if (unit === "index1000" || unit === "customers" || unit === "firms") return 0;
  if (unit === "points" || unit === "proportion" || unit === "index100" || unit === "per100") return 1;
  if (unit === "scale" || unit === "grade") return 2;
  const size = Math.abs(value);
  return size >= 100 ? 1 : size >= 0.1 ? 2 : 3;
}

/** A number in a language's digits and separators, with fixed decimals. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const text = formatOf(language, decimals).format(value);
  return withTrueMinus(/[1-9]/.test(text) ? text : text.replace("-", ""));
}

/** A value in its unit: shares as percent, everything else on its own scale. */
export function formatValue(value: number, unit: string, language: Language): string {
  const decimals = decimalsOf(unit, value);
  return unit === "proportion"
    ? `${formatNumber(value * 100, language, decimals)}%`
    : formatNumber(value, language, decimals);
}

/** A value as far as it is shown: differences of such values are those that a reader can check. */
export function roundedAsShown(value: number, unit: string): number {
  const digits = decimalsOf(unit, value) + (unit === "proportion" ? 2 : 0);
  return Number(value.toFixed(digits));
}

/** A figure as it was published: a share in whole percent is not given a decimal that nobody printed. */
export function formatPublished(value: number, unit: string, language: Language): string {
  return formatValue(value, unit, language).replace(/[.]0%$/, "%");
}

/** A change in its unit, always signed; a change of shares in percentage points. */
export function formatChange(value: number, unit: string, language: Language): string {
  const size = unit === "proportion" ? value * 100 : value;
  const text = formatNumber(Math.abs(size), language, decimalsOf(unit, size));
  if (!/[1-9]/.test(text)) return text;
  return `${size > 0 ? "+" : minus}${text}`;
}

const percentagePoints: Readonly<Record<Language, string>> = { en: " pp", zh: " 个百分点" };

/** What a change is counted in, behind the number: of shares percentage points. */
export function changeUnit(unit: string, language: Language): string {
  return unit === "proportion" ? percentagePoints[language] : "";
}

/** The range of a change, in its unit: of shares in percentage points, and never in percent. */
export function formatChangeRange(low: number, high: number, unit: string, language: Language): string {
  return `${formatRange(low, high, unit, language).replace("%", "")}${changeUnit(unit, language)}`;
}

/** A range from low to high in a unit, with a dash; with a word where an end is negative: "−20.0 to −5.0". */
export function formatRange(low: number, high: number, unit: string, language: Language): string {
  return joinRange(
    formatValue(low, unit, language).replace("%", ""),
    formatValue(high, unit, language),
    language,
  );
}

/** An end of a scale, with no more decimals than it has; of shares in percent. */
export function formatEnd(value: number, unit: string, language: Language): string {
  return unit === "proportion" ? plainShare(value, language) : plainNumber(value, language);
}

/** The ends of a range, formatted already, with a dash or, where one is negative, with a word between them. */
export function joinRange(from: string, to: string, language: Language): string {
  return `${from}${`${from}${to}`.includes(minus) ? until[language] : "–"}${to}`;
}

/** A share as percent with one decimal. */
export function formatShare(share: number, language: Language): string {
  return formatValue(share, "proportion", language);
}

/** A number that somebody chose: with no more decimals than it has, two at most. */
export function plainNumber(value: number, language: Language): string {
  const decimals = [0, 1].find((places) => Math.abs(value - Number(value.toFixed(places))) < 1e-9) ?? 2;
  return formatNumber(value, language, decimals);
}

/** A share that somebody chose, as percent. */
export function plainShare(share: number, language: Language): string {
  return `${plainNumber(share * 100, language)}%`;
}

/** A size in kB or MB. */
export function formatBytes(bytes: number, language: Language): string {
  return bytes < 1e6
    ? `${formatNumber(bytes / 1e3, language)} kB`
    : `${formatNumber(bytes / 1e6, language, 1)} MB`;
}

function formatOf(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language} ${decimals}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(key, made);
  return made;
}

function withTrueMinus(text: string): string {
  return text.replace("-", minus);
}
