/** Words of what luck explains of a score. */
export const luckEnglish = {
  luckTitle: "Is this branch’s score luck?",
  /** The answer of one level. */
  noneFar: (by: string, all: string) => `${by}, none of ${all} scores lies far outside what luck explains`,
  noneFarButMany: (by: string, all: string, many: string) =>
    `${by}, none of ${all} scores lies far outside what luck explains, but ${many} ${many === "1" ? "lies" : "lie"} outside the 95% limits, more than chance would put there`,
  noLuck: (by: string, all: string, outside: string) =>
    `${by}, ${outside} of ${all} scores ${outside === "1" ? "lies" : "lie"} outside what luck alone explains (99.8% limits)`,
  noLimits: "There are too few branches with scores on a known base to tell luck from merit",
  luckLead:
    "Each dot is a branch. If all were alike, luck alone would still scatter their scores, the more the fewer answers they rest on: nearly all would lie between the curves. What lies outside has another cause: better or worse work, other customers, or the ordinary differences between branches.",
  counts: (outside: string, all: string, byChance: string) =>
    `${outside} of ${all} ${outside === "1" ? "lies" : "lie"} outside the 99.8% limits; by chance alone it would be about ${byChance}.`,
  innerCounts: (outside: string, byChance: string) =>
    `Outside the 95% limits ${outside === "1" ? "lies" : "lie"} ${outside}; by chance alone it would be about ${byChance}.`,
  moreThanLuck:
    "That is more than luck explains: chance alone would put so many there less than one time in twenty.",
  meanOfBranches: "Mean of the branches",
  chart: "Scores by their base, against the limits of luck",
  limits: "Limits of luck, 99.8%",
  waves: "Waves outside",
  periods: (waves: number) => `Times outside, of ${waves} waves each`,
  timesOf: (times: string, all: string) => `${times} of ${all}`,
  /** In place of a count where but one period can be judged. */
  onlyOnce: "only one to judge by",
  notRepeated: (waves: number) =>
    `Only one ${waves === 1 ? "wave" : `period of ${waves} waves`} can be judged so far, so nothing tells yet whether this repeats.`,
  repeats:
    "The last column tells in how many of the waves that can be compared it lay outside on the same side: what repeats is no luck.",
  above: "Better than luck explains",
  below: "Worse than luck explains",
  aboveLimits: "Above what luck explains",
  belowLimits: "Below what luck explains",
  onlySome: (shown: string, all: string) => `The ${shown} furthest outside, of ${all}.`,
  panelTitle: "Is this score luck?",
  range: (average: string, low: string, high: string, base: string) =>
    `If it were like the average (${average}), luck alone would keep its score between ${low} and ${high} (99.8% limits) on ${base}.`,
  basis: (answers: string, effective: string) => `${answers} answers (effective base ${effective})`,
  verdicts: {
    outside: (value: string) => `At ${value} it is outside: luck does not explain its score.`,
    edge: (value: string) =>
      `At ${value} it is within, but near the edge: luck alone would take a score this far from the average less than one time in twenty.`,
    inside: (value: string) => `At ${value} it is well within: the distance from the average may be luck.`,
  },
  repeatedWaves: (times: string, all: string) =>
    `It was outside on the same side in ${times} of ${all} waves.`,
  repeatedPeriods: (times: string, all: string) =>
    `It was outside on the same side in ${times} of ${all} periods.`,
  fairPlace: (fair: string, ranks: string, all: string) =>
    `Drawn towards the average as far as its answers leave it uncertain, its fair score is ${fair}; its rank is ${ranks} of ${all} with 90% certainty.`,
  fairUnranked: (fair: string, caution: string) =>
    `Drawn towards the average as far as its answers leave it uncertain, its fair score is ${fair}; on fewer than ${caution} answers it takes no rank.`,
  severalSegments: (segment: string) =>
    `Its respondents are of more than one ${lower(segment)}, none with nine in ten of them, so it is held against none.`,
  amongAll: (table: string) => `All of them in one picture: ${table}`,
};

/** Lower case at the start, unless the word is an abbreviation or the text is written as a title. */
function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !/ [A-Z]/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
