import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { npmCommand } from "../../src/cli/run-npm.ts";
import { addCounts, closingLine, countTests, runStage } from "../../src/cli/stages.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "manyi-stages-"));
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const failed = { passed: 0, failed: 1, skipped: 0 };
const build = { name: "build", tests: false };
const unit = { name: "unit", tests: true };
const cannotStart = () => Promise.reject(new Error("spawn npm ENOENT"));

describe("a stage", () => {
  test("that is no tests counts as one", async () => {
    expect(await runStage(build, { folder, run: async () => 0 })).toEqual({
      ...failed,
      passed: 1,
      failed: 0,
    });
    expect(await runStage(build, { folder, run: async () => 2 })).toEqual(failed);
  });

  test.each([build, unit])("that can't be started has failed, and is named: $name", async (stage) => {
    expect(await runStage(stage, { folder, run: cannotStart })).toEqual(failed);
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining(`${stage.name} could not be run`));
  });

  test.each([[undefined], ["{ half"]])("of tests whose report is %s has failed", async (report) => {
    const run = async () => {
      if (report !== undefined) await writeFile(join(folder, "unit.json"), report);
      return 0;
    };
    expect(await runStage(unit, { folder, run })).toEqual(failed);
  });

  test("of tests counts the tests of its report", async () => {
    const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
    const run = async (given: readonly string[]) => {
      const path = given.find((one) => one.startsWith("--outputFile.json="))?.split("=")[1] ?? "";
      await writeFile(path, JSON.stringify(report));
      return 1;
    };
    expect(await runStage(unit, { folder, run })).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });
});

test("a run that failed with no failed test counts one", () => {
  expect(countTests(JSON.stringify({ numPassedTests: 3, numFailedTests: 0 }), false).failed).toBe(1);
});

test("the closing line counts all stages, skipped ones only where there are any", () => {
  const count = { passed: 3, failed: 0, skipped: 0 };
  expect(closingLine(addCounts([count, failed]))).toBe("3 passed, 1 failed");
  expect(closingLine(addCounts([count, { ...count, skipped: 2 }]))).toBe("6 passed, 0 failed, 2 skipped");
});

describe("npm", () => {
  test("inside an npm script is the program that npm names, run by Node", () => {
    expect(npmCommand(["run", "unit"], { npm_execpath: "/lib/npm/bin/npm-cli.js" }, "win32")).toEqual({
      program: process.execPath,
      arguments: ["/lib/npm/bin/npm-cli.js", "run", "unit"],
      shell: false,
    });
  });

  test("outside one is npm, on Windows through a shell", () => {
    expect(npmCommand(["run", "unit"], {}, "linux")).toEqual({
      program: "npm",
      arguments: ["run", "unit"],
      shell: false,
    });
    expect(npmCommand(["run", "a b"], {}, "win32")).toEqual({
      program: "npm",
      arguments: ['"run"', '"a b"'],
      shell: true,
    });
  });
});
