import type { Option, Question } from "../survey/question.ts";
import type { Mentioned, VariableReading } from "../survey/reading.ts";
import { dimensionName, questionName } from "../survey/reading.ts";
import type { Dimension } from "../survey/survey.ts";
import type { Codebook, CodebookQuestion } from "./schema.ts";

type PerWave<Value> = Value | Readonly<Record<string, Value>>;
type Choices = readonly string[] | Readonly<Record<string, string>>;
type CodebookDimension = NonNullable<Codebook["dimensions"]>[number];
type CodebookWave = Codebook["waves"][number];

/** The entry of a map, and nothing that JavaScript gives every object, such as `constructor`. */
export function own<Value>(map: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return map && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** The header that holds a variable in a wave: the wave's own mapping, else the variable's; undefined: not asked. */
function columnIn(wave: CodebookWave, column: PerWave<string>, id: string): string | undefined {
  return own(wave.columns, id) ?? headerIn(wave, column);
}

/** The header in a wave of what is written as one header, or as one by wave. */
export function headerIn(wave: CodebookWave, column: PerWave<string>): string | undefined {
  return typeof column === "string" ? column : inWave(column, wave.id);
}

function inWave<Value>(byWave: Readonly<Record<string, Value>> | undefined, wave: string): Value | undefined {
  return own(byWave, wave) ?? own(byWave, "default");
}

/** Rare values of an open column are joined, but for the hierarchy's: it is there to show each of them. */
function openness(open: boolean, inHierarchy: boolean, codebook: Codebook): { readonly rareBelow?: number } {
  return open && !inHierarchy ? { rareBelow: minimumOf(codebook) } : {};
}

/** The fewest answers that a figure may stand on. */
export function minimumOf(codebook: Codebook): number {
  return codebook.base?.minimum ?? 5;
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
    ...openness(options === "open", codebook.hierarchy?.includes(written.id) ?? false, codebook),
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
      const options = open ? "open" : ids(question.options);
      return { kind: "options", column, options, ...openness(open, false, codebook), ...shared };
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
    case "date": {
      const format = written.type === "date" && written.format ? { format: written.format } : {};
      return { kind: "date", column, precision: question.precision, ...format, ...shared };
    }
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
  const choices = options.map((option) => {
    const column = own(columns, option);
    return column ? { option, column } : { option };
  });
  return { kind: "choices", choices, mentioned: mentionedOf(written.mentioned), base, ...shared };
}

/** The columns of a multiple choice in a wave: the same for all waves, or looked up by wave. */
export function choicesIn(columns: PerWave<Choices>, wave: string): Choices | undefined {
  const byWave = choicesByWave(columns);
  return byWave ? inWave(byWave, wave) : (columns as Choices);
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
  const recode = inWave(written.recode, wave.id) ?? {};
  return { missing: written.missing ?? codebook.missing ?? [], recode };
}

function ids(options: readonly Option[]): readonly string[] {
  return options.map((option) => option.id);
}
