import { suggestion } from "../survey/nearest.ts";
import type { Problem } from "../survey/problem.ts";
import type { VariableReading, WaveReading } from "../survey/reading.ts";

/** A wave's reading and the headers of its file, as they stand there. */
export interface WaveHeader {
  readonly reading: WaveReading;
  readonly file: string;
  readonly header: readonly string[];
}

/**
 * Holds what the codebook names against the headers of all waves. A column that is in no wave is a problem that stops
 * and proposes the nearest header; a question whose columns only some waves lack was not asked there, which is a note.
 */
export function checkColumns(codebook: string, waves: readonly WaveHeader[]): readonly Problem[] {
  const readable = waves.filter(({ header }) => header.length > 0);
  if (readable.length === 0) return [];
  return [...checkVariables(codebook, readable), ...checkRowColumns(codebook, readable)];
}

function checkVariables(codebook: string, waves: readonly WaveHeader[]): readonly Problem[] {
  const names = new Set(waves.flatMap(({ reading }) => reading.variables.map((variable) => variable.name)));
  const headers = waves.flatMap(({ header }) => header);
  return [...names].flatMap((name): readonly Problem[] => {
    const places = waves.map((wave) => ({
      ...wave,
      variable: wave.reading.variables.find((variable) => variable.name === name),
    }));
    const named = new Set(places.flatMap(({ variable }) => (variable ? columnsOf(variable) : [])));
    const nowhere = [...named].filter((column) => !headers.includes(column));
    const lacking = places.filter(({ variable, header }) => {
      const somewhere = variable ? columnsOf(variable).filter((column) => !nowhere.includes(column)) : [];
      return somewhere.length > 0 && !somewhere.some((column) => header.includes(column));
    });
    return [
      ...nowhere.map((column) => inNoWave(codebook, name.slice(2), column, headers)),
      ...lacking.flatMap((place) => notAsked(name, place)),
    ];
  });
}

function inNoWave(codebook: string, key: string, column: string, headers: readonly string[]): Problem {
  return {
    severity: "stop",
    file: codebook,
    column: key,
    value: column,
    message: `No wave has a column "${column}"`,
    expected: "a header that at least one wave's file has",
    mend: suggestion(column, headers, "Correct the column, or take it out."),
  };
}

/** A column that the wave's file should have but hasn't; where the codebook names none, nothing was expected. */
function notAsked(
  name: string,
  { variable, file, header }: WaveHeader & { readonly variable: VariableReading | undefined },
): readonly Problem[] {
  const column = variable && columnsOf(variable)[0];
  if (column === undefined) return [];
  return [
    {
      severity: "note",
      file,
      column: name.slice(2),
      value: column,
      message: `This wave has no column "${column}": counted as not asked`,
      expected: "a column in every wave in which it was asked",
      mend: suggestion(column, header, "Nothing, if it was not asked in this wave."),
    },
  ];
}

/** Columns that belong to the row as a whole: respondent, weight, date, duration. */
function checkRowColumns(codebook: string, waves: readonly WaveHeader[]): readonly Problem[] {
  const headers = waves.flatMap(({ header }) => header);
  const reported = new Set<string>();
  return waves.flatMap(({ reading, file, header }) => {
    const named = {
      respondent: reading.respondent,
      weight: reading.weight,
      date: reading.date,
      duration: reading.duration?.column,
    };
    return Object.entries(named).flatMap(([key, written]): readonly Problem[] => {
      const column = written?.trim();
      if (column === undefined || header.includes(column) || reported.has(`${key} ${column}`)) return [];
      if (headers.includes(column)) return [withoutRowColumn(file, key, column, header)];
      reported.add(`${key} ${column}`);
      return [inNoWave(codebook, key, column, headers)];
    });
  });
}

function withoutRowColumn(file: string, key: string, column: string, header: readonly string[]): Problem {
  return {
    severity: "note",
    file,
    column: key,
    value: column,
    message:
      key === "weight" ? "This wave has no weights: every answer counts 1" : `This wave has no ${key} column`,
    expected: `a column "${column}"`,
    // Another column named as the weight by a guess would weight by it in silence: none is proposed.
    mend:
      key === "weight"
        ? "Nothing, if the wave has none; else name its weight column."
        : suggestion(column, header, `Nothing, if the wave has none; else name its ${key} column.`),
  };
}

/** As the file is searched for them: without white space around. */
function columnsOf(variable: VariableReading): readonly string[] {
  if (variable.kind === "choices") return variable.choices.flatMap(({ column }) => column?.trim() ?? []);
  const columns = variable.kind === "mentions" ? variable.columns : [variable.column];
  return columns.map((column) => column.trim());
}
