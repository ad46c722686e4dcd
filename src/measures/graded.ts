import { addCells, type Cell, type Tally } from "../counts/tally.ts";
import { isScaleQuestion, type Question, type RatingQuestion } from "../survey/question.ts";
import type { Scale } from "../survey/scale.ts";
import { mean } from "./mean.ts";
import type { Measure } from "./measure.ts";
import { mapping, type Siblings } from "./siblings.ts";

/** What each code of a scale counts. */
export type CodeScores = Readonly<Record<number, number>>;

/** M03, the scores of a scale's grades, such as 10, 8, 6, 3 and 0; undefined for a scale without. */
export function scoresOf({ codes, scores }: Scale): CodeScores | undefined {
  return scores && Object.fromEntries(codes.map((code, at) => [code, scores[at] ?? 0]));
}

/** M04, five grades count 5, 4, 3, 2 and 1, whatever their codes; of other scales the places of their codes. */
export function fiveToOneScores({ codes }: Scale): CodeScores {
  return Object.fromEntries(codes.map((code, at) => [code, at + 1]));
}

/** M03, the item score q: the mean of what the grades count, with the interval of a mean (M02). */
export const grade: Measure = {
  name: "grade",
  method: "M03",
  unitOf: () => "grade",
  appliesTo: (question) => question.type === "rating" && question.scale.scores !== undefined,
  estimate: (tally, question, options) => {
    if (!isScaleQuestion(question)) return { status: "none" };
    const { scale } = question;
    const scores = scoresOf(scale);
    if (!scores) return { status: "none" };
    const { siblings, ...rest } = options;
    return mean.estimate(scoredTally(tally, scores), onScores(question, scores), {
      ...rest,
      ...(siblings ? { siblings: scoredSiblings(siblings, scale, scores) } : {}),
    });
  },
};

const ofScales = new WeakMap<Scale, (siblings: Siblings<Tally>) => Siblings<Tally>>();

function scoredSiblings(siblings: Siblings<Tally>, scale: Scale, scores: CodeScores): Siblings<Tally> {
  const known = ofScales.get(scale) ?? mapping((one: Tally) => scoredTally(one, scores));
  ofScales.set(scale, known);
  return known(siblings);
}

/** The same answers, counted by score in place of code. */
function scoredTally(tally: Tally, scores: CodeScores): Tally {
  if (tally.kind === "sums") return tally;
  const place = (code: number) => scores[code] ?? Number.NaN;
  if (tally.kind === "shares") {
    const shares = new Map<number, number>();
    for (const [code, share] of tally.shares) shares.set(place(code), (shares.get(place(code)) ?? 0) + share);
    return { kind: "shares", shares };
  }
  const cells = new Map<number, Cell>();
  for (const [code, cell] of tally.cells) {
    const known = cells.get(place(code));
    cells.set(place(code), known ? addCells(known, cell) : cell);
  }
  const unknown = tally.unknown && new Set([...tally.unknown].map(place));
  return { kind: "codes", base: tally.base, cells, ...(unknown ? { unknown } : {}) };
}

/** The question as if it had been answered with scores. */
function onScores(question: Question, scores: CodeScores): Question {
  if (question.type !== "rating") return question;
  const codes = [...new Set(Object.values(scores))].toSorted((a, b) => a - b);
  const rated: RatingQuestion = { ...question, scale: { ...question.scale, codes } };
  return rated;
}
