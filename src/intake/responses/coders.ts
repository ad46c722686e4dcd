import type { DatePrecision } from "../../survey/question.ts";
import type { VariableReading } from "../../survey/reading.ts";
import { cleaner } from "./cleaning.ts";
import { missingCode } from "./coded-wave.ts";
import type { Coder, Locate, Located } from "./coder.ts";
import { Growable } from "./growable.ts";
import { periodOf } from "./period.ts";
import { badCell, type Expectation, type ProblemLog, spell } from "./problem-log.ts";
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
      return dateCoder(reading.name, located, log, cleaner(reading), reading.precision);
    case "number":
      return numberCoder(reading, located, log);
    case "text":
      return textCoder(reading.name, located, cleaner(reading));
  }
}

/** What a cell's text stands for: a code, nothing, or something that it should not be. */
type LookUp = (cell: string) => { readonly code: number } | "missing" | Expectation;

const badCache = 10_000;

function lookUpCoder(
  name: string,
  { header, place }: Located,
  log: ProblemLog,
  lookUp: LookUp,
  dictionary: readonly string[],
  isOption = false,
): Coder {
  const values = new Growable((length) => new Uint16Array(length));
  const known = new Map<string, ReturnType<LookUp>>();
  const response = { answered: 0, missing: 0, bad: 0 };
  return {
    name,
    code(row) {
      const cell = row.cells[place] ?? "";
      let found = known.get(cell);
      if (found === undefined) {
        found = lookUp(cell);
        if (known.size < badCache) known.set(cell, found);
      }
      if (found === "missing") {
        response.missing += 1;
        values.push(missingCode);
      } else if ("code" in found) {
        response.answered += 1;
        values.push(found.code);
      } else {
        response.bad += 1;
        values.push(missingCode);
        log.cell(row.line, header, cell.trim(), found);
      }
    },
    finish: () => ({
      columns: [{ name, kind: "code", values: values.values }],
      dictionaries: isOption ? { [name]: dictionary } : {},
      response,
    }),
  };
}

function scaleLookUp(reading: Extract<VariableReading, { kind: "scale" }>): LookUp {
  const clean = cleaner(reading);
  const codes = new Set(reading.codes);
  const expectation = badCell(`a code of the scale: ${spell(reading.codes.map(String))}`);
  return (cell) => {
    const value = clean(cell);
    if (value === undefined) return "missing";
    const code = Number(value);
    return codes.has(code) ? { code } : expectation;
  };
}

function optionsCoder(
  reading: Extract<VariableReading, { kind: "options" }>,
  located: Located,
  log: ProblemLog,
): Coder {
  const clean = cleaner(reading);
  const dictionary: string[] = reading.options === "open" ? [] : [...reading.options];
  const places = new Map(dictionary.map((id, place) => [id, place]));
  const expectation = badCell(`one of ${spell(dictionary)}`);
  const lookUp: LookUp = (cell) => {
    const value = clean(cell);
    if (value === undefined) return "missing";
    if (reading.options !== "open") {
      const place = places.get(value) ?? places.get(String(Number(value)));
      return place === undefined ? expectation : { code: place };
    }
    // As found, but for a spreadsheet's `5.0`; `05` may be another dealer than `5`.
    const id = value.replace(/^([+-]?\d+)\.0+$/, "$1");
    const place = places.get(id);
    if (place !== undefined) return { code: place };
    if (dictionary.length >= missingCode) return badCell("fewer than 65,535 different values");
    places.set(id, dictionary.length);
    return { code: dictionary.push(id) - 1 };
  };
  return lookUpCoder(reading.name, located, log, lookUp, dictionary, true);
}

function dateCoder(
  name: string,
  located: Located,
  log: ProblemLog,
  clean: (cell: string) => string | undefined,
  precision: DatePrecision,
): Coder {
  const dictionary: string[] = [];
  const lookUp: LookUp = (cell) => {
    const value = clean(cell);
    if (value === undefined) return "missing";
    const period = periodOf(value, precision);
    if (period === undefined) return badCell("a date such as 2024-03-31, 2024/3/31, 31.3.2024 or 3/31/2024");
    const place = dictionary.indexOf(period);
    return { code: place >= 0 ? place : dictionary.push(period) - 1 };
  };
  return lookUpCoder(name, located, log, lookUp, dictionary, true);
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
      const number = value === undefined ? Number.NaN : Number(value);
      const good = Number.isFinite(number) && number >= min && number <= max;
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
