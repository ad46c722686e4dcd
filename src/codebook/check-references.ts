import { isScaleQuestion, type Question } from "../survey/question.ts";
import type { Dimension } from "../survey/survey.ts";
import { checkRouting } from "./check-routing.ts";
import { codePlaces } from "./code-places.ts";
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
  checkSlices(codebook, dimensions, notebook);
  checkPairs(codebook, questions, notebook);
  checkRouting(codebook, { dimensions, questions, notebook });
  checkLevels(codebook, notebook);
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

/** Named sets take in options that exist; of a dimension without labels any value may come. */
function checkSlices(codebook: Codebook, dimensions: readonly Dimension[], notebook: Notebook): void {
  const sets = codebook.sets ?? [];
  notebook.unique(
    ["sets"],
    "set",
    sets.map(({ id }) => id),
  );
  sets.forEach(({ slice }, at) => {
    for (const [id, values] of Object.entries(slice)) {
      const path = ["sets", at, "slice", id];
      const ids = dimensions.map((dimension) => dimension.id);
      if (!notebook.knows(path, "dimension", id, ids)) continue;
      const options = dimensions.find((dimension) => dimension.id === id)?.options.map((option) => option.id);
      if (options?.length)
        values.forEach((value, place) => {
          notebook.knows([...path, place], "code", value, options, codePlaces(codebook, id));
        });
    }
  });
}

const wholeGap = "gap";

/** A gap is between two ratings on one scale (M09). */
function checkPairs(codebook: Codebook, questions: readonly Question[], notebook: Notebook): void {
  const rated = questions.filter(isScaleQuestion);
  const ids = rated.map(({ id }) => id);
  const { pairs = [] } = codebook;
  const weighs = pairs.filter(({ weight }) => weight !== undefined).length;
  pairs.forEach((pair, at) => {
    if (pair.weight === undefined && weighs > 0)
      notebook.stop(["pairs", at], {
        message: "The pair states no weight, and another does",
        expected: "a weight on every pair, or on none",
        mend: "State its weight, or take the weights of the others out.",
        rests: notebook.restsOnEach(["pairs"], pairs.length, ["weight"]),
      });
    if (pair.perception === wholeGap)
      notebook.stop(["pairs", at, "perception"], {
        message: `"${wholeGap}" is what the open results call the gap of all pairs together`,
        expected: "a perception of another id",
        mend: "Rename the question.",
        value: wholeGap,
      });
    if (pairs.findIndex(({ perception }) => perception === pair.perception) < at)
      notebook.stop(["pairs", at, "perception"], {
        message: `"${pair.perception}" is the perception of another pair already`,
        expected: "every perception in one pair",
        mend: "Take one of the two pairs out.",
        value: pair.perception,
      });
    const swapped = pairs.findIndex(
      (other) => other.expectation === pair.perception && other.perception === pair.expectation,
    );
    if (swapped >= 0 && swapped < at)
      notebook.stop(["pairs", at], {
        message: `The pair is that of "${pair.perception}" and "${pair.expectation}" turned round: its gap would take off the other's`,
        expected: "every two questions in one pair",
        mend: "Take one of the two pairs out, the one that has the expectation for the perception.",
        value: `${pair.expectation}, ${pair.perception}`,
        rests: (["expectation", "perception"] as const).map((leg) => ["pairs", at, leg]),
      });
    const known = (["expectation", "perception"] as const).filter((leg) =>
      notebook.knows(["pairs", at, leg], "rated question", pair[leg], ids),
    );
    const scales = known.map((leg) => rated.find(({ id }) => id === pair[leg])?.scale.codes.join(", "));
    if (scales.length < 2 || (scales[0] === scales[1] && pair.expectation !== pair.perception)) return;
    const twice = pair.expectation === pair.perception;
    notebook.stop(["pairs", at], {
      message: twice
        ? "Both legs of the pair are one question"
        : "The two questions of the pair stand on different scales",
      expected: "two rated questions on one scale",
      mend: "Correct the pair; a leg on another scale can be brought to it with recode.",
      value: twice ? pair.expectation : scales.join(" and "),
      rests: [
        ...(["expectation", "perception"] as const).map((leg) => ["pairs", at, leg]),
        ...[pair.expectation, pair.perception].flatMap((id) => codePlaces(codebook, id)),
      ],
    });
  });
}

/** Pooling is by level of the hierarchy; a level without a column of its own must come from the branches' file. */
function checkLevels(codebook: Codebook, notebook: Notebook): void {
  const hierarchy = codebook.hierarchy ?? [];
  if (codebook.branches !== undefined && hierarchy.length === 0)
    notebook.stop(["branches"], {
      message: "A file of branches is named, and no hierarchy that they stand in",
      rests: [["branches"], ["hierarchy"]],
      expected: "hierarchy: [region, …, dealer], the widest level first",
      mend: "Add the hierarchy, or take the file out.",
      value: codebook.branches,
    });
  for (const level of Object.keys(codebook.base?.pool ?? {}))
    notebook.knows(["base", "pool", level], "level of the hierarchy", level, hierarchy);
  const isTabulated = codebook.waves.some(({ tabulated }) => tabulated !== undefined);
  codebook.dimensions?.forEach(({ id, column }, at) => {
    if (isTabulated) return;
    if (column !== undefined || codebook.waves.every(({ columns }) => columns && Object.hasOwn(columns, id)))
      return;
    const below = hierarchy.slice(hierarchy.indexOf(id) + 1);
    if (codebook.branches !== undefined && hierarchy.includes(id) && below.length > 0) return;
    notebook.stop(["dimensions", at], {
      message: `The dimension "${id}" has no column`,
      expected: "column: HEADER; only a level above others in the branches' file can do without",
      mend: "Add the column.",
      rests: [["dimensions", at, "column"], ["branches"], ["hierarchy"], ["waves"]],
    });
  });
}

const unusedKeys = ["remedies"] as const;

/** Keys of the format that are read and checked, and of which nothing is computed yet. */
export function noteUnused(codebook: Codebook, notebook: Notebook): void {
  const note = (...path: readonly string[]) =>
    notebook.note(path, {
      message: `"${path.at(-1)}" is read, but not used yet by this version`,
      expected: "a key that changes what is shown",
      mend: "Nothing: it can stay for a later version.",
    });
  for (const key of unusedKeys) {
    const written = codebook[key];
    if (Array.isArray(written) ? written.length > 0 : written !== undefined) note(key);
  }
  if (Object.keys(codebook.models ?? {}).some((model) => model !== "bands")) note("models");
  if (codebook.languages?.length === 1) note("languages");
}
