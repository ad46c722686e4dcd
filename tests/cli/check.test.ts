import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Preview } from "../../src/build/preview.ts";
import { projectRoot } from "../../src/build/settings.ts";
import type { Problem } from "../../src/survey/problem.ts";

const codebook = `
id: one
title: One
waves: [{ id: "2024", file: answers.csv }]
questions: [{ id: overall, type: rating, scale: { min: 1, max: 5 }, column: Q }]
`;

let folder: string;
const twoWaves = `
id: two
title: Two
waves: [{ id: "2023", file: 2023.csv }, { id: "2024", file: 2024.csv }]
questions:
  - { id: overall, type: rating, scale: { min: 1, max: 5 }, column: Q }
  - { id: media, type: multi, columns: { tv: TV, web: WEB }, labels: { tv: TV, web: Web } }
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "manyi-check-"));
  for (const [name, answers] of Object.entries({ sound: "Q\n1\n2\n", spoilt: "Q\n1\n9\n" })) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, "survey.yaml"), codebook);
    await writeFile(join(folder, name, "answers.csv"), answers);
  }
  await mkdir(join(folder, "changed"));
  for (const [name, text] of Object.entries({
    "survey.yaml": twoWaves,
    "2023.csv": "Q,TV\n1,1\n2,0\n",
    "2024.csv": "Q,TV,WEB\n1,1,0\n2,0,1\n",
  }))
    await writeFile(join(folder, "changed", name), text);
});
afterAll(() => rm(folder, { recursive: true }));

interface Report {
  readonly problems: readonly Problem[];
  readonly previews: readonly Preview[];
}

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function check(
  data: string,
  { holder, json = true }: { readonly holder?: number; readonly json?: boolean } = {},
): Promise<Run> {
  const cache = join(folder, `${data} stores`);
  const env = {
    ...process.env,
    MANYI_DATA: join(folder, data),
    MANYI_CACHE: cache,
    MANYI_OUT: join(folder, "site"),
  };
  const command = [join(projectRoot, "src", "cli", "check.ts"), ...(json ? ["--json"] : [])];
  return new Promise((resolve, reject) => {
    const made = holder === undefined ? Promise.resolve() : lockFor(cache, holder);
    made
      .then(() =>
        execFile(process.execPath, command, { env }, (error, stdout, stderr) =>
          resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
        ),
      )
      .catch(reject);
  });
}

/** A lock that another process holds for a while. */
async function lockFor(cache: string, holder: number): Promise<void> {
  const lock = join(cache, "lock");
  await mkdir(lock, { recursive: true });
  await writeFile(join(lock, String(holder)), "");
  setTimeout(() => rm(lock, { recursive: true }), 1500);
}

describe("check --json", () => {
  test("prints problems and nothing else; exit code 1 and no preview where one stops", async () => {
    const { code, stdout } = await check("spoilt");
    const { problems, previews } = JSON.parse(stdout) as Report;
    expect(code).toBe(1);
    expect(problems.map(({ severity }) => severity)).toContain("stop");
    expect(previews).toEqual([]);
  });

  test("prints an empty list of problems where all is well, and a preview of each survey; exit code 0", async () => {
    const { code, stdout, stderr } = await check("sound");
    const { problems, previews } = JSON.parse(stdout) as Report;
    expect(problems).toEqual([]);
    expect(previews).toMatchObject([{ survey: "one", against: "none", newWaves: [] }]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("says that it waits on the error stream", async () => {
    const { code, stdout, stderr } = await check("sound", { holder: process.pid });
    expect((JSON.parse(stdout) as Report).problems).toEqual([]);
    expect(stderr).toMatch(/^Waiting for process \d+/);
    expect(code).toBe(0);
  });
});

test("check prints what changed in a question and was not declared, where it stands and how to wave it through", async () => {
  const { code, stdout } = await check("changed", { json: false });
  const lines = stdout.split("\n").map((line) => line.trim());
  const at = lines.findIndex((line) => line.startsWith("note") && line.includes("questions[1]"));
  expect(lines[at]).toBe('note  survey.yaml:7  questions[1]  "media"');
  expect(lines[at + 1]).toMatch(/^No change is computed from 2023 to 2024.*: Options added: “Web”\.$/);
  expect(lines[at + 3]).toMatch(/versions: \[\{ from: "2024", comparable: yes \}\].*media,2024,yes/);
  expect(stdout).toMatch(/0 to stop for, .* 2 notes/);
  expect(code).toBe(0);
});
