/** The page of what changed between two versions, in English. Numbers come formatted; counts only decide on plurals. */
export const changesEnglish = {
  link: "What changed since the last version",
  kicker: "Changes",
  titleNew: (waves: string, count: number) => `${waves} ${count === 1 ? "is" : "are"} new`,
  titleCorrected: (waves: string, count: number) => `${waves} ${count === 1 ? "was" : "were"} corrected`,
  titleRemoved: (waves: string, count: number) => `${waves} ${count === 1 ? "was" : "were"} taken out`,
  titleSame: "No wave has changed since the last version",
  titleNothingElse: "no recorded figure was restated",
  titleNoRecord: "No earlier version is recorded",
  and: "; ",
  versions: (before: string, after: string) =>
    `Version ${before}, as it was recorded, against this one, ${after}.`,
  noRecord: (version: string) =>
    `This is version ${version}. There is no earlier version to compare it with.`,
  newTitle: (wave: string) => `What does the new wave, ${wave}, say?`,
  newLead: (rows: string, previous: string) =>
    `${rows} respondents. The survey's headline first, then the questions that moved most on ${previous}.`,
  newFirst: (rows: string) => `${rows} respondents. There is no earlier wave to compare with.`,
  wavesTitle: "Which earlier waves changed?",
  wavesNone: (count: number) =>
    count === 1
      ? "None: the one wave of both versions is as it was."
      : `None: all ${count} waves of both versions are as they were.`,
  wavesSome: (others: number, count: number) => `${others} of the ${count} waves of the earlier version.`,
  state: "What happened",
  states: { removed: "taken out", corrected: "corrected" },
  reasons: { file: "another file", rows: "other rows", weights: "weights", figures: "figures restated" },
  rowsBefore: "Rows before",
  rowsNow: "Rows now",
  headlineBefore: "Headline before, its 95% interval and base",
  headlineNow: "Headline now, its 95% interval and base",
  headlineIs: (headline: string) => `The headline is ${headline}.`,
  otherHeadline: "The report is headed by another figure now, so that headlines before and now are no pair.",
  restatedTitle: "Which earlier figures were restated?",
  restatedNone: (compared: string) =>
    compared === "0"
      ? "None: the versions have no figure of the same wave in common."
      : `None: all ${compared} compared figures of waves that both versions have are the same.`,
  restatedLead: (restated: string, compared: string) =>
    `${restated} of ${compared} compared figures of waves that both versions have are restated.`,
  compared: (kinds: string) => `Compared are, of all respondents, wave by wave: ${kinds}.`,
  notCompared: (kinds: string) => `Not compared, as the earlier version has none on record: ${kinds}.`,
  kinds: {
    score: "the scores and means of questions",
    share: "the shares of all options of choices",
    answered: "how many answered text questions",
    index: "the index and its factors",
  },
  answersGiven: "Number of answers",
  restatedMeaning:
    "A restatement corrects a figure from the same interviews. It is no change of opinion, so nothing is tested and no arrow drawn.",
  restatedLargest: (count: string) => `The ${count} largest are listed.`,
  figure: "Figure",
  before: "Before, with 95% interval and base",
  now: "Now, with 95% interval and base",
  moved: "Moved by",
  margins: "Against its margin of error",
  marginsMeaning:
    "1 means: moved by as much as the margin of error (half the 95% interval) that was published before.",
  timesMargin: (times: string) => `× ${times}`,
  sameValue: "value as before",
  hidden: (count: string) => `Shown before and withheld or without answers now: ${count}.`,
  revealed: (count: string) => `Withheld or without answers before and shown now: ${count}.`,
  protectedMoves: (count: string, minimum: number, caution: number) =>
    `Not shown side by side: ${count}. Their bases differ by fewer than ${minimum} answers; or the bases are equal, and they are under ${caution} or the figure moved so little that fewer than ${minimum} changed answers could have moved it. Before and now together could give those answers away.`,
  indexMoves: (count: string) =>
    `Not shown side by side: ${count} of the index and its factors, which move with their items and could give away what of these is held back.`,
  questionsTitle: "Which questions came or went?",
  questionsNone: "None: both versions ask the same questions in the same waves.",
  questionsNew: "New in the survey",
  questionsGone: "No longer in the survey",
  askedNow: (wave: string) => `${wave}: asked now, not before`,
  askedNoMore: (wave: string) => `${wave}: asked before, not now`,
  askedNew: (wave: string, previous: string) => `${wave}: asked, not in ${previous}`,
  askedNotAgain: (wave: string, previous: string) => `${wave}: not asked, though in ${previous}`,
  branchesTitle: "Which branches changed?",
  branchesSame: "No branch came or went.",
  branchesNew: (count: string) => `New (${count})`,
  branchesGone: (count: string) => `Gone (${count})`,
  branchesCompared: (headline: string, levels: string, waves: string) =>
    `${headline} of branches of every level (${levels}), ${waves}`,
  branchesRestated: (restated: string, compared: string) =>
    `${restated} of ${compared} figures are restated.`,
  more: (count: string) => `and ${count} more`,
};
