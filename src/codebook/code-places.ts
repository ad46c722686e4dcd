import { legIds } from "./kano.ts";
import type { Codebook } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

const questionKeys = ["labels", "columns", "codes", "versions", "type"];
const scaleKeys = ["codes", "min", "max", "satisfied", "scores"];

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
    ...(question && "scale" in question ? scalePlaces(question.scale, ["questions", at, "scale"]) : []),
  ];
}

/** What scores, measures and pairs take from a scale; labels and pictures are no part of it. */
function scalePlaces(scale: unknown, path: KeyPath): readonly KeyPath[] {
  if (typeof scale === "string") return [path, ...scaleKeys.map((key) => ["scales", scale, key])];
  return scaleKeys.map((key) => [...path, key]);
}
