import { dimensionName, type WaveReading } from "../../survey/reading.ts";
import { type CodedColumn, type CodedWave, missingCode } from "../responses/coded-wave.ts";
import { ProblemLog } from "../responses/problem-log.ts";
import { outsideHierarchy } from "../responses/response-patterns.ts";
import { type Placed, place } from "./place.ts";
import type { WaveNetwork } from "./standing.ts";

/**
 * Puts a wave's answers on today's network, so that a branch has one line of history through mergers, moves and new
 * codes: an answer under an old code counts to the branch that took it over, under its parents of today. No row comes
 * or goes. What the export has otherwise is noted, with its lines.
 */
export function placeAnswers(
  coded: CodedWave,
  {
    wave,
    reading,
    file,
  }: { readonly wave: WaveNetwork; readonly reading: WaveReading; readonly file: string },
): CodedWave {
  const names = wave.network.levels.map(dimensionName);
  const { groupOf, groups } = distinctPlaces(coded, names);
  const placed = groups.map((codes) => place(idsOf(codes, names, coded), wave));
  const moved = names.flatMap((name, level) => columnOf(name, level, placed, groupOf) ?? []);
  const replaced = new Set(moved.map(({ column }) => column.name));
  const columns = [
    ...moved.map(({ column }) => column),
    ...coded.columns.filter(({ name }) => !replaced.has(name)),
  ];
  const log = new ProblemLog(file);
  logRemarks(log, placed, groupOf, { lines: coded.lines, reading, names });
  return {
    ...coded,
    columns,
    dictionaries: {
      ...coded.dictionaries,
      ...Object.fromEntries(moved.map(({ column, ids }) => [column.name, ids])),
    },
    quality: { ...coded.quality, outsideHierarchy: outsideHierarchy(columns, names, coded.rows) },
    problems: [...coded.problems, ...log.problems],
  };
}

type Codes = readonly number[];

/** Numbers the different places of a wave: a row's place, and the codes of each by level. */
function distinctPlaces(
  { columns, rows }: CodedWave,
  names: readonly string[],
): { readonly groupOf: Uint32Array; readonly groups: readonly Codes[] } {
  const values = names.map((name) => columns.find((column) => column.name === name)?.values);
  const groupOf = new Uint32Array(rows);
  const numbers = new Map<string, number>();
  const groups: Codes[] = [];
  for (let row = 0; row < rows; row++) {
    const codes = values.map((column) => column?.[row] ?? missingCode);
    const key = codes.join();
    const known = numbers.get(key);
    if (known === undefined) numbers.set(key, groups.push(codes) - 1);
    groupOf[row] = known ?? groups.length - 1;
  }
  return { groupOf, groups };
}

function idsOf(
  codes: Codes,
  names: readonly string[],
  { dictionaries }: CodedWave,
): readonly (string | undefined)[] {
  return codes.map((code, level) => dictionaries[names[level] ?? ""]?.[code]);
}

/** A level's column after the move, its ids sorted; undefined where the wave says nothing of the level. */
function columnOf(
  name: string,
  level: number,
  placed: readonly Placed[],
  groupOf: Uint32Array,
): { readonly column: CodedColumn; readonly ids: readonly string[] } | undefined {
  const own = placed.map(({ ids }) => ids[level]);
  const ids = [...new Set(own.filter((id) => id !== undefined))].toSorted();
  if (ids.length === 0) return undefined;
  const codes = new Map(ids.map((id, code) => [id, code]));
  const codeOf = Uint16Array.from(own, (id) =>
    id === undefined ? missingCode : (codes.get(id) ?? missingCode),
  );
  const values = Uint16Array.from(groupOf, (group) => codeOf[group] ?? missingCode);
  return { column: { name, kind: "code", values }, ids };
}

function logRemarks(
  log: ProblemLog,
  placed: readonly Placed[],
  groupOf: Uint32Array,
  {
    lines,
    reading,
    names,
  }: {
    readonly lines: Uint32Array | undefined;
    readonly reading: WaveReading;
    readonly names: readonly string[];
  },
): void {
  if (placed.every(({ remarks }) => remarks.length === 0)) return;
  const headers = names.map((name) => headerOf(name, reading));
  for (let row = 0; row < groupOf.length; row++)
    for (const { level, id, ...what } of placed[groupOf[row] ?? 0]?.remarks ?? [])
      log.note(lines?.[row], headers[level] ?? "", id, what);
}

function headerOf(name: string, { variables }: WaveReading): string {
  const variable = variables.find((one) => one.name === name);
  return variable && "column" in variable ? variable.column : name.slice(2);
}
