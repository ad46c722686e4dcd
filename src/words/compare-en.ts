import { lowerFirst } from "./missing-en.ts";

/** Two groups beside each other, in English. */
export const compareEnglish = {
  title: (own: string, other: string) => `What differs between ${own} and ${other}?`,
  /** Of groups of several values. */
  titleOfMany: (own: string, other: string) =>
    `${own.charAt(0).toUpperCase()}${own.slice(1)} against ${other}: what differs?`,
  /** Of one group in two waves. */
  titleOf: (who: string, own: string, other: string) => `${who}: what differs between ${own} and ${other}?`,
  what: "Score",
  difference: "Difference",
  asideHead: "Clear difference",
  n: "n",
  verdicts: { rise: "clearly higher", fall: "clearly lower", unclear: "no clear difference" },
  everybody: "everybody",
  rest: "everybody else",
  restOf: (whole: string) => `the rest of ${whole}`,
  without: (whole: string, part: string) => `${whole} without ${part}`,
  dot: (own: string) => `${own}, with 95% interval`,
  /** On a chart: both values of a row, the second that of the diamond. */
  values: (own: string, other: string) => `${own} ◇ ${other}`,
  card: "Score (0–100)",
  beforeDeduction: (card: string) => `${card}, before the deduction`,
  gap: "Gap, all pairs",
  problems: "Problems per 100",
  quoted: (name: string) => `“${name}”`,
  withoutChanged: (names: string) => `without ${names}, not asked alike in both waves (M33)`,
  withoutFew: (names: string) => `without ${names}, which too few answered on one side`,
  alike:
    "Both figures of a score leave out the questions that are not alike on both sides, as the table says, and can therefore differ from those further down this page.",
  turned: (part: string) =>
    `This page shows everybody. A whole is not compared with a part of it: here ${part} stands against everybody else (M20).`,
  respondents: (count: string) => `${count} respondents`,
  fewer: (minimum: string) => `fewer than ${minimum} respondents`,
  bases: (own: string, ownBase: string, other: string, otherBase: string) =>
    `Bases: ${own}: ${ownBase}; ${other}: ${otherBase}. Each score rests on those who answered it, as in the table.`,
  /** Whom a sentence compares; of two waves the second is what the first is held against. */
  between: (own: string, other: string) => `${own} against ${other}`,
  lead: (between: string, clear: number, of: number) =>
    of === 1 ? `${between}: clearly apart` : `${between}: ${clear} of ${of} differences clear`,
  leadNone: (between: string, of: number) =>
    of === 1 ? `${between}: no clear difference` : `${between}: none of ${of} differences is clear`,
  clear: (names: string) => `Clearly apart: ${names}.`,
  noneClear: "Nothing is clearly apart.",
  untested: "None of these differences could be tested.",
  /** Of a whole and a part of it. */
  neither: (count: string, dimensions: readonly string[]) =>
    `${count} more are in the whole and on neither side: their ${dimensions.map(lowerFirst).join(" or ")} is not public (M34).`,
  /** @param level how often chance alone may claim any of them */
  tested: (tests: number, level: string) =>
    tests === 1
      ? `The difference is judged at ${level} (M20), stricter than its 95% interval, as the page makes other comparisons, too.`
      : `All ${tests} differences are judged together: chance alone would call any of them clear at most ${level} of the time (Holm, M20), so that more is asked of each than that its 95% interval excludes 0.`,
  byItself: (tests: number, level: string) =>
    tests === 1
      ? `excludes 0 by itself, not beyond doubt at ${level}`
      : `excludes 0 by itself, not beyond doubt among ${tests} comparisons`,
  crossing: "Some respondents are in both groups, so that the differences are not tested.",
  sameTitle: "Nobody to compare with",
  /** @param who undefined: everybody */
  same: (who: string | undefined) =>
    who === undefined
      ? "Both sides are everybody: choose a filter, or another group to compare with."
      : `Both sides are the same respondents, ${who}: choose another group to compare with.`,
  sameTwo: (own: string, other: string) =>
    `${own} and ${other} are the same respondents: choose another group to compare with.`,
  /** In a site of one branch alone, everybody who is not in it. */
  outside: {
    name: (branch: string) => `everybody outside ${branch}`,
    note: (branch: string) =>
      `Of everybody outside ${branch} this site holds such averages alone: no row and no single branch. A filter does not narrow them.`,
    none: "No average of the others is published for this wave: fewer than two other groups answered enough, or one of them would show through.",
  },
  nothing: "This page has no score that could be compared.",
};
