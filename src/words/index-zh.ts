import type { indexEnglish } from "./index-en.ts";

/** 指数与因子的用语。 */
export const indexChinese: typeof indexEnglish = {
  names: { index: "指数", factor: "因子得分" },
  scale: (max) => `满分 ${max}`,
};
