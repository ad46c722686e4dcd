import { isScaleQuestion, type Question, type Version } from "../survey/question.ts";
import { choiceIds } from "./interpret-columns.ts";
import { scaleOf } from "./interpret-scales.ts";
import { optionsOf, type ReadText, textOf } from "./interpret-texts.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook, CodebookQuestion } from "./schema.ts";

const recommendScale = { min: 0, max: 10 };

/** The questions of a codebook; one that can't be understood is reported and left out. */
export function interpretQuestions(
  codebook: Codebook,
  notebook: Notebook,
  readText: ReadText,
): readonly Question[] {
  notebook.unique(
    ["questions"],
    "question",
    codebook.questions.map((question) => question.id),
  );
  return codebook.questions.flatMap(
    (written, at) => interpretQuestion(written, at, codebook, notebook, readText) ?? [],
  );
}

function interpretQuestion(
  written: CodebookQuestion,
  at: number,
  codebook: Codebook,
  notebook: Notebook,
  readText: ReadText,
): Question | undefined {
  const path = ["questions", at] as const;
  const text = textOf(written.text ?? written.short, written.id);
  const base = {
    id: written.id,
    text,
    short: textOf(written.short ?? written.text, written.id),
    versions: versionsOf(written, at, codebook, notebook),
  };
  switch (written.type) {
    case "rating":
    case "nps": {
      const scale = scaleOf(written.scale ?? recommendScale, codebook, [...path, "scale"], notebook);
      if (!scale) return undefined;
      if (written.type === "nps") checkRecommendScale(scale.codes, [...path, "scale"], notebook);
      return { ...base, type: written.type, scale };
    }
    case "single":
      return {
        ...base,
        type: "single",
        options: written.labels ? optionsOf(written.labels, [...path, "labels"], notebook, readText) : [],
      };
    case "multi":
      return {
        ...base,
        type: "multi",
        base: written.base ?? "answered",
        options: multiOptions(written, [...path], notebook, readText),
      };
    case "number":
      return {
        ...base,
        type: "number",
        unit: textOf(written.unit, ""),
        better: written.better ?? "neither",
        ...(written.min === undefined ? {} : { min: written.min }),
        ...(written.max === undefined ? {} : { max: written.max }),
      };
    case "date":
      return { ...base, type: "date", precision: written.publish ?? "month", options: [] };
    case "text":
      return { ...base, type: "text" };
  }
}

function multiOptions(
  written: Extract<CodebookQuestion, { type: "multi" }>,
  path: readonly PropertyKey[],
  notebook: Notebook,
  readText: ReadText,
) {
  const named = choiceIds(written.columns);
  const options = written.labels
    ? optionsOf(written.labels, [...path, "labels"], notebook, readText)
    : named.map((id) => ({ id, label: textOf(undefined, id) }));
  for (const id of named)
    notebook.knows(
      [...path, "columns"],
      "choice",
      id,
      options.map((option) => option.id),
    );
  if (options.length === 0) {
    notebook.stop(path, {
      message: "A multiple choice with a column for each mention needs labels",
      expected: "labels: { code: text, … }",
      mend: "Add the codes that can be mentioned, with their labels.",
    });
  }
  return options;
}

function checkRecommendScale(
  codes: readonly number[],
  path: readonly PropertyKey[],
  notebook: Notebook,
): void {
  const ends = `${codes[0]}–${codes.at(-1)}`;
  if (codes.length >= 10 && (ends === "0–10" || ends === "1–10")) return;
  notebook.stop(path, {
    message: `A recommend question can't be on ${ends}`,
    expected: "a scale of 0–10 or 1–10 (M08)",
    mend: "Use min: 0 and max: 10, or make the question a rating.",
    value: ends,
  });
}

function versionsOf(
  written: CodebookQuestion,
  at: number,
  codebook: Codebook,
  notebook: Notebook,
): readonly Version[] {
  const waves = codebook.waves.map((wave) => wave.id);
  const known = (written.versions ?? []).filter((version, place) =>
    notebook.knows(["questions", at, "versions", place, "from"], "wave", version.from, waves),
  );
  return known.map((version) => ({
    from: version.from,
    comparable: version.comparable ?? false,
    ...(version.text === undefined ? {} : { text: textOf(version.text, written.id) }),
  }));
}

/** The question that heads the report: the stated outcome, else the first rated one, else the first. */
export function headlineOf(codebook: Codebook, questions: readonly Question[], notebook: Notebook): string {
  const ids = questions.map((question) => question.id);
  if (codebook.outcome !== undefined && notebook.knows(["outcome"], "question", codebook.outcome, ids))
    return codebook.outcome;
  return questions.find(isScaleQuestion)?.id ?? questions[0]?.id ?? "";
}
