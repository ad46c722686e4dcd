import type { Question } from "../../survey/question.ts";
import type { PairGroup, PairsRequest } from "../pairs/request.ts";
import { numericName } from "../pairs/sql.ts";
import { emptyTable, type PairPlaces, startsIn } from "../pairs/table.ts";
import type { Cell } from "../tally.ts";
import { cellOf } from "./codes.ts";
import { type Answers, answersAs } from "./derived.ts";
import type { GroupedRows } from "./selection.ts";
import { type WaveColumns, weightName } from "./wave-columns.ts";

interface Asked {
  readonly questions: readonly Question[];
  readonly sets: PairsRequest["sets"];
  readonly as: NonNullable<PairsRequest["as"]>;
  readonly places: PairPlaces;
}

/** Sums over pairs of answers in a wave's groups: what the SQL of a request would add up. */
export function countPairs(
  columns: WaveColumns,
  { keys, rows, starts }: GroupedRows,
  { questions, sets, as, places }: Asked,
): readonly PairGroup[] {
  const { layout } = columns;
  const weights = layout.weighted ? columns.numbers.get(weightName) : undefined;
  const answers = questions.map((question) => answersAs(columns, numericName(question), as[question.id]));
  const add = adder(answers, weights);
  const ofSets = Object.entries(sets).map(([id, of]) => ({
    id,
    columns: of.flatMap((one) => answers[places.positions.get(one) ?? -1] ?? []),
  }));
  return keys.flatMap((key, group): readonly PairGroup[] => {
    const own = rows.subarray(starts[group], starts[group + 1]);
    const table = emptyTable(places, { isWeighted: layout.weighted });
    if (!add(own, table.sums, startsIn(table))) return [];
    const answered = new Map<string, Cell>();
    for (const { id, columns: of } of ofSets) {
      const cell = cellOf(
        own.filter((row) => of.some((column) => isAnswer(column, column[row] ?? -1))),
        weights,
      );
      if (cell.n > 0) answered.set(id, cell);
    }
    return [{ wave: layout.wave, key, answered, pairs: table }];
  });
}

/** Codes below 0, and numbers that are none, stand for no answer. A measured number may well be below 0. */
function isAnswer(answers: Answers, value: number): boolean {
  return answers instanceof Float64Array ? !Number.isNaN(value) : value >= 0;
}

/** Sums of one answer, of those who gave it: n, m, then Σu, Σux, Σux² for u = 1, w and w². */
const ownSize = 11;

/**
 * Adds rows up into the sums of a table; false where nobody of them answered anything. Products of two answers are added
 * pair by pair. All other sums of a pair are those of one answer, less those who lack the other: few lack any, so that a
 * row takes one product a pair in place of a dozen.
 */
function adder(answers: readonly (Answers | undefined)[], weights: Float64Array | undefined) {
  const count = answers.length;
  const pairs = (count * (count + 1)) / 2;
  const kinds = weights ? 3 : 1;
  const products = new Float64Array(pairs * kinds);
  const own = new Float64Array(count * ownSize);
  const lacking = new Float64Array(count * count * ownSize);
  const [given, values, missing] = [new Int32Array(count), new Float64Array(count), new Int32Array(count)];
  const isMeasured = answers.map((column) => column instanceof Float64Array);
  let isLacking = false;
  const rowStarts = Int32Array.from(answers, (_, at) => (at * (2 * count - at + 1)) / 2 - at);
  return (rows: Uint32Array, sums: Float64Array, starts: ReturnType<typeof startsIn>): boolean => {
    products.fill(0);
    own.fill(0);
    if (isLacking) lacking.fill(0);
    isLacking = false;
    for (const row of rows) {
      let [many, few] = [0, 0];
      for (let at = 0; at < count; at++) {
        const value = answers[at]?.[row];
        // Looked at for every answer of every respondent: no more is asked than must be.
        if (value !== undefined && (isMeasured[at] ? !Number.isNaN(value) : value >= 0)) {
          given[many] = at;
          values[many++] = value;
        } else missing[few++] = at;
      }
      if (few > 0) isLacking = true;
      const weight = weights ? (weights[row] ?? Number.NaN) : 1;
      const square = weight * weight;
      const isPlain = kinds === 1 || Number.isNaN(weight);
      for (let first = 0; first < many; first++) {
        const [question, x] = [given[first] ?? 0, values[first] ?? 0];
        addOwn(own, question * ownSize, x, weight);
        for (let other = 0; other < few; other++)
          addOwn(lacking, (question * count + (missing[other] ?? 0)) * ownSize, x, weight);
        const start = rowStarts[question] ?? 0;
        for (let second = first; second < many; second++) {
          const at = (start + (given[second] as number)) * kinds;
          const product = x * (values[second] as number);
          products[at] = (products[at] as number) + product;
          if (isPlain) continue;
          products[at + 1] = (products[at + 1] as number) + weight * product;
          products[at + 2] = (products[at + 2] as number) + square * product;
        }
      }
    }
    let isEmpty = true;
    for (let first = 0, pair = 0; first < count; first++)
      for (let second = first; second < count; second++, pair++)
        if (fill(sums, starts, { first, second, pair })) isEmpty = false;
    return !isEmpty;
  };

  /** Writes the sums of one pair; false where nobody gave both answers. */
  function fill(
    sums: Float64Array,
    { stride, m, w, w2 }: ReturnType<typeof startsIn>,
    { first, second, pair }: { readonly first: number; readonly second: number; readonly pair: number },
  ): boolean {
    const of = (question: number, other: number, at: number) =>
      (own[question * ownSize + at] ?? 0) - (lacking[(question * count + other) * ownSize + at] ?? 0);
    const n = of(first, second, 0);
    if (n === 0) return false;
    const start = pair * stride;
    const write = (to: number, kind: number, size: number) => {
      const at = 2 + 3 * kind;
      sums[start + to] = size;
      sums[start + to + 1] = of(first, second, at + 1);
      sums[start + to + 2] = of(second, first, at + 1);
      sums[start + to + 3] = of(first, second, at + 2);
      sums[start + to + 4] = of(second, first, at + 2);
      sums[start + to + 5] = products[pair * kinds + kind] ?? 0;
    };
    write(0, 0, n);
    const weighted = of(first, second, 1);
    if (!weights || weighted === 0) return true;
    sums[start + m] = weighted;
    write(w, 1, of(first, second, 5));
    write(w2, 2, of(first, second, 8));
    return true;
  }
}

/** Adds one answer to the sums of its question. */
function addOwn(sums: Float64Array, start: number, x: number, weight: number): void {
  sums[start] = (sums[start] ?? 0) + 1;
  sums[start + 2] = (sums[start + 2] ?? 0) + 1;
  sums[start + 3] = (sums[start + 3] ?? 0) + x;
  sums[start + 4] = (sums[start + 4] ?? 0) + x * x;
  if (Number.isNaN(weight)) return;
  sums[start + 1] = (sums[start + 1] ?? 0) + 1;
  const square = weight * weight;
  sums[start + 5] = (sums[start + 5] ?? 0) + weight;
  sums[start + 6] = (sums[start + 6] ?? 0) + weight * x;
  sums[start + 7] = (sums[start + 7] ?? 0) + weight * x * x;
  sums[start + 8] = (sums[start + 8] ?? 0) + square;
  sums[start + 9] = (sums[start + 9] ?? 0) + square * x;
  sums[start + 10] = (sums[start + 10] ?? 0) + square * x * x;
}
