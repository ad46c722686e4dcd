import { type CodedColumn, missingCode } from "./coded-wave.ts";
import type { Coded } from "./coder.ts";

/** A column whose codes each get a name anew; codes of the same name become one. */
export function translated(coded: Coded, name: string, names: readonly string[]): Coded {
  const dictionary = [...new Set(names)];
  const places = new Map(dictionary.map((id, place) => [id, place]));
  return moved(coded, name, { dictionary, moves: names.map((id) => places.get(id) ?? missingCode) });
}

/** A column without the options that nobody gave: an answer that does not count must not leave its words behind. */
export function withoutUnused(coded: Coded, name: string): Coded {
  const found = coded.dictionaries[name] ?? [];
  const times = timesGiven(coded.columns, found.length);
  const dictionary = found.filter((_, code) => (times[code] ?? 0) > 0);
  if (dictionary.length === found.length) return coded;
  const places = new Map(dictionary.map((id, place) => [id, place]));
  return moved(coded, name, { dictionary, moves: found.map((id) => places.get(id) ?? missingCode) });
}

/** How often each code was given. By index: over a million rows an iterator takes ten times as long. */
export function timesGiven(columns: readonly CodedColumn[], codes: number): Uint32Array {
  const times = new Uint32Array(codes);
  for (const { kind, values } of columns) {
    if (kind !== "code") continue;
    for (let row = 0; row < values.length; row++) {
      const code = values[row] ?? missingCode;
      if (code !== missingCode) times[code] = (times[code] ?? 0) + 1;
    }
  }
  return times;
}

function moved(
  coded: Coded,
  name: string,
  { dictionary, moves }: { readonly dictionary: readonly string[]; readonly moves: readonly number[] },
): Coded {
  const columns = coded.columns.map((column) =>
    column.kind === "code"
      ? { ...column, values: column.values.map((code) => moves[code] ?? missingCode) }
      : column,
  );
  return { ...coded, columns, dictionaries: { [name]: dictionary } };
}
