import type { Option, Question } from "../survey/question.ts";
import type { Mentioned, VariableReading } from "../survey/reading.ts";
import { dimensionName, questionName } from "../survey/reading.ts";
import type { Dimension } from "../survey/survey.ts";
import type { Codebook, CodebookQuestion } from "./schema.ts";

type PerWave<Value> = Value | Readonly<Record<string, Value>>;
type Choices = readonly string[] | Readonly<Record<string, string>>;
type CodebookDimension = NonNullable<Codebook["dimensions"]>[number];
type CodebookWave = Codebook["waves"][number];

/** The header that holds a variable in a wave: the wave's own mapping, else the variable's; undefined: not asked. */
export function columnIn(wave: CodebookWave, column: PerWave<string>, id: string): string | undefined {
  return wave.columns?.[id] ?? (typeof column === "string" ? column : (column[wave.id] ?? column["default"]));
}

/** How a dimension is read in a wave; undefined where the wave has no column for it. */
export function readDimension(
  written: CodebookDimension,
  dimension: Dimension,
  wave: CodebookWave,
  codebook: Codebook,
): VariableReading | undefined {
  const column = columnIn(wave, written.column, written.id);
  if (column === undefined) return undefined;
  const options = written.labels === undefined ? "open" : dimension.options.map((option) => option.id);
  return {
    kind: "options",
    name: dimensionName(written.id),
    column,
    options,
    ...cleaning(written, wave, codebook),
  };
}

/** How a question is read in a wave; undefined where it was not asked. */
export function readQuestion(
  written: CodebookQuestion,
  question: Question,
  wave: CodebookWave,
  codebook: Codebook,
): VariableReading | undefined {
  const shared = { name: questionName(written.id), ...cleaning(written, wave, codebook) };
  if (written.type === "multi") return readMulti(written, question, wave, shared);
  const column = columnIn(wave, written.column, written.id);
  if (column === undefined) return undefined;
  switch (question.type) {
    case "rating":
    case "nps":
      return { kind: "scale", column, codes: question.scale.codes, ...shared };
    case "single": {
      const open = written.type === "single" && written.labels === undefined;
      return { kind: "options", column, options: open ? "open" : ids(question.options), ...shared };
    }
    case "number": {
      const { min, max } = written.type === "number" ? written : {};
      return {
        kind: "number",
        column,
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
        ...shared,
      };
    }
    case "date":
      return { kind: "date", column, precision: question.precision, ...shared };
    default:
      return { kind: "text", column, ...shared };
  }
}

type Shared = {
  readonly name: string;
  readonly missing: readonly string[];
  readonly recode: Readonly<Record<string, string>>;
};

function readMulti(
  written: Extract<CodebookQuestion, { type: "multi" }>,
  question: Question,
  wave: CodebookWave,
  shared: Shared,
): VariableReading | undefined {
  if (question.type !== "multi") return undefined;
  const columns = choicesIn(written.columns, wave.id);
  if (columns === undefined) return undefined;
  const options = ids(question.options);
  const base = written.base ?? "answered";
  if (isList(columns)) return { kind: "mentions", columns, options, base, ...shared };
  const choices = options.map((option) => ({
    option,
    ...(columns[option] ? { column: columns[option] } : {}),
  }));
  return { kind: "choices", choices, mentioned: mentionedOf(written.mentioned), base, ...shared };
}

/** The columns of a multiple choice in a wave: the same for all waves, or looked up by wave. */
export function choicesIn(columns: PerWave<Choices>, wave: string): Choices | undefined {
  const byWave = choicesByWave(columns);
  return byWave ? (byWave[wave] ?? byWave["default"]) : (columns as Choices);
}

/** The columns of a multiple choice where they are written by wave. */
export function choicesByWave(columns: PerWave<Choices>): Readonly<Record<string, Choices>> | undefined {
  if (isList(columns)) return undefined;
  if (Object.values(columns).every((entry) => typeof entry === "string")) return undefined;
  return columns as Readonly<Record<string, Choices>>;
}

/** Every choice id named by columns in any wave, for questions without labels. */
export function choiceIds(columns: PerWave<Choices>): readonly string[] {
  const maps = Object.values(choicesByWave(columns) ?? { default: columns as Choices });
  return [...new Set(maps.flatMap((map) => (isList(map) ? [] : Object.keys(map))))];
}

function isList(columns: PerWave<Choices>): columns is readonly string[] {
  return Array.isArray(columns);
}

function mentionedOf(
  written: readonly string[] | { readonly not: readonly string[] } | undefined,
): Mentioned {
  if (written === undefined) return { kind: "any" };
  return "not" in written ? { kind: "not", values: written.not } : { kind: "only", values: written };
}

function cleaning(
  written: {
    readonly missing?: readonly string[] | undefined;
    readonly recode?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  },
  wave: CodebookWave,
  codebook: Codebook,
): { readonly missing: readonly string[]; readonly recode: Readonly<Record<string, string>> } {
  const recode = written.recode?.[wave.id] ?? written.recode?.["default"] ?? {};
  return { missing: written.missing ?? codebook.missing ?? [], recode };
}

function ids(options: readonly Option[]): readonly string[] {
  return options.map((option) => option.id);
}
