import { english } from "./words-en.ts";
import { chinese } from "./words-zh.ts";

/** Every sentence of a draft: comments in the codebook, and the report. */
export type DraftWords = typeof english;

export const draftLanguages = ["en", "zh"] as const;
export type DraftLanguage = (typeof draftLanguages)[number];

export const draftWords: Readonly<Record<DraftLanguage, DraftWords>> = { en: english, zh: chinese };
