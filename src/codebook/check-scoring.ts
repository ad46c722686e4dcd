import type { Question, RatingQuestion } from "../survey/question.ts";
import type { Survey } from "../survey/survey.ts";
import { checkFirms } from "./check-firms.ts";
import { checkProblemTotal } from "./check-problems.ts";
import { codePlaces } from "./code-places.ts";
import { fiveGraded, nationalItems, present, usualDeduction } from "./interpret-scoring.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";

type Card = NonNullable<NonNullable<Codebook["scoring"]>["fiveToOne"]>;

/** What is wrong with scores by written rules that are made of questions that exist. */
export function checkScoring(
  codebook: Codebook,
  { dimensions, questions }: Pick<Survey, "dimensions" | "questions">,
  notebook: Notebook,
): void {
  const { scoring, strata } = codebook;
  if (!scoring) return;
  const { national, fiveToOne, sample, deduction } = scoring;
  if (national) {
    const items = nationalItems(questions);
    const need = "ratings whose scale names scores: [0, 3, 6, 8, 10]";
    checkCard(national, "national", { codebook, questions, items, need, notebook });
    checkHighest(national, { codebook, items, notebook });
    checkFirms(codebook, national, { dimensions, notebook });
  }
  if (fiveToOne)
    checkCard(fiveToOne, "fiveToOne", {
      codebook,
      questions,
      items: fiveGraded(questions),
      need: "ratings in five grades",
      notebook,
    });
  checkProblemTotal(codebook, notebook);
  checkIds(codebook, notebook);
  const deducts = [national, fiveToOne].some((card) => card?.deduct);
  const ofCards = ["national", "fiveToOne"].map((key) => ["scoring", key, "deduct"]);
  if (deduction && !deducts)
    notebook.stop(["scoring", "deduction"], {
      message: "A deduction is written, and no score takes it off",
      expected: "deduct: true in national or fiveToOne",
      mend: "Add deduct: true to a score, or take the deduction out.",
      rests: [...ofCards, ["scoring", "national"], ["scoring", "fiveToOne"]],
    });
  checkPoints(deduction, notebook);
  if (deduction?.step !== undefined && deduction.step > (deduction.threshold ?? 0.5))
    notebook.stop(["scoring", "deduction", "step"], {
      message: "No response rate is a full step under the threshold",
      expected: `a share up to the threshold, ${deduction.threshold ?? 0.5}`,
      mend: "Write the step as a share: 0.05 are five percentage points.",
      value: deduction.step,
      rests: ["step", "threshold"].map((key) => ["scoring", "deduction", key]),
    });
  const needs = [...(deducts ? ["handed_out and returned"] : []), ...(sample ? ["customers"] : [])];
  if (needs.length > 0 && strata === undefined)
    notebook.stop(
      ["scoring", ...(sample ? ["sample"] : [national?.deduct ? "national" : "fiveToOne", "deduct"])],
      {
        message:
          "Without strata it is not known how many customers there are, and what was handed out and returned",
        expected: `strata: strata.csv, with ${needs.join(" and ")}`,
        mend: "Name the file of strata, or take this out.",
        rests: [["strata"]],
      },
    );
}

/** All steps together take off no more than there is (M05). */
function checkPoints(written: NonNullable<Codebook["scoring"]>["deduction"], notebook: Notebook): void {
  const { points } = written ?? {};
  if (points === undefined) return;
  const { threshold, step } = { ...usualDeduction, ...present(written) };
  const steps = Math.floor(threshold / step + rounding);
  if (steps < 1 || points * steps <= 100) return;
  notebook.stop(["scoring", "deduction", "points"], {
    message: `${steps} steps of ${points} take ${points * steps} percentage points off a score that has 100`,
    expected: `at most ${Number((100 / steps).toFixed(4))} points a step, from the threshold of ${threshold} down to 0`,
    mend: "Write the points that one step costs, such as 1, or correct the step.",
    value: points,
    rests: ["points", "step", "threshold"].map((key) => ["scoring", "deduction", key]),
  });
}

const rounding = 1e-9;

interface Place {
  readonly codebook: Codebook;
  readonly questions: readonly Question[];
  readonly items: readonly RatingQuestion[];
  readonly need: string;
  readonly notebook: Notebook;
}

/** A card is made of graded questions, each once. */
function checkCard({ of }: Card, key: string, { codebook, questions, items, need, notebook }: Place): void {
  const path = ["scoring", key];
  if (of === undefined && items.length === 0)
    notebook.stop(path, {
      message: "No question has the grades that this score is made of",
      expected: need,
      mend:
        key === "national" ? "Add scores to the scale of the graded questions." : "Name the questions in of.",
      rests: [[...path, "of"], ["scales"], ["questions"]],
    });
  of?.forEach((id, at) => {
    const ids = questions.map((question) => question.id);
    if (!notebook.knows([...path, "of", at], "question", id, ids)) return;
    if (of.indexOf(id) < at)
      notebook.stop([...path, "of", at], {
        message: `"${id}" stands twice in the score`,
        expected: "every question once",
        mend: "Take one of the two out.",
        value: id,
      });
    else if (!items.some((item) => item.id === id))
      notebook.stop([...path, "of", at], {
        message: `"${id}" has not the grades that this score is made of`,
        expected: need,
        mend: key === "national" ? "Add scores to its scale, or take it out." : "Take it out.",
        value: id,
        rests: [[...path, "of", at], ...codePlaces(codebook, id)],
      });
  });
}

/** M = Σq/(10·m): one highest score for all items. */
function checkHighest({ of }: Card, { codebook, items, notebook }: Omit<Place, "questions" | "need">): void {
  const [first, ...others] = items.filter(({ id }) => of === undefined || of.includes(id));
  const highest = ({ scale }: RatingQuestion) => scale.scores?.at(-1);
  const other = others.find((item) => first && highest(item) !== highest(first));
  if (!first || !other) return;
  notebook.stop(["scoring", "national"], {
    message: `The best grade of "${first.id}" counts ${highest(first)}, that of "${other.id}" ${highest(other)}`,
    expected: "items whose best grade counts the same, such as 10",
    mend: "Name the questions of one scale in of, or correct the scores.",
    rests: [["scoring", "national", "of"], ...[first, other].flatMap(({ id }) => codePlaces(codebook, id))],
  });
}

/** What the open results call the survey's whole gap (M09) and its sample (M06). */
const reservedIds = ["gap", "sample"];

/** Scores stand in one list of published figures with questions, factors and the index. */
function checkIds({ scoring, questions, factors = [], index }: Codebook, notebook: Notebook): void {
  const others = [...questions, ...factors, ...(index ? [index] : [])].map(({ id }) => id.toLowerCase());
  const taken = new Set([...others, ...reservedIds]);
  const names = { national: "national", fiveToOne: "five_to_one", problems: "problems" } as const;
  for (const key of ["national", "fiveToOne", "problems"] as const) {
    const card = scoring?.[key];
    if (!card) continue;
    const id = card.id ?? names[key];
    if (taken.has(id.toLowerCase()))
      notebook.stop(["scoring", key, "id"], {
        message: `"${id}" is already the id of something else`,
        expected: "an id that no question, factor, index or other score has",
        mend: "Give the score an id of its own.",
        value: id,
      });
    taken.add(id.toLowerCase());
  }
}
