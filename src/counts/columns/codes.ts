import type { Question } from "../../survey/question.ts";
import { addCode, type Draft, draftOf, placeTranslators } from "../read-counts.ts";
import { type Counted, countedColumns } from "../sql.ts";
import type { Cell } from "../tally.ts";
import type { GroupedRows } from "./selection.ts";
import { type WaveColumns, weightName } from "./wave-columns.ts";

/** Adds the answers of a wave's groups to some questions to drafts: what the SQL of a request would count. */
export function countCodes(
  columns: WaveColumns,
  { keys, rows, starts }: GroupedRows,
  { questions, drafts }: { readonly questions: readonly Question[]; readonly drafts: Map<string, Draft> },
): void {
  const { layout, codes, numbers } = columns;
  const weights = layout.weighted ? numbers.get(weightName) : undefined;
  const places = placeTranslators(questions, layout);
  const stored = new Set(layout.columns);
  const counted = questions.flatMap((question) =>
    countedColumns(question)
      .filter(({ column }) => stored.has(column))
      .map((one, at): Counted => ({ ...one, givesBase: at === 0 })),
  );
  const sums = cellSums();
  for (const [group, key] of keys.entries()) {
    const own = rows.subarray(starts[group], starts[group + 1]);
    const draft = draftOf(drafts, layout, key, questions);
    draft.rows = cellOf(own, weights);
    for (const one of counted) {
      const measured = numbers.get(one.column);
      const column = codes.get(one.column);
      const target = draft.tallies.get(one.question.id);
      if (measured && target) target.tally = { kind: "sums", ...sumsOf(own, measured, weights) };
      else if (column)
        for (const [code, cell] of sums(own, column, weights)) addCode(draft, one, { code, cell, places });
    }
  }
}

/** Numbers of a cell, in their order. */
const cellSize = 4;

/** Cells by code of some rows. The room that they are added up in is used again and again. */
function cellSums(): (
  rows: Uint32Array,
  column: Int16Array | Int32Array,
  weights: Float64Array | undefined,
) => readonly (readonly [number, Cell])[] {
  let room = new Float64Array(64 * cellSize);
  return (rows, column, weights) => {
    let most = -1;
    for (let at = 0; at < rows.length; at++) {
      const code = column[rows[at] ?? 0] ?? -1;
      if (code < 0) continue;
      if (code > most) {
        if ((code + 1) * cellSize > room.length) {
          const larger = new Float64Array((code + 1) * cellSize * 2);
          larger.set(room.subarray(0, (most + 1) * cellSize));
          room = larger;
        }
        room.fill(0, (most + 1) * cellSize, (code + 1) * cellSize);
        most = code;
      }
      const start = code * cellSize;
      room[start] = (room[start] ?? 0) + 1;
      const weight = weights ? (weights[rows[at] ?? 0] ?? Number.NaN) : 1;
      if (Number.isNaN(weight)) continue;
      room[start + 1] = (room[start + 1] ?? 0) + 1;
      room[start + 2] = (room[start + 2] ?? 0) + weight;
      room[start + 3] = (room[start + 3] ?? 0) + weight * weight;
    }
    const cells: [number, Cell][] = [];
    for (let code = 0; code <= most; code++) {
      const [n = 0, m = 0, w = 0, w2 = 0] = room.subarray(code * cellSize, (code + 1) * cellSize);
      if (n > 0) cells.push([code, { n, m, w, w2 }]);
    }
    return cells;
  };
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
