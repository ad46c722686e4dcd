import { branchesEnglish } from "./branches-en.ts";
import { breaksEnglish } from "./breaks-en.ts";
import { changesEnglish } from "./changes-en.ts";
import { chartsEnglish } from "./charts-en.ts";
import { figureEnglish } from "./figure-en.ts";
import { findingsEnglish } from "./findings-en.ts";
import { hostingEnglish } from "./hosting-en.ts";
import { importanceEnglish } from "./importance-en.ts";
import { indexEnglish } from "./index-en.ts";
import { measureNamesEnglish, measureTailsEnglish } from "./measures-en.ts";
import type { MethodWords } from "./method-words.ts";
import { methodsEnglish } from "./methods-en.ts";
import { navigationEnglish } from "./navigation-en.ts";
import { formatNumber } from "./numbers.ts";
import { openResultsEnglish } from "./open-results-en.ts";
import { paperEnglish } from "./paper-en.ts";
import { printedEnglish } from "./printed-en.ts";
import { publicEnglish } from "./public-en.ts";
import { qualityEnglish } from "./quality-en.ts";
import { questionsEnglish } from "./questions-en.ts";
import { rankingEnglish } from "./ranking-en.ts";
import { reliabilityEnglish } from "./reliability-en.ts";
import { scoresEnglish } from "./scores-en.ts";
import { scoringEnglish } from "./scoring-en.ts";
import { tablesEnglish } from "./tables-en.ts";
import { viewEnglish } from "./view-en.ts";
import { weightingEnglish } from "./weighting-en.ts";
import { whichEnglish } from "./which-en.ts";
import { whyEnglish } from "./why-en.ts";

type MeasureName = keyof typeof measureTailsEnglish;

/** What a page's title says: a subject's value in a wave and how it compares with the wave before. */
export interface TitleParts {
  readonly subject: string;
  readonly value: string;
  readonly wave: string;
  readonly change: string;
  /** none: there is nothing to compare with. */
  readonly verdict: "rise" | "fall" | "unclear" | "none";
  readonly previous: string;
  /** True for a measured quantity, such as minutes, which is no score. */
  readonly quantity: boolean;
  /** What is measured, where that is neither a mean nor a quantity. */
  readonly measure?: MeasureName;
  /** True of a rated question, of which an English subject says what is measured. */
  readonly isRated?: boolean;
}

const count = (number: number) => formatNumber(number, "en");

