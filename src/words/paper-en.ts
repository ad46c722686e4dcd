/** Printed pages and what is shared beside them, in English. */
export const paperEnglish = {
  allRespondents: "all respondents",
  base: (answers: string) => `base ${answers}`,
  baseWithheld: "base withheld",
  respondents: (count: string) => `${count} respondents`,
  invented: "Invented data",
  commit: (commit: string) => `commit ${commit}`,
  commitChanged: (commit: string) => `commit ${commit}, changed since`,
  shortened: {
    two: "Two-page report: everything else is at the address above.",
    one: "One-page report: everything else is at the address above.",
    /** Of a branch that is set against others, on two sheets or three. */
    compared: "Report of a comparison: everything else is at the address above.",
  },
  print: "Print",
  printTwo: "Print (two pages)",
  printAll: "Print everything",
  onePage: "One-page print",
  preview: {
    one: "One-page print: these parts go on one sheet of A4.",
    all: "Full print: this page prints with everything on it.",
  },
  back: "Back to the whole page",
  printing: "Printing",
  picture: "Picture for sharing (PNG)",
  feedTitle: (survey: string) => `${survey}: waves`,
  describe: {
    home: (tagline: string, surveys: string) => `${tagline}. Reports on ${surveys}`,
    best: (head: string, count: string) =>
      `${head}: all ${count} branches in fair order, each with the ranks that chance leaves open, in groups not shown to differ.`,
    luck: (head: string, count: string) =>
      `${head}: how much of the differences between ${count} branches is luck, and which lie beyond what chance explains.`,
    why: (head: string) =>
      `${head}: which customers, factors and branches moved the headline figure, by how much, and how certain that is.`,
    weights: (head: string) =>
      `${head}: how answers are weighted, to which population, how far apart the weights are, and what they do to the figures.`,
    data: (head: string) =>
      `${head}: what became of every row and cell, how many answered each question, and which files it comes from.`,
    methods: (survey: string) =>
      `${survey}: every figure’s definition, formula, interval and source, the settings of the report, and all results as open tables.`,
    changes: (survey: string, version: string) =>
      `${survey}: what data version ${version} changes on the one before: new and corrected waves, and every figure restated.`,
    branches: (survey: string, levels: string) =>
      `${survey}: ${levels}. Each has a page with its score, trend, factors, questions and neighbours.`,
  },
};
