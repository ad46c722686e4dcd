const listOf = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Words of the importance–performance map (M15). */
export const importanceEnglish = {
  title: "What should be fixed first?",
  fix: (names: readonly string[]) =>
    `${listOf.format(names)} ${names.length === 1 ? "matters" : "matter"} more than average and ${names.length === 1 ? "scores" : "score"} clearly below it.`,
  nothing: "No factor that matters more than average scores clearly below it.",
  importance: "Importance (stated weight)",
  performance: "Score",
  quadrant: "Reading",
  mean: (value: string) => `mean ${value}`,
  axes: (importance: string, score: string) => `Axes are cut to ${importance} and ${score}.`,
  spoken: (factor: string, weight: string, score: string, quadrant: string) =>
    `${factor}: weight ${weight}, score ${score}, ${quadrant}.`,
  note: "Thin lines are 95% intervals. Importance is what the index’s owner stated, not what the answers show; the lines cross at the means.",
};
