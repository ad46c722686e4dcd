import type { navigationEnglish } from "./navigation-en.ts";

/** The way around the site, in Chinese. */
export const navigationChinese: typeof navigationEnglish = {
  contents: "本页目录",
};
