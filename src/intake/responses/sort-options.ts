import type { WaveReading } from "../../survey/reading.ts";
import { type CodedColumn, type CodedWave, missingCode } from "./coded-wave.ts";

/**
 * Puts options that were taken as found (open dimensions and choices, dates) in sorted order. In the order of the file
 * they would tell who came first, and the same answers in another order would be another store.
 */
export function sortOpenOptions(coded: CodedWave, reading: WaveReading): CodedWave {
  const dictionaries: Record<string, readonly string[]> = { ...coded.dictionaries };
  const moves = new Map<string, Uint16Array>();
  for (const variable of reading.variables) {
    const found = dictionaries[variable.name];
    const open = variable.kind === "date" || (variable.kind === "options" && variable.options === "open");
    if (!open || !found) continue;
    const sorted = found.toSorted();
    const places = new Map(sorted.map((id, place) => [id, place]));
    dictionaries[variable.name] = sorted;
    moves.set(
      variable.name,
      Uint16Array.from(found, (id) => places.get(id) ?? missingCode),
    );
  }
  const columns = coded.columns.map((column): CodedColumn => {
    const move = moves.get(column.name);
    if (!move || column.kind !== "code") return column;
    return { ...column, values: column.values.map((code) => move[code] ?? missingCode) };
  });
  return { ...coded, columns, dictionaries };
}
