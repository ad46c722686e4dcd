import type { Question } from "../../survey/question.ts";
import { OnDemand } from "../on-demand.ts";
import { addCode, offeredCells, placeTranslators } from "../read-counts.ts";
import type { Group } from "../request.ts";
import { type Counted, countedColumns } from "../sql.ts";
import { type Cell, emptyCell, emptySums, type Tally, unweightedCell } from "../tally.ts";
import type { GroupedRows } from "./selection.ts";
import { type WaveColumns, weightName } from "./wave-columns.ts";

/**
 * A wave's groups with their answers to some questions: what the SQL of a request would count. A question of a group is
 * counted when it is first looked at: of three thousand branches a page shows few, and of these few questions.
 */
export function groupsCounted(
  columns: WaveColumns,
  { keys, rows, starts }: GroupedRows,
  questions: readonly Question[],
): readonly Group[] {
  const { layout, numbers } = columns;
  const weights = layout.weighted ? numbers.get(weightName) : undefined;
  const stored = new Set(layout.columns);
  const asked = new Map(
    questions.flatMap((question): readonly (readonly [string, QuestionColumns])[] => {
      const counted = countedColumns(question).filter(({ column }) => stored.has(column));
      return counted.length === 0 ? [] : [[question.id, { question, counted: counted.map(baseFirst) }]];
    }),
  );
  const ids = new Set(asked.keys());
  const tally = tallies(columns, asked, weights);
  return keys.map((key, group): Group => {
    const own = rows.subarray(starts[group], starts[group + 1]);
    return {
      ...{ wave: layout.wave, key, rows: cellOf(own, weights) },
      tallies: new OnDemand(ids, (id) => tally(id, own)),
    };
  });
}

interface QuestionColumns {
  readonly question: Question;
  readonly counted: readonly Counted[];
}

/** Whoever is in the base of a multiple choice is in that of its first choice. */
function baseFirst(one: Counted, at: number): Counted {
  return { ...one, givesBase: at === 0 };
}

/** What counts some rows' answers to a question. */
function tallies(
  { layout, codes, numbers }: WaveColumns,
  asked: ReadonlyMap<string, QuestionColumns>,
  weights: Float64Array | undefined,
): (id: string, own: Uint32Array) => Tally {
  const places = placeTranslators(
    [...asked.values()].map(({ question }) => question),
    layout,
  );
  const sums = cellSums();
  return (id, own) => {
    const of = asked.get(id);
    if (!of) throw new Error(`"${id}" was not asked for`);
    if (of.question.type === "number") {
      const measured = numbers.get(of.counted[0]?.column ?? "");
      return { kind: "sums", ...(measured ? sumsOf(own, measured, weights) : noSums) };
    }
    const target = { base: emptyCell, cells: offeredCells(of.question, layout) };
    for (const one of of.counted) {
      const column = codes.get(one.column);
      if (!column) continue;
      for (const [code, cell] of sums(own, column, weights)) addCode(target, one, { code, cell, places });
    }
    return { kind: "codes", ...target };
  };
}

const noSums = { base: emptyCell, sums: emptySums };

/** Numbers of a cell, in their order. */
const cellSize = 4;

type Codes = Int16Array | Int32Array;

/** Cells by code of some rows. The room that they are added up in is used again and again. */
function cellSums(): (
  rows: Uint32Array,
  column: Codes,
  weights: Float64Array | undefined,
) => readonly (readonly [number, Cell])[] {
  let room = new Float64Array(64 * cellSize);
  return (rows, column, weights) => {
    const most = mostIn(rows, column);
    if ((most + 1) * cellSize > room.length) room = new Float64Array((most + 1) * cellSize * 2);
    else room.fill(0, 0, (most + 1) * cellSize);
    if (weights) addWeighted(room, { rows, column, weights });
    else addPlain(room, { rows, column });
    const cells: [number, Cell][] = [];
    for (let code = 0; code <= most; code++) {
      const start = code * cellSize;
      const n = room[start] ?? 0;
      if (n === 0) continue;
      const [m, w, w2] = [room[start + 1] ?? 0, room[start + 2] ?? 0, room[start + 3] ?? 0];
      cells.push([code, weights ? { n, m, w, w2 } : unweightedCell(n)]);
    }
    return cells;
  };
}

/** So few codes are all looked through, whichever of them some rows have. */
const fewCodes = 64;
const largest = new WeakMap<Codes, number>();

/** No code of some rows is larger; below 0 where nobody answered. */
function mostIn(rows: Uint32Array, column: Codes): number {
  const known = largest.get(column) ?? largestOf(column);
  largest.set(column, known);
  if (known < fewCodes) return known;
  let most = -1;
  for (let at = 0; at < rows.length; at++) most = Math.max(most, column[rows[at] as number] as number);
  return most;
}

function largestOf(column: Codes): number {
  let most = -1;
  for (let row = 0; row < column.length; row++) most = Math.max(most, column[row] as number);
  return most;
}

function addPlain(
  room: Float64Array,
  { rows, column }: { readonly rows: Uint32Array; readonly column: Codes },
): void {
  for (let at = 0; at < rows.length; at++) {
    const code = column[rows[at] as number] as number;
    if (code >= 0) room[code * cellSize] = (room[code * cellSize] as number) + 1;
  }
}

function addWeighted(
  room: Float64Array,
  {
    rows,
    column,
    weights,
  }: { readonly rows: Uint32Array; readonly column: Codes; readonly weights: Float64Array },
): void {
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const code = column[row] as number;
    if (code < 0) continue;
    const start = code * cellSize;
    room[start] = (room[start] as number) + 1;
    const weight = weights[row] as number;
    if (Number.isNaN(weight)) continue;
    room[start + 1] = (room[start + 1] as number) + 1;
    room[start + 2] = (room[start + 2] as number) + weight;
    room[start + 3] = (room[start + 3] as number) + weight * weight;
  }
}

/** All of some rows. */
export function cellOf(rows: Uint32Array, weights: Float64Array | undefined): Cell {
  const n = rows.length;
  if (!weights) return { n, m: n, w: n, w2: n };
  let [m, w, w2] = [0, 0, 0];
  for (const row of rows) {
    const weight = weights[row] ?? Number.NaN;
    if (Number.isNaN(weight)) continue;
    m += 1;
    w += weight;
    w2 += weight * weight;
  }
  return { n, m, w, w2 };
}

/** Sums of a measured number. */
function sumsOf(rows: Uint32Array, values: Float64Array, weights: Float64Array | undefined) {
  let [n, m, w, w2] = [0, 0, 0, 0];
  let [x, xx, wx, wxx, w2x, w2xx] = [0, 0, 0, 0, 0, 0];
  for (const row of rows) {
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    n += 1;
    x += value;
    xx += value * value;
    const weight = weights ? (weights[row] ?? Number.NaN) : 1;
    if (Number.isNaN(weight)) continue;
    m += 1;
    w += weight;
    w2 += weight * weight;
    wx += weight * value;
    wxx += weight * value * value;
    w2x += weight * weight * value;
    w2xx += weight * weight * value * value;
  }
  return { base: { n, m, w, w2 }, sums: { x, xx, wx, wxx, w2x, w2xx } };
}
