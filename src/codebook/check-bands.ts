import type { Question } from "../survey/question.ts";
import { checkRange } from "./check-band-range.ts";
import { codePlaces } from "./code-places.ts";
import { interpretIndex } from "./interpret-factors.ts";
import { sureCandidates } from "./interpret-scoring.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";

const path = ["models", "bands"];

/** M18: bands cover the index from 0 to its maximum once, and are held against questions that say who would return. */
export function checkBands(codebook: Codebook, questions: readonly Question[], notebook: Notebook): void {
  const written = codebook.models?.bands;
  if (!written) return;
  const index = interpretIndex(codebook);
  notebook.unique(
    [...path, "bands"],
    "band",
    written.bands.map(({ id }) => id),
  );
  if (!index)
    notebook.stop(path, {
      message: "Bands are of the respondents' own index, and there is no index",
      expected: "index: { id: …, of: [factor, …] }",
      mend: "Add the index, or take the bands out.",
      rests: [["index"]],
    });
  else checkRange(written.bands, index.measure === "index1000" ? 1000 : 100, notebook);
  written.outcomes.forEach(({ question: id, sure }, at) => {
    const place = [...path, "outcomes", at];
    if (written.outcomes.findIndex(({ question }) => question === id) < at)
      notebook.stop([...place, "question"], {
        message: `"${id}" is an outcome of the bands already`,
        expected: "every outcome once",
        mend: "Take one of the two out; all answers that mean surely stand in one list.",
        value: id,
      });
    const ids = questions.map((question) => question.id);
    if (!notebook.knows([...place, "question"], "question", id, ids)) return;
    const question = questions.find((candidate) => candidate.id === id);
    const candidates = question && sureCandidates(question);
    if (!candidates)
      notebook.stop([...place, "question"], {
        message: `Nobody can be sure in a question of type ${question?.type}`,
        expected: "a single choice, a rating or a recommend question",
        mend: "Name another question.",
        value: id,
      });
    else if (candidates.length > 0)
      for (const [one, code] of sure.entries())
        notebook.knows([...place, "sure", one], "answer", code, candidates, codePlaces(codebook, id));
    if (candidates && candidates.length > 0 && candidates.every((code) => sure.includes(code)))
      notebook.stop([...place, "sure"], {
        message: "Every answer means surely",
        expected: "some of the answers",
        mend: "Leave out the answers that do not mean surely.",
        value: sure.join(", "),
        rests: [[...place, "sure"], ...codePlaces(codebook, id)],
      });
  });
}
