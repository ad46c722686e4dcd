import Papa from "papaparse";
import type { Problem } from "../../survey/problem.ts";
import type { Dimension } from "../../survey/survey.ts";

/** Questionnaires of one stratum of one wave. Counts that the file leaves blank are absent. */
export interface StratumCount {
  readonly wave: string;
  /** Dimension id → option id. */
  readonly place: Readonly<Record<string, string>>;
  readonly customers?: number;
  readonly handedOut?: number;
  readonly returned?: number;
}

const counted = { customers: "customers", handed_out: "handedOut", returned: "returned" } as const;

/** Reads the strata file: `wave`, dimension columns, and any of `customers`, `handed_out`, `returned`. */
export function readStrata(
  text: string,
  {
    file,
    waves,
    dimensions,
  }: {
    readonly file: string;
    readonly waves: readonly string[];
    readonly dimensions: readonly Pick<Dimension, "id" | "options">[];
  },
): { readonly strata: readonly StratumCount[]; readonly problems: readonly Problem[] } {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), {
    header: true,
  });
  const problems: Problem[] = [];
  const stop = (line: number, column: string, value: string, message: string, expected: string) =>
    problems.push({
      severity: "stop",
      file,
      line,
      column,
      value,
      message,
      expected,
      mend: "Correct the strata file.",
    });
  const allowed = ["wave", ...dimensions.map(({ id }) => id), ...Object.keys(counted)];
  for (const column of meta.fields ?? []) {
    if (!allowed.includes(column))
      stop(1, column, column, "The strata file has a column that means nothing here", allowed.join(", "));
  }
  if (!meta.fields?.includes("wave"))
    stop(1, "wave", "", "The strata file has no column wave", allowed.join(", "));
  const strata = data.flatMap((row, at): readonly StratumCount[] => {
    const line = at + 2;
    if (Object.values(row).every((cell) => !cell?.trim())) return [];
    const wave = (row["wave"] ?? "").trim();
    if (!waves.includes(wave)) stop(line, "wave", wave, "There is no such wave", waves.join(", "));
    const numbers = Object.entries(counted).flatMap(([column, key]) => {
      const cell = (row[column] ?? "").trim();
      if (cell === "") return [];
      if (!/^\d+$/.test(cell)) stop(line, column, cell, "This is no count", "a whole number");
      return [[key, Number(cell)] as const];
    });
    const named = dimensions.filter(({ id }) => row[id] !== undefined);
    const place = Object.fromEntries(named.map(({ id }) => [id, (row[id] ?? "").trim()]));
    for (const { id, options } of named) {
      const known = options.length === 0 || options.some((option) => option.id === place[id]);
      if (!known) stop(line, id, place[id] ?? "", "There is no such value", spellOptions(options));
    }
    return [{ wave, place, ...Object.fromEntries(numbers) }];
  });
  return { strata, problems };
}

function spellOptions(options: readonly { readonly id: string }[]): string {
  return `one of ${options
    .slice(0, 12)
    .map(({ id }) => id)
    .join(", ")}${options.length > 12 ? ", …" : ""}`;
}

/** Questionnaires handed out and returned in a wave, over all strata that give both. */
export function responseOf(
  strata: readonly StratumCount[],
  wave: string,
): { readonly handedOut: number; readonly returned: number } | undefined {
  const whole = strata.filter(
    (stratum) => stratum.wave === wave && stratum.handedOut !== undefined && stratum.returned !== undefined,
  );
  if (whole.length === 0) return undefined;
  const sum = (pick: (stratum: StratumCount) => number | undefined) =>
    whole.reduce((total, stratum) => total + (pick(stratum) ?? 0), 0);
  return { handedOut: sum((stratum) => stratum.handedOut), returned: sum((stratum) => stratum.returned) };
}
