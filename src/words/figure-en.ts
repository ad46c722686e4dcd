/** What stands around every chart, in English. */
export const figureEnglish = {
  source: (survey: string) => `Source: ${survey}.`,
  table: "Show the figures",
  link: "link",
  linkTo: (title: string) => `Link to: ${title}`,
  downloadAs: (kind: string, title: string) => `${kind}: download “${title}”`,
  failed: "The download failed. Reload the page and try again.",
};
