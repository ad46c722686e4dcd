/** What is said of waves of which there are only tables, and of figures published without their base. */
export const printedEnglish = {
  unprinted: "not printed",
  unprintedWhy: "Of this wave only tables are published here, and they do not have this figure.",
  printedWaves: (waves: string) =>
    `Of ${waves} only tables are published here: there are figures for the groups in them, and for no others.`,
  printedAlways:
    "Of this survey only tables are published here: there are figures for the groups in them, and for no others.",
  asPublished: (value: string) => `${value} (as published)`,
  publishedElsewhere: "published elsewhere",
  publishedNote: "Published elsewhere, base not stated: so there is no interval and no test.",
  answeredNotStated: "How many answered is not stated.",
  baseNotStated: "not stated",
  noInterval: "none",
  trendLeadPublished: (subject: string, first: string, last: string) => `${subject}, ${first} to ${last}.`,
  questionsLeadPublished: "Each dot is the published score of this wave. Best first within each group.",
  printedTable: "printed table",
  newPrinted: "A wave of printed tables. The survey’s headline first, then other questions.",
  tablesTitle: "What became of the printed tables?",
  tablesLead: "Rows read = rows used + rows left out.",
  rowsUsed: "Used",
  rowsOther: "Left out: of another wave or subject",
  rowsUnwanted: "Left out: question not in this report",
  rowsUnknown: "Left out: no known figure",
  unknownCells: "Figures marked as not known",
  settingPrinted: (waves: string) =>
    `Published here as tables only: ${waves}. Counts in them are scored as answers are, without weights. Percentages without a base are shown as they were published, without interval and test.`,
  branchesLeadPublished:
    "Best first, as published. How exact the figures are is not known: the order of neighbours may be chance.",
};
