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
    two: (address: string) => `Two-page report. Everything else: ${address}`,
    one: (address: string) => `One-page report. Everything else: ${address}`,
  },
  print: "Print",
  printTwo: "Print (two pages)",
  printAll: "Print everything",
  onePage: "One-page print",
  preview: {
    one: "This is the one-page print of the report.",
    all: "This page prints in full.",
  },
  back: "Back to the whole page",
  printing: "Printing",
};
