import type { Survey } from "../survey/survey.ts";
import { checkBands } from "./check-bands.ts";
import { checkMeasures } from "./check-measures.ts";
import { checkScoring } from "./check-scoring.ts";
import { checkSums } from "./check-sums.ts";
import { checkFactors } from "./interpret-factors.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";

/** What is written well and can't be meant: a mean of comments, a report headed by dates, one column for two questions. */
export function checkSense(
  codebook: Codebook,
  { dimensions, questions }: Pick<Survey, "dimensions" | "questions">,
  notebook: Notebook,
): void {
  const typeOf = (id: string) => questions.find((question) => question.id === id)?.type;
  checkFactors(codebook, questions, notebook);
  checkScoring(codebook, { dimensions, questions }, notebook);
  checkSums(codebook, notebook);
  checkBands(codebook, questions, notebook);
  checkMeasures(codebook, questions, notebook);
  const { outcome } = codebook;
  const type = outcome === undefined ? undefined : typeOf(outcome);
  if (type === "text" || type === "date")
    notebook.stop(["outcome"], {
      message: `The outcome is a question of type ${type}, which has no figure`,
      expected: "a rating, a recommend question, a number or a choice",
      mend: "Name the question that heads the report.",
      value: outcome,
    });
  noteSharedColumns(codebook, notebook);
}

/** Two questions on one column in all waves are mostly one that was copied. */
function noteSharedColumns(codebook: Codebook, notebook: Notebook): void {
  const seen = new Map<string, string>();
  codebook.questions.forEach((question, at) => {
    if (question.type === "kano" || typeof question.column !== "string") return;
    const before = seen.get(question.column.trim());
    if (before === undefined) seen.set(question.column.trim(), question.id);
    else
      notebook.note(["questions", at, "column"], {
        message: `"${before}" and "${question.id}" read the same column`,
        expected: "a column for each question",
        mend: "Correct one of the two, unless both are meant.",
        value: question.column,
      });
  });
}
