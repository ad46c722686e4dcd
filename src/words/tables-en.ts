/** Tables that sort and search, in English. */
export const tablesEnglish = {
  search: "Find in this table",
};
