/** Workbooks are written by the library that reads them; what a cell's text must be was typed here. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type CellObject, CFB, utils, type WorkBook, write } from "@e965/xlsx";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../../src/build/settings.ts";
import { SourceError } from "../../../src/intake/sources/source.ts";
import { workbookSource } from "../../../src/intake/sources/workbook-source.ts";
import { rowsOf } from "./rows.ts";

const number = (v: number, z?: string): CellObject => ({ t: "n", v, ...(z === undefined ? {} : { z }) });

function book(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): WorkBook {
  const made = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(made, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return made;
}

function bytesOf(workbook: WorkBook, bookType: "xlsx" | "biff8" | "biff5" | "xlsb" = "xlsx"): Uint8Array {
  return new Uint8Array(write(workbook, { type: "array", bookType }) as ArrayBuffer);
}

describe.each(["xlsx", "biff8", "xlsb"] as const)("cells of a workbook (%s)", (bookType) => {
  test("are text as in a CSV of the same sheet", async () => {
    const bytes = bytesOf(
      book({
        Data: [
          ["编号", "score", "day", "seen", "at", "yes"],
          [
            number(1),
            number(0.1 + 0.2),
            number(45382, "yyyy-mm-dd"),
            number(45382.5, "m/d/yy h:mm"),
            number(0.75, "h:mm:ss"),
            true,
          ],
          ["007", number(-12.5), number(1e15), number(1.5e-7), "5", false],
        ],
      }),
      bookType,
    );
    const source = await workbookSource(bytes);
    expect((await rowsOf(source)).cells).toEqual([
      ["编号", "score", "day", "seen", "at", "yes"],
      ["1", "0.3", "2024-03-31", "2024-03-31 12:00:00", "18:00:00", "TRUE"],
      ["007", "-12.5", "1000000000000000", "0.00000015", "5", "FALSE"],
    ]);
    expect([source.encoding, source.sheet]).toEqual([bookType === "biff8" ? "xls" : "xlsx", "Data"]);
  });
});

test("blank rows and columns at the end are left out, those between keep their place and line", async () => {
  const sheet = {
    S: [[null, null], ["a", null, "c", null], [], ["1", "", null, " "], [null, null, null, null]],
  };
  expect(await rowsOf(await workbookSource(bytesOf(book(sheet))))).toEqual({
    cells: [
      ["a", "", "c"],
      ["1", "", ""],
    ],
    lines: [2, 4],
  });
});

test("of merged cells the first holds the text", async () => {
  const workbook = book({
    S: [
      ["question", null, "b"],
      ["x", "y", "z"],
    ],
  });
  const sheet = workbook.Sheets["S"];
  if (sheet) sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  expect((await rowsOf(await workbookSource(bytesOf(workbook)))).cells[0]).toEqual(["question", "", "b"]);
});

test("dates are counted from 1904 where the workbook says so", async () => {
  const workbook = book({ S: [["day"], [number(43920, "yyyy-mm-dd")]] });
  workbook.Workbook = { WBProps: { date1904: true } };
  expect((await rowsOf(await workbookSource(bytesOf(workbook)))).cells).toEqual([["day"], ["2024-03-31"]]);
});

describe("the sheet", () => {
  const bytes = bytesOf(book({ Notes: [["n"]], "2024 答卷": [["a"], ["1"]] }));

  test("is the first, or the one that is named", async () => {
    expect((await rowsOf(await workbookSource(bytes))).cells).toEqual([["n"]]);
    expect((await rowsOf(await workbookSource(bytes, { sheet: "2024 答卷" }))).cells).toEqual([["a"], ["1"]]);
  });

  test("that is not there is a problem that names those that are", async () => {
    const found = workbookSource(bytes, { sheet: "2024答卷", suggest: (_, names) => names.join("|") });
    await expect(found).rejects.toThrow(SourceError);
    await expect(found).rejects.toMatchObject({
      problem: { value: "2024答卷", expected: expect.stringContaining("2024 答卷"), mend: "Notes|2024 答卷" },
    });
  });
});

describe("a broken workbook", () => {
  const whole = bytesOf(book({ S: [["a"], ["1"]] }));
  test.each([
    ["cut short", whole.subarray(0, whole.length / 2)],
    ["of another program", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)])],
    ["text by the name of one", Buffer.from("ID,SCORE\n1,7\n")],
    ["an archive of something else", Buffer.from("PK\u0003\u0004 and no more")],
  ])("%s is said to be one", async (_, bytes) => {
    await expect(workbookSource(bytes)).rejects.toThrow(SourceError);
  });
});

test("a workbook with a password is said to have one", async () => {
  // What a password makes of a workbook: a container with two streams, of which only the names matter here.
  const container = CFB.utils.cfb_new();
  for (const name of ["EncryptionInfo", "EncryptedPackage"])
    CFB.utils.cfb_add(container, `/${name}`, Buffer.alloc(64));
  const bytes = CFB.write(container, { type: "buffer" }) as Buffer;
  await expect(workbookSource(bytes)).rejects.toMatchObject({
    problem: { message: expect.stringContaining("password"), mend: expect.stringContaining("without") },
  });
});

test("a workbook of before 1997 is read in its code page", async () => {
  // The library writes no Chinese in this form: six letters and the code page are put in their places.
  const bytes = Buffer.from(bytesOf(book({ S: [["abcdef"], [number(1)]] }), "biff5"));
  bytes.set([0xc2, 0xfa, 0xd2, 0xe2, 0xb6, 0xc8], bytes.indexOf("abcdef"));
  bytes.writeUInt16LE(936, bytes.indexOf(Buffer.from([0x42, 0x00, 0x02, 0x00])) + 4);
  expect((await rowsOf(await workbookSource(bytes))).cells).toEqual([["满意度"], ["1"]]);
});

const shared = resolve(projectRoot, "../shared/data/wjx");
describe.skipIf(!existsSync(shared))("real .xls files (skipped where ../shared/data is absent)", () => {
  test.each([0, 2])("hold what their CSV copies hold: %i", async (form) => {
    const source = await workbookSource(readFileSync(join(shared, `[问卷星数据]800_800_${form}.xls`)));
    const text = readFileSync(join(shared, `wjx_reportgen__800_${form}.csv`), "utf-8");
    const copy = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
    const { cells } = await rowsOf(source);
    expect(cells).toHaveLength(801);
    expect(cells).toEqual(copy);
  });
});
