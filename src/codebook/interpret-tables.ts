import { isChoiceQuestion, isScaleQuestion, questionIn } from "../survey/question.ts";
import type { TableReading, TabulatedReading } from "../survey/reading.ts";
import { type Survey, waveIds } from "../survey/survey.ts";
import { scaleWords, wordsOf } from "./interpret-words.ts";
import type { Codebook } from "./schema.ts";

type CodebookWave = Codebook["waves"][number];
type Written = NonNullable<CodebookWave["tabulated"]>;
type CodebookTable = Exclude<Written, string | readonly unknown[]>;

/** How a wave of which only printed tables survive is read; undefined for one with respondents. */
export function tabulatedReading(
  { id, tabulated, respondents, encoding, delimiter }: CodebookWave,
  survey: Survey,
): TabulatedReading | undefined {
  if (tabulated === undefined) return undefined;
  return {
    wave: id,
    tables: tablesOf(tabulated).map(tableReading),
    ...(respondents === undefined ? {} : { respondents }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    words: wordsIn(id, survey),
  };
}

/** Labels that may stand in a table in place of codes. Questions and dimensions have no id in common. */
function wordsIn(wave: string, survey: Survey): TabulatedReading["words"] {
  const asked = survey.questions.map((question) => questionIn(question, waveIds(survey), wave));
  const scales = asked.filter(isScaleQuestion).map(({ id, scale }) => {
    const codes = Object.entries(scaleWords(scale) ?? {});
    return [id, Object.fromEntries(codes.map(([word, code]) => [word, String(code)]))] as const;
  });
  const choices = [...asked.filter(isChoiceQuestion), ...survey.dimensions];
  return Object.fromEntries([
    ...scales,
    ...choices.map(({ id, options }) => [id, wordsOf(options) ?? {}] as const),
  ]);
}

/** The tables of a wave, whichever way they are written. */
export function tablesOf(written: Written): readonly CodebookTable[] {
  if (typeof written === "string") return [{ file: written }];
  return Array.isArray(written) ? written : [written];
}

function tableReading(table: CodebookTable): TableReading {
  const { file, rows = {}, question = "question", questions = {}, option, options, count, percent } = table;
  const value = count ?? (typeof percent === "string" ? percent : percent ? "percent" : "count");
  return {
    file,
    rows,
    question,
    questions,
    options: options
      ? { kind: "wide", columns: options }
      : { kind: "long", column: option ?? "option", value },
    cells: percent === undefined || percent === false ? "counts" : "percent",
    ...(table.base === undefined ? {} : { base: table.base }),
    ...(table.slice === undefined ? {} : { slice: table.slice }),
  };
}
