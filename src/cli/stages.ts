import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Stage {
  /** A script of package.json. */
  readonly name: string;
  /** Made of tests, which are counted; any other stage counts as one. */
  readonly tests: boolean;
}

export interface StageOptions {
  /** Folder for the reports of tests. */
  readonly folder: string;
  /** Runs npm and returns its exit code. */
  readonly run: (given: readonly string[]) => Promise<number>;
}

const failure: Count = { passed: 0, failed: 1, skipped: 0 };

/** Runs a stage and counts it. One that can't be started, or leaves no report of its tests, has failed. */
export async function runStage({ name, tests }: Stage, { folder, run }: StageOptions): Promise<Count> {
  const report = join(folder, `${name}.json`);
  const extra = tests ? ["--", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`] : [];
  try {
    const code = await run(["run", "--silent", name, ...extra]);
    if (!tests) return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : failure;
    return countTests(await readFile(report, "utf-8"), code === 0);
  } catch (error) {
    console.error(`${name} could not be run: ${error instanceof Error ? error.message : String(error)}`);
    return failure;
  }
}

/** The tests of a report. A file that can't be loaded has no tests to fail, yet the run failed. */
export function countTests(report: string, succeeded: boolean): Count {
  const {
    numPassedTests: passed = 0,
    numFailedTests: failed = 0,
    numPendingTests: pending = 0,
    numTodoTests: todo = 0,
  } = JSON.parse(report) as Record<string, number>;
  return { passed, failed: Math.max(failed, succeeded ? 0 : 1), skipped: pending + todo };
}

export function addCounts(counts: readonly Count[]): Count {
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** What `npm test` ends with. */
export function closingLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
