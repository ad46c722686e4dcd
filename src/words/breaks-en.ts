/**
 * What is said of changes of a question, in English. Answers stand in quotes; `until` is the title of the last wave
 * before a change, `wave` that of the first one after it.
 */
export const breaksEnglish = {
  title: "What changed in this question?",
  declared: "Question changed",
  wording: "Wording changed",
  scale: (before: string, after: string) => `Scale changed from ${before} to ${after}`,
  /** The codes stayed. */
  scaleLabels: "Names of the grades changed",
  optionsAdded: (options: string) => `Options added: ${options}`,
  optionsRemoved: (options: string) => `Options dropped: ${options}`,
  noAnswerSince: (codes: string, until: string, wave: string) =>
    `Counted as an answer until ${until} and as none from ${wave} on: ${codes}`,
  answerSince: (codes: string, until: string, wave: string) =>
    `Counted as no answer until ${until} and as one from ${wave} on: ${codes}`,
  oneAnswer: (until: string, wave: string) =>
    `Several answers of a respondent were recorded until ${until}, only one from ${wave} on`,
  severalAnswers: (until: string, wave: string) =>
    `Only one answer of a respondent was recorded until ${until}, several from ${wave} on`,
  /** `after`: who they are, as “whose answer to …”. */
  askedOfFewer: (until: string, wave: string, after: string) =>
    `Until ${until} everybody’s answers counted, from ${wave} on only those of people ${after}`,
  askedOfMore: (until: string, wave: string, before: string) =>
    `Until ${until} only answers of people ${before} counted, from ${wave} on everybody’s`,
  askedOfOthers: (until: string, wave: string, before: string, after: string) =>
    `Until ${until} asked only of those ${before}, from ${wave} on only of those ${after}`,
  newlyAsked: (wave: string) => `Asked only from ${wave} on`,
  notAsked: (until: string) => `Asked only until ${until}`,
  /** From this wave on a figure made of several questions does without the question. */
  leftOut: {
    unlike: "Left out from here on, until all waves taken together have asked it alike",
    withheld: "Left out from here on, as too few answered or others would be given away",
  },
  /** From this wave on it is made of it too; `again`: as it was before. */
  takenIn: {
    unlike: (again: boolean) =>
      `${again ? "Counted again" : "Counted"} from here on, as all waves taken together have asked it alike`,
    withheld: (again: boolean) =>
      `${again ? "Counted again" : "Counted"} from here on, as its own figure may be shown`,
  },
  /** `names`: the questions that points do without; the circle stands for their marks in the chart. */
  pointsWithout: (waves: string, names: string) => `○ At ${waves}: without ${names}.`,
  /** A break of the line that a figure is held against. */
  ofParent: (parent: string, text: string) => `Line of ${parent}: ${text}`,
  notCompared: "Figures before and after are not compared.",
  compared: "Figures before and after are compared all the same.",
};
