import { missingCode } from "./coded-wave.ts";
import type { Coder, Located } from "./coder.ts";
import { Growable } from "./growable.ts";
import type { Expectation, ProblemLog } from "./problem-log.ts";

/** What a cell's text stands for: a code, nothing, or something that it should not be. */
export type LookUp = (cell: string) => { readonly code: number } | "missing" | Expectation;

const badCache = 10_000;

/** A coder that looks every cell up, and remembers the first ten thousand different ones. */
export function lookUpCoder(
  name: string,
  { header, place }: Located,
  log: ProblemLog,
  lookUp: LookUp,
  dictionary: readonly string[],
  isOption = false,
): Coder {
  const values = new Growable((length) => new Uint16Array(length));
  const known = new Map<string, ReturnType<LookUp>>();
  const response = { answered: 0, missing: 0, bad: 0 };
  return {
    name,
    code(row) {
      const cell = row.cells[place] ?? "";
      let found = known.get(cell);
      if (found === undefined) {
        found = lookUp(cell);
        if (known.size < badCache) known.set(cell, found);
      }
      if (found === "missing") {
        response.missing += 1;
        values.push(missingCode);
      } else if ("code" in found) {
        response.answered += 1;
        values.push(found.code);
      } else {
        response.bad += 1;
        values.push(missingCode);
        log.cell(row.line, header, cell.trim(), found);
      }
    },
    finish: () => ({
      columns: [{ name, kind: "code", values: values.values }],
      dictionaries: isOption ? { [name]: dictionary } : {},
      response,
    }),
  };
}
