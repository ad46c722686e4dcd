import { english } from "./en.ts";
import type { Language } from "./language.ts";
import { chinese } from "./zh.ts";

/** Every string of the interface in one language. */
export type Words = typeof english;

export function wordsIn(language: Language): Words {
  return language === "zh" ? chinese : english;
}
