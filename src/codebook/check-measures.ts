import type { Question } from "../survey/question.ts";
import { endsText, type Scale } from "../survey/scale.ts";
import { codePlaces } from "./code-places.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook, CodebookQuestion } from "./schema.ts";

interface Fit {
  readonly fits: (scale: Scale) => boolean;
  readonly what: string;
  readonly expected: string;
  readonly mend: string;
}

const isSpan = (most: number) => (scale: Scale) =>
  scale.codes.length === most && endsText(scale) === `1–${most}`;

/** What a measure asks of the scale of its question. */
const fits: Readonly<Record<string, Fit>> = {
  csat: {
    fits: isSpan(5),
    what: "CSAT is of a question on 1–5",
    expected: "a scale of 1–5 (M08)",
    mend: "Use top2, or another scale.",
  },
  ces: {
    fits: isSpan(7),
    what: "CES is of an effort question on 1–7",
    expected: "a scale of 1–7 (M08)",
    mend: "Use mean, or ask on 1–7.",
  },
  easy: {
    fits: isSpan(7),
    what: "The share of easy answers, 5–7, is of an effort question on 1–7",
    expected: "a scale of 1–7 (M08)",
    mend: "Use top2, or ask on 1–7.",
  },
  grade: {
    fits: ({ scores }) => scores !== undefined,
    what: "The grade score needs a scale with scores",
    expected: "scores: [0, 3, 6, 8, 10] in the scale (M03)",
    mend: "Add scores to the scale.",
  },
  satisfied: {
    fits: ({ satisfied }) => satisfied.length > 0,
    what: "The satisfied share needs to know which codes are satisfied",
    expected: "satisfied: [4, 5] in the scale (M07)",
    mend: "Add satisfied to the scale.",
  },
};

/** A measure that a question names must be one that its scale has. */
export function checkMeasures(codebook: Codebook, questions: readonly Question[], notebook: Notebook): void {
  codebook.questions.forEach((written, at) => {
    const question = questions.find(({ id }) => id === written.id);
    if (written.type === "rating" || written.type === "nps")
      written.measures?.forEach((name, place) => {
        const path = ["questions", at, "measures", place];
        if (name === "nps" && written.type === "rating")
          notebook.stop(path, {
            message: "The net promoter score is of a recommend question",
            expected: "type: nps (M08)",
            mend: "Make it a question of type nps, or name another measure.",
            value: name,
          });
        const fit = fits[name];
        if (!fit || (question?.type !== "rating" && question?.type !== "nps") || fit.fits(question.scale))
          return;
        notebook.stop(path, {
          message: `${fit.what}, and "${written.id}" is on ${endsText(question.scale)}`,
          expected: fit.expected,
          mend: fit.mend,
          value: name,
          rests: [path, ...codePlaces(codebook, written.id)],
        });
      });
    if (written.type === "multi") checkProblems(written, ["questions", at], question, notebook);
  });
}

/** M11: every problem is of one kind, and who has none is in the base. */
function checkProblems(
  { problems, none, other, base, id }: Extract<CodebookQuestion, { type: "multi" }>,
  path: readonly PropertyKey[],
  question: Question | undefined,
  notebook: Notebook,
): void {
  if (!problems || question?.type !== "multi") return;
  if (base !== "asked" && none === undefined)
    notebook.stop([...path, "problems"], {
      message: `Who has no problem is not in the base of "${id}"`,
      expected: "base: asked, or the choice that says none of these under none",
      mend: "Add base: asked to the question.",
      rests: ["base", "none"].map((key) => [...path, key]),
    });
  notebook.unique(
    [...path, "problems"],
    "kind of problem",
    problems.map((kind) => kind.id),
  );
  const choices = question.options.map((option) => option.id);
  const places = ["labels", "columns"].map((key) => [...path, key]);
  const seen = new Map<string, string>();
  problems.forEach((kind, at) => {
    kind.of.forEach((choice, place) => {
      const here = [...path, "problems", at, "of", place];
      if (!notebook.knows(here, "choice", choice, choices, places)) return;
      if (kind.of.indexOf(choice) < place) return;
      const before = seen.get(choice);
      if (choice === none || before !== undefined)
        notebook.stop(here, {
          message:
            choice === none
              ? `"${choice}" says that there was no problem`
              : `"${choice}" is of "${before}" already`,
          expected: "every problem in one kind",
          mend: "Take it out of one of the two.",
          value: choice,
        });
      seen.set(choice, kind.id);
    });
  });
  const left = choices.filter((choice) => choice !== none && choice !== other && !seen.has(choice));
  if (left.length > 0)
    notebook.stop([...path, "problems"], {
      message: `${left.length === 1 ? "A choice is" : `${left.length} choices are`} of no kind of problem: ${left.slice(0, 8).join(", ")}${left.length > 8 ? ", …" : ""}`,
      expected: "every choice but none and other in one kind",
      mend: "Add them to a kind, or make a kind for them.",
      value: left[0],
      rests: [...places, ...["problems", "none", "other"].map((key) => [...path, key])],
    });
}
