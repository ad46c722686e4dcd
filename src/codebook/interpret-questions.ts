import {
  type AskedOf,
  isScaleQuestion,
  type Option,
  type Question,
  type Version,
} from "../survey/question.ts";
import type { KanoFeature } from "../survey/survey.ts";
import { choiceIds } from "./interpret-columns.ts";
import { scaleOf } from "./interpret-scales.ts";
import { optionsOf, type ReadText, textOf } from "./interpret-texts.ts";
import { kanoAnswers, kanoLegs, legIds } from "./kano.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook, CodebookQuestion } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

const recommendScale = { min: 0, max: 10 };

type Leg = Exclude<CodebookQuestion, { type: "kano" }>;

interface Desk {
  readonly codebook: Codebook;
  readonly notebook: Notebook;
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
  const desk = { codebook, notebook, readText };
  return codebook.questions.flatMap((written, at) => {
    if (written.type !== "kano") return interpretQuestion(written, at, desk) ?? [];
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

function interpretQuestion(
  written: Leg,
  at: number,
  { codebook, notebook, readText }: Desk,
): Question | undefined {
  const path = ["questions", at] as const;
  const text = textOf(written.text ?? written.short, written.id);
  const base = {
    id: written.id,
    text,
    short: textOf(written.short ?? written.text, written.id),
    versions: versionsOf(written, at, codebook, notebook),
    ...(written.asked === undefined ? {} : { asked: askedOf(written.asked) }),
  };
  switch (written.type) {
    case "rating":
    case "nps": {
      const scale = scaleOf(written.scale ?? recommendScale, codebook, [...path, "scale"], notebook);
      if (!scale) return undefined;
      if (written.type === "nps") checkRecommendScale(scale.codes, [...path, "scale"], notebook);
      return { ...base, type: written.type, scale };
    }
    case "single": {
      const options = written.labels
        ? optionsOf(written.labels, [...path, "labels"], notebook, readText)
        : [];
      checkOptionKeys(written, options, path, notebook);
      return { ...base, type: "single", options };
    }
    case "multi": {
      checkLayout(written, path, notebook);
      const options = multiOptions(written, [...path], notebook, readText);
      checkOptionKeys(written, options, path, notebook);
      const { none } = written;
      return {
        ...base,
        type: "multi",
        base: written.base ?? "answered",
        options,
        ...(none === undefined ? {} : { none }),
      };
    }
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
    );
  if (options.length === 0) {
    notebook.stop(path, {
      message: "A multiple choice with mentions or with all choices in one cell needs labels",
      expected: "labels: { code: text, … }",
      mend: "Add the codes that can be mentioned, with their labels.",
    });
  }
  return options;
}

/** `other` and `none` name an option of the question. */
function checkOptionKeys(
  written: { readonly other?: string | undefined; readonly none?: string | undefined },
  options: readonly Option[],
  path: KeyPath,
  notebook: Notebook,
): void {
  const ids = options.map(({ id }) => id);
  for (const key of ["other", "none"] as const) {
    const named = written[key];
    if (named !== undefined) notebook.knows([...path, key], "choice", named, ids);
  }
}

/** A multiple choice stands in columns of its own, or in one cell with a separator. */
function checkLayout(
  { column, columns, separator }: Extract<CodebookQuestion, { type: "multi" }>,
  path: KeyPath,
  notebook: Notebook,
): void {
  const complain = (message: string, expected: string, mend: string) =>
    notebook.stop(path, { message, expected, mend });
  if (column === undefined && columns === undefined) {
    complain(
      "The multiple choice names no column",
      "columns: { choice: column, … }, or column and separator",
      "Add `columns`, or `column` with `separator`.",
    );
  } else if ((column === undefined) !== (separator === undefined)) {
    complain(
      column === undefined
        ? "A separator needs the column that it parts"
        : "One cell for all choices needs a separator",
      'column: Q9 with separator: "┋"',
      column === undefined ? "Name the column, or take the separator out." : "Add the separator.",
    );
  }
}

function askedOf(asked: Readonly<Record<string, readonly string[]>>): readonly AskedOf[] {
  return Object.entries(asked).map(([id, values]) => ({ id, values }));
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

function versionsOf(written: Leg, at: number, codebook: Codebook, notebook: Notebook): readonly Version[] {
  const waves = codebook.waves.map((wave) => wave.id);
  const known = (written.versions ?? []).filter((version, place) =>
    notebook.knows(["questions", at, "versions", place, "from"], "wave", version.from, waves),
  );
  return known.map((version) => {
    const place = written.versions?.indexOf(version) ?? 0;
    const scale = versionScale(version.scale, written, ["questions", at, "versions", place, "scale"], {
      codebook,
      notebook,
    });
    return {
      from: version.from,
      comparable: version.comparable ?? false,
      ...(version.text === undefined ? {} : { text: textOf(version.text, written.id) }),
      ...(version.reason === undefined ? {} : { reason: textOf(version.reason, "") }),
      ...(scale ? { scale } : {}),
    };
  });
}

function versionScale(
  scale: NonNullable<Leg["versions"]>[number]["scale"],
  { type }: Leg,
  path: KeyPath,
  { codebook, notebook }: Pick<Desk, "codebook" | "notebook">,
): Version["scale"] {
  if (scale === undefined) return undefined;
  if (type === "rating" || type === "nps") return scaleOf(scale, codebook, path, notebook);
  notebook.stop(path, {
    message: `A question of type ${type} has no scale that could change`,
    expected: "a scale in versions of rating and nps questions",
    mend: "Take the scale out.",
  });
  return undefined;
}

/** The question that heads the report: the stated outcome, else the first rated one, else the first. */
export function headlineOf(codebook: Codebook, questions: readonly Question[], notebook: Notebook): string {
  const ids = questions.map((question) => question.id);
  if (codebook.outcome !== undefined && notebook.knows(["outcome"], "question", codebook.outcome, ids))
    return codebook.outcome;
  return questions.find(isScaleQuestion)?.id ?? questions[0]?.id ?? "";
}
