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
};
