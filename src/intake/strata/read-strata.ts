import Papa from "papaparse";
import type { Problem } from "../../survey/problem.ts";
import { smallTable } from "../../survey/small-table.ts";
import type { StratumCount } from "../../survey/stratum.ts";
import type { Dimension } from "../../survey/survey.ts";

const counted = {
  customers: "customers",
  handed_out: "handedOut",
  returned: "returned",
  valid: "valid",
} as const;

export interface ReadStrataOptions {
  readonly file: string;
  readonly waves: readonly string[];
  readonly dimensions: readonly Pick<Dimension, "id" | "options">[];
}

type Stop = (line: number, column: string, value: string, message: string, expected: string) => void;

/**
 * Reads the strata file: `wave`, dimension columns, and any of `customers`, `handed_out`, `returned`, `valid`. Every
 * stratum of a wave stands there once, no more came back than were handed out, and no more are valid than came back or
 * than there were customers. That more went out than there were customers is noted.
 */
export function readStrata(
  text: string,
  { file, waves, dimensions }: ReadStrataOptions,
): {
  readonly strata: readonly StratumCount[];
  /** The line that each stratum stands in. */
  readonly lines: readonly number[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const mend = "Correct the strata file.";
  const stop: Stop = (line, column, value, message, expected) =>
    problems.push({ severity: "stop", file, line, column, value, message, expected, mend });
  const parsed = Papa.parse<string[]>(text, { delimitersToGuess: [",", ";", "\t"] });
  const { header, rows, faults } = smallTable(parsed.data, parsed.errors);
  checkHeader(header, dimensions, stop);
  const expected = "as many cells as the header, and quotes in pairs";
  for (const { line, message } of faults)
    problems.push({ severity: "stop", file, line, message, expected, mend });
  const seen = new Map<string, number>();
  const unknown = new Set<string>();
  const strata = rows.map(({ line, cells }): StratumCount => {
    const wave = cells.get("wave") ?? "";
    // Once for each wave: a file that covers more waves than the codebook has many such rows.
    if (!waves.includes(wave) && !unknown.has(wave)) {
      unknown.add(wave);
      stop(line, "wave", wave, "There is no such wave", waves.join(", "));
    }
    const place = placeOf(cells, line, dimensions, stop);
    const key = JSON.stringify([wave, place]);
    const before = seen.get(key);
    if (before !== undefined)
      stop(
        line,
        "wave",
        wave,
        `The stratum stands in line ${before} already`,
        "every stratum of a wave once",
      );
    seen.set(key, before ?? line);
    const counts = countsOf(cells, line, stop);
    const several = severalEach(counts);
    if (several) problems.push({ severity: "note", file, line, ...several });
    return { wave, place, ...counts };
  });
  return { strata, lines: rows.map(({ line }) => line), problems };
}

function checkHeader(
  header: readonly string[],
  dimensions: ReadStrataOptions["dimensions"],
  stop: Stop,
): void {
  const allowed = ["wave", ...dimensions.map(({ id }) => id), ...Object.keys(counted)];
  for (const [at, column] of header.entries()) {
    if (!allowed.includes(column))
      stop(1, column, column, "The strata file has a column that means nothing here", allowed.join(", "));
    else if (header.indexOf(column) !== at)
      stop(1, column, column, "The strata file has the column twice", "every column once");
  }
  if (!header.includes("wave")) stop(1, "wave", "", "The strata file has no column wave", allowed.join(", "));
}

function placeOf(
  cells: ReadonlyMap<string, string>,
  line: number,
  dimensions: ReadStrataOptions["dimensions"],
  stop: Stop,
): Readonly<Record<string, string>> {
  const named = dimensions.filter(({ id }) => cells.has(id));
  for (const { id, options } of named) {
    const value = cells.get(id) ?? "";
    const known = options.length === 0 || options.some((option) => option.id === value);
    if (!known) stop(line, id, value, "There is no such value", spellOptions(options));
  }
  return Object.fromEntries(named.map(({ id }) => [id, cells.get(id) ?? ""]));
}

function countsOf(
  cells: ReadonlyMap<string, string>,
  line: number,
  stop: Stop,
): Omit<StratumCount, "wave" | "place"> {
  const numbers: { customers?: number; handedOut?: number; returned?: number; valid?: number } = {};
  for (const [column, key] of Object.entries(counted)) {
    const cell = cells.get(column) ?? "";
    if (cell === "") continue;
    if (!/^\d+$/.test(cell)) stop(line, column, cell, "This is no count", "a whole number");
    else numbers[key] = Number(cell);
  }
  const { customers, handedOut, returned, valid } = numbers;
  if (handedOut !== undefined && returned !== undefined && returned > handedOut)
    stop(line, "returned", String(returned), "More came back than were handed out", `at most ${handedOut}`);
  if (returned !== undefined && valid !== undefined && valid > returned)
    stop(line, "valid", String(valid), "More are valid than came back", `at most ${returned}`);
  else if (handedOut !== undefined && valid !== undefined && valid > handedOut)
    stop(line, "valid", String(valid), "More are valid than were handed out", `at most ${handedOut}`);
  if (customers !== undefined && valid !== undefined && valid > customers)
    stop(line, "valid", String(valid), "More are valid than there were customers", `at most ${customers}`);
  return numbers;
}

/** A customer may be handed several questionnaires, after each visit or to remind; or one of the counts is wrong. */
function severalEach({
  customers,
  handedOut,
  returned,
}: Omit<StratumCount, "wave" | "place">): Omit<Problem, "severity" | "file"> | undefined {
  const out = handedOut ?? returned;
  if (customers === undefined || out === undefined || out <= customers) return undefined;
  const [column, what] =
    handedOut === undefined ? ["returned", "came back"] : ["handed_out", "were handed out"];
  return {
    ...{ column, value: String(out), message: `More ${what} than there were customers` },
    expected: `at most ${customers}, where a customer is handed one`,
    mend: "Nothing, where customers are handed several; else correct the strata file.",
  };
}

function spellOptions(options: readonly { readonly id: string }[]): string {
  return `one of ${options
    .slice(0, 12)
    .map(({ id }) => id)
    .join(", ")}${options.length > 12 ? ", …" : ""}`;
}

/** Questionnaires handed out and returned in a wave, over all strata that give both; undefined where none went out. */
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
  const handedOut = sum((stratum) => stratum.handedOut);
  return handedOut === 0 ? undefined : { handedOut, returned: sum((stratum) => stratum.returned) };
}
