import type { z } from "zod";
import { compareIds } from "../survey/complete.ts";
import type { Problem } from "../survey/problem.ts";
import type { Option } from "../survey/question.ts";
import type { Reading, VariableReading, WaveReading } from "../survey/reading.ts";
import { dimensionName } from "../survey/reading.ts";
import type { BaseRules, Dimension, Survey } from "../survey/survey.ts";
import { batteriesOf } from "./batteries.ts";
import { checkReferences, noteUnused } from "./check-references.ts";
import { checkRemedies } from "./check-remedies.ts";
import { checkRepeats } from "./check-repeats.ts";
import { checkSense } from "./check-sense.ts";
import { checkWaveMaps } from "./check-wave-maps.ts";
import { checkWaves } from "./check-waves.ts";
import { checkWeight } from "./check-weight.ts";
import { headerIn, minimumOf, readDimension, readQuestion } from "./interpret-columns.ts";
import { interpretFactor, interpretIndex } from "./interpret-factors.ts";
import { headlineOf, interpretQuestions, kanoFeatures } from "./interpret-questions.ts";
import { interpretBands, interpretPairs, interpretScoring } from "./interpret-scoring.ts";
import { tabulatedReading } from "./interpret-tables.ts";
import { optionsOf, proseOf, type ReadText, textOf } from "./interpret-texts.ts";
import { weightIn } from "./interpret-weight.ts";
import { schemaProblems } from "./messages.ts";
import { Notebook } from "./notebook.ts";
import { salvage } from "./salvage.ts";
import { type Codebook, codebookSchema } from "./schema.ts";
import { readYaml, type YamlSource } from "./yaml-source.ts";

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

/** A codebook's problems, and what it says where nothing stops. */
export interface Understanding {
  readonly interpretation?: Interpretation;
  /** Of a codebook with problems: what the rest of it says, for looking at its files too. Nothing is built from it. */
  readonly partial?: Interpretation;
  readonly problems: readonly Problem[];
}

/**
 * Understands a codebook (`survey.yaml`). All problems come back together: where the schema refuses parts of it, the
 * rest is held against itself all the same. With any that stops there is no interpretation, so that nothing is built
 * from half of a codebook.
 */
export function interpretCodebook(text: string, { file, folder, readText }: InterpretOptions): Understanding {
  const { source, problems } = readYaml(text, file);
  if (!source) return { problems };
  const parsed = codebookSchema.safeParse(source.value);
  if (!parsed.success) return interpretRest(parsed.error, source, { file, folder, readText });
  const notebook = new Notebook(source);
  const interpretation = interpretParsed(parsed.data, notebook, { file, folder, readText });
  if (notebook.stopped) return { partial: interpretation, problems: notebook.problems };
  noteUnused(parsed.data, notebook);
  return { interpretation, problems: notebook.problems };
}

function interpretRest(error: z.ZodError, source: YamlSource, options: InterpretOptions): Understanding {
  const rest = salvage(source.value, error);
  if (!rest) return { problems: schemaProblems(error, source) };
  const notebook = new Notebook(source, rest);
  interpretParsed(rest.codebook, notebook, options);
  const problems = [...schemaProblems(error, source), ...notebook.problems];
  // Files are held against whole questions and dimensions only: half of one would find fault with its answers.
  const whole = salvage(source.value, error, { whole: true });
  if (!whole) return { problems };
  return { partial: interpretParsed(whole.codebook, new Notebook(source, whole), options), problems };
}

function interpretParsed(
  codebook: Codebook,
  notebook: Notebook,
  { folder, readText }: InterpretOptions,
): Interpretation {
  const survey = interpretSurvey(codebook, notebook, readText);
  return { survey, reading: interpretReading(codebook, survey, folder) };
}

