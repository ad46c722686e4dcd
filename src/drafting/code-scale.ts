import { total } from "./field.ts";

/** A scale that whole numbers seem to stand on, and codes that seem to be no step of it. */
export interface CodeScale {
  readonly codes: readonly number[];
  readonly missing: readonly number[];
  /** True where another reading is about as likely. */
  readonly doubtful: boolean;
}

export interface CodeScaleHints {
  /** A likelihood to recommend starts at 0, if anyone gave it or few were asked. */
  readonly recommend: boolean;
  /** Over the items of a battery, how much the share of a code differs; large: "does not apply". */
  readonly spreadOf: (code: number) => number;
}

const highest = 11;
const rare = 0.01;
const fewAsked = 100;
/** Shares of "never used" differ from item to item far more than those of a grade. */
const wideSpread = 0.2;

/** Whole-number codes with their counts; undefined where some of the values are anything else. */
export function wholeCodes(values: ReadonlyMap<string, number>): ReadonlyMap<number, number> | undefined {
  const codes = new Map<number, number>();
  for (const [value, count] of values) {
    if (!/^-?\d{1,6}$/.test(value)) return undefined;
    codes.set(Number(value), (codes.get(Number(value)) ?? 0) + count);
  }
  return codes;
}

/** Finds the scale of 1–4, 1–5, 1–6, 1–7, 1–9, 1–10 or 0–10 that codes stand on; undefined where none fits. */
export function codeScale(counts: ReadonlyMap<number, number>, hints: CodeScaleHints): CodeScale | undefined {
  const answered = total(new Map([...counts].map(([code, count]) => [String(code), count])));
  const has = (code: number) => (counts.get(code) ?? 0) > 0;
  const share = (code: number) => (counts.get(code) ?? 0) / answered;
  const top = topOf(has, share, answered);
  if (top === undefined) return undefined;
  const six = top === 6 && hints.spreadOf(6) > wideSpread;
  const max = top === 6 && (six || hints.spreadOf(6) === 0) && has(5) ? 5 : top;
  const min = max === 10 && (has(0) || (hints.recommend && answered < fewAsked)) ? 0 : 1;
  const codes = Array.from({ length: max - min + 1 }, (_, at) => min + at);
  const missing = [...counts.keys()].filter((code) => !codes.includes(code)).toSorted((a, b) => a - b);
  if (codes.filter((code) => has(code)).length < 3) return undefined;
  const doubtful =
    (top === 6 && !six) ||
    (max === 10 && has(0) && !hints.recommend) ||
    max === 9 ||
    missing.some((code) => code > 0 && code <= max + 2 && code < 9 && !six);
  return { codes, missing, doubtful };
}

function topOf(
  has: (code: number) => boolean,
  share: (code: number) => number,
  answered: number,
): number | undefined {
  const present = Array.from({ length: highest + 1 }, (_, code) => code).filter(
    (code) => code > 0 && has(code),
  );
  const tens = [7, 8, 9, 10].filter((code) => has(code)).length;
  if (has(10) && (tens >= 3 || present.length >= 6)) return 10;
  // A gap below the top code says that it is no step: 9 after 1–5, 7 after 1–5.
  let at = present.length - 1;
  while (at > 0 && (present[at] ?? 0) > (present[at - 1] ?? 0) + 1) at -= 1;
  let top = present[at] ?? 0;
  while (top > 5 && answered >= 200 && share(top) < rare && share(top - 1) < rare) top -= 2;
  if (top === 8 && share(8) < share(7)) return 7;
  if (top === 8) return 7;
  return top >= 4 && top <= 10 ? top : undefined;
}

/** Grades pile up once, and above the middle; codes of a list lie anyhow. */
export function looksGraded(counts: ReadonlyMap<number, number>, codes: readonly number[]): boolean {
  const shares = codes.map((code) => counts.get(code) ?? 0);
  const peak = shares.indexOf(Math.max(...shares));
  const rises = shares.slice(0, peak).every((count, at) => count <= (shares[at + 1] ?? 0) * 1.15);
  const falls = shares.slice(peak, -1).every((count, at) => count * 1.15 >= (shares[peak + at + 1] ?? 0));
  return codes.length >= 5 && peak >= (codes.length - 1) / 2 && rises && falls;
}
