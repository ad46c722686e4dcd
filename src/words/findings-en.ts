/** Findings and the sentences that say them, in English. */
export const findingsEnglish = {
  title: "What matters most",
};