function interpretSurvey(codebook: Codebook, notebook: Notebook, readText: ReadText): Survey {
  const dimensions = interpretDimensions(codebook, notebook, readText);
  const questions = interpretQuestions(codebook, notebook, readText);
  checkReferences(codebook, dimensions, questions, notebook);
  checkSense(codebook, { dimensions, questions }, notebook);
  checkWaveMaps(codebook, notebook);
  checkWaves(codebook, notebook);
  checkWeight(codebook, { dimensions, notebook, readText });
  checkRemedies(codebook, notebook, readText);
  checkRepeats(codebook, notebook);
  const index = interpretIndex(codebook);
  const scoring = interpretScoring(codebook, questions);
  const bands = interpretBands(codebook, questions);
  return {
    id: codebook.id,
    title: textOf(codebook.title, codebook.id),
    ...(codebook.description === undefined ? {} : { description: proseOf(codebook.description, "") }),
    synthetic: codebook.synthetic ?? false,
    waves: codebook.waves.map(({ id, title, start, end, invited, tabulated }) => ({
      id,
      title: textOf(title, id),
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
      ...(invited === undefined ? {} : { invited }),
      ...(tabulated === undefined ? {} : { tabulated: true }),
    })),
    dimensions,
    hierarchy: codebook.hierarchy ?? [],
    segments: codebook.segments ?? [],
    filters: codebook.filters ?? dimensions.map((dimension) => dimension.id),
    sets: (codebook.sets ?? []).map(({ id, title, slice }) => ({ id, title: textOf(title, id), slice })),
    pairs: interpretPairs(codebook, questions),
    kano: kanoFeatures(codebook),
    questions,
    factors: (codebook.factors ?? []).map(interpretFactor),
    ...(index ? { index } : {}),
    ...(scoring ? { scoring } : {}),
    ...(bands ? { bands } : {}),
    headline: headlineOf(codebook, questions, notebook),
    measures: codebook.measures ?? ["mean", "top2", "nps"],
    base: baseOf(codebook, notebook),
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

function baseOf(codebook: Codebook, notebook: Notebook): BaseRules {
  const minimum = minimumOf(codebook);
  const caution = codebook.base?.caution ?? Math.max(30, minimum);
  if (caution < minimum) {
    notebook.stop(["base", "caution"], {
      message: "Figures would be withheld before they are flagged",
      expected: `a number of answers from the minimum, ${minimum}, on`,
      mend: "Raise caution, or lower minimum.",
      value: caution,
    });
  }
  const pool = codebook.base?.pool;
  return { minimum, caution, ...(pool === undefined ? {} : { pool }) };
}

function interpretReading(codebook: Codebook, survey: Survey, folder: string): Reading {
  return {
    folder,
    waves: codebook.waves.flatMap((wave) =>
      wave.file === undefined ? [] : [interpretWave(wave, wave.file, codebook, survey)],
    ),
    tabulated: codebook.waves.flatMap((wave) => tabulatedReading(wave, survey) ?? []),
    ...(codebook.branches === undefined ? {} : { branches: codebook.branches }),
    ...(codebook.strata === undefined ? {} : { strata: codebook.strata }),
  };
}

function interpretWave(
  wave: Codebook["waves"][number],
  file: string,
  codebook: Codebook,
  survey: Survey,
): WaveReading {
  const present = <Value>(key: string, value: Value | undefined) =>
    value === undefined ? {} : { [key]: value };
  const column = (written: Codebook["respondent"]) =>
    written === undefined ? undefined : headerIn(wave, written);
  const duration = column(codebook.quality?.duration);
  const respondent = column(codebook.respondent);
  const date = codebook.date;
  return {
    wave: wave.id,
    file,
    ...present("format", wave.format),
    ...present("encoding", wave.encoding),
    ...present("delimiter", wave.delimiter),
    ...present("sheet", wave.sheet),
    ...present("incomplete", codebook.quality?.incomplete),
    ...present("respondent", respondent),
    ...present("noRespondent", respondent === undefined ? undefined : codebook.missing),
    ...weightIn(wave, codebook.weight),
    ...(date === undefined || date.publish === "no"
      ? {}
      : {
          ...present("date", column(date.column)),
          ...present("datePrecision", date.publish),
          ...present("dateFormat", date.format),
        }),
    ...(duration === undefined
      ? {}
      : { duration: { column: duration, minimum: codebook.quality?.minimum ?? 0 } }),
    variables: variablesIn(wave, codebook, survey),
    hierarchy: survey.hierarchy.map(dimensionName),
    batteries: batteriesOf(survey, wave.id),
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
  const questions = codebook.questions.flatMap((written) => readQuestion(written, wave, codebook, survey));
  return firstOfEach([...dimensions, ...questions]);
}

/** Ids that are given twice are a problem of their own; the store has every column once all the same. */
function firstOfEach(variables: readonly VariableReading[]): readonly VariableReading[] {
  const names = variables.map(({ name }) => name.toLowerCase());
  return variables.filter((_, at) => names.indexOf(names[at] ?? "") === at);
}
