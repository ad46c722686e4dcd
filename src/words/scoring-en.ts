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

/** Scores by written rules, in English. */
export const scoringEnglish = {
  cardOfMany: (card: string) => `${card}: how do the branches compare?`,
  cardOfOne: (card: string) => `${card}: where does this branch stand?`,
  cardStands: ({ card, wave, value, interval, verdict, previous }: CardStands) => {
    const stands = `${card} in ${wave}: ${value} of 100 (95% interval ${interval})`;
    if (verdict === "none") return `${stands}.`;
    const moved = { rise: "a clear rise", fall: "a clear fall", unclear: "no clear change" }[verdict];
    return `${stands}, ${moved} on ${previous}.`;
  },
  madeOf: {
    national: (items: string) =>
      `Grades count 10, 8, 6, 3 and 0 or as the codebook says; the score is the mean of ${items} questions in per cent of the maximum. The change is that of the score before any deduction.`,
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
    `Deduction: where fewer than ${threshold} of the questionnaires handed out came back, ${points} ${points === "1" ? "point comes" : "points come"} off for every full ${step} percentage points below. It is a penalty, no estimate; the interval moves with the score.`,
  before: "before the deduction",
  beforeHead: "Before the deduction",
  afterHead: "After it",
  afterIn: (wave: string) => `${wave}, after the deduction`,
  deductionHead: "Deduction",
  minus: (points: string) => `−${points}`,
  lost: (points: string, rate: string) => `−${points}, ${rate} returned`,
  /** Beside a group of which it is not known what came back, among others of which it is. */
  notDeducted: "none: returns not known",
  returned: (rate: string) => `${rate} returned`,
  cut: (list: string) => `Points come off for too few returned questionnaires: ${list}.`,
  cutTo: (label: string, before: string, after: string) => `${label} (${before} → ${after})`,
  noneCut: "No points come off for too few returned questionnaires.",
  returnsUnknown: "How many questionnaires came back is not known for these groups, so nothing comes off.",
  firmsTitle: (card: string) => `${card}: what is the mean over the sampled firms?`,
  firmsHead: "Firms sampled",
  /** Under a reader's filter. */
  firmsHere: "Firms in the filter",
  sampledPart: (label: string, firms: number, count: string) =>
    `${label}: ${count} sampled ${firms === 1 ? "firm is" : "firms are"} in the filter; whether enough were sampled is said of everybody alone.`,
  firmsNote:
    "Each sampled firm counts once, however many of its customers answered; at least 10% of the firms, and never fewer than five, must be sampled. The interval comes from how the firms’ scores differ.",
  overFirms: "mean over firms",
  overFirmsBefore: "Mean over firms, before the deduction",
  overFirmsAfter: "Mean over firms, after it",
  overRespondents: "over all respondents",
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
  named: (label: string, value: string) => `${label} (${value})`,
  gapsTitle: "Do people find what they expect?",
  gapStands: ({
    wave,
    value,
    interval,
  }: {
    readonly wave: string;
    readonly value: string;
    readonly interval: string;
  }) => `Over all pairs the gap is ${value} in ${wave} (95% interval ${interval}).`,
  short: (list: string) => `Clearly less than expected: ${list}.`,
  noneShort: "Nothing is clearly less than expected.",
  gapsMoved: (list: string, wave: string) => `Clearly moved on ${wave}: ${list}.`,
  pairGapTitle: "Who finds what they expect?",
  group: "Group",
  gapsWhole: "All pairs",
  gap: "Gap",
  gapHead: "Against expectation",
  gapVerdict: { rise: "▲\u00a0clearly more", fall: "▼\u00a0clearly less", unclear: "no clear gap" },
  noGap: "no gap: as expected",
  eachPair: "a pair",
  gapsNote:
    "The gap is what was found less what was expected, of those who answered both, on the scale of the question. Expectations are mostly high and alike, so that a gap can shrink because people expect less.",
  problemsTitle: (name: string) => `${name}: what goes wrong most?`,
  problemsTrendTitle: (name: string) => `${name}: how have they moved?`,
  problemsTitleSentence: ({ subject, value, wave, change, verdict, previous }: ProblemsTitle) => {
    if (verdict === "none") return `${subject} at ${value} in ${wave}`;
    if (verdict === "unclear") return `${subject} at ${value} in ${wave}, no clear change on ${previous}`;
    return `${subject} ${verdict === "rise" ? "rose" : "fell"} ${change} to ${value} in ${wave}`;
  },
  problemsQuestion: (name: string) => `${name}: how many, and what changed?`,
  lowerIsBetter: "lower is better",
  /** A heading of a page that problems head, of another figure. */
  headingOf: (figure: string, heading: string) =>
    `${figure}: ${/^(How|What|Is|Which|Who)\b/.test(heading) ? lowerFirst(heading) : heading}`,
  fewestOf: (branch: string) => `${branch} has clearly fewer than each of the others.`,
  mostOf: (branch: string) => `${branch} has clearly more than each of the others.`,
  endsNote:
    "Whether a branch has clearly fewer or more than each of the others is judged in fair order, all pairs together; without such a sentence, none has.",
  problemsAxis: "The vertical axis is cut to the data; no problems at all would be 0.",
  lowerIsBetterSentence: "Lower is better.",
  problemsByBranch: (name: string, level: string) =>
    `${name}: how do the branches compare? By ${lowerFirst(level)}`,
  problemsStand: ({ card, wave, value, interval, verdict, previous }: CardStands) => {
    const stands = `${card} in ${wave}: ${value} (95% interval ${interval}), where lower is better`;
    if (verdict === "none") return `${stands}.`;
    const moved = {
      rise: "clearly more than in",
      fall: "clearly fewer than in",
      unclear: "no clear change on",
    }[verdict];
    return `${stands}; ${moved} ${previous}.`;
  },
  mostProblems: (list: string, total: string) =>
    `The three largest kinds are ${total} of all problems: ${list}.`,
  problemsKey: (name: string) => `${name}, with 95% interval; shorter is better`,
  moreProblems: (size: string) => `▲ ${size} more than before`,
  fewerProblems: (size: string) => `▼ ${size} fewer than before`,
  problemsNote:
    "How many problems 100 respondents report; those without any are counted. All problems weigh alike, a rattle as much as a breakdown.",
  kind: "Kind of problem",
  allProblems: "All problems",
  shareOfProblems: "Share of all problems",
  fewestFirst: "Fewest problems first. The order of neighbours may be chance: the lines are 95% intervals.",
  bandsTitle: "How loyal are the satisfied?",
  bandsDiffer: ({ outcome, top, low, topShare, lowShare, clear }: BandsDiffer) =>
    `${outcome}: ${topShare} of the band “${top}” and ${lowShare} of “${low}”${
      clear ? ", a clear difference" : "; the difference is not clear"
    }.`,
  bandsNote: (index: string) =>
    `Bands are of each respondent’s own index (${index}): the mean of the questions that they answered, at least half of them. Who is loyal may be so because they are satisfied, or for want of a choice.`,
  band: "Band",
  eachBand: "a band",
  shareOfRespondents: "Share of respondents",
  sampleTitle: "Did enough answers come back?",
  sampleHead: "Against the rule",
  sampleBase: (wave: string) => `Questionnaires and customers, ${wave}.`,
  sampleNote:
    "The margin of error is that of a share of one half at 95%, with the correction for finite populations. It tells how exact answers drawn at random are, not whether those who answered are like those who didn’t.",
  valid: "Valid answers",
  required: "required",
  requiredBy: (rule: string) => `required (${rule})`,
  rule1: (plus: string, share: string) => `Rule 1: ${plus} + ${share}`,
  rule2: (margin: string) => `Rule 2: ±${margin} points`,
  inForce: "the survey’s rule",
  margin: (points: string) => `±${points} pp`,
  marginHead: "Margin of error",
  met: (margin: string) => (margin === "" ? "met" : `met, ${margin}`),
  lacking: (missing: string, margin: string) => `${missing} short${margin === "" ? "" : `, ${margin}`}`,
  lackingHead: "Lacking",
  axisCut: "A zigzag marks where the axis is cut.",
  stratum: "Stratum",
  customers: "Customers",
  handedOut: "Handed out",
  returnedHead: "Returned",
  samplesUnknown: "How many valid answers came back is not known.",
  allMet: (strata: string) =>
    strata === "1"
      ? "As many valid answers as the rule asks for."
      : `All ${strata} strata have as many valid answers as the rule asks for.`,
  someShort: (short: string, all: string, list: string, more: boolean) =>
    all === "1"
      ? `Too few valid answers: ${list}.`
      : `${short} of ${all} strata have fewer valid answers than the rule asks for: ${list}${more ? ", …" : ""}.`,
  shortOf: (label: string, valid: string, required: string) => `${label} (${valid} of ${required})`,
  evenMet: (label: string, margin: string) =>
    `Even where the rule is met, a share is only known to within ±${margin} percentage points (${label}).`,
  satisfiedTitle: "How many are satisfied?",
  meanTitle: "What is the mean?",
  countsAsSatisfied: (list: string, count: string, all: string) =>
    `Counts as satisfied: ${list}, ${count} of the ${all} answers.`,
  meanAgainstShare:
    "The mean takes every answer at its number; the share only counts who is satisfied, so that the two can move apart.",
  stars: (filled: string, of: string, value: string) => `${filled} of ${of} stars, for a mean of ${value}`,
  face: (place: string, of: string, label: string, value: string) =>
    `Face ${place} of ${of} (${label}), the nearest to a mean of ${value}`,
};

/** Problems per 100 as the title of a page. */
export interface ProblemsTitle extends Omit<CardStands, "card" | "interval"> {
  readonly subject: string;
  readonly change: string;
}

/** Outcomes of the highest and the lowest band. */
export interface BandsDiffer {
  readonly outcome: string;
  readonly top: string;
  readonly low: string;
  readonly topShare: string;
  readonly lowShare: string;
  readonly clear: boolean;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
