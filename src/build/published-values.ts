import type { Problem } from "../survey/problem.ts";
import type { Option } from "../survey/question.ts";
import type { Survey } from "../survey/survey.ts";

const listed = 12;

/**
 * Values that the codebook gives no labels for are published as they were found. That may be a list of products; it
 * may be what people wrote. The analyst is told which they are. Branches are meant to be named.
 */
export function publishedAsFound(written: Survey, complete: Survey, codebook: string): readonly Problem[] {
  const open = <Item extends { readonly id: string; readonly options: readonly Option[] }>(
    items: readonly Item[],
  ) => new Set(items.filter(({ options }) => options.length === 0).map(({ id }) => id));
  const singles = (survey: Survey) => survey.questions.filter((question) => question.type === "single");
  const openDimensions = open(written.dimensions);
  const openQuestions = open(singles(written));
  return [
    ...complete.dimensions.filter(({ id }) => openDimensions.has(id) && !complete.hierarchy.includes(id)),
    ...singles(complete).filter(({ id }) => openQuestions.has(id)),
  ].map(({ id, options }) => noteOf(id, options, codebook));
}

function noteOf(id: string, options: readonly Option[], codebook: string): Problem {
  const values = options.slice(0, listed).map((option) => `"${option.id}"`);
  return {
    severity: "note",
    file: codebook,
    column: id,
    message: `Its values are published as found: ${values.join(", ")}${options.length > listed ? `, … (${options.length} in all)` : ""}`,
    expected: "names of groups, nothing that a person wrote",
    mend: "Nothing, if they may be published; else give labels, make it type: text, or take it out.",
  };
}
