import type { Problem, Severity } from "../survey/problem.ts";

const titles: Readonly<Record<Severity, string>> = {
  stop: "STOP  ",
  row: "ROW   ",
  cell: "CELL  ",
  note: "note  ",
};

/** Problems as lines for the terminal, those that stop last, so that they are what the analyst sees. */
export function problemLines(problems: readonly Problem[]): readonly string[] {
  const order: readonly Severity[] = ["note", "cell", "row", "stop"];
  const sorted = problems.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return sorted.flatMap((problem) => [
    `${titles[problem.severity]}${placeOf(problem)}${problem.value === undefined ? "" : `  ${JSON.stringify(problem.value)}`}`,
    `      ${problem.message}${timesOf(problem)}.`,
    `      expected: ${problem.expected}`,
    `      mend:     ${problem.mend}`,
  ]);
}

/** One line that counts what was found. */
export function problemSummary(problems: readonly Problem[]): string {
  const count = (severity: Severity) => problemCount(problems, severity);
  return `${count("stop")} to stop for, ${count("row")} rows rejected, ${count("cell")} cells missing, ${count("note")} notes`;
}

/** How often something of that severity was found. */
export function problemCount(problems: readonly Problem[], severity: Severity): number {
  return problems
    .filter((problem) => problem.severity === severity)
    .reduce((sum, problem) => sum + (problem.count ?? 1), 0);
}

function placeOf({ file, line, column }: Problem): string {
  return `${file}${line === undefined ? "" : `:${line}`}${column === undefined ? "" : `  ${column}`}`;
}

function timesOf({ count = 1, lines = [] }: Problem): string {
  if (count <= 1) return "";
  if (lines.length === 0) return ` (${count} times)`;
  const more = count > lines.length ? ", …" : "";
  return ` (${count} times, lines ${lines.join(", ")}${more})`;
}
