import type { ReportContext } from "./context.ts";

/** What the branch above the page's own is called. */
export function parentName({ ancestors, words, language }: ReportContext): string {
  return ancestors.at(-2)?.label[language] ?? words.all;
}
