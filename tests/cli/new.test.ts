import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../src/build/settings.ts";

const golden = join(projectRoot, "tests", "drafting", "golden");
let folder: string;
let data: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "manyi-new-"));
  data = join(folder, "data");
  mkdirSync(data);
  cpSync(join(golden, "english-plain", "answers.csv"), join(folder, "guests 2024.csv"));
  cpSync(join(golden, "chinese-gb18030", "满意度 (2024年).csv"), join(folder, "满意度 (2024年).csv"));
  writeFileSync(join(folder, "empty.csv"), "");
  writeFileSync(join(folder, "header.csv"), "Q1,Q2\n");
  writeFileSync(
    join(folder, "counts.csv"),
    "State,Measure,Low percent,High percent\nAK,H1,20,80\nAL,H1,30,70\n",
  );
  writeFileSync(join(folder, "book.xlsx"), "no workbook");
  writeFileSync(
    join(folder, "latin.csv"),
    Buffer.from("Id,Comment,Staff\n1,tr\xe8s bien,5\n2,caf\xe9 froid,4\n3,\x93bon\x94,3\n", "latin1"),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as npm runs it: in the project's folder, called from the folder of the exports. */
function run(...words: readonly string[]): Promise<Run> {
  const env = { ...process.env, MANYI_DATA: data, MANYI_CACHE: join(folder, "cache"), INIT_CWD: folder };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(projectRoot, "src", "cli", "new.ts"), ...words],
      { env },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
  });
}

const codebookOf = (id: string) => readFileSync(join(data, id, "survey.yaml"), "utf-8");

describe("npm run new", () => {
  test("writes a codebook, a report and the exports, under the data folder; the check passes", async () => {
    const { code, stdout, stderr } = await run("guests 2024.csv");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/0 to stop for, 0 rows rejected/);
    expect(readdirSync(join(data, "guests")).toSorted()).toEqual(["new-report.md", "survey.yaml", "waves"]);
    expect(readFileSync(join(data, "guests", "waves", "guests-2024.csv"))).toEqual(
      readFileSync(join(folder, "guests 2024.csv")),
    );
    expect(codebookOf("guests")).toMatch(/^# Rating on|^ {2}# Rating on/m);
    expect(readFileSync(join(data, "guests", "new-report.md"), "utf-8")).toMatch(
      /## For a person to decide[\s\S]*## Guessed, and why[\s\S]*## Left out, and why[\s\S]*`E-mail`/,
    );
  });

  test("never overwrites a codebook or another export", async () => {
    await run("guests 2024.csv", "--id", "kept");
    const before = codebookOf("kept");
    const second = await run("guests 2024.csv", "--id", "kept");
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/survey\.yaml is there already/);
    expect(codebookOf("kept")).toBe(before);
    rmSync(join(data, "kept", "survey.yaml"));
    expect((await run("guests 2024.csv", "--id", "kept")).stderr).toMatch(
      /guests-2024\.csv is there already/,
    );
  });

  test("speaks the language of the headers, or the one that is asked for", async () => {
    const chinese = await run("满意度 (2024年).csv", "--id", "chinese");
    expect([chinese.code, codebookOf("chinese")]).toEqual([0, expect.stringMatching(/待定：/)]);
    const english = await run("满意度 (2024年).csv", "--id", "english", "--language", "en");
    expect([english.code, codebookOf("english")]).toEqual([0, expect.stringMatching(/Decide: /)]);
    expect(codebookOf("english")).not.toMatch(/待定/);
  });

  test("lists everything that is wrong in one go and writes nothing", async () => {
    const { code, stdout, stderr } = await run(
      "absent.csv",
      "empty.csv",
      "header.csv",
      "counts.csv",
      "book.xlsx",
      "--id",
      "wrong",
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    for (const file of ["absent.csv", "empty.csv", "header.csv", "counts.csv", "book.xlsx"])
      expect(stderr).toContain(file);
    expect(stderr).toMatch(/tabulated:/);
    expect(existsSync(join(data, "wrong"))).toBe(false);
    expect(readdirSync(data).filter((name) => name.includes(".new-"))).toEqual([]);
  });

  test("says how it is called where it is not understood", async () => {
    const { code, stderr } = await run("--colour", "red", "--language", "fr");
    expect(code).toBe(1);
    expect(stderr).toMatch(/no option --colour[\s\S]*--language needs[\s\S]*npm run new -- /);
    expect((await run()).stderr).toMatch(/no export was named/);
  });

  test("bytes that are neither UTF-8 nor GB18030 are read as windows-1252, which the codebook says", async () => {
    const { code } = await run("latin.csv", "--out", join(data, "latin"));
    expect(code).toBe(0);
    expect(codebookOf("latin")).toMatch(/encoding: windows-1252/);
  });
});
