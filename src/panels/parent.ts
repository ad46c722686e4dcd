import { branchSlice, everybody, type Slice } from "../views/slice.ts";
import type { ReportContext } from "./context.ts";

/** The slice of the branch above the page's own; everybody above the widest level. */
export function parentSlice({ survey, ancestors }: ReportContext): Slice {
  const parent = ancestors.at(-2);
  return parent ? branchSlice(survey.hierarchy, parent.path) : everybody;
}

/** What the branch above the page's own is called. */
export function parentName({ ancestors, words, language }: ReportContext): string {
  return ancestors.at(-2)?.label[language] ?? words.all;
}
