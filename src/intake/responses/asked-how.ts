import type { Mentions } from "../../survey/breaks.ts";
import type { QuestionInWave } from "../../survey/find-breaks.ts";
import type { AskedOf, Question } from "../../survey/question.ts";
import { choiceName, questionName, type VariableReading } from "../../survey/reading.ts";
import { type Clean, cleaner, notAsked, parseDecimal, plainNumber } from "./cleaning.ts";

/** What the codebook says of a wave's file, and what of it the file has. */
export interface WaveHeld {
  readonly variables: readonly VariableReading[];
  /** Names of the variables of which the file has a column. */
  readonly found: ReadonlySet<string>;
  /** Names of the stored columns; a multiple choice has one for each choice that it offered. */
  readonly columns: ReadonlySet<string>;
}

/**
 * How a question was put in a wave, as far as codebook and headers tell (M33): which answers could be given, which
 * codes count as no answer, whose answers count. Answers themselves are not looked at: that nobody gave one is no
 * change of the question. Of options that are taken as found nothing is known.
 */
export function askedHow(question: Question, wave: WaveHeld): QuestionInWave {
  const reading = readingOf(questionName(question.id), wave);
  if (!reading) return { asked: false };
  const mentions = mentionsIn(reading);
  return {
    asked: true,
    ...answersIn(reading, wave),
    ...(mentions ? { mentions } : {}),
    askedOf: askedOfIn(question, reading, wave),
  };
}

function readingOf(name: string, { variables, found }: WaveHeld): VariableReading | undefined {
  return found.has(name) ? variables.find((reading) => reading.name === name) : undefined;
}

function answersIn(
  reading: VariableReading,
  { columns }: WaveHeld,
): Pick<QuestionInWave, "options" | "missing"> {
  switch (reading.kind) {
    case "choices":
      return {
        options: reading.choices.flatMap(({ option }, place) =>
          columns.has(choiceName(reading.name, place)) ? [option] : [],
        ),
      };
    case "scale":
      return sorted(reading, reading.codes.map(String));
    case "options":
      return reading.options === "open" ? {} : sorted(reading, reading.options);
    case "mentions":
    case "separated":
      return sorted(reading, reading.options);
    case "number":
      return { missing: numbersThatAreNone(reading) };
    default:
      return {};
  }
}

type Coded = Extract<VariableReading, { readonly kind: "scale" | "options" | "mentions" | "separated" }>;

/** Which options or codes can be an answer, and which are none; one that the recoding leads elsewhere is neither. */
function sorted(reading: Coded, ids: readonly string[]): Pick<QuestionInWave, "options" | "missing"> {
  const state = stateOf(reading);
  return {
    options: ids.filter((id) => state(id) === "answer"),
    missing: ids.filter((id) => state(id) === "none"),
  };
}

function stateOf(reading: Coded): (id: string) => "answer" | "none" | "elsewhere" {
  const clean = cleaner(reading);
  const recoded = Object.keys(reading.recode);
  const words = Object.entries(reading.words ?? {});
  return (id) => {
    const leads = (raw: string) => isSame(clean(raw), id);
    // A wave that recodes the word for an option holds words: its code is in no cell.
    const written = words.flatMap(([word, of]) =>
      isSame(String(of), id) && recoded.includes(word) ? [word] : [],
    );
    const raws = written.length > 0 ? written : [id];
    if (raws.some(leads) || recoded.some(leads)) return "answer";
    return raws.some((raw) => isNone(clean(raw))) ? "none" : "elsewhere";
  };
}

function isSame(value: ReturnType<Clean>, id: string): boolean {
  return typeof value === "string" && plainNumber(value) === plainNumber(id);
}

function isNone(value: ReturnType<Clean>): boolean {
  return value === undefined || value === notAsked;
}

/** Numbers that could have been measured and count as no answer. */
function numbersThatAreNone(
  reading: Extract<VariableReading, { readonly kind: "number" }>,
): readonly string[] {
  const { missing, notAsked: unasked = [], recode, min = -Infinity, max = Infinity } = reading;
  const clean = cleaner(reading);
  const named = [...missing, ...unasked, ...Object.keys(recode)].map((value) => plainNumber(value.trim()));
  return [...new Set(named)].filter((value) => {
    const number = parseDecimal(value, { exponent: true });
    return number !== undefined && number >= min && number <= max && isNone(clean(value));
  });
}

/** Undefined where a respondent has one answer by nature. */
function mentionsIn(reading: VariableReading): Mentions | undefined {
  if (reading.kind === "mentions") return reading.columns.length === 1 ? "one" : "several";
  return reading.kind === "choices" || reading.kind === "separated" ? "several" : undefined;
}

/** The conditions that the wave can tell: one on what its file lacks sorts nobody. */
function askedOfIn(question: Question, reading: VariableReading, wave: WaveHeld): readonly AskedOf[] {
  return (question.asked ?? []).flatMap((asked, at) => {
    const source = readingOf(reading.asked?.[at]?.variable ?? "", wave);
    if (!source) return [];
    if (source.kind !== "choices") return [asked];
    const values = asked.values.filter((value) => {
      const place = source.choices.findIndex(({ option }) => option === value);
      return wave.columns.has(choiceName(source.name, place));
    });
    return values.length === 0 ? [] : [{ ...asked, values }];
  });
}
