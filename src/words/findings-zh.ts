import type { findingsEnglish } from "./findings-en.ts";

/** Findings and the sentences that say them, in Chinese. */
export const findingsChinese: typeof findingsEnglish = {
  title: "要点",
};
