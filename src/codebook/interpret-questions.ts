import { type AskedOf, isScaleQuestion, type Option, type Question } from "../survey/question.ts";
import type { KanoFeature } from "../survey/survey.ts";
import { readChanges } from "./change-file.ts";
import {
  checkLayout,
  checkLegIds,
  checkLimits,
  checkOptionKeys,
  checkRecommendScale,
} from "./check-question.ts";
import { choiceIds } from "./interpret-columns.ts";
import { scaleOf } from "./interpret-scales.ts";
import { optionsOf, proseOf, type ReadText, textOf } from "./interpret-texts.ts";
import { type VersionsDesk, versionsOf } from "./interpret-versions.ts";
import { kanoAnswers, kanoLegs, legIds } from "./kano.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook, CodebookQuestion } from "./schema.ts";

const recommendScale = { min: 0, max: 10 };

type Leg = Exclude<CodebookQuestion, { type: "kano" }>;

interface Desk extends VersionsDesk {
  readonly readText: ReadText;
}

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
  checkLegIds(codebook, notebook);
  const desk = { codebook, notebook, readText, changes: readChanges(codebook, notebook, readText) };
  return codebook.questions.flatMap((written, at) => {
    if (written.type !== "kano") {
      const question = interpretQuestion(written, at, desk);
      if (!question) notebook.lose("questions", written.id);
      return question ?? [];
    }
    const options = kanoOptions(written, at, desk);
    return kanoLegs(written).flatMap((leg) => {
      const question = interpretQuestion({ ...leg, labels: {} }, at, desk);
      return question?.type === "single" ? { ...question, options } : [];
    });
  });
}

/** The features that were asked about twice. */
export function kanoFeatures(codebook: Codebook): readonly KanoFeature[] {
  return codebook.questions.flatMap((written) =>
    written.type === "kano"
      ? [{ id: written.id, title: textOf(written.short ?? written.text, written.id), ...legIds(written.id) }]
      : [],
  );
}

/** Five options in the order of `codes`, which is Kano's, whatever numbers the export has. */
function kanoOptions(
  { codes, labels }: Extract<CodebookQuestion, { type: "kano" }>,
  at: number,
  { notebook, readText }: Desk,
): readonly Option[] {
  const path = ["questions", at, "labels"];
  const named = labels === undefined ? [] : optionsOf(labels, path, notebook, readText);
  for (const { id } of named) notebook.knows([...path, id], "code", id, codes.map(String));
  if (new Set(codes).size < codes.length) {
    notebook.stop(["questions", at, "codes"], {
      message: "A code stands for two of the five answers",
      expected: "five different codes, from the one for I like it to the one for I dislike it",
      mend: "Correct the codes.",
      value: codes.join(", "),
    });
  }
  return codes.map((code, place) => ({
    id: String(code),
    label:
      named.find(({ id }) => id === String(code))?.label ??
      kanoAnswers[place] ??
      textOf(undefined, String(code)),
  }));
}

function interpretQuestion(written: Leg, at: number, desk: Desk): Question | undefined {
  const { codebook, notebook, readText } = desk;
  const path = ["questions", at] as const;
  const scale =
    written.type === "rating" || written.type === "nps"
      ? scaleOf(written.scale ?? recommendScale, codebook, [...path, "scale"], notebook)
      : undefined;
  const text = proseOf(written.text ?? written.short, written.id);
  const base = {
    id: written.id,
    text,
    short: textOf(written.short ?? written.text, written.id),
    versions: versionsOf(written, at, scale, desk),
    ...(written.asked === undefined ? {} : { asked: askedOf(written.asked) }),
  };
  switch (written.type) {
    case "rating":
    case "nps": {
      if (!scale) return undefined;
      if (written.type === "nps") checkRecommendScale(scale.codes, [...path, "scale"], notebook);
      const { measures } = written;
      return { ...base, type: written.type, scale, ...(measures ? { measures } : {}) };
    }
    case "single": {
      const options = written.labels
        ? optionsOf(written.labels, [...path, "labels"], notebook, readText)
        : [];
      checkOptionKeys(written, options, path, notebook);
      return { ...base, type: "single", options };
    }
    case "multi": {
      const tabulated = codebook.waves.some((wave) => wave.tabulated !== undefined);
      checkLayout(written, path, { notebook, tabulated });
      const options = multiOptions(written, [...path], notebook, readText);
      checkOptionKeys(written, options, path, notebook);
      const { none, problems } = written;
      return {
        ...base,
        type: "multi",
        base: written.base ?? "answered",
        options,
        ...(none === undefined ? {} : { none }),
        ...(problems
          ? { problems: problems.map(({ id, title, of }) => ({ id, title: textOf(title, id), of })) }
          : {}),
      };
    }
    case "number":
      checkLimits(written, path, notebook);
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
  const named = written.columns === undefined ? [] : choiceIds(written.columns);
  const options = written.labels
    ? optionsOf(written.labels, [...path, "labels"], notebook, readText)
    : named.map((id) => ({ id, label: textOf(undefined, id) }));
  for (const id of named)
    notebook.knows(
      [...path, "columns"],
      "choice",
      id,
      options.map((option) => option.id),
      [[...path, "labels"]],
    );
  if (options.length === 0) {
    notebook.stop(path, {
      message: "A multiple choice with mentions or with all choices in one cell needs labels",
      expected: "labels: { code: text, … }",
      mend: "Add the codes that can be mentioned, with their labels.",
      rests: ["labels", "columns"].map((key) => [...path, key]),
    });
  }
  return options;
}

function askedOf(asked: Readonly<Record<string, readonly string[]>>): readonly AskedOf[] {
  return Object.entries(asked).map(([id, values]) => ({ id, values }));
}

/** The question that heads the report: the stated outcome, else the first rated one, else the first. */
export function headlineOf(codebook: Codebook, questions: readonly Question[], notebook: Notebook): string {
  const ids = questions.map((question) => question.id);
  if (codebook.outcome !== undefined && notebook.knows(["outcome"], "question", codebook.outcome, ids))
    return codebook.outcome;
  return questions.find(isScaleQuestion)?.id ?? questions[0]?.id ?? "";
}
