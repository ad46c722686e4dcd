import type { Question } from "../survey/question.ts";
import type { Dimension } from "../survey/survey.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook, CodebookFactor } from "./schema.ts";

/** What names a question, dimension or factor must name one of this codebook, and no two may share a name. */
export function checkReferences(
  codebook: Codebook,
  dimensions: readonly Dimension[],
  questions: readonly Question[],
  notebook: Notebook,
): void {
  const dimensionIds = dimensions.map((dimension) => dimension.id);
  const questionIds = questions.map((question) => question.id);
  for (const key of ["hierarchy", "segments", "filters"] as const) {
    codebook[key]?.forEach((id, at, all) => {
      notebook.knows([key, at], "dimension", id, dimensionIds);
      if (all.indexOf(id) < at) notebook.stop([key, at], twice(id));
    });
  }
  checkSharedIds(codebook, dimensionIds, notebook);
  const checkFactor = (factor: CodebookFactor, path: readonly PropertyKey[]): void => {
    factor.of.forEach((member, at) => {
      if (typeof member === "string") notebook.knows([...path, "of", at], "question", member, questionIds);
      else checkFactor(member, [...path, "of", at]);
    });
  };
  codebook.factors?.forEach((factor, at) => {
    checkFactor(factor, ["factors", at]);
  });
  const factorIds = (codebook.factors ?? []).map((factor) => factor.id);
  notebook.unique(["factors"], "factor", factorIds);
  codebook.index?.of.forEach((id, at) => {
    notebook.knows(["index", "of", at], "factor", id, factorIds);
  });
  codebook.waves.forEach((wave, at) => {
    for (const id of Object.keys(wave.columns ?? {})) {
      notebook.knows(["waves", at, "columns", id], "question or dimension", id, [
        ...questionIds,
        ...dimensionIds,
      ]);
    }
  });
}

/** A wave's `columns` name questions and dimensions alike, so that an id must stand for one of them. */
function checkSharedIds(codebook: Codebook, dimensionIds: readonly string[], notebook: Notebook): void {
  const taken = new Set(dimensionIds.map((id) => id.toLowerCase()));
  codebook.questions.forEach(({ id }, at) => {
    if (!taken.has(id.toLowerCase())) return;
    notebook.stop(["questions", at, "id"], {
      message: `The question "${id}" has the id of a dimension`,
      expected: "an id that no dimension has",
      mend: "Rename one of the two.",
      value: id,
    });
  });
}

function twice(id: string) {
  return {
    message: `The dimension "${id}" is named twice`,
    expected: "every dimension once",
    mend: "Take one of the two out.",
    value: id,
  };
}

/** Keys of the format that are read and checked, and of which nothing is computed yet. */
export function noteUnused(codebook: Codebook, notebook: Notebook): void {
  const note = (key: string) =>
    notebook.note([key], {
      message: `"${key}" is read, but not used yet by this version`,
      expected: "a key that changes what is shown",
      mend: "Nothing: it can stay for a later version.",
    });
  if (codebook.index) note("index");
  for (const key of ["segments", "filters"] as const) if (codebook[key]?.length) note(key);
  if (codebook.languages?.length === 1) note("languages");
}
