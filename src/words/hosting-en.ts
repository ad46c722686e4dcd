/** How a site reaches its readers, in English. */
export const hostingEnglish = {
  /** Around the time at which a copy was fetched, with the blanks that stand there. */
  kept: {
    before: "There is no connection. This is the page as this browser fetched it: ",
    after: ". The report may have been updated since.",
  },
  updated: "This page has been updated since you opened it.",
  reload: "Load it again",
};
