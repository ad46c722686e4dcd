import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { projectRoot } from "../../src/build/settings.ts";

const codebook = `
id: one
title: One
waves: [{ id: "2024", file: answers.csv }]
questions: [{ id: overall, type: rating, scale: { min: 1, max: 5 }, column: Q }]
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "manyi-record-"));
  await mkdir(join(folder, "data", "one"), { recursive: true });
  await put("survey.yaml", codebook);
  await put("answers.csv", "Q\n1\n2\n3\n4\n5\n");
});
afterEach(() => rm(folder, { recursive: true }));

const put = (name: string, content: string) => writeFile(join(folder, "data", "one", name), content);
const filesOf = (name: string) => readdir(join(folder, name)).then((names) => names.sort());

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, ...given: readonly string[]): Promise<Run> {
  const env = {
    ...process.env,
    MANYI_DATA: join(folder, "data"),
    MANYI_CACHE: join(folder, "stores"),
    MANYI_OUT: join(folder, "site"),
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(projectRoot, "src", "cli", command), ...given],
      { env },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
  });
}

describe("record", () => {
  test("writes the present version beside the codebook, once, and leaves nothing else behind", async () => {
    expect(await run("record.ts")).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^one: version [0-9a-f]{12} recorded\n$/),
      stderr: "",
    });
    const written = await readFile(join(folder, "data", "one", "versions.json"), "utf-8");
    // (1 + 2 + 3 + 4 + 5) ÷ 5, on few answers.
    expect(JSON.parse(written).versions[0].questions[0].figures.mean["2024"]).toMatchObject([
      5,
      3,
      expect.any(Number),
      expect.any(Number),
      "low",
    ]);
    expect((await run("record.ts")).stdout).toMatch(/is recorded already/);
    expect(await readFile(join(folder, "data", "one", "versions.json"), "utf-8")).toBe(written);
    expect(await filesOf("data/one")).toEqual(["answers.csv", "survey.yaml", "versions.json"]);
    expect((await filesOf("stores")).filter((name) => name.startsWith("prepared-"))).toEqual([]);
  });

  test("writes nothing where a problem stops, and says so with exit code 1", async () => {
    await put("answers.csv", "Q\n1\n9\n");
    const { code, stderr } = await run("record.ts");
    expect(code).toBe(1);
    expect(stderr).toContain("Nothing was recorded.");
    expect(await filesOf("data/one")).toEqual(["answers.csv", "survey.yaml"]);
  });
});

describe("check after a record", () => {
  test("tells in words what publishing a corrected wave would change", async () => {
    await run("record.ts");
    await put("answers.csv", "Q\n1\n2\n3\n4\n5\n5\n");
    const { code, stdout } = await run("check.ts");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^one: what publishing version .* would change, against version .* \(versions\.json\)$/m,
    );
    expect(stdout).toContain("corrected 2024: rows 5 → 6 (another file, other rows, figures restated)");
    // 15 ÷ 5, then 20 ÷ 6.
    expect(stdout).toMatch(/headline 3\.00 \(.*n 5\) → 3\.33 \(.*n 6\)/);
    expect((await filesOf("stores")).filter((name) => name.startsWith("prepared-"))).toEqual([]);
  });

  test("as JSON gives the same to machines", async () => {
    await run("record.ts");
    const { stdout } = await run("check.ts", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [],
      previews: [{ survey: "one", against: "versions.json", newWaves: [] }],
    });
  });

  test("gives no preview where a problem stops, and says why", async () => {
    await put("answers.csv", "Q\n1\n9\n");
    const { code, stdout } = await run("check.ts");
    expect(code).toBe(1);
    expect(stdout).toContain("No preview of what publishing would change: mend what stops first.");
    expect(stdout).not.toContain("what publishing version");
  });
});
