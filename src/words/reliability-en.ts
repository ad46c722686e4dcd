/** Words of the reliability of factors (M21). */
export const reliabilityEnglish = {
  title: "Do these questions measure one thing?",
  lead: (alpha: string, range: string, n: string) =>
    `Cronbach’s α is ${alpha} (95% interval ${range}, ${n} respondents who answered both of the pair that the fewest answered).`,
  /** Bounds after Nunnally (1978), who asks for 0.7 in early research and 0.9 where decisions about single cases hang on it. */
  grade: (alpha: number): string =>
    alpha >= 0.9
      ? "They go together closely; one or two of them could be spared."
      : alpha >= 0.7
        ? "They go together well enough to be one score."
        : "They go together loosely: read them one by one rather than as one score.",
  odd: (names: string) => `Without ${names} they would go together better.`,
  none: {
    base: "Too few answered these questions together for anything to be said.",
    items: "There is only one question, so there is nothing to go together.",
    spread:
      "Some question got the same answer from everybody, so nothing can be said of how they go together.",
  },
  rest: "Correlation with the others",
  dropped: "α without it",
  note: (narrowed: boolean) =>
    `All respondents ${narrowed ? "in the filter" : "of the wave"}, each pair of questions on those who answered both.`,
};
