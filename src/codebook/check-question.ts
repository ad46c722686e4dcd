import type { Option } from "../survey/question.ts";
import { legIds } from "./kano.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook, CodebookQuestion } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

/** `other` and `none` name an option of the question. */
export function checkOptionKeys(
  written: { readonly other?: string | undefined; readonly none?: string | undefined },
  options: readonly Option[],
  path: KeyPath,
  notebook: Notebook,
): void {
  const ids = options.map(({ id }) => id);
  const rests = ["labels", "columns"].map((key) => [...path, key]);
  for (const key of ["other", "none"] as const) {
    const named = written[key];
    if (named !== undefined) notebook.knows([...path, key], "choice", named, ids, rests);
  }
}

/** A multiple choice stands in columns of its own, or in one cell with a separator; in printed tables in neither. */
export function checkLayout(
  { column, columns, separator }: Extract<CodebookQuestion, { type: "multi" }>,
  path: KeyPath,
  { notebook, tabulated }: { readonly notebook: Notebook; readonly tabulated: boolean },
): void {
  const rests = ["column", "columns", "separator"].map((key) => [...path, key]);
  const complain = (message: string, expected: string, mend: string) =>
    notebook.stop(path, { message, expected, mend, rests });
  if (column === undefined && columns === undefined && separator === undefined && tabulated) return;
  if (column === undefined && columns === undefined) {
    complain(
      "The multiple choice names no column",
      "columns: { choice: column, … }, or column and separator",
      "Add `columns`, or `column` with `separator`.",
    );
  } else if ((column === undefined) !== (separator === undefined)) {
    complain(
      column === undefined
        ? "A separator needs the column that it parts"
        : "One cell for all choices needs a separator",
      'column: Q9 with separator: "┋"',
      column === undefined ? "Name the column, or take the separator out." : "Add the separator.",
    );
  }
}

/** The net promoter score is made for scales of 0–10; on 1–10 there is no 0 (M08). */
export function checkRecommendScale(
  codes: readonly number[],
  path: readonly PropertyKey[],
  notebook: Notebook,
): void {
  const ends = `${codes[0]}–${codes.at(-1)}`;
  if (codes.length >= 10 && (ends === "0–10" || ends === "1–10")) return;
  notebook.stop(path, {
    message: `A recommend question can't be on ${ends}`,
    expected: "a scale of 0–10 or 1–10 (M08)",
    mend: "Use min: 0 and max: 10, or make the question a rating.",
    value: ends,
  });
}

/** The two questions of a feature have ids of their own, which no other question may have. */
export function checkLegIds({ questions }: Codebook, notebook: Notebook): void {
  const taken = new Map(questions.map(({ id }) => [id.toLowerCase(), id]));
  questions.forEach(({ id, type }, at) => {
    if (type !== "kano") return;
    for (const leg of Object.values(legIds(id))) {
      const other = taken.get(leg.toLowerCase());
      if (other === undefined) continue;
      notebook.stop(["questions", at, "id"], {
        message: `The feature "${id}" is read as a question "${leg}", and there is a question "${other}"`,
        expected: "every id once",
        mend: "Rename one of the two.",
        value: id,
      });
    }
  });
}

/** The least that can be measured is below the most. */
export function checkLimits(
  { min, max }: Extract<CodebookQuestion, { type: "number" }>,
  path: KeyPath,
  notebook: Notebook,
): void {
  if (min === undefined || max === undefined || min < max) return;
  notebook.stop([...path, "min"], {
    message: `No number lies from ${min} to ${max}`,
    expected: "min below max",
    mend: "Correct one of the two.",
    value: min,
  });
}
