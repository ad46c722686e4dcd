import { compareEnglish } from "./compare-en.ts";
import { filtersEnglish } from "./filters-en.ts";
import { missingEnglish } from "./missing-en.ts";

/** A reader's view of a report, in English. */
export const viewEnglish = {
  filters: filtersEnglish,
  compare: compareEnglish,
  missing: missingEnglish,
  /** Label of the band above a filtered page. */
  band: "Filter",
  /** Whom figures of everybody are of, under a filter. */
  all: "All in the filter",
  more: (count: number) => ` and ${count} more`,
  without: (values: string) => `not ${values}`,
  and: (first: string, last: string) => `${first} and ${last}`,
  /** In a sentence, who is left without those of some values. */
  allBut: (values: string) => `all but ${values}`,
  minimum: (count: string) => `Figures of fewer than ${count} answers are withheld.`,
  respondents: (count: string, all: string, wave: string) => `${count} of ${all} respondents, ${wave}`,
  respondentsFew: (minimum: string, wave: string) => `fewer than ${minimum} respondents, ${wave}`,
  respondentsNone: (wave: string) => `No respondent of ${wave} is in this filter.`,
  onlyWave: (wave: string) => `This page shows ${wave}.`,
  clear: "Show everybody",
  /** While the first figures are counted. */
  starting: "Counting in your browser. Until that is done, the figures below show everybody.",
  counting: "Counting. Until that is done, the figures below show the filter before.",
  loading: (done: string, all: string) => `Loading what counts: ${done} of ${all} MB.`,
  showsEverybody: "The page below shows everybody.",
  alwaysEverybody: "The filter does not reach this page: it always shows everybody.",
  faults: {
    unsupported:
      "This browser can't count answers itself, as it lacks WebAssembly or does not allow it here. A current browser can.",
    unpublished:
      "This report can't be filtered: it publishes pages only, no answers that a browser could count.",
    network: "What is needed to count could not be loaded. Check the connection and try again.",
    damaged:
      "A file of this site arrived damaged. Try again; if it stays so, tell whoever publishes the report.",
    withheld: (dimension: string) =>
      `${dimension}: too little of this is published (M34) for a filter to reach it; the pages for everybody have it.`,
    memory: "The browser ran out of memory while counting. Close other tabs and try again.",
    failed: "Counting failed.",
  },
  retry: "Try again",
  needsScript: "Filters in a link need JavaScript; this page shows everybody.",
  progress: "Loading what counts",
  notLower: (asked: string, minimum: string) =>
    `The link asks for a minimum base of ${asked}; it can't be lower than ${minimum}, which holds.`,
  nobodyInBoth: (page: string, filter: string) => `Nobody is both in ${page} and in the filter (${filter})`,
  nobodyInBothWhy:
    "So there is nothing to show here. Take the filter away, or choose the page of another branch.",
  nobodyAtAll: (filter: string) => `Nobody is in this filter (${filter})`,
  nobodyAtAllWhy:
    "No respondent of any wave is, so there is nothing to show. Take a part of the filter away.",
  /** Of a withheld figure, under a minimum base that a reader raised. */
  raisedWhy: (minimum: string, own: string) =>
    `Fewer than ${minimum} answers, the minimum base that is chosen here, or the figure would give such a group away by subtraction. It is this choice that hides it: the survey’s own minimum base is ${own}.`,
  panelsLeft: (titles: string) => `Sections that the page has of everybody, and not of this view: ${titles}.`,
  updated: "The data have been updated since this link was made.",
  ignored: {
    dimension: (name: string) => `The link filters by “${name}”, which this survey does not have.`,
    value: (name: string, values: string) =>
      `The link names “${values}” in “${name}”, which this survey does not have.`,
    wave: (values: string) => `The link names the wave “${values}”, which this survey does not have.`,
    gap: (ends: string) =>
      `The link names waves that do not follow each other: all from the first to the last are taken together (“${ends}”).`,
    set: (value: string) => `The link names the set “${value}”, which this survey does not have.`,
    minimum: (value: string) => `The link asks for a minimum base of “${value}”, which is no number.`,
    versus: (value: string) =>
      `The link sets the view against two things: “vs=${value}” is ignored, the other group is shown.`,
    version: (value: string) =>
      `The link is written for another version of this site (${value}); it is read as far as it can be.`,
  },
  /** Folded over a panel that another page shows. */
  embedNotes: "Notes on this view",
  leftOut: "What a filter leaves out",
  about: (who: string, answer: string) => `${who.replace(/^all but /, "All but ")}: ${answer}`,
  countOf: (dimension: string, count: string) => `${dimension} of ${count}`,
  withheld: (counts: string, all: string) =>
    `Not published, as too few are alike in it (M34), and missing wherever it is asked for: ${counts}, among ${all} respondents.`,
  /** Short, in the band; the other says how much. */
  weightsDiffer:
    "Weighted figures can differ a little from the same ones on the pages for everybody: some weights are joined (M34).",
  weightsJoined: ({ rows, all, moved, most }: JoinedParts) =>
    `A weight could tell a place (M34), so that those of ${rows} of ${all} respondents are means of several: at most ${most} from what they were, and ${moved} of all weight stands at other respondents. The pages for everybody have each weight as it is. Unweighted figures and bases are not touched.`,
  withheldMost: (dimensions: string) =>
    `${dimensions}: too little of this is published (M34) for anything to be shown by it under a filter; the pages for everybody have it.`,
  /** Of an excluded group, or of one that is set against all others: who can be told to be in neither. */
  placeless: (dimension: string, count: string) =>
    `${dimension} is withheld (M34) of ${count} respondents of this wave: they count neither as in the group nor as outside it.`,
  pooled: (waves: string) => `${waves} are taken together: all their answers count as one wave (M35).`,
  /** Of a question's page: the waves that a view takes together, and those of them that the page shows. */
  askedOtherwise: (asked: string, shown: string) =>
    `Not all waves of ${asked} asked this question alike (M33): this page shows ${shown}, with the respondents of that time alone.`,
  /** Of questions that not all waves that are taken together asked alike, each with those that it is of. */
  notPooled: (questions: string) =>
    `Not asked alike in all waves that are taken together (M33), and of these only: ${questions}.`,
  versusWithin: (other: string, own: string) =>
    `${other} can't be set against ${own}, which it has waves in common with: changes are on the waves before.`,
  versusOwn: (wave: string) =>
    `The view shows ${wave} itself, so that there is nothing to compare with: choose another wave. Changes are on the waves before.`,
  versusNobody:
    "The page shows everybody, and there is nobody else: choose a filter to compare with the others.",
  versusNoBranch:
    "Not one branch is chosen, so that there is no branch above to compare with: choose one alone.",
  versusLater: (other: string, own: string) =>
    `${other} is later than ${own}: what differs stands in the comparison; elsewhere on this page changes are left out.`,
  /** Where nothing is set against a view: in a cell of a table, and on a page that tells of changes alone. */
  uncompared: {
    chosen: {
      cell: "not compared",
      page: "This view is set against nothing, and this says nothing without.",
    },
    alone: {
      cell: "no earlier wave",
      page: "No wave is before those that are taken together: there is nothing to compare them with.",
    },
    later: {
      cell: "see the comparison",
      page: "This view is set against a later wave: what differs stands in the comparison.",
    },
  },
  /** Of a question whose answers are not in the rows that a browser counts. */
  notInRows: {
    text: "How many of a filtered group wrote something is not published.",
    date: "Which dates a filtered group gave is not published.",
  },
  notPublished: "not published under a filter",
  /** What does not follow the filter. */
  kept: "Item non-response is known of everybody alone and left out here; so are response rates, where the strata of the sample don’t tell the filtered group apart.",
  printedWaves: (waves: string) =>
    `${waves}: only printed tables survive, which can't be filtered; left out here.`,
};

/** How much joined weights are changed, in figures. */
export interface JoinedParts {
  readonly rows: string;
  readonly all: string;
  readonly moved: string;
  readonly most: string;
}
