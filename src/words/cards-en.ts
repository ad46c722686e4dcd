import { lowerFirst } from "./lower-first.ts";

/** What a card's score is, and how it moved. */
export interface CardStands {
  readonly card: string;
  readonly wave: string;
  readonly value: string;
  readonly interval: string;
  readonly verdict: "rise" | "fall" | "unclear" | "none";
  readonly previous: string;
}

/** How many firms were sampled. */
export interface SampledFirms {
  readonly label: string;
  readonly sampled: string;
  /** How many there are; blank where nobody knows. */
  readonly of: string;
  readonly required: string;
}

/** What too few returned questionnaires cost a group. */
export interface CutTo {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly rate: string;
}

/** Cards of graded items, in English. */
export const cardsEnglish = {
  /** A card that is over all respondents where the rule asks for a mean over firms. */
  cardOver: (card: string, over: string) => `${card} ${over}`,
  cardOfMany: (card: string, level: string) => `${card}: how do they compare? By ${lowerFirst(level)}`,
  cardOfOne: (card: string, name: string) => `${card}: where does ${name} stand?`,
  /** Of all respondents, where there is nothing under them. */
  cardOfAll: (card: string) => `${card}: how high is it?`,
  cardStands: ({ card, wave, value, interval, verdict, previous }: CardStands) => {
    const stands = `${card} in ${wave}: ${value} of 100 (95% interval ${interval})`;
    if (verdict === "none") return `${stands}.`;
    const moved = { rise: "a clear rise", fall: "a clear fall", unclear: "no clear change" }[verdict];
    return `${stands}, ${moved} on ${previous}.`;
  },
  /** Above what the rule does not prescribe; the level is blank where all firms are one. */
  notRule: (level: string) =>
    level === ""
      ? "Over all respondents a large firm counts for more: this is not the rule’s score."
      : `Over all respondents a large firm counts for more: this is not the rule’s score per ${lowerFirst(level)}.`,
  wholes: "For comparison: what it is part of",
  wholesOver: "For comparison: what it is part of, over all respondents",
  partOf: "holds the rows above",
  isPartOf: (list: string) => `For comparison, not tested: ${list}.`,
  /** Where the page's own group has no score after the deduction. */
  isPartOfBefore: (list: string) => `For comparison, before any deduction and not tested: ${list}.`,
  grades: (scores: readonly string[]) => listed(scores),
  gradesOr: (sets: readonly string[]) => sets.join(" or "),
  madeOf: {
    national: (items: string, grades: string) =>
      `Grades count ${grades}; the score is the mean of ${items} questions in per cent of the maximum.`,
    fiveToOne: (items: string) =>
      `Grades count 5, 4, 3, 2 and 1; the score is the mean of ${items} questions in per cent of the maximum, so that the worst possible is 20 and not 0. It can’t be held against scores that start at 0.`,
  },
  rule: ({
    threshold,
    step,
    points,
  }: {
    readonly threshold: string;
    readonly step: string;
    readonly points: string;
  }) =>
    `Deduction: where fewer than ${threshold} of the questionnaires handed out came back, ${points} ${points === "1" ? "point comes" : "points come"} off for every full ${step} percentage points below. It is a penalty, no estimate; the interval moves with the score, and changes are those of the score before it.`,
  before: "before the deduction",
  beforeHead: "Before the deduction",
  intervalBefore: "95% interval, before",
  afterHead: "After it",
  intervalAfter: "95% interval, after",
  afterIn: (wave: string) => `${wave}, after the deduction`,
  unknownIn: (wave: string) => `${wave}, before any deduction: returns not known`,
  deductionHead: "Deduction",
  minus: (points: string) => `−${points}`,
  /** @param of whose questionnaires these are, where not of the whole group; blank otherwise */
  lost: (points: string, rate: string, of: string) =>
    `−${points}, ${rate} returned${of === "" ? "" : ` (${of})`}`,
  /** The same with the score before, for who can't see the hollow dot. */
  saidBefore: (before: string, points: string, rate: string) =>
    `${before} before the deduction of ${points} for ${rate} returned`,
  labelInFilter: (label: string) => `${label} in the filter`,
  inFilter: "in the filter",
  /** Beside a group of which it is not known what came back, among others of which it is. */
  notDeducted: "none: returns not known",
  returned: (rate: string, of: string) => `${rate} returned${of === "" ? "" : ` (${of})`}`,
  cut: (list: string) => `Points come off for too few returned questionnaires: ${list}.`,
  /** Where none of what is shown loses points, and something under it does. */
  cutBelow: (list: string) =>
    `At this level no points come off for too few returned questionnaires; below it they do: ${list}.`,
  cutTo: ({ label, before, after, rate }: CutTo) => `${label} (${before} → ${after}, ${rate} returned)`,
  /** More than can be named. */
  cutMany: (level: string, count: string) => `${count} of the level “${lowerFirst(level)}”`,
  noneCut: "No points come off for too few returned questionnaires.",
  noneCutHere: "At this level no points come off for too few returned questionnaires.",
  returnsUnknown: "How many questionnaires came back is not known for these groups, so nothing comes off.",
  someUnknown: (list: string) =>
    `How many questionnaires came back is not known of ${list}: drawn hollow, before any deduction, and not to be held against scores after it.`,
  someOthers: (count: string) => `${count} others`,
  firmsTitle: (card: string) => `${card} by the rule: what is the mean over the sampled firms?`,
  firmsStand: (wave: string, list: string) => `Mean over the sampled firms in ${wave}: ${list}.`,
  firmsHead: "Firms sampled",
  /** Under a reader's filter. */
  firmsHere: "Firms in the filter",
  sampledPart: (label: string, firms: number, count: string) =>
    `${label}: ${count} sampled ${firms === 1 ? "firm is" : "firms are"} in the filter; whether enough were sampled is said of everybody alone.`,
  /** @param level what the survey calls firms */
  firmsAre: (level: string) => `What the rule calls a firm is called “${lowerFirst(level)}” here.`,
  firmsNote:
    "The rule’s score: each sampled firm counts once, however many of its customers answered; at least 10% of the firms, and never fewer than five, must be sampled. The interval comes from how the firms’ scores differ.",
  firmsChangeNote:
    "Changes are those of the means before the deduction, tested as means of two independent samples of firms, each firm being one answer (Welch); where the same firms were drawn again this claims rather too little.",
  firmsCut: (list: string) =>
    `These means hold what firms lose for too few returned questionnaires: ${list}.`,
  noFirmCut: "No sampled firm loses points for too few returned questionnaires.",
  firmsUnknown: "How many questionnaires each firm got back is not known, so that nothing comes off.",
  firmsUnknownOf: (list: string) =>
    `How many questionnaires each firm got back is not known of ${list}: drawn hollow, nothing comes off.`,
  /** A mean on the wave before, whose change is judged elsewhere. */
  firmsWere: (label: string, wave: string, value: string) =>
    `${label} in ${wave}, before any deduction: ${value}; whether that is a change is judged on the page above, among all of its kind.`,
  inWaveBefore: (wave: string) => `${wave}, before the deduction`,
  overFirms: "mean over firms",
  overFirmsKey: "mean over firms, after the deduction",
  overFirmsUncut: "mean over firms, before any deduction: returns not known",
  overFirmsBefore: "Mean over firms, before the deduction",
  overFirmsAfter: "Mean over firms, after it",
  overRespondents: "over all respondents",
  overRespondentsHere: "over all respondents in the filter",
  /** The diamond: no deduction is in it. */
  respondentsKey: (over: string) => `${over}, before any deduction`,
  respondents: "Respondents",
  firmsSampled: "Firms sampled",
  firmsThereAre: "Firms there are",
  firmsRequired: "Firms required",
  tooFew: "too few",
  tooFewFirms: "too few firms sampled",
  sampledShort: (sampled: string, of: string | undefined, required: string | undefined) =>
    `${of === undefined ? sampled : `${sampled} of ${of}`}${required === undefined ? "" : `, ${required} required`}`,
  sampled: {
    enough: ({ label, sampled, of }: SampledFirms) => `${label}: ${sampled} of ${of} firms sampled, enough.`,
    tooFew: ({ label, sampled, of, required }: SampledFirms) =>
      `${label}: ${sampled}${of === "" ? "" : ` of ${of}`} firms sampled, where ${required} are required: its score stands on too few.`,
    unknown: ({ label, sampled }: SampledFirms) =>
      `${label}: ${sampled} firms sampled; how many there are is not known.`,
  },
};

function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? "";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} and ${last}`;
}
