import { choicesByWave } from "./interpret-columns.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

/** What is written by wave may name waves of the codebook and `default` only: a misspelt wave would be passed over in silence. */
export function checkWaveMaps(codebook: Codebook, notebook: Notebook): void {
  const known = [...codebook.waves.map((wave) => wave.id), "default"];
  const check = (path: KeyPath, written: unknown) => {
    if (typeof written !== "object" || written === null || Array.isArray(written)) return;
    for (const wave of Object.keys(written)) notebook.knows([...path, wave], "wave", wave, known);
  };
  check(["respondent"], codebook.respondent);
  check(["date", "column"], codebook.date?.column);
  check(["quality", "duration"], codebook.quality?.duration);
  codebook.dimensions?.forEach((dimension, at) => {
    check(["dimensions", at, "column"], dimension.column);
    for (const key of ["recode", "missing", "notAsked"] as const)
      check(["dimensions", at, key], dimension[key]);
  });
  codebook.questions.forEach((question, at) => {
    for (const key of ["recode", "missing", "notAsked"] as const)
      check(["questions", at, key], question[key]);
    if (question.type === "kano") {
      check(["questions", at, "functional"], question.functional);
      check(["questions", at, "dysfunctional"], question.dysfunctional);
      return;
    }
    check(["questions", at, "column"], question.column);
    if (question.type === "multi" && question.columns)
      check(["questions", at, "columns"], choicesByWave(question.columns));
  });
}
