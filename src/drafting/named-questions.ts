import { type Ids, slug } from "./ids.ts";
import type { DraftQuestion } from "./questions.ts";

/** A question of the draft with the id that it gets. */
export interface NamedQuestion {
  readonly id: string;
  readonly question: DraftQuestion;
}

/** Gives every question an id made of its part, its wording or its header. */
export function nameQuestions(questions: readonly DraftQuestion[], ids: Ids): readonly NamedQuestion[] {
  return questions.map((question) => {
    const [field] = question.fields;
    const several = question.fields.length > 1;
    if (field.typed)
      return { id: ids.take(`${slug(field.text).slice(0, 22)} ${field.part ?? "other"}`, "q"), question };
    const wanted = several
      ? question.guess.answers.type === "multi" && field.part === undefined
        ? stemOfSeveral(question)
        : field.text
      : (field.part ?? field.text);
    return { id: ids.take(wanted, "q"), question };
  });
}

/** What the headers of several columns begin with, or the first of them. */
function stemOfSeveral({ fields }: DraftQuestion): string {
  const [first, ...others] = fields.map(({ name }) => name);
  let stem = first ?? "";
  while (stem !== "" && !others.every((name) => name.startsWith(stem))) stem = stem.slice(0, -1);
  const bare = stem.replace(/[\s_.\d-]+$/, "");
  return bare.length >= 2 ? bare : (first ?? "");
}
