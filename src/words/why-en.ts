/** Which way a figure went; flat: no clear change. */
export type Went = "rise" | "fall" | "flat";

const went = (way: Went) => (way === "rise" ? "rose" : way === "fall" ? "fell" : "moved little");
const higherOrLower = (way: Went) => (way === "rise" ? "higher" : way === "fall" ? "lower" : "differently");

/** Behind "all", where a reader's filter leaves some. */
const inFilter = (narrowed: boolean) => (narrowed ? " in the filter" : "");

/** What moved a figure, in English. */
export const whyEnglish = {
  kicker: "What moved it",
  question: (name: string, way: Went) =>
    way === "flat" ? `${name}: what moved it?` : `${name}: why did it ${way === "rise" ? "rise" : "fall"}?`,
  link: "What moved it: customers, factors, branches",
  total: (name: string, way: Went, size: string, wave: string) => `${name} ${went(way)} ${size} in ${wave}`,
  because: (total: string, reasons: string) => `${total}: ${reasons}`,
  although: (reasons: string, wave: string) =>
    `${reasons.charAt(0).toUpperCase()}${reasons.slice(1)} in ${wave}; the total shows no clear change`,
  and: (first: string, second: string) => `${first}, and ${second}`,
  mixOnly: (dimension: string) =>
    `the mix by ${dimension} changed, scores within the groups show no clear change`,
  /** A mix that is behind a part of the change. */
  mixPart: (dimension: string, most: boolean) =>
    `${most ? "mostly" : "partly"} through the changed mix by ${dimension}`,
  mix: (dimension: string) => `the mix by ${dimension} changed`,
  part: (name: string, way: Went) => `${name} ${went(way)}`,
  cell: (factor: string, branch: string, way: Went) => `${factor} ${went(way)} in ${branch}`,
  scored: (group: string, way: Went) => `${group} scored ${higherOrLower(way)}`,
  noPart: "no single part stands out",
  nothing: (wave: string) => `Nothing clearly moved in ${wave}`,
  unknown: (name: string, wave: string) => `What moved ${name} in ${wave} can’t be told`,
  reasons: {
    first: "This is the first wave: there is nothing to compare it with.",
    break: "The question changed in between, so no change is computed.",
    base: "Too few answered in one of the two waves, so no change is computed.",
    counts: "Of one of the two waves only printed tables survive, whose parts can’t be added up.",
    groups: "There are no two groups that are large enough to be told apart.",
  },
  lead: (from: string, to: string) =>
    `From ${from} to ${to}, split exactly into parts that add up to the change. Filled bars and arrows mark parts that are more than chance, judged all together (Holm, M20).`,
  alike: (names: string) =>
    `Like with like: ${names} changed between the two waves, or is in one of the two figures only, and is left out of the change.`,
  /** Under a chart from one wave's figure to the next. */
  alikeHere: (names: string) =>
    `Both ends are worked out without ${names}, which changed between the two waves or is in one of the two figures only: they can differ from the figure that heads the page of either wave.`,
  splitTitle: "Other customers or other scores?",
  splitLead:
    "Each line splits the same change by one way of grouping customers: what the groups scored differently, and what came of their shares of the customers having changed.",
  splitMix: (dimension: string, effect: string, interval: string) =>
    `By ${dimension}, the change of mix alone moved it by ${effect} (95% interval ${interval}); grouped otherwise, that counts as an effect of scores.`,
  splitNoMix: "No change of mix is clear.",
  mixInside: (dimension: string) => `What follows holds the change of mix by ${dimension} as well.`,
  stepMix: (dimension: string) => `Mix by ${dimension}`,
  stepScores: (dimension: string) => `Scores within the groups by ${dimension}`,
  stepArrived: (dimension: string) => `New groups by ${dimension}`,
  stepLeft: (dimension: string) => `Groups by ${dimension} that are gone`,
  mixAbove: (dimension: string) =>
    `The changes above follow the change of mix by ${dimension} as well as scores: how much is which`,
  mixMayBeAbove: (dimension: string, narrowed: boolean) =>
    `The changes above may follow the change of mix by ${dimension} among all respondents${inFilter(narrowed)}`,
  moreAfterMix: "The same change by factor, and all steps of the way",
  dimension: "Grouped by",
  effectScored: "Effect of scores",
  effectShared: "Effect of mix",
  effectOther: "New or gone",
  effectTotal: "Effect on the total",
  groupsOf: (dimension: string) => `By ${dimension}, group by group`,
  group: "Group",
  share: "Share",
  sharesNote:
    "Shares are averaged over the questions, as not everybody answered each; the base counts respondents.",
  score: "Figure",
  small: (groups: number) => `${groups} small groups together`,
  unplaced: "Not known",
  /** Of whom published rows don't tell a place. */
  notPublic: (dimension: string) => `${dimension} not public (M34)`,
  otherParts: (parts: number) => `${parts} others`,
  otherItems: "Questions that one wave lacks",
  factorsTitle: "Which factors?",
  factorsLead: "What the change of each factor’s score, times its weight, did to the index.",
  factor: "Factor or question",
  contribution: "Effect on the index",
  whereTitle: "Where?",
  whereLead: (level: string) =>
    `What each ${level} did to the change of the total, with its scores and its share of the customers.`,
  pathTitle: "The way down",
  cellsTitle: "Which factor in which branch?",
  cellsTable: "All branches by factor",
  cellsLead:
    "Change of the factor’s own score in the branch, with its 95% interval. Whether it is clear by itself, the branch’s own page says; the list above asks for more, because it looks at all pairs at once.",
  cellsNone:
    "Looking at all pairs of branch and factor at once, none stands out. A change that is clear by itself is marked on the branch’s own page.",
  branchesNone: "No branch by itself moved the total clearly.",
  pooledStop: (level: string) =>
    `The way down ends above ${level}: these are shown over several waves together, so that single waves of theirs are not published (M35).`,
  sayCell: (factor: string, branch: string, change: string, interval: string, bases: string) =>
    `${branch} × ${factor}: ${change} (95% interval ${interval}, base ${bases})`,
  sayMix: (dimension: string, effect: string, interval: string) =>
    `The mix by ${dimension} changed, which moved it by ${effect} (95% interval ${interval})`,
  sayPart: (name: string, effect: string, interval: string) =>
    `${name} moved it by ${effect} (95% interval ${interval})`,
  sayScored: (group: string, effect: string, interval: string) =>
    `Scores of ${group} moved it by ${effect} (95% interval ${interval})`,
  sayScores: (dimension: string, effect: string, interval: string, way: Went) =>
    `Scores within the groups by ${dimension} moved it by ${effect} (95% interval ${interval}${way === "flat" ? ", no clear change" : ""})`,
  sayHolds: (dimension: string) =>
    `Part of every change of a factor or a branch below is this change of mix by ${dimension}, not of its own scores.`,
  sayMixAround: (dimension: string, effect: string, interval: string, narrowed: boolean) =>
    `Among all respondents${inFilter(narrowed)} the mix by ${dimension} changed, which moved all of them together by ${effect} (95% interval ${interval}): it may be part of this branch’s changes, too`,
  /** Of what there is to look at. */
  sayNothing: ({ mix, factor, branch }: Parts) => {
    const parts = [
      ...(mix ? ["the mix of customers"] : []),
      ...(factor ? ["a factor"] : []),
      ...(branch ? ["a branch"] : []),
    ];
    if (parts.length === 0) return "No single part clearly moved it.";
    return parts.length === 1
      ? `No single part clearly moved it, nor did ${parts[0]}.`
      : `No single part clearly moved it: neither ${parts.join(", nor ")}.`;
  },
  sayNoBranch: "No single branch clearly moved it.",
  overviewTitle: "What moved it?",
  underTitle: (name: string) => `What moved it in ${name}?`,
  placesTitle: "Which branches moved it?",
  between: (from: string, to: string, bases: string) => `${from} → ${to}, base ${bases}`,
  more: "All steps of the way",
  chart: (name: string, from: string, to: string) => `What moved ${name} from ${from} to ${to}`,
};

/** By what a change was split. */
export interface Parts {
  readonly mix: boolean;
  readonly factor: boolean;
  readonly branch: boolean;
}
