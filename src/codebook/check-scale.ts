import type { Pictures } from "../survey/scale.ts";
import type { Notebook } from "./notebook.ts";
import type { KeyPath } from "./yaml-source.ts";

/** The satisfied codes are the best of the scale, and not all of it (M07). */
export function checkSatisfied(
  satisfied: readonly number[],
  codes: readonly number[],
  path: KeyPath,
  notebook: Notebook,
): void {
  const counts = (code: number) => satisfied.includes(code);
  if (satisfied.length === 0)
    notebook.stop([...path, "satisfied"], {
      message: "No code counts as satisfied",
      expected: "the best codes of the scale, such as [4, 5]",
      mend: "Name the codes that count as satisfied, or take the key out.",
      value: "[]",
    });
  if (satisfied.length === 0 || !satisfied.every((code) => codes.includes(code))) return;
  if (codes.every(counts))
    notebook.stop([...path, "satisfied"], {
      message: "Every code counts as satisfied",
      expected: "the best codes of the scale, such as [4, 5]",
      mend: "Leave out the codes that are not satisfied.",
      value: satisfied.join(", "),
    });
  const lowest = Math.min(...satisfied);
  const better = codes.find((code) => code > lowest && !counts(code));
  if (better !== undefined)
    notebook.stop([...path, "satisfied"], {
      message: `${lowest} counts as satisfied, and ${better}, which is better, does not`,
      expected: "the best codes of the scale, which go from worst to best",
      mend: "Correct satisfied; where a low code is the best answer, recode it.",
      value: satisfied.join(", "),
    });
}

/** A score for each code, none less than that of a worse one (M03). */
export function checkScores(
  scores: readonly number[],
  codes: readonly number[],
  path: KeyPath,
  notebook: Notebook,
): void {
  const stop = (message: string, expected: string, mend: string) =>
    notebook.stop([...path, "scores"], { message, expected, mend, value: scores.join(", ") });
  if (scores.length !== codes.length)
    stop(
      `${scores.length} scores for ${codes.length} codes`,
      `one score for each of ${codes.join(", ")}`,
      "Give as many scores as codes, in the same order.",
    );
  else if (scores.some((score, at) => score < (scores[at - 1] ?? 0)) || scores[0] === scores.at(-1))
    stop(
      "The scores fall, or are all alike",
      "scores from worst to best, such as [0, 3, 6, 8, 10]",
      "Write them in the codes' order, the worst grade first.",
    );
}

/** Stars are counted from 1; there are faces for three to seven codes (M02). */
export function checkPictures(
  pictures: Pictures,
  codes: readonly number[],
  path: KeyPath,
  notebook: Notebook,
): void {
  const isCounted = codes.every((code, at) => code === at + 1) && codes.length <= 10;
  const fits = pictures === "stars" ? isCounted : codes.length >= 3 && codes.length <= 7;
  if (fits) return;
  notebook.stop([...path, "pictures"], {
    message: `A scale of ${codes.join(", ")} has no ${pictures}`,
    expected: pictures === "stars" ? "codes 1, 2, 3 … for stars, to 10" : "three to seven codes for faces",
    mend: "Correct the codes, or take the pictures out.",
    value: pictures,
  });
}
