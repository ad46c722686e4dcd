import type { figureEnglish } from "./figure-en.ts";

/** What stands around every chart, in Chinese. */
export const figureChinese: typeof figureEnglish = {
  source: (survey) => `资料来源：${survey}。`,
  table: "查看数字",
};
