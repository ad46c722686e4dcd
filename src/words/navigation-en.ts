/** The way around the site, in English. */
export const navigationEnglish = {
  contents: "On this page",
};
