import type { Problem } from "../../survey/problem.ts";
import type { Scoring } from "../../survey/scoring.ts";
import type { StratumCount } from "../../survey/stratum.ts";

/** A figure that stands on counts of the strata file. */
export interface StrataNeed {
  /** In words, as in "no deduction is known". */
  readonly figure: string;
  /** The key of the codebook that asks for it, or the keys. */
  readonly key: string;
  /** The columns that it stands on, and the counts that they give. */
  readonly counts: readonly {
    readonly column: string;
    readonly count: "customers" | "handedOut" | "returned";
  }[];
}

const deductionCounts = [
  { column: "handed_out", count: "handedOut" },
  { column: "returned", count: "returned" },
] as const;

/** What a survey's scores by written rules take from the strata file: M05 the response rate, M06 the customers. */
export function strataNeeds(scoring: Scoring | undefined): readonly StrataNeed[] {
  const deducts = (["national", "fiveToOne"] as const)
    .filter((card) => scoring?.[card]?.deduct)
    .map((card) => `scoring.${card}.deduct`);
  return [
    ...(deducts.length > 0
      ? [{ figure: "deduction", key: deducts.join(" and "), counts: deductionCounts }]
      : []),
    ...(scoring?.sample
      ? [
          {
            figure: "sample rule",
            key: "scoring.sample",
            counts: [{ column: "customers", count: "customers" } as const],
          },
        ]
      : []),
  ];
}

/** True where a stratum has the counts that a figure stands on. */
export function givesAll(stratum: StratumCount, { counts }: StrataNeed): boolean {
  return counts.every(({ count }) => stratum[count] !== undefined);
}

interface ReadFile {
  readonly file: string;
  readonly header: readonly string[];
  readonly strata: readonly StratumCount[];
  /** The line that each stratum stands in. */
  readonly lines: readonly number[];
}

/**
 * Holds a strata file against what scores take from it. A column that is not there, or blank throughout, stops: nothing
 * of what the codebook asks for could be given. Waves and strata without the counts are noted, for these get none.
 *
 * @param waves those with respondents
 */
export function checkNeeds(
  read: ReadFile,
  needs: readonly StrataNeed[],
  waves: readonly string[],
): readonly Problem[] {
  return needs.flatMap((need): readonly Problem[] => {
    const lacking = need.counts.filter(
      ({ column, count }) =>
        !read.header.includes(column) || read.strata.every((stratum) => stratum[count] === undefined),
    );
    if (lacking.length > 0) return lacking.map(({ column }) => noColumn(read, need, column));
    const without = waves.filter(
      (wave) => !read.strata.some((stratum) => stratum.wave === wave && givesAll(stratum, need)),
    );
    return [...(without.length > 0 ? [noWaves(read, need, without)] : []), ...blanks(read, need, without)];
  });
}

const columnsOf = ({ counts }: StrataNeed) => counts.map(({ column }) => column).join(" and ");

function noColumn({ file, header }: ReadFile, need: StrataNeed, column: string): Problem {
  return {
    severity: "stop",
    file,
    line: 1,
    column,
    value: header.join(","),
    message: header.includes(column)
      ? `The column "${column}" of the strata file is blank throughout, and it is needed for ${need.key} in the codebook`
      : `The strata file has no column "${column}", which is needed for ${need.key} in the codebook`,
    expected: `${columnsOf(need)}, of every stratum of every wave`,
    mend: `Add the counts, or take ${need.key} out of the codebook.`,
  };
}

function noWaves({ file }: ReadFile, need: StrataNeed, waves: readonly string[]): Problem {
  return {
    severity: "note",
    file,
    line: 1,
    column: "wave",
    value: waves.join(", "),
    message: `No ${need.figure} can be given for ${waves.join(", ")}: the strata file has no ${columnsOf(need)} of ${waves.length === 1 ? "this wave" : "these waves"}`,
    expected: "rows for every wave with respondents",
    mend: "Add the rows, where the counts are known.",
  };
}

function blanks(
  { file, strata, lines }: ReadFile,
  need: StrataNeed,
  without: readonly string[],
): readonly Problem[] {
  const found = strata.flatMap((stratum, at) =>
    givesAll(stratum, need) || without.includes(stratum.wave) ? [] : [{ stratum, line: lines[at] ?? 1 }],
  );
  const [first] = found;
  if (!first) return [];
  return [
    {
      severity: "note",
      file,
      line: first.line,
      column: columnsOf(need),
      value: "",
      message: `No ${need.figure} can be given for strata without ${columnsOf(need)}, in ${[...new Set(found.map(({ stratum }) => stratum.wave))].join(", ")}`,
      expected: "a count in every row",
      mend: "Fill the counts in, where they are known.",
      count: found.length,
      lines: found.slice(0, 5).map(({ line }) => line),
    },
  ];
}
