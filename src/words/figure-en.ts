/** What stands around every chart, in English. */
export const figureEnglish = {
  source: (survey: string) => `Source: ${survey}.`,
  table: "Show the figures",
};
