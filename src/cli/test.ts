/**
 * `npm test`: types, lint, unit tests, a build of the demo, tests in a real browser; all of them, whatever fails, and
 * one closing line that counts. Exit code 1 where anything failed.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../build/settings.ts";

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const folder = await mkdtemp(join(tmpdir(), "manyi-test-"));
const stages = ["types", "lint", "unit", "build", "browser"] as const;
let total: Count = { passed: 0, failed: 0, skipped: 0 };
for (const stage of stages) {
  console.log(`\n== ${stage}`);
  const count = await runStage(stage);
  total = {
    passed: total.passed + count.passed,
    failed: total.failed + count.failed,
    skipped: total.skipped + count.skipped,
  };
}
await rm(folder, { recursive: true, force: true });
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`,
);

/** Runs a script of package.json. A stage of tests counts its tests, any other counts as one. */
async function runStage(stage: (typeof stages)[number]): Promise<Count> {
  const isTests = stage === "unit" || stage === "browser";
  const report = join(folder, `${stage}.json`);
  const extra = isTests ? ["--", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`] : [];
  const child = spawn("npm", ["run", "--silent", stage, ...extra], {
    cwd: projectRoot,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (!isTests) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  return countTests(report, code === 0);
}

async function countTests(report: string, succeeded: boolean): Promise<Count> {
  const text = await readFile(report, "utf-8").catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const {
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
  } = JSON.parse(text) as Record<string, number>;
  // A file that can't be loaded has no tests to fail, yet the run failed.
  return { passed: passed ?? 0, failed: Math.max(failed ?? 0, succeeded ? 0 : 1), skipped: skipped ?? 0 };
}
