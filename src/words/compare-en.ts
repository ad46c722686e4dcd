import { lowerFirst } from "./missing-en.ts";

/** Two groups beside each other, in English. */
export const compareEnglish = {
  title: (own: string, other: string) => `What differs between ${own} and ${other}?`,
  /** Of one group in two waves. */
  titleOf: (who: string, own: string, other: string) => `${who}: what differs between ${own} and ${other}?`,
  what: "Score",
  difference: "Difference",
  asideHead: "Clear difference",
  n: "n",
  verdicts: { rise: "clearly higher", fall: "clearly lower", unclear: "no clear difference" },
  everybody: "everybody",
  rest: "everybody else",
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
  tested: "All differences are tested as one family (M20).",
  testedShares:
    "Differences of all answers are tested as one family: two shares each, with Holm’s correction (M20).",
  /** Of a whole and a part of it. */
  neither: (count: string, dimensions: readonly string[]) =>
    `${count} more are in the whole and on neither side: their ${dimensions.map(lowerFirst).join(" or ")} is not public (M34).`,
  crossing: "Some respondents are in both groups, so that the differences are not tested.",
  same: "Both are the same respondents.",
  /** In a site of one branch alone, everybody who is not in it. */
  outside: {
    name: (branch: string) => `everybody outside ${branch}`,
    note: (branch: string) =>
      `Of everybody outside ${branch} this site holds such averages alone: no row and no single branch. A filter does not narrow them.`,
    none: "No average of the others is published for this wave: fewer than two other groups answered enough, or one of them would show through.",
  },
  nothing: "This page has no score that could be compared.",
};
