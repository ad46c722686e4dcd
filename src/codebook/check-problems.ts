import type { Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";

/** M11: a total of problems is over multiple choices, each once, and who has no problem is in the base of each. */
export function checkProblemTotal({ scoring, questions, base }: Codebook, notebook: Notebook): void {
  const of = scoring?.problems?.of ?? [];
  const ids = questions.map(({ id }) => id);
  const pooled = Object.entries(base?.pool ?? {}).find(([, waves]) => waves > 1);
  if (scoring?.problems?.heads && pooled)
    notebook.stop(["scoring", "problems", "heads"], {
      message: `Problems per 100 are not pooled, and "${pooled[0]}" is shown over ${pooled[1]} waves together`,
      expected: "heads: true without base.pool",
      mend: "Take heads out, or pool no waves.",
      value: true,
    });
  of.forEach((id, at) => {
    const path = ["scoring", "problems", "of", at];
    if (!notebook.knows(path, "question", id, ids)) return;
    const question = questions.find((candidate) => candidate.id === id);
    if (of.indexOf(id) < at)
      notebook.stop(path, {
        message: `"${id}" stands twice in the total`,
        expected: "every question once",
        mend: "Take one of the two out.",
        value: id,
      });
    else if (question?.type !== "multi")
      notebook.stop(path, {
        message: `"${id}" has no choices that could be problems`,
        expected: "a multiple choice",
        mend: "Take it out.",
        value: id,
      });
    else if (question.base !== "asked" && question.none === undefined)
      notebook.stop(path, {
        message: `Who has no problem is not in the base of "${id}"`,
        expected: "base: asked, or the choice that says none of these under none",
        mend: `Add base: asked to "${id}".`,
        value: id,
        rests: [path, ...["base", "none"].map((key) => ["questions", questions.indexOf(question), key])],
      });
  });
}
