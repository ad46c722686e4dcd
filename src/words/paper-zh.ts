import type { paperEnglish } from "./paper-en.ts";

/** Printed pages and what is shared beside them, in Chinese. */
export const paperChinese: typeof paperEnglish = {
  allRespondents: "全体受访者",
};
