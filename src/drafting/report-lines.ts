import type { WaveSheet } from "./align.ts";
import type { Field } from "./field.ts";
import type { Refused } from "./questions.ts";
import type { Roles } from "./roles.ts";
import type { DraftWords } from "./words.ts";

/** A point of the report and what it is about: a key of the codebook, a question's id, a header. */
export interface ReportLine {
  readonly key: string;
  readonly text: string;
}

interface Read {
  readonly waves: readonly WaveSheet[];
  readonly roles: Roles;
  readonly refused: readonly Refused[];
}

/** What is to be said of the keys of the survey as a whole. */
export function keyLines(
  { roles, waves }: Read,
  { outcome, missing }: { readonly outcome: string | undefined; readonly missing: readonly string[] },
  say: DraftWords,
): readonly ReportLine[] {
  const line = (key: string, text: string | undefined) => (text === undefined ? [] : [{ key, text }]);
  return [
    ...line("title", say.checkTitle),
    ...line("respondent", roles.respondent && say.respondentGuess),
    ...line("date", roles.date && (roles.dateFormat ? say.dateOrder(roles.dateFormat) : say.dateGuess)),
    ...line("date", roles.dateBySpan && say.dateBySpan),
    ...line("date", roles.otherDates && say.whichDate(roles.otherDates.name)),
    ...line("weight", roles.weight && say.weightGuess),
    ...line("quality", roles.duration && say.durationGuess),
    ...line("missing", missing.length > 0 ? say.commonMissing : undefined),
    ...line(
      "waves",
      waves.some(({ sheet }) => sheet.encoding)
        ? say.encodingGuess
        : waves.length > 1
          ? say.wavesOrder
          : say.waveGuess,
    ),
    ...waves.flatMap(({ sheet: { file, workbook } }) =>
      line("waves", workbook && say.sheetChosen(file, workbook.sheet, workbook.others)),
    ),
    ...(outcome === undefined ? line("outcome", say.noOutcome) : []),
  ];
}

/** Columns that are no part of the draft, and why. */
export function leftOutLines({ roles, refused }: Read, say: DraftWords): readonly ReportLine[] {
  const named = (field: Field) => (field.name === "" ? say.noName : field.name);
  return [
    ...roles.leftOut.map(({ field, why }) => ({ key: named(field), text: why })),
    ...refused.map(({ fields, why }) => ({ key: fields.map(named).join(", "), text: why })),
  ];
}
