import { legIds } from "./kano.ts";
import type { Codebook } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

const questionKeys = ["labels", "columns", "codes", "scale", "versions", "type"];

/** Where a codebook says which codes a question or a dimension has. */
export function codePlaces(
  { dimensions = [], questions }: Pick<Codebook, "dimensions" | "questions">,
  id: string,
): readonly KeyPath[] {
  const dimension = dimensions.findIndex((one) => one.id === id);
  const at = questions.findIndex((one) => one.id === id || Object.values(legIds(one.id)).includes(id));
  const question = questions[at];
  return [
    ...(dimension < 0 ? [] : [["dimensions", dimension, "labels"]]),
    ...(question ? questionKeys.map((key) => ["questions", at, key]) : []),
    ...(question && "scale" in question && typeof question.scale === "string"
      ? [["scales", question.scale]]
      : []),
  ];
}
