import { choiceName, type VariableReading } from "../../survey/reading.ts";
import { missingCode } from "./coded-wave.ts";
import type { Coder } from "./coder.ts";
import { Growable } from "./growable.ts";
import type { ProblemLog } from "./problem-log.ts";
import { ResponseCount, type State } from "./response-count.ts";
import type { Row } from "./table.ts";

type TicksReading = Extract<VariableReading, { kind: "choices" | "mentions" | "separated" }>;

/** What a row's cells were beside its ticks. */
export type Filled = "good" | "bad" | "notAsked";

export interface TicksOptions {
  readonly options: readonly string[];
  /** By option: false where the wave has no column for it. All are offered by default. */
  readonly offered?: readonly boolean[];
  /** Sets to 1 what the row mentions. */
  readonly fill: (row: Row, ticks: Uint8Array) => Filled;
}

/**
 * The columns of a multiple choice: 1 ticked, 0 not, missing where the respondent is not in the base. The base is
 * those who ticked something; with base "asked" everybody who could have. A good tick wins over a bad cell: whoever
 * has both has answered, by the good ticks. Without a good tick a bad cell takes the respondent out of the base, for
 * nobody knows what it stood for. So answered (= the base) + missing + bad + not asked = rows, and `badRows` counts
 * rows with a bad cell, whether they have a good tick or not.
 */
export function ticksCoder(
  reading: TicksReading,
  log: ProblemLog,
  { options, offered = options.map(() => true), fill }: TicksOptions,
): Coder {
  const { name, base } = reading;
  const columns = options.map(() => new Growable((length) => new Uint16Array(length)));
  const ticks = new Uint8Array(options.length);
  const responses = new ResponseCount(reading);
  const contradictions = new Contradictions(reading.none, options);
  let badRows = 0;
  return {
    name,
    code(row) {
      ticks.fill(0);
      const filled = fill(row, ticks);
      const state = stateOf(ticks.includes(1), filled, base);
      const counted = state === "answered" || state === "silent";
      if (filled === "bad") badRows += 1;
      responses.note(state);
      contradictions.look(ticks);
      columns.forEach((column, at) => {
        column.push(counted ? (ticks[at] ?? 0) : missingCode);
      });
    },
    finish() {
      contradictions.report(log, name.slice(2));
      return {
        columns: columns.flatMap((column, at) =>
          offered[at] ? [{ name: choiceName(name, at), kind: "code" as const, values: column.values }] : [],
        ),
        dictionaries: {},
        ...responses.result,
        badRows,
      };
    },
  };
}

function stateOf(ticked: boolean, filled: Filled, base: TicksReading["base"]): State {
  if (ticked) return "answered";
  if (filled !== "good") return filled;
  return base === "asked" ? "silent" : "missing";
}

/** Respondents who ticked "none of these" and one of these. Nobody knows which they meant, so both ticks count. */
class Contradictions {
  readonly #none: string | undefined;
  readonly #place: number;
  #rows = 0;

  constructor(none: string | undefined, options: readonly string[]) {
    this.#none = none;
    this.#place = none === undefined ? -1 : options.indexOf(none);
  }

  look(ticks: Uint8Array): void {
    if (this.#place < 0 || ticks[this.#place] !== 1) return;
    if (ticks.some((tick, at) => tick === 1 && at !== this.#place)) this.#rows += 1;
  }

  report(log: ProblemLog, column: string): void {
    if (this.#rows === 0 || this.#none === undefined) return;
    log.whole("note", {
      column,
      value: this.#none,
      message: `Respondents ticked "${this.#none}" and another choice: ${this.#rows} rows, of which both ticks count`,
      expected: `"${this.#none}" alone, or other choices`,
      mend: "Nothing, if they did so; else look whether the export shifted a column.",
    });
  }
}
