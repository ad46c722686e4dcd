import type { CodedWave } from "../../../src/intake/responses/coded-wave.ts";
import { readWave } from "../../../src/intake/responses/read-wave.ts";
import type { VariableReading, WaveReading } from "../../../src/survey/reading.ts";
import { rowsOfText } from "../rows-of-text.ts";

/** How a file of these variables is read, bad cells never stopping. */
export function readingOf(variables: readonly VariableReading[]): WaveReading {
  return { wave: "1", file: "answers.csv", variables, hierarchy: [], batteries: [], badCellLimit: 1 };
}

/** Reads a file given as rows of cells, the header first. */
export function readCells(
  rows: readonly (readonly string[])[],
  variables: readonly VariableReading[],
): Promise<CodedWave> {
  const text = rows.map((cells) => cells.map(quoted).join(",")).join("\n");
  return readWave(rowsOfText(text), { file: "answers.csv", reading: readingOf(variables) });
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** The values of a stored column, missing ones as undefined. */
export function valuesOf({ columns }: CodedWave, name: string): readonly (number | undefined)[] {
  const column = columns.find((one) => one.name === name);
  if (!column) throw new Error(`no column ${name}`);
  const missing = (value: number) => (column.kind === "code" ? value === 65535 : Number.isNaN(value));
  return Array.from(column.values, (value) => (missing(value) ? undefined : value));
}
