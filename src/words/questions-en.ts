/** What is said of a question and of its answers, in English. Numbers come formatted. */
export const questionsEnglish = {
  distributionTitle: "How are the answers spread?",
  distributionLead: "Share of those who answered, this wave.",
  distributionMulti: (base: string) =>
    `Share of ${base}; several answers were possible, so shares can sum to more than 100%.`,
  multiBases: {
    answered: "those who named at least one",
    asked: "all who were asked",
    printed: "the respondents whom the table counts",
  },
  multiBaseWithNone: (none: string) => `those who answered, “${none}” included`,
  mentions: "Share of mentions",
  mentionsMeaning: (narrowed: boolean) =>
    `Share of mentions: of all answers named, by all respondents${narrowed ? " in the filter" : ""} together, the share that this one makes up. These shares sum to 100%.`,
  namedNone: (count: string) => `Of those asked, ${count} named none.`,
  leadingAnswer: "Most frequent answer",
  leadingSentence: ({ subject, option, value, wave }: LeadingParts) =>
    `${subject}: “${option}” leads with ${value} in ${wave}`,
  tiedSentence: ({ subject, option, value, wave }: LeadingParts) =>
    `${subject}: ${option} share first place with ${value} each in ${wave}`,
  tied: (first: string, second: string, count: number) =>
    count === 2 ? `${first} and ${second}` : `${first}, ${second} and ${count - 2} more`,
  kanoPairs: "Asked both with and without the feature, for the Kano model: ",
  kanoWithout: "without it",
  yesSentence: ({ subject, option, value, wave }: LeadingParts) =>
    `${subject}: ${value} say “${option}” in ${wave}`,
  wording: "Wording",
  earlierWording: (waves: string, wording: string) => `Wording in ${waves}: “${wording}”`,
  scaleEnds: (low: string, high: string) => `Scale: ${low} to ${high}`,
  better: { higher: "Higher is better.", lower: "Lower is better." },
  askedOnly: "Asked only of those ",
  askedAnswer: (question: string, answers: string) => `whose answer to “${question}” was ${answers}`,
  askedGroup: (dimension: string, groups: string) => `whose ${dimension} is ${groups}`,
  askedOr: " or ",
  askedAnd: ", and ",
  askedEnd: ".",
  textQuestion: "Free text. Only the number of comments is published, never their words.",
  askedIn: "Asked in",
  answeredOf: ({ answered, wave, respondents }: { answered: string; wave: string; respondents?: string }) =>
    `${answered} in ${wave}${respondents === undefined ? "" : `, of ${respondents} respondents`}.`,
  askedAnswered: ({ answered, wave, asked }: { answered: string; wave: string; asked: string }) =>
    `${wave}: ${asked} asked, ${answered} answered.`,
};

/** What is said of the answer most often given; of several with the same share, `option` names them all. */
interface LeadingParts {
  readonly subject: string;
  readonly option: string;
  readonly value: string;
  readonly wave: string;
}
