import type { Problem, Severity } from "../../survey/problem.ts";

const linesKept = 20;
const valuesKept = 50;

interface Entry {
  readonly problem: Problem;
  readonly lines: number[];
  count: number;
}

/** What a cell should have held, and what to do if it doesn't. */
export interface Expectation {
  readonly message: string;
  readonly expected: string;
  readonly mend: string;
}

/**
 * Collects problems of a data file. The same value in the same column is one problem with its count and its first
 * twenty lines, and of a column fifty values are told apart, so that a million bad cells stay readable.
 */
export class ProblemLog {
  readonly #file: string;
  readonly #entries = new Map<string, Entry>();
  readonly #values = new Map<string, Set<string>>();

  constructor(file: string) {
    this.#file = file;
  }

  /** Something wrong with the file as a whole. */
  whole(
    severity: Severity,
    what: Expectation & { readonly line?: number; readonly column?: string; readonly value?: string },
  ): void {
    this.#add(
      `${severity}|${what.column}|${what.value}|${what.message}`,
      { severity, file: this.#file, ...what },
      what.line,
    );
  }

  row(line: number, what: Expectation & { readonly column?: string; readonly value?: string }): void {
    this.#add(`row|${what.message}`, { severity: "row", file: this.#file, ...what }, line);
  }

  cell(line: number, column: string, value: string, what: Expectation): void {
    const shown = value.length > 60 ? `${value.slice(0, 59)}…` : value;
    const problem: Problem = { severity: "cell", file: this.#file, column, ...what };
    if (this.#isTold(column, shown)) this.#add(`cell|${column}|${shown}`, { ...problem, value: shown }, line);
    else this.#add(`others|${column}`, { ...problem, message: `${what.message} (further values)` }, line);
  }

  /** Something worth knowing about a value; of a column fifty are told apart, as bad cells are. */
  note(line: number | undefined, column: string, value: string, what: Expectation): void {
    const problem: Problem = { severity: "note", file: this.#file, column, ...what };
    if (this.#isTold(column, value))
      this.#add(`note|${column}|${value}|${what.message}|${what.expected}`, { ...problem, value }, line);
    else {
      const message = `${what.message} (further values)`;
      this.#add(`others|${column}|${what.message}`, { ...problem, message }, line);
    }
  }

  /** An answer that does not count because the question was not put to the respondent, whatever it says. */
  unasked(line: number, column: string, what: Expectation): void {
    this.#add(`unasked|${column}`, { severity: "cell", file: this.#file, column, ...what }, line);
  }

  #isTold(column: string, value: string): boolean {
    const told = this.#values.get(column) ?? new Set();
    if (told.size === 0) this.#values.set(column, told);
    if (told.has(value)) return true;
    if (told.size === valuesKept) return false;
    told.add(value);
    return true;
  }

  get problems(): readonly Problem[] {
    return [...this.#entries.values()].map(({ problem, lines, count }) => ({
      ...problem,
      ...(lines[0] === undefined ? {} : { line: lines[0] }),
      count,
      lines,
    }));
  }

  /** True where something stops already. */
  get stopped(): boolean {
    return [...this.#entries.values()].some(({ problem }) => problem.severity === "stop");
  }

  #add(key: string, problem: Problem, line: number | undefined): void {
    const entry = this.#entries.get(key) ?? { problem, lines: [], count: 0 };
    entry.count += 1;
    if (line !== undefined && entry.lines.length < linesKept) entry.lines.push(line);
    this.#entries.set(key, entry);
  }
}

/** What is said of a cell that is no code, no missing code and in no range. */
export function badCell(expected: string): Expectation {
  return {
    message: "This value is no answer that the codebook knows",
    expected,
    mend: "Correct the cell, add the value to the labels or codes, or list it under missing.",
  };
}

/** A list of values, shortened where it is long. */
export function spell(values: readonly string[]): string {
  return values.length <= 12 ? values.join(", ") : `${values.slice(0, 11).join(", ")}, … ${values.at(-1)}`;
}
