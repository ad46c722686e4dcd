/** What is written in charts, in English. */
export const chartsEnglish = {
  axisCutMark: "axis cut",
  steps: { clear: "clear change", unclear: "no clear change" },
  quadrants: {
    fix: "More weight, lower score",
    keep: "More weight, higher score",
    low: "Less weight, lower score",
    overkill: "Less weight, higher score",
  },
  grades: {
    worse: (names: string) => `← ${names}`,
    better: (names: string) => `${names} →`,
    satisfied: (grades: string) => `satisfied (${grades})`,
    top: (count: number, grades: string) => `${count === 1 ? "top grade" : "top two"} (${grades})`,
    bottom: (count: number, grades: string) => `${count === 1 ? "bottom grade" : "bottom two"} (${grades})`,
  },
  segments: {
    title: "Which groups give which grades?",
    spread: (grades: string, dimension: string, least: string, most: string) =>
      `The share of “${grades}” differs most by ${dimension}: from ${least} to ${most}.`,
    ofGroup: (share: string, group: string) => `${share} (${group})`,
    untested: "Shares are described here; whether groups differ by more than chance is not tested.",
    base: (n: string) => `n ${n}`,
    ends: (worse: string, better: string) =>
      `The figures at the ends are sums: ${worse} on the left, ${better} on the right.`,
    between: "The grades between them, in grey, count to neither.",
    spoken: (group: string, worse: string, better: string) => `${group}: ${worse}, ${better}`,
  },
  heat: {
    title: "Which branches are strong or weak in what?",
    least: (cell: string) => `Furthest below: ${cell}.`,
    most: (cell: string) => `Furthest above: ${cell}.`,
    near: (points: string) => `No factor of a branch is ${points} points or more away.`,
    cell: (factor: string, branch: string, value: string, centre: string) =>
      `${factor} in ${branch} (${value} against ${centre})`,
    untested: "Shades describe; they test nothing.",
    ofWhole: (steps: string) =>
      `Blue is above the whole, orange below it, darker from ${steps} points on, on every page and under every filter. Scores of few answers vary by chance.`,
    ofMean: (steps: string) =>
      `Blue is above the mean of the branches shown, orange below it, darker from ${steps} points on, on every page and under every filter. Scores of few answers vary by chance.`,
  },
  spread: {
    title: (name: string, level: string) => `Where does ${name} stand among all? By ${level}`,
    takeaway: ({ value, all, lower, higher, within, interval, base }: SpreadParts) =>
      `At ${value} (95% interval ${interval}, base ${base}), it has ${lower} of ${all} others below it and ${higher} above it; ${within} ${within === "1" ? "lies" : "lie"} within its own interval.`,
    scores: "Scores",
    count: (level: string) => `Number (${level})`,
    own: "This branch",
    withheld: (count: string) => `${count} withheld`,
    small: (count: string, caution: string) => `${count} on fewer than ${caution} answers`,
    leftOut: (kinds: string) => `Not counted in the bars: ${kinds}.`,
  },
  funnelLimit: (share: string) => `${share} limits`,
};

/** A branch's figure, how many others stand on each side of it, and how many within its interval. */
interface SpreadParts {
  readonly value: string;
  readonly all: string;
  readonly lower: string;
  readonly higher: string;
  readonly within: string;
  readonly interval: string;
  readonly base: string;
}
