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
import { utils, write } from "@e965/xlsx";
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

  test("UTF-8 with one torn character is no windows-1252: it says so as the check does", async () => {
    const text = Buffer.from(
      `编号,满意度\n${Array.from({ length: 20 }, (_, at) => `甲${at},满意`).join("\n")}\n`,
    );
    writeFileSync(
      join(folder, "torn.csv"),
      Buffer.concat([text, Buffer.from([0xe6, 0xbb, 0x2c, 0x35, 0x0a])]),
    );
    const { code, stderr } = await run("torn.csv");
    expect(code).toBe(1);
    expect(stderr).toMatch(/torn\.csv:22: The file is not valid utf-8\. Save it as UTF-8, mend the line/);
    expect(existsSync(join(data, "torn"))).toBe(false);
  });

  test.each([
    [
      "picture.csv",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x0a, 1, 2]),
      /NUL bytes/,
    ],
    ["paper.csv", Buffer.from("%PDF-1.4\n1 0 obj, 2\n3, 4\n"), /no table of text/],
    ["numbers.csv", Buffer.from("1,2\n3,4\n5,4\n"), /first row is no header/],
  ] as const)("%s is refused and nothing is written", async (name, bytes, message) => {
    writeFileSync(join(folder, name), bytes);
    const { code, stderr } = await run(name, "--id", "refused");
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(existsSync(join(data, "refused"))).toBe(false);
  });

  test("where the check stops at the draft, its problems are said and nothing stays", async () => {
    writeFileSync(
      join(folder, "twice.csv"),
      `Staff,Staff#2,Staff\n${Array.from({ length: 20 }, (_, at) => `${1 + (at % 5)},5,4`).join("\n")}\n`,
    );
    const { code, stdout, stderr } = await run("twice.csv");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/STOP[\s\S]*nothing was written/);
    expect(readdirSync(data).filter((name) => /twice/.test(name))).toEqual([]);
  });

  test("the same file twice is refused", async () => {
    const { code, stderr } = await run("guests 2024.csv", "guests 2024.csv", "--id", "same");
    expect(code).toBe(1);
    expect(stderr).toMatch(/are the same file/);
  });

  test("a cover page of a workbook is passed over; the codebook names the sheet", async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([["Guest survey 2024"], ["Confidential"]]), "Cover");
    const rows = Array.from({ length: 20 }, (_, at) => [at, 1 + (at % 5), at % 2 ? "North" : "South"]);
    utils.book_append_sheet(book, utils.aoa_to_sheet([["ID", "Staff rating", "Region"], ...rows]), "Answers");
    writeFileSync(join(folder, "cover.xlsx"), write(book, { type: "buffer", bookType: "xlsx" }));
    const { code, stderr } = await run("cover.xlsx");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(codebookOf("cover")).toMatch(/sheet: Answers/);
    expect(readFileSync(join(data, "cover", "new-report.md"), "utf-8")).toMatch(/The others: "Cover"/);
  });

  test("decimal commas are pointed out; the summary speaks the language", async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `${1 + (at % 5)};${10 + at},${at % 10}`);
    writeFileSync(join(folder, "commas.csv"), `Staff rating;Waited\n${rows.join("\n")}\n`);
    const { code, stdout } = await run("commas.csv", "--language", "zh");
    expect(code).toBe(0);
    expect(stdout).toMatch(/0 处须停止/);
    expect(stdout).not.toMatch(/to stop for/);
    expect(readFileSync(join(data, "commas", "new-report.md"), "utf-8")).toMatch(/小数点/);
  });
});
