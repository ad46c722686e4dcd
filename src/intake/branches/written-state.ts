import type { BranchState } from "../../survey/network.ts";

/** One row of the file of branches, its cells as they stand there; blank cells are absent. */
export interface WrittenState extends Omit<BranchState, "name"> {
  readonly line: number;
  readonly level: number;
  readonly id: string;
  readonly name?: BranchState["name"];
  /** False where a date could not be read: nothing can be said of the order of the branch's states. */
  readonly isDated: boolean;
}

/** What is wrong with a row: its line and column, what stands there, and what to do. */
export interface Fault {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
  readonly expected: string;
  readonly mend: string;
}

/** Rows of one branch, the earliest first. */
export function byBranch(states: readonly WrittenState[]): readonly (readonly WrittenState[])[] {
  const branches = Map.groupBy(states, ({ level, id }) => `${level} ${id}`);
  return [...branches.values()].map((rows) =>
    rows.toSorted((a, b) => compare(a.from ?? "", b.from ?? "") || a.line - b.line),
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
