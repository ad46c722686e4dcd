/** Two groups beside each other, in English. */
export const compareEnglish = {
  title: (own: string, other: string) => `How does ${own} compare with ${other}?`,
  what: "Score",
  difference: "Difference",
  asideHead: "Clear difference",
  n: "n",
  verdicts: { rise: "clearly higher", fall: "clearly lower", unclear: "no clear difference" },
  rest: "everybody else",
  without: (whole: string, part: string) => `${whole} without ${part}`,
  dot: (own: string) => `${own}, with 95% interval`,
  respondents: (count: string) => `${count} respondents`,
  fewer: (minimum: string) => `fewer than ${minimum} respondents`,
  bases: (own: string, ownBase: string, other: string, otherBase: string) =>
    `Bases: ${own}: ${ownBase}; ${other}: ${otherBase}. Each score rests on those who answered it, as in the table.`,
  clear: (names: string) => `Clearly apart: ${names}.`,
  noneClear: "No score is clearly apart.",
  untested: "None of these differences could be tested.",
  tested: "All differences are tested as one family (M20).",
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
