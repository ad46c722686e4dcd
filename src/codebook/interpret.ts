import { compareIds } from "../survey/complete.ts";
import type { Problem } from "../survey/problem.ts";
import type { Option, Question } from "../survey/question.ts";
import type { Reading, VariableReading, WaveReading } from "../survey/reading.ts";
import { dimensionName, questionName } from "../survey/reading.ts";
import type { Dimension, Factor, Survey } from "../survey/survey.ts";
import { checkWaveMaps } from "./check-wave-maps.ts";
import { columnIn, readDimension, readQuestion } from "./interpret-columns.ts";
import { headlineOf, interpretQuestions } from "./interpret-questions.ts";
import { optionsOf, type ReadText, textOf } from "./interpret-texts.ts";
import { schemaProblems } from "./messages.ts";
import { Notebook } from "./notebook.ts";
import { type Codebook, type CodebookFactor, codebookSchema } from "./schema.ts";
import { readYaml } from "./yaml-source.ts";

/** A codebook understood: what the survey is and how its files are read. */
export interface Interpretation {
  readonly survey: Survey;
  readonly reading: Reading;
}

export interface InterpretOptions {
  /** The codebook's name in messages, relative to the data folder. */
  readonly file: string;
  /** The folder that the codebook stands in. */
  readonly folder: string;
  readonly readText: ReadText;
}

/**
 * Understands a codebook (`survey.yaml`). All problems come back together; with any of them there is no
 * interpretation, so that nothing is built from half of a codebook.
 */
export function interpretCodebook(
  text: string,
  { file, folder, readText }: InterpretOptions,
): { readonly interpretation?: Interpretation; readonly problems: readonly Problem[] } {
  const { source, problems } = readYaml(text, file);
  if (!source) return { problems };
  const parsed = codebookSchema.safeParse(source.value);
  if (!parsed.success) return { problems: schemaProblems(parsed.error, source) };
  const codebook = parsed.data;
  const notebook = new Notebook(source);
  const survey = interpretSurvey(codebook, notebook, readText);
  const reading = interpretReading(codebook, survey, folder);
  if (notebook.problems.length > 0) return { problems: notebook.problems };
  return { interpretation: { survey, reading }, problems: [] };
}

function interpretSurvey(codebook: Codebook, notebook: Notebook, readText: ReadText): Survey {
  const dimensions = interpretDimensions(codebook, notebook, readText);
  const questions = interpretQuestions(codebook, notebook, readText);
  checkReferences(codebook, dimensions, questions, notebook);
  checkWaveMaps(codebook, notebook);
  notebook.unique(
    ["waves"],
    "wave",
    codebook.waves.map((wave) => wave.id),
  );
  return {
    id: codebook.id,
    title: textOf(codebook.title, codebook.id),
    ...(codebook.description === undefined ? {} : { description: textOf(codebook.description, "") }),
    synthetic: codebook.synthetic ?? false,
    waves: codebook.waves.map(({ id, title, start, end, invited }) => ({
      id,
      title: textOf(title, id),
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
      ...(invited === undefined ? {} : { invited }),
    })),
    dimensions,
    hierarchy: codebook.hierarchy ?? [],
    segments: codebook.segments ?? [],
    filters: codebook.filters ?? dimensions.map((dimension) => dimension.id),
    questions,
    factors: (codebook.factors ?? []).map(interpretFactor),
    headline: headlineOf(codebook, questions, notebook),
    measures: codebook.measures ?? ["mean", "top2", "nps"],
    base: { minimum: codebook.base?.minimum ?? 5, caution: codebook.base?.caution ?? 30 },
    publish: codebook.publish ?? "protected",
  };
}

function interpretDimensions(
  codebook: Codebook,
  notebook: Notebook,
  readText: ReadText,
): readonly Dimension[] {
  const written = codebook.dimensions ?? [];
  notebook.unique(
    ["dimensions"],
    "dimension",
    written.map((dimension) => dimension.id),
  );
  return written.map(({ id, title, labels, order }, at) => {
    const options =
      labels === undefined ? [] : optionsOf(labels, ["dimensions", at, "labels"], notebook, readText);
    return { id, title: textOf(title, id), options: order === "value" ? options.toSorted(byId) : options };
  });
}

function byId(a: Option, b: Option): number {
  return compareIds(a.id, b.id);
}

function interpretFactor(written: CodebookFactor): Factor {
  return {
    id: written.id,
    title: textOf(written.title, written.id),
    ...(written.weight === undefined ? {} : { weight: written.weight }),
    ...(written.owner === undefined ? {} : { owner: textOf(written.owner, "") }),
    of: written.of.map((member) => (typeof member === "string" ? member : interpretFactor(member))),
  };
}

function checkReferences(
  codebook: Codebook,
  dimensions: readonly Dimension[],
  questions: readonly Question[],
  notebook: Notebook,
): void {
  const dimensionIds = dimensions.map((dimension) => dimension.id);
  const questionIds = questions.map((question) => question.id);
  for (const key of ["hierarchy", "segments", "filters"] as const) {
    codebook[key]?.forEach((id, at) => {
      notebook.knows([key, at], "dimension", id, dimensionIds);
    });
  }
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

function interpretReading(codebook: Codebook, survey: Survey, folder: string): Reading {
  return {
    folder,
    waves: codebook.waves.map((wave) => interpretWave(wave, codebook, survey)),
    ...(codebook.strata === undefined ? {} : { strata: codebook.strata }),
  };
}

function interpretWave(wave: Codebook["waves"][number], codebook: Codebook, survey: Survey): WaveReading {
  const present = <Value>(key: string, value: Value | undefined) =>
    value === undefined ? {} : { [key]: value };
  const column = (written: Codebook["weight"], id: string) =>
    written === undefined ? undefined : columnIn(wave, written, id);
  const duration = column(codebook.quality?.duration, "duration");
  return {
    wave: wave.id,
    file: wave.file,
    ...present("encoding", wave.encoding),
    ...present("delimiter", wave.delimiter),
    ...present("respondent", column(codebook.respondent, "respondent")),
    ...present("weight", column(codebook.weight, "weight")),
    ...present("date", codebook.date?.publish === "no" ? undefined : column(codebook.date?.column, "date")),
    ...(duration === undefined
      ? {}
      : { duration: { column: duration, minimum: codebook.quality?.minimum ?? 0 } }),
    variables: variablesIn(wave, codebook, survey),
    hierarchy: survey.hierarchy.map(dimensionName),
    batteries: batteriesOf(survey),
    badCellLimit: codebook.quality?.badCells ?? 0.01,
  };
}

function variablesIn(
  wave: Codebook["waves"][number],
  codebook: Codebook,
  survey: Survey,
): readonly VariableReading[] {
  const dimensions = (codebook.dimensions ?? []).flatMap((written) => {
    const dimension = survey.dimensions.find((candidate) => candidate.id === written.id);
    return (dimension && readDimension(written, dimension, wave, codebook)) ?? [];
  });
  const questions = codebook.questions.flatMap((written) => {
    const question = survey.questions.find((candidate) => candidate.id === written.id);
    return (question && readQuestion(written, question, wave, codebook)) ?? [];
  });
  return [...dimensions, ...questions];
}

/** Rating questions that share a scale, in groups large enough to show straight-lining (five and more). */
function batteriesOf(survey: Survey): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const question of survey.questions) {
    if (question.type !== "rating") continue;
    const key = question.scale.codes.join();
    groups.set(key, [...(groups.get(key) ?? []), questionName(question.id)]);
  }
  return [...groups.values()].filter((group) => group.length >= 5);
}
