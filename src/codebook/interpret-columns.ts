import { isScaleQuestion, type Option, type Question, questionIn } from "../survey/question.ts";
import type { Condition, Mentioned, VariableReading } from "../survey/reading.ts";
import { dimensionName, questionName } from "../survey/reading.ts";
import type { Dimension, Survey } from "../survey/survey.ts";
import { inWave, listIn, own, type PerWave } from "./by-wave.ts";
import { scaleWords, wordsOf } from "./interpret-words.ts";
import { kanoLegs } from "./kano.ts";
import type { Codebook, CodebookQuestion } from "./schema.ts";

type Choices = readonly string[] | Readonly<Record<string, string>>;
type CodebookDimension = NonNullable<Codebook["dimensions"]>[number];
type CodebookWave = Codebook["waves"][number];

/** The header that holds a variable in a wave: the wave's own mapping, else the variable's; undefined: not asked. */
function columnIn(wave: CodebookWave, column: PerWave<string> | undefined, id: string): string | undefined {
  return own(wave.columns, id) ?? (column === undefined ? undefined : headerIn(wave, column));
}

/** The header in a wave of what is written as one header, or as one by wave. */
export function headerIn(wave: CodebookWave, column: PerWave<string>): string | undefined {
  return typeof column === "string" ? column : inWave(column, wave.id);
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
  const inHierarchy = codebook.hierarchy?.includes(written.id) ?? false;
  return {
    kind: "options",
    name: dimensionName(written.id),
    column,
    ...optionsReading(written, dimension.options, inHierarchy, codebook),
    ...cleaning(written, wave, codebook),
  };
}

/** The options of a dimension or single choice, and the words that may stand for them; "open" without labels. */
function optionsReading(
  { labels, other }: { readonly labels?: unknown; readonly other?: string | undefined },
  options: readonly Option[],
  inHierarchy: boolean,
  codebook: Codebook,
) {
  if (labels === undefined) return { options: "open" as const, ...openness(true, inHierarchy, codebook) };
  return { options: ids(options), ...present("words", wordsOf(options)), ...present("other", other) };
}

function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}

/** How a question is read in a wave; nothing where it was not asked. A Kano question is read as its two legs. */
export function readQuestion(
  written: CodebookQuestion,
  wave: CodebookWave,
  codebook: Codebook,
  survey: Survey,
): readonly VariableReading[] {
  if (written.type === "kano")
    return kanoLegs(written).flatMap((leg) => readQuestion(leg, wave, codebook, survey));
  const question = survey.questions.find(({ id }) => id === written.id);
  if (!question) return [];
  const asked = questionIn(
    question,
    survey.waves.map(({ id }) => id),
    wave.id,
  );
  const shared = {
    name: questionName(written.id),
    ...cleaning(written, wave, codebook),
    ...routing(question, survey),
  };
  const reading = readAsked(written, asked, wave, { ...shared, codebook });
  return reading ? [reading] : [];
}

type Leg = Exclude<CodebookQuestion, { type: "kano" }>;

function readAsked(
  written: Leg,
  question: Question,
  wave: CodebookWave,
  { codebook, ...shared }: Shared & { readonly codebook: Codebook },
): VariableReading | undefined {
  if (written.type === "multi") return readMulti(written, question, wave, shared);
  const column = columnIn(wave, written.column, written.id);
  if (column === undefined) return undefined;
  if (isScaleQuestion(question)) {
    const { scale } = question;
    return { kind: "scale", column, codes: scale.codes, ...present("words", scaleWords(scale)), ...shared };
  }
  switch (written.type) {
    case "single": {
      const options = question.type === "single" ? question.options : [];
      return { kind: "options", column, ...optionsReading(written, options, false, codebook), ...shared };
    }
    case "number":
      return {
        kind: "number",
        column,
        ...present("min", written.min),
        ...present("max", written.max),
        ...shared,
      };
    case "date": {
      const precision = written.publish ?? "month";
      return { kind: "date", column, precision, ...present("format", written.format), ...shared };
    }
    default:
      return { kind: "text", column, ...shared };
  }
}

type Shared = {
  readonly name: string;
  readonly missing: readonly string[];
  readonly recode: Readonly<Record<string, string>>;
  readonly notAsked?: readonly string[];
  readonly asked?: readonly Condition[];
};

/** Who a question is read from, in the store's names. */
function routing({ asked }: Question, { dimensions }: Survey): { readonly asked?: readonly Condition[] } {
  if (!asked) return {};
  const isDimension = (id: string) => dimensions.some((dimension) => dimension.id === id);
  return {
    asked: asked.map(({ id, values }) => ({
      variable: isDimension(id) ? dimensionName(id) : questionName(id),
      values,
    })),
  };
}

function readMulti(
  written: Extract<CodebookQuestion, { type: "multi" }>,
  question: Question,
  wave: CodebookWave,
  shared: Shared,
): VariableReading | undefined {
  if (question.type !== "multi") return undefined;
  const options = ids(question.options);
  const base = written.base ?? "answered";
  const open = {
    options,
    ...present("words", wordsOf(question.options)),
    ...present("other", written.other),
    ...present("none", written.none),
    base,
  };
  const cell = written.column === undefined ? undefined : columnIn(wave, written.column, written.id);
  if (cell !== undefined) {
    const { separator = "" } = written;
    return { kind: "separated", column: cell, separator, ...open, ...shared };
  }
  const columns = written.columns && choicesIn(written.columns, wave.id);
  if (columns === undefined) return undefined;
  if (isList(columns)) return { kind: "mentions", columns, ...open, ...shared };
  const choices = options.map((option) => {
    const column = own(columns, option);
    return column ? { option, column } : { option };
  });
  const mentioned = mentionedOf(written.mentioned);
  return { kind: "choices", choices, mentioned, ...present("none", written.none), base, ...shared };
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
    readonly missing?: PerWave<readonly string[]> | undefined;
    readonly notAsked?: PerWave<readonly string[]> | undefined;
    readonly recode?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  },
  wave: CodebookWave,
  codebook: Codebook,
): {
  readonly missing: readonly string[];
  readonly recode: Readonly<Record<string, string>>;
  readonly notAsked?: readonly string[];
} {
  const recode = inWave(written.recode, wave.id) ?? {};
  const notAsked = listIn(written.notAsked, wave.id) ?? codebook.notAsked;
  const missing = listIn(written.missing, wave.id) ?? codebook.missing ?? [];
  return { missing, recode, ...present("notAsked", notAsked) };
}

function ids(options: readonly Option[]): readonly string[] {
  return options.map((option) => option.id);
}
