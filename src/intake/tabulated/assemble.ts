import type { Question } from "../../survey/question.ts";
import { isScaleQuestion } from "../../survey/question.ts";
import { type SliceTable, sliceKey, type TableCell, type TableQuestion } from "../../survey/wave-table.ts";
import { baseOf } from "./base.ts";
import { checkShares } from "./check-shares.ts";
import { type Figure, noteAt, stopAt } from "./figure.ts";

/** Puts figures together, slice by slice and question by question, in the order in which they stand. */
export function assemble(
  figures: readonly Figure[],
  { respondents }: { readonly respondents?: number | undefined },
): readonly SliceTable[] {
  const slices = Map.groupBy(figures, ({ slice }) => sliceKey(slice));
  return [...slices.values()].flatMap((ofSlice): SliceTable[] => {
    const slice = ofSlice[0]?.slice ?? {};
    const questions = Map.groupBy(ofSlice, ({ question }) => question.id);
    const everybody = Object.keys(slice).length === 0;
    return [
      {
        slice,
        questions: [...questions.values()].flatMap(
          (ofQuestion) => tableQuestion(ofQuestion, everybody ? respondents : undefined) ?? [],
        ),
      },
    ];
  });
}

/** One question of one slice; undefined, with problems, where its figures don't go together. */
function tableQuestion(
  written: readonly Figure[],
  respondents: number | undefined,
): TableQuestion | undefined {
  const figures = withoutRepeats(written);
  const [first] = figures;
  if (!first || isMixed(figures)) return undefined;
  const { question } = first;
  const base = baseOf(figures, question, respondents);
  if (first.kind !== "count") checkShares(figures, question);
  return {
    question: question.id,
    ...(base === undefined ? {} : { base }),
    cells: [...figures.map(cellOf), ...unlisted(figures, question, base)],
  };
}

function withoutRepeats(figures: readonly Figure[]): readonly Figure[] {
  const seen = new Map<string, Figure>();
  for (const figure of figures) {
    const before = seen.get(figure.option);
    if (!before) seen.set(figure.option, figure);
    else
      stopAt(figure.place, {
        message: `"${figure.question.id}", option "${figure.option}" stands in line ${before.place.line} already`,
        expected: "every option of a question once for each slice",
        mend: "Take one of the two out, or give them different slices.",
      });
  }
  return [...seen.values()];
}

function isMixed(figures: readonly Figure[]): boolean {
  const other = figures.find(({ kind }) => kind === "share");
  if (!other || !figures.some(({ kind }) => kind === "count")) return false;
  stopAt(other.place, {
    message: `"${other.question.id}" has counts and percentages`,
    expected: "all options of a question in one table",
    mend: "Take the counts, and leave the percentages out.",
  });
  return true;
}

function cellOf({ option, kind, value }: Figure): TableCell {
  if (kind === "unknown") return { option, unknown: true };
  return kind === "count" ? { option, n: value } : { option, share: value / 100 };
}

/** Codes of a scale that the table does not list: nobody gave them. A choice that it does not list was not offered. */
function unlisted(
  figures: readonly Figure[],
  question: Question,
  base: number | undefined,
): readonly TableCell[] {
  if (!isScaleQuestion(question)) return [];
  const codes = question.scale.codes.map(String);
  const absent = codes.filter((code) => !figures.some(({ option }) => option === code));
  const [first] = figures;
  if (!first || absent.length === 0) return [];
  if (figures.some(({ kind }) => kind === "unknown"))
    return absent.map((option) => ({ option, unknown: true }));
  if (figures.every((figure) => figure.base === undefined) && first.kind === "count")
    noteAt(
      { ...first.place, value: absent.join(", ") },
      {
        message: `"${question.id}" has no row for ${absent.join(", ")}: counted as given by nobody`,
        expected: "a row for every code of the scale, 0 where nobody gave it",
        mend: "Nothing, if nobody did; else add the row.",
      },
    );
  const nobody = (option: string): TableCell =>
    first.kind === "count" || base !== undefined ? { option, n: 0 } : { option, share: 0 };
  return absent.map(nobody);
}
