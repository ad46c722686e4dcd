import type { ReportContext } from "./context.ts";

/** Whom a page is about, in words: its branch, a reader's filter, or both; undefined for everybody. */
export function whom({ branch, who, language }: ReportContext): string | undefined {
  const parts = [branch?.label[language], who].filter((part) => part !== undefined && part !== "");
  return parts.length > 0 ? parts.join(" · ") : undefined;
}
