import type { Problem } from "../../survey/problem.ts";
import type { StratumCount } from "../../survey/stratum.ts";

export interface CheckKeptOptions {
  readonly file: string;
  /** The line that each stratum stands in. */
  readonly lines: readonly number[];
  /** How many respondents of a stratum were kept; undefined where nobody knows. */
  readonly kept: (stratum: StratumCount) => number | undefined;
}

const held = [
  { key: "returned", column: "returned", than: "came back" },
  { key: "handedOut", column: "handed_out", than: "were handed out" },
  { key: "customers", column: "customers", than: "there were customers" },
] as const;

/**
 * M06, strata held against the answers: no more respondents of a stratum can have been kept than questionnaires of it
 * came back, were handed out, or than it has customers. Of counts that are too low the first is named.
 */
export function checkKept(
  strata: readonly StratumCount[],
  { file, lines, kept }: CheckKeptOptions,
): readonly Problem[] {
  return strata.flatMap((stratum, at): readonly Problem[] => {
    const rows = kept(stratum);
    if (rows === undefined) return [];
    const low = held.find(({ key }) => (stratum[key] ?? Number.POSITIVE_INFINITY) < rows);
    if (!low) return [];
    return [
      {
        severity: "stop",
        file,
        ...(lines[at] === undefined ? {} : { line: lines[at] }),
        column: low.column,
        value: String(stratum[low.key]),
        message: `The wave "${stratum.wave}" has ${rows} answers of this stratum that count, more than ${low.than}`,
        expected: `at least ${rows}`,
        mend: "Correct the count in the strata file, or where the answers, or the strata, are of another place or wave, these.",
      },
    ];
  });
}
