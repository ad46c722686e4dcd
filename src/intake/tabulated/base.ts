import type { Question } from "../../survey/question.ts";
import { type Figure, noteAt, type Place, stopAt } from "./figure.ts";

/**
 * How many answered a question, of one slice: as its rows say; else, of a question with one answer each, the sum of
 * its counts; of a multiple choice all who were asked. Undefined where nothing tells, which only shares can do without.
 */
export function baseOf(
  figures: readonly Figure[],
  question: Question,
  respondents: number | undefined,
): number | undefined {
  const stated = statedBase(figures);
  const [first] = figures;
  if (!first || !figures.some(({ kind }) => kind === "count")) return stated;
  if (question.type === "multi") return multipleBase(figures, stated ?? respondents, first.place);
  if (figures.some(({ kind }) => kind === "unknown")) {
    if (stated === undefined) noteAt(first.place, noBase(question.id));
    return stated;
  }
  const sum = figures.reduce((total, { value }) => total + value, 0);
  if (stated !== undefined && stated !== sum)
    stopAt(
      { ...first.place, value: String(stated) },
      {
        message: `The counts of "${question.id}" add up to ${sum}, its base is ${stated}`,
        expected: "a base that is the sum of the counts: missing answers are in neither",
        mend: "Correct the base or the counts, or leave the base out.",
      },
    );
  return sum;
}

/** The base that the rows of a question agree on. */
function statedBase(figures: readonly Figure[]): number | undefined {
  const stating = figures.filter(({ base }) => base !== undefined);
  const [first] = stating;
  const other = stating.find(({ base }) => base !== first?.base);
  if (first && other)
    stopAt(
      { ...other.place, value: String(other.base) },
      {
        message: `"${other.question.id}" has a base of ${first.base} in line ${first.place.line}, and of ${other.base} here`,
        expected: "one base for all options of a question in a slice",
        mend: "Correct one of the two.",
      },
    );
  return first?.base;
}

function multipleBase(
  figures: readonly Figure[],
  base: number | undefined,
  place: Place,
): number | undefined {
  const id = figures[0]?.question.id ?? "";
  if (base === undefined) {
    stopAt(
      { ...place, value: id },
      {
        message: `The multiple choice "${id}" has no base: its counts don't add up to its respondents`,
        expected: "a column base; for everybody, `respondents` in the wave does too",
        mend: "Add the number who answered.",
      },
    );
    return undefined;
  }
  for (const { kind, value, option, place: own } of figures) {
    if (kind !== "count" || value <= base) continue;
    stopAt(own, {
      message: `More people chose "${option}" of "${id}" than its base`,
      expected: `at most ${base}`,
      mend: "Correct the count or the base.",
    });
  }
  return base;
}

function noBase(id: string) {
  return {
    message: `A count of "${id}" is not known and no base is given, so that none of its shares can be told`,
    expected: "all counts, or a base",
    mend: "Nothing, if it is not known; else add the count or the base.",
  };
}
