import { type CodedColumn, missingCode } from "./coded-wave.ts";
import type { Coded } from "./coder.ts";
import { Growable } from "./growable.ts";
import { states } from "./response-count.ts";

/** A variable as its coder left it. */
export interface NamedCoded extends Coded {
  readonly name: string;
}

/** A variable without the answers of some rows. */
export interface Masked {
  readonly coded: NamedCoded;
  /** Rows whose answers were set aside. */
  readonly masked: Uint32Array;
  /** Answers that there were, set aside or not. */
  readonly answers: number;
}

/**
 * Sets the answers of rows aside that were not asked. Such a row is counted as not asked, whether it answered or not;
 * a bad cell stays bad, for it is listed as such. Where not everybody could be sorted, nobody who ticked nothing is
 * known to have been asked, and silence makes no base.
 * @throws Error for a variable of which no states were kept: it has no conditions.
 */
export function maskRows(
  coded: NamedCoded,
  isAsked: (row: number) => boolean,
  { sorted }: { readonly sorted: boolean },
): Masked {
  if (!coded.states) throw new Error(`no states were kept of "${coded.name}"`);
  const kept = coded.states.slice();
  const columns = coded.columns.map(copyOf);
  const masked = new Growable((length) => new Uint32Array(length));
  const counts = { answered: 0, missing: 0, bad: 0, notAsked: 0 };
  let answers = 0;
  for (let row = 0; row < kept.length; row++) {
    const state = kept[row] ?? states.missing;
    const after = stateAfter(state, isAsked(row), sorted);
    if (state === states.answered) answers += 1;
    if (state === states.answered && after === states.notAsked) masked.push(row);
    if (after !== state) for (const column of columns) blank(column, row);
    kept[row] = after;
    counts[countOf[after] ?? "missing"] += 1;
  }
  const response = { ...counts, ...(masked.values.length > 0 ? { masked: masked.values.length } : {}) };
  return { coded: { ...coded, columns, states: kept, response }, masked: masked.values, answers };
}

/** Which number each state adds to. */
const countOf = ["missing", "answered", "bad", "notAsked", "answered"] as const;

function stateAfter(state: number, asked: boolean, sorted: boolean): number {
  if (state === states.bad || state === states.notAsked) return state;
  if (!asked) return states.notAsked;
  return state === states.silent && !sorted ? states.missing : state;
}

function copyOf(column: CodedColumn): CodedColumn {
  return column.kind === "code"
    ? { ...column, values: column.values.slice() }
    : { ...column, values: column.values.slice() };
}

function blank({ kind, values }: CodedColumn, row: number): void {
  values[row] = kind === "code" ? missingCode : Number.NaN;
}
