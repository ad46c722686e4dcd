import { type Derived, derivedQuestions, type QuestionChoices } from "../../src/counts/derived/request.ts";
import type { Question } from "../../src/survey/question.ts";
import type { Row } from "./ask-rows.ts";

/** Rows with what a request works out of each: ticks as answers, the band as a place; row by row, without SQL. */
export function withDerived(rows: readonly Row[], derived: Derived | undefined): readonly Row[] {
  if (!derived) return rows;
  return rows.map((row) => ({
    ...row,
    places: { ...row.places, ...bandOf(row, derived.bands) },
    answers: { ...row.answers, ...ticksOf(row, derived.ticked) },
  }));
}

export function derivedIn(derived: Derived | undefined): readonly Question[] {
  return derived ? derivedQuestions({ derived }) : [];
}

function ticksOf({ wave, answers }: Row, ticked: Derived["ticked"] = []): Row["answers"] {
  const isOffered = ({ choices, notOffered }: QuestionChoices) =>
    choices.some((choice) => !(notOffered?.[wave] ?? []).includes(choice));
  return Object.fromEntries(
    ticked
      .filter(({ of }) => of.every((part) => part.question in answers && isOffered(part)))
      .map(({ id, of }) => {
        const given = of.map(({ question }) => answers[question] ?? null);
        const ticks = of.map(
          ({ choices }, at) => [given[at] ?? []].flat().filter((tick) => choices.includes(tick)).length,
        );
        return [id, given.includes(null) ? null : ticks.reduce((sum, count) => sum + count, 0)];
      }),
  );
}

/** The mean of the answered items, of at least half, and the highest band that it reaches. */
function bandOf({ wave, answers }: Row, bands: Derived["bands"]): Row["places"] {
  if (!bands) return {};
  const items = bands.items[wave] ?? [];
  const scores = items.flatMap(({ question, slope, intercept }) => {
    const answer = answers[question] ?? null;
    return typeof answer === "number" ? [slope * answer + intercept] : [];
  });
  if (2 * scores.length < items.length || scores.length === 0) return { [bands.id]: null };
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return { [bands.id]: bands.bands.findLast(({ from }) => mean >= from - 1e-9)?.id ?? null };
}
