/** What is written in charts, in English. */
export const chartsEnglish = {
  axisCutMark: "axis cut",
  steps: { clear: "clear change", unclear: "no clear change" },
  quadrants: {
    fix: "Fix first",
    keep: "Keep up",
    low: "Low priority",
    overkill: "Possible overkill",
  },
  grades: { worse: "← lower grades", better: "higher grades →", higher: "higher grades" },
  segments: {
    title: "Which groups give which grades?",
    spread: (grades: string, dimension: string, [least, leastGroup]: Pair, [most, mostGroup]: Pair) =>
      `The share of ${grades} differs most by ${dimension}: from ${least} (${leastGroup}) to ${most} (${mostGroup}).`,
    untested: "Shares are described here; whether groups differ by more than chance is not tested.",
    base: (n: string) => `n ${n}`,
    spoken: (group: string, worse: string, better: string) => `${group}: ${worse} lower, ${better} higher`,
  },
  funnelLimit: (share: string) => `${share} limits`,
};

/** A figure and whose it is. */
type Pair = readonly [figure: string, whose: string];