/** English. The Chinese dictionary has the same shape. */
export const english = {
  language: "en" as "en" | "zh",
  languageName: "English",
  otherLanguageName: "中文",
  tagline: "Customer satisfaction, measured honestly",
  skipToContent: "Skip to content",
  surveys: "Surveys",
  surveysLead:
    "Each report is computed from the survey's own answers or printed tables. Every figure has its base, a 95% interval and a definition, or says what is not known of it.",
  sections: "Sections of this report",
  overview: "Overview",
  questions: "Questions",
  branches: "Branches",
  dataQuality: "Data quality",
  methods: "Methods",
  waves: "Waves",
  wave: "Wave",
  latestWave: "latest wave",
  synthetic:
    "Invented data: these answers were generated to show what a report looks like. They describe no real company.",
  /** Over a panel that another page shows. */
  syntheticShort: "Invented data, for demonstration only.",
  scoreOn: (min: number, max: number) => `on a scale of ${min}–${max}`,
  pointsRange: "from −100 to +100",
  interval: "95% interval",
  base: "Base",
  /** Before the number of answers where there is no room for a column's heading. */
  baseShort: "n",
  answers: (n: string) => `${n} answers`,
  effectiveBase: "Effective base",
  responseRate: "Response rate",
  responseRateOf: (returned: string, handedOut: string) => `${returned} of ${handedOut} handed out`,
  change: "Change",
  changeOn: (wave: string) => `Change on ${wave}`,
  unclear: "no clear change",
  noEarlierWave: "first wave",
  notTested: "can't be tested",
  withheld: "withheld",
  withheldWhy: (minimum: number) =>
    `Fewer than ${count(minimum)} answers, or the figure would give such a group away by subtraction. Neither the value nor the number of answers is published.`,
  smallBase: "small base",
  smallBaseWhy: (caution: number) => `Fewer than ${count(caution)} answers; read with caution.`,
  nobody: "no answers",
  notAsked: "not asked",
  legend:
    "▲ ▼ mark a change that holds up statistically. Everything else is “no clear change”: it may be chance. The more a page compares, the more must be asked of each comparison, so that a page of pure chance shows an arrow at most one time in twenty (Holm, M20). A change can be unclear although its own interval excludes 0. Differences are computed before rounding.",
  trendTitle: "How has it moved?",
  trendLead: (subject: string, first: string, last: string) =>
    `${subject}, ${first} to ${last}. The band is the 95% interval.`,
  axisCut: (min: string, max: string) =>
    `The vertical axis is cut to the data; the scale runs from ${min} to ${max}.`,
  axisCutQuantity: (min: string, max: string) =>
    `The vertical axis is cut to the data; values from ${min} to ${max} are possible.`,
  trendTable: "Show the figures",
  questionsTitle: "Which questions score best and worst?",
  questionsLead:
    "Each dot is the score of this wave, each line its 95% interval. Best first within each group.",
  choicesTitle: "What else was asked?",
  branchesTitle: (level: string) => `How do they compare? By ${lowerFirst(level)}`,
  branchesOf: (level: string, parent: string) => `How do those in ${parent} compare? By ${lowerFirst(level)}`,
  question: "Question",
  axis: (range: string, whole: boolean) =>
    whole ? `axis ${range}, the whole scale` : `axis cut to ${range}`,
  axisQuantity: (range: string) => `axis ${range}, all possible values`,
  all: "All respondents",
  measure: "Measure",
  method: "Method",
  value: "Value",
  weighted: "Weighted",
  unweighted: "Unweighted",
  weightedNote: "Figures are weighted; the unweighted ones stand beside them.",
  unweightedWave: "This wave has no weights: every answer counts 1.",
  measuresTitle: "What are the figures?",
  distributionWaves: "Wave by wave",
  option: "Answer",
  share: "Share",
  breakdownTitle: "Who says what?",
  breakdownBy: (dimension: string) => `By ${lowerFirst(dimension)}`,
  allGroups: (count: number) => `Show all ${count} groups`,
  scale: "Scale",
  otherScale: (waves: string, there: string, here: string) =>
    `Left out: ${waves}, answered on a scale of ${there}; this page's wave stands on ${here}.`,
  siblings: (level: string, parent: string) =>
    `How do its neighbours in ${parent} compare? By ${lowerFirst(level)}`,
  ...questionsEnglish,
  ...qualityEnglish,
  rows: "Rows",
  notKnown: "not known",
  methodsTitle: "What does each number mean?",
  methodsLead: "Every figure names its method. Formulas in words, with sources.",
  settingsTitle: "Settings of this survey",
  settingCaution: (caution: number) =>
    `Figures on fewer than ${count(caution)} answers are flagged as a small base.`,
  settingWeights: (waves: string) => `Weights are used in: ${waves}. They have mean 1 within a wave.`,
  settingNoWeights: "No wave has weights: every answer counts 1.",
  settingPublish: {
    protected:
      "Published: pages, tables of estimates and coded answers in which rare combinations of filters are withheld, without ids, texts or exact dates.",
    rows: "Published: pages, tables of estimates and the coded answers, without ids, texts or exact dates.",
    pages: "Published: pages and tables of estimates only.",
  },
  openResults: "Open results",
  openResultsLead: "All published estimates as one table, and what they were computed from.",
  estimatesFile: "Estimates (CSV)",
  manifestFile: "Manifest (JSON)",
  columnsTitle: "Columns of the estimates file",
  provenance: "Where this comes from",
  dataVersion: "Data version",
  builtWith: "Built with Manyi",
  notFoundTitle: "There is no such page",
  notFoundLead: "The address may be old, or a branch may have closed. Start from the list of surveys.",
  toSurveys: "To the surveys",
  listSeparator: ", ",
  clauseSeparator: ", ",
  sentenceGap: " ",
  stop: ". ",
  branchSubject: (branch: string, subject: string) =>
    `${branch.replace(/^all but /, "All but ")}: ${subject}`,
  colon: ": ",
  parenOpen: " (",
  parenClose: ")",
  withUnit: (value: string, unit: string) => (unit === "" ? value : `${value} ${unit}`),
  mixedWeights: (wave: string) =>
    `${wave} has no weights, so the change compares weighted with unweighted figures.`,
  deviation: "standard deviation",
  titleSentence: (parts: TitleParts) => {
    const { subject, wave, change, verdict, previous, measure, isRated = false } = parts;
    const value =
      measure === undefined || isRated ? parts.value : `${parts.value} ${measureTailsEnglish[measure]}`;
    if (verdict === "none") return `${subject} stands at ${value} in ${wave}`;
    if (verdict === "unclear")
      return `${subject} stands at ${value} in ${wave}, no clear change on ${previous}`;
    return `${subject} ${verdict === "rise" ? "rose" : "fell"} ${change} to ${value} in ${wave}`;
  },
  measureNames: measureNamesEnglish,
  methodHides: "What it hides:",
  notComparable: "question changed",
  parentMark: (name: string) => `◇ marks ${name}.`,
  branchesLead:
    "Best first. The order of neighbours may be chance: the intervals show how exact each figure is.",
  earlierWave: (latest: string) =>
    `An earlier wave. Pages of questions and branches show the latest one, ${latest}.`,
  toLatest: "To the latest wave",
  allBranches: "All branches",
  settingMinimum: (minimum: number) =>
    `Figures on fewer than ${count(minimum)} answers are withheld, their base too. Where others would give a withheld group away by subtraction, the next smallest group is withheld with it.`,
  rise: "clear rise",
  fall: "clear fall",
  quantityMean: "Mean",
  network: branchesEnglish,
  changes: changesEnglish,
  weighting: weightingEnglish,
  index: indexEnglish,
  openResultsFile: openResultsEnglish,
  importance: importanceEnglish,
  ranking: rankingEnglish,
  figure: figureEnglish,
  findings: findingsEnglish,
  scores: scoresEnglish,
  scoring: scoringEnglish,
  which: whichEnglish,
  tables: tablesEnglish,
  navigation: navigationEnglish,
  paper: paperEnglish,
  reliability: reliabilityEnglish,
  charts: chartsEnglish,
  breaks: breaksEnglish,
  view: viewEnglish,
  hosting: hostingEnglish,
  publicData: publicEnglish,
  why: whyEnglish,
  ...printedEnglish,
  methodWords: methodsEnglish as readonly MethodWords[],
};

/** Lower case at the start, unless the word is an abbreviation or the text is written as a title. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !/ [A-Z]/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
