import type { ReportContext } from "./context.ts";

/** Whom a page is about, in words: its branch, a reader's filter, or both; undefined for everybody. */
export function whom({ branch, who, language }: ReportContext): string | undefined {
  const parts = [branch?.label[language], who].filter((part) => part !== undefined && part !== "");
  return parts.length > 0 ? parts.join(" · ") : undefined;
}

/** A page's answer, which under a reader's filter says whom it is about. */
export function saidOf({ who, words }: Pick<ReportContext, "who" | "words">, answer: string): string {
  return who === undefined || who === "" ? answer : words.view.about(who, answer);
}
