import { type Condition, choiceName, type VariableReading } from "../../survey/reading.ts";
import type { CodedColumn } from "./coded-wave.ts";
import type { Coded } from "./coder.ts";

/** Whether a row meets a condition. A row that gave no answer to the variable meets none. */
export type Test = (row: number) => boolean;

/**
 * The test of a condition, from what the rows of a wave gave to its variable: codes of a scale are compared as
 * numbers, options by their ids, and of a multiple choice one of the named choices must be ticked. Undefined where the
 * wave can't tell: it lacks the variable, or offered none of the choices.
 */
export function testOf(
  { variable, values }: Condition,
  reading: VariableReading | undefined,
  coded: Coded | undefined,
): Test | undefined {
  if (!reading || !coded) return undefined;
  switch (reading.kind) {
    case "scale":
      return oneOf(coded.columns, values.map(Number));
    case "options":
    case "date": {
      const dictionary = coded.dictionaries[variable] ?? [];
      return oneOf(
        coded.columns,
        values.map((id) => dictionary.indexOf(id)),
      );
    }
    case "choices": {
      const options = reading.choices.map(({ option }) => option);
      return ticked(coded.columns, columnNames(variable, options, values));
    }
    case "mentions":
    case "separated":
      return ticked(coded.columns, columnNames(variable, reading.options, values));
    default:
      return undefined;
  }
}

function oneOf(columns: readonly CodedColumn[], codes: readonly number[]): Test | undefined {
  const given = columns[0]?.values;
  const wanted = new Set(codes);
  return given && ((row) => wanted.has(given[row] ?? Number.NaN));
}

function ticked(columns: readonly CodedColumn[], wanted: ReadonlySet<string>): Test | undefined {
  const ticks = columns.filter(({ name }) => wanted.has(name)).map(({ values }) => values);
  return ticks.length === 0 ? undefined : (row) => ticks.some((values) => values[row] === 1);
}

/** Names of the columns of some choices. */
function columnNames(
  variable: string,
  options: readonly string[],
  values: readonly string[],
): ReadonlySet<string> {
  const places = options.flatMap((option, place) => (values.includes(option) ? [place] : []));
  return new Set(places.map((place) => choiceName(variable, place)));
}
