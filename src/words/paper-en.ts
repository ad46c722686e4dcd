/** Printed pages and what is shared beside them, in English. */
export const paperEnglish = {
  allRespondents: "all respondents",
};
