import type { ExportFormat } from "../../survey/reading.ts";
import type { Expectation } from "../responses/problem-log.ts";
import { googleForms } from "./google-forms.ts";
import type { ExportForm, ExportHead, ExportLayout } from "./layout.ts";
import { limesurvey } from "./limesurvey.ts";
import { plain } from "./plain.ts";
import { qualtrics } from "./qualtrics.ts";
import { spss } from "./spss.ts";
import { surveymonkey } from "./surveymonkey.ts";
import { wjx } from "./wjx.ts";

/** In the order in which they are tried: the surest marks first, anything at all last. */
const forms: readonly ExportForm[] = [spss, qualtrics, limesurvey, surveymonkey, googleForms, wjx, plain];

export type FoundLayout =
  | { readonly status: "found"; readonly layout: ExportLayout }
  | { readonly status: "absent"; readonly problem: Expectation & { readonly value: string } };

/** The layout of an export, by its first rows; a `format` that is named must show its marks. */
export function findLayout(
  head: ExportHead,
  { format }: { readonly format?: ExportFormat } = {},
): FoundLayout {
  const tried = format === undefined ? forms : forms.filter((form) => form.format === format);
  for (const form of tried) {
    const layout = form.layoutOf(head);
    if (layout) return { status: "found", layout };
  }
  return { status: "absent", problem: withoutMarks(tried[0] ?? plain, head) };
}

function withoutMarks({ format, marks }: ExportForm, { rows: [header = []] }: ExportHead) {
  return {
    value: header.slice(0, 3).join(" | "),
    message: `The file is no export of the format "${format}" that is named for it`,
    expected: marks,
    mend: "Correct the wave's `format`, or leave it out: it is found out.",
  };
}
