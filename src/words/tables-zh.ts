import type { tablesEnglish } from "./tables-en.ts";

/** Tables that sort and search, in Chinese. */
export const tablesChinese: typeof tablesEnglish = {
  search: "在表中查找",
};
