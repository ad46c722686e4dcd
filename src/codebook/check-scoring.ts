import type { Question, RatingQuestion } from "../survey/question.ts";
import { checkProblemTotal } from "./check-problems.ts";
import { fiveGraded, nationalItems } from "./interpret-scoring.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";

type Card = NonNullable<NonNullable<Codebook["scoring"]>["fiveToOne"]>;

/** What is wrong with scores by written rules that are made of questions that exist. */
export function checkScoring(codebook: Codebook, questions: readonly Question[], notebook: Notebook): void {
  const { scoring, strata } = codebook;
  if (!scoring) return;
  const { national, fiveToOne, sample, deduction } = scoring;
  if (national) {
    const items = nationalItems(questions);
    const need = "ratings whose scale names scores: [0, 3, 6, 8, 10]";
    checkCard(national, "national", { questions, items, need, notebook });
    checkHighest(national, items, notebook);
    checkFirms(codebook, national, notebook);
  }
  if (fiveToOne)
    checkCard(fiveToOne, "fiveToOne", {
      questions,
      items: fiveGraded(questions),
      need: "ratings in five grades",
      notebook,
    });
  checkProblemTotal(codebook, notebook);
  checkIds(codebook, notebook);
  const deducts = [national, fiveToOne].some((card) => card?.deduct);
  if (deduction && !deducts)
    notebook.stop(["scoring", "deduction"], {
      message: "A deduction is written, and no score takes it off",
      expected: "deduct: true in national or fiveToOne",
      mend: "Add deduct: true to a score, or take the deduction out.",
    });
  if (deduction?.step !== undefined && deduction.step > (deduction.threshold ?? 0.5))
    notebook.stop(["scoring", "deduction", "step"], {
      message: "No response rate is a full step under the threshold",
      expected: `a share up to the threshold, ${deduction.threshold ?? 0.5}`,
      mend: "Write the step as a share: 0.05 are five percentage points.",
      value: deduction.step,
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
      },
    );
}

interface Place {
  readonly questions: readonly Question[];
  readonly items: readonly RatingQuestion[];
  readonly need: string;
  readonly notebook: Notebook;
}

/** A card is made of graded questions, each once. */
function checkCard({ of }: Card, key: string, { questions, items, need, notebook }: Place): void {
  const path = ["scoring", key];
  if (of === undefined && items.length === 0)
    notebook.stop(path, {
      message: "No question has the grades that this score is made of",
      expected: need,
      mend:
        key === "national" ? "Add scores to the scale of the graded questions." : "Name the questions in of.",
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
      });
  });
}

/** M = Σq/(10·m): one highest score for all items. */
function checkHighest({ of }: Card, items: readonly RatingQuestion[], notebook: Notebook): void {
  const [first, ...others] = items.filter(({ id }) => of === undefined || of.includes(id));
  const highest = ({ scale }: RatingQuestion) => scale.scores?.at(-1);
  const other = others.find((item) => first && highest(item) !== highest(first));
  if (!first || !other) return;
  notebook.stop(["scoring", "national"], {
    message: `The best grade of "${first.id}" counts ${highest(first)}, that of "${other.id}" ${highest(other)}`,
    expected: "items whose best grade counts the same, such as 10",
    mend: "Name the questions of one scale in of, or correct the scores.",
  });
}

function checkFirms(
  { dimensions = [], hierarchy = [] }: Codebook,
  { firm, industry, firms }: NonNullable<NonNullable<Codebook["scoring"]>["national"]>,
  notebook: Notebook,
): void {
  const path = ["scoring", "national"];
  const ids = dimensions.map(({ id }) => id);
  if (firm === undefined) {
    for (const key of ["industry", "firms"] as const)
      if ({ industry, firms }[key] !== undefined)
        notebook.stop([...path, key], {
          message: `"${key}" means nothing without firms that are sampled`,
          expected: "firm: the dimension whose values are the firms",
          mend: "Add firm, or take this out.",
        });
    return;
  }
  notebook.knows([...path, "firm"], "dimension", firm, ids);
  if (industry !== undefined) notebook.knows([...path, "industry"], "dimension", industry, ids);
  // Firms nest in industries as levels do; else what one breakdown withholds the other could give away (M34).
  const above = hierarchy[hierarchy.indexOf(firm) - 1];
  if (ids.includes(firm) && above !== industry && (industry === undefined || ids.includes(industry)))
    notebook.stop([...path, industry === undefined ? "firm" : "industry"], {
      message:
        above === undefined
          ? `"${firm}" stands under no other level of the hierarchy`
          : `"${firm}" stands under "${above}" in the hierarchy`,
      expected:
        above === undefined
          ? "no industry; or both in the hierarchy, the firm right under the industry"
          : `industry: ${above}`,
      mend: "Correct the industry, or the hierarchy.",
      value: industry ?? firm,
    });
  if (firms === undefined) return;
  if ((typeof firms === "number") !== (industry === undefined))
    notebook.stop([...path, "firms"], {
      message:
        industry === undefined
          ? "Firms are counted by industry, and there is none"
          : "One number stands for several industries",
      expected: industry === undefined ? "one number" : "a number by industry: { power: 40, water: 22 }",
      mend:
        industry === undefined
          ? "Write one number, or name the industry."
          : "Write the number of each industry.",
    });
  const labels = dimensions.find(({ id }) => id === industry)?.labels;
  if (typeof firms !== "number" && typeof labels === "object")
    for (const code of Object.keys(firms))
      notebook.knows([...path, "firms", code], "industry", code, Object.keys(labels));
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
