/** Words of the index and its factors. */
export const indexEnglish = {
  names: { index: "Index", factor: "Factor score" },
  factor: "Factor",
  scale: (max: number) => `out of ${max}`,
  factorsTitle: "Where are points lost?",
  factorsLead: "Best first; each line is the 95% interval.",
  lostOf: (points: string) => `${points} points short of the maximum.`,
  mostLost: (factor: string, points: string) => `${factor} costs most: ${points}.`,
  /** Where the largest part is not shown to be larger than all others. */
  mostLostUnclear: (factor: string, points: string, next: string, nextPoints: string, more: number) =>
    `The largest part is ${factor}: ${points}, with ${next} (${nextPoints})${
      more > 0 ? ` and ${more} ${more === 1 ? "other" : "others"}` : ""
    } not clearly less.`,
  lost: "Points lost",
  weight: "Weight",
  owner: (owner: string) => `Owner: ${owner}`,
  leftOut: (names: string, minimum: number) =>
    `Left out here, as fewer than ${minimum} answered or others would be given away: ${names}. The others’ weights take over.`,
  without: (names: string) => `without ${names}`,
  withoutWhy: (names: string) =>
    `Not put in the same way in both waves, or not in both figures: ${names}. The change compares the other questions.`,
  target: "Target",
  targetVerdict: {
    rise: "clearly met",
    fall: "clearly missed",
    unclear: "neither clearly met nor missed",
  },
  rest: (parent: string) => {
    if (parent === "All respondents") return "Against all others";
    return parent === "All in the filter"
      ? "Against all others in the filter"
      : `Against the rest of ${parent}`;
  },
  restVerdict: { rise: "clearly higher", fall: "clearly lower", unclear: "no clear difference" },
  byItself: "excludes 0 by itself, not beyond doubt among so many comparisons",
  pooled: (waves: string) =>
    `Few answers a wave, so these figures are over several waves together: ${waves}.`,
  span: (first: string, last: string) => `${first}–${last}`,
  year: (year: string) => year,
  pooledChange: "Changes are on the waves before these.",
  pooledTrend: (waves: number) =>
    `Each point is over the ${waves} waves up to the one it is named after, so that neighbours share answers.`,
  factorPage: (factor: string, index: string) => `${factor}, a factor of ${index}`,
};
