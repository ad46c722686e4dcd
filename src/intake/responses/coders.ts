import type { VariableReading } from "../../survey/reading.ts";
import { cleaner, parseDecimal } from "./cleaning.ts";
import { missingCode } from "./coded-wave.ts";
import type { Coder, Locate, Located } from "./coder.ts";
import { dateCoder } from "./date-coder.ts";
import { Growable } from "./growable.ts";
import { type LookUp, lookUpCoder } from "./look-up-coder.ts";
import { optionsCoder } from "./options-coder.ts";
import { badCell, type ProblemLog, spell } from "./problem-log.ts";
import { choicesCoder, mentionsCoder } from "./ticks-coder.ts";

/** The coder of a variable, or undefined where the file has none of its columns. */
export function coderOf(reading: VariableReading, locate: Locate, log: ProblemLog): Coder | undefined {
  if (reading.kind === "choices") return choicesCoder(reading, locate, log);
  if (reading.kind === "mentions") return mentionsCoder(reading, locate, log);
  const located = locate(reading.column);
  if (!located) return undefined;
  switch (reading.kind) {
    case "scale":
      return lookUpCoder(reading.name, located, log, scaleLookUp(reading), []);
    case "options":
      return optionsCoder(reading, located, log);
    case "date":
      return dateCoder(reading, located, log);
    case "number":
      return numberCoder(reading, located, log);
    case "separated":
      return undefined;
    case "text":
      return textCoder(reading.name, located, cleaner(reading));
  }
}

function scaleLookUp(reading: Extract<VariableReading, { kind: "scale" }>): LookUp {
  const clean = cleaner(reading);
  const codes = new Set(reading.codes);
  const expectation = badCell(`a code of the scale: ${spell(reading.codes.map(String))}`);
  return (cell) => {
    const value = clean(cell);
    if (value === undefined) return "missing";
    const code = parseDecimal(value);
    return code !== undefined && codes.has(code) ? { code } : expectation;
  };
}

function numberCoder(
  reading: Extract<VariableReading, { kind: "number" }>,
  { header, place }: Located,
  log: ProblemLog,
): Coder {
  const clean = cleaner(reading);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = reading;
  const values = new Growable((length) => new Float64Array(length));
  const response = { answered: 0, missing: 0, bad: 0 };
  const range = Number.isFinite(min) || Number.isFinite(max) ? ` from ${min} to ${max}` : "";
  const expectation = badCell(`a number${range}`);
  return {
    name: reading.name,
    code(row) {
      const value = clean(row.cells[place] ?? "");
      const number =
        value === undefined ? Number.NaN : (parseDecimal(value, { exponent: true }) ?? Number.NaN);
      const good = number >= min && number <= max;
      if (value === undefined) response.missing += 1;
      else if (good) response.answered += 1;
      else {
        response.bad += 1;
        log.cell(row.line, header, value, expectation);
      }
      values.push(good ? number : Number.NaN);
    },
    finish: () => ({
      columns: [{ name: reading.name, kind: "number", values: values.values }],
      dictionaries: {},
      response,
    }),
  };
}

/** Free text leaves only a mark that there was some. */
function textCoder(name: string, { place }: Located, clean: (cell: string) => string | undefined): Coder {
  const values = new Growable((length) => new Uint16Array(length));
  const response = { answered: 0, missing: 0, bad: 0 };
  return {
    name,
    code(row) {
      const answered = clean(row.cells[place] ?? "") !== undefined;
      response[answered ? "answered" : "missing"] += 1;
      values.push(answered ? 1 : missingCode);
    },
    finish: () => ({ columns: [{ name, kind: "code", values: values.values }], dictionaries: {}, response }),
  };
}
