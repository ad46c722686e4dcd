import type { VariableReading } from "../../survey/reading.ts";
import { choicesCoder } from "./choices-coder.ts";
import { type Clean, cleaner, notAsked, parseDecimal } from "./cleaning.ts";
import { missingCode } from "./coded-wave.ts";
import type { Coder, Locate, Located } from "./coder.ts";
import { dateCoder } from "./date-coder.ts";
import { Growable } from "./growable.ts";
import { type LookUp, lookUpCoder } from "./look-up-coder.ts";
import { meaningOf } from "./meaning.ts";
import { mentionsCoder } from "./mentions-coder.ts";
import { optionsCoder } from "./options-coder.ts";
import { badCell, type ProblemLog, spell } from "./problem-log.ts";
import { ResponseCount } from "./response-count.ts";
import { separatedCoder } from "./separated-coder.ts";

/** The coder of a variable, or undefined where the file has none of its columns. */
export function coderOf(reading: VariableReading, locate: Locate, log: ProblemLog): Coder | undefined {
  if (reading.kind === "choices") return choicesCoder(reading, locate, log);
  if (reading.kind === "mentions") return mentionsCoder(reading, locate, log);
  const located = locate(reading.column);
  if (!located) return undefined;
  switch (reading.kind) {
    case "scale":
      return lookUpCoder(reading, located, log, { lookUp: scaleLookUp(reading) });
    case "options":
      return optionsCoder(reading, located, log);
    case "date":
      return dateCoder(reading, located, log);
    case "number":
      return numberCoder(reading, located, log);
    case "separated":
      return separatedCoder(reading, located, log);
    case "text":
      return textCoder(reading, located, cleaner(reading));
  }
}

function scaleLookUp(reading: Extract<VariableReading, { kind: "scale" }>): LookUp {
  const codes = new Set(reading.codes);
  const meaning = meaningOf(reading, (value) => {
    const code = parseDecimal(value);
    return code !== undefined && codes.has(code) ? code : undefined;
  });
  const spelt = spell(reading.codes.map(String));
  const expectation = badCell(`a code of the scale: ${spelt}${reading.words ? ", or its label" : ""}`);
  return (cell) => {
    const meant = meaning(cell);
    if (typeof meant === "string") return meant;
    return meant === undefined ? expectation : { code: meant };
  };
}

/** 12,3 as many countries write it; it can't be told from a list, nor 1,234 from a thousand. */
const decimalComma = /^[+-]?\d+,\d+$/;
const withPoint = {
  ...badCell("a number with a decimal point, such as 12.3"),
  mend: "Export the numbers with decimal points; commas can't be told from separators of thousands.",
};

function numberCoder(
  reading: Extract<VariableReading, { kind: "number" }>,
  { header, place }: Located,
  log: ProblemLog,
): Coder {
  const clean = cleaner(reading);
  const { name, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = reading;
  const values = new Growable((length) => new Float64Array(length));
  const responses = new ResponseCount(reading);
  const range = Number.isFinite(min) || Number.isFinite(max) ? ` from ${min} to ${max}` : "";
  const expectation = badCell(`a number${range}`);
  return {
    name,
    code(row) {
      const value = clean(row.cells[place] ?? "");
      const number = typeof value === "string" ? parseDecimal(value, { exponent: true }) : undefined;
      const good = number !== undefined && number >= min && number <= max;
      values.push(good ? number : Number.NaN);
      if (good) responses.note("answered");
      else if (value === undefined) responses.note("missing");
      else if (value === notAsked) responses.note("notAsked");
      else {
        responses.note("bad");
        log.cell(row.line, header, value, decimalComma.test(value) ? withPoint : expectation);
      }
    },
    finish: () => ({
      columns: [{ name, kind: "number", values: values.values }],
      dictionaries: {},
      ...responses.result,
    }),
  };
}

/** Free text leaves only a mark that there was some. */
function textCoder(
  reading: Extract<VariableReading, { kind: "text" }>,
  { place }: Located,
  clean: Clean,
): Coder {
  const { name } = reading;
  const values = new Growable((length) => new Uint16Array(length));
  const responses = new ResponseCount(reading);
  return {
    name,
    code(row) {
      const value = clean(row.cells[place] ?? "");
      const answered = typeof value === "string";
      values.push(answered ? 1 : missingCode);
      if (answered) responses.note("answered");
      else responses.note(value === notAsked ? "notAsked" : "missing");
    },
    finish: () => ({
      columns: [{ name, kind: "code", values: values.values }],
      dictionaries: {},
      ...responses.result,
    }),
  };
}
