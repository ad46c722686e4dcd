import type { VariableReading } from "../../survey/reading.ts";
import { missingCode } from "./coded-wave.ts";
import type { Coder, Located } from "./coder.ts";
import { Growable } from "./growable.ts";
import type { OtherValues } from "./other-values.ts";
import type { Expectation, ProblemLog } from "./problem-log.ts";
import { ResponseCount } from "./response-count.ts";

/** What a cell's text stands for: a code, nothing, or something that it should not be. */
export type LookUp = (cell: string) => Found;
export type Found =
  /** `other`: the cell held no option; the code is that of the option which takes such cells in. */
  { readonly code: number; readonly other?: true } | "missing" | "notAsked" | Expectation;

export interface LookUpOptions {
  readonly lookUp: LookUp;
  /** Of options: their ids; a code is a place among them. */
  readonly dictionary?: readonly string[];
  readonly others?: OtherValues | undefined;
}

const cached = 10_000;

/** A coder that looks every cell up, and remembers the first ten thousand different ones. */
export function lookUpCoder(
  reading: Pick<VariableReading, "name" | "asked">,
  { header, place }: Located,
  log: ProblemLog,
  { lookUp, dictionary, others }: LookUpOptions,
): Coder {
  const { name } = reading;
  const values = new Growable((length) => new Uint16Array(length));
  const found = remembered(lookUp);
  const responses = new ResponseCount(reading);
  return {
    name,
    code(row) {
      const cell = row.cells[place] ?? "";
      const meant = found(cell);
      const known = typeof meant === "object" && "code" in meant ? meant : undefined;
      values.push(known?.code ?? missingCode);
      if (known) {
        responses.note("answered");
        if (known.other) others?.take(cell.trim());
      } else if (typeof meant === "string") responses.note(meant);
      else {
        responses.note("bad");
        log.cell(row.line, header, cell.trim(), meant as Expectation);
      }
    },
    finish() {
      others?.report(log, header);
      return {
        columns: [{ name, kind: "code", values: values.values }],
        dictionaries: dictionary ? { [name]: dictionary } : {},
        ...responses.result,
      };
    },
  };
}

/** Remembers what the first ten thousand different cells were found to be. */
export function remembered<Value>(look: (cell: string) => Value): (cell: string) => Value {
  const known = new Map<string, Value>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const value = look(cell);
    if (known.size < cached) known.set(cell, value);
    return value;
  };
}
