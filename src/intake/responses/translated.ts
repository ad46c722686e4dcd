import { missingCode } from "./coded-wave.ts";
import type { Coded } from "./coder.ts";

/** A column whose codes each get a name anew; codes of the same name become one. */
export function translated(coded: Coded, name: string, names: readonly string[]): Coded {
  const dictionary = [...new Set(names)];
  const places = new Map(dictionary.map((id, place) => [id, place]));
  const moves = Uint16Array.from(names, (id) => places.get(id) ?? missingCode);
  const columns = coded.columns.map((column) =>
    column.kind === "code"
      ? { ...column, values: column.values.map((code) => moves[code] ?? missingCode) }
      : column,
  );
  return { ...coded, columns, dictionaries: { [name]: dictionary } };
}
