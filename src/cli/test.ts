/**
 * `npm test`: types, lint, unit tests, a build of the demo, tests in a real browser; all of them, whatever fails, and
 * one closing line that counts. Exit code 1 where anything failed.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../build/settings.ts";
import { runNpm } from "./run-npm.ts";
import { addCounts, type Count, closingLine, runStage, type Stage } from "./stages.ts";

const stages: readonly Stage[] = [
  { name: "types", tests: false },
  { name: "lint", tests: false },
  { name: "unit", tests: true },
  { name: "build", tests: false },
  { name: "browser", tests: true },
];

const folder = await mkdtemp(join(tmpdir(), "manyi-test-"));
const counts: Count[] = [];
for (const stage of stages) {
  console.log(`\n== ${stage.name}`);
  counts.push(await runStage(stage, { folder, run: (given) => runNpm(given, projectRoot) }));
}
await rm(folder, { recursive: true, force: true });
const total = addCounts(counts);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${closingLine(total)}`);
