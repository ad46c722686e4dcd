import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../../src/build/settings.ts";
import { findLayout } from "../../../src/intake/exports/find-layout.ts";
import { headRows } from "../../../src/intake/exports/layout.ts";
import { exportFormats } from "../../../src/survey/reading.ts";
import { layoutOf } from "./layouts.ts";

const shared = resolve(projectRoot, "../shared/data");

/** The first rows of a file; those that are not UTF-8 are read as GB18030. */
function firstRows(path: string): readonly string[][] {
  const bytes = readFileSync(path);
  const wide = bytes[1] === 0 || bytes[0] === 0xfe ? "utf-16be" : "utf-16le";
  const text = bytes.subarray(0, 200).includes(0)
    ? new TextDecoder(wide).decode(bytes)
    : new TextDecoder(isUtf8(bytes) ? "utf-8" : "gb18030").decode(bytes);
  return Papa.parse<string[]>(text, { preview: headRows, skipEmptyLines: true }).data;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

describe("a table of its own is no survey tool's", () => {
  const ours = [
    ...globSync("data/**/*.csv", { cwd: projectRoot }),
    ...globSync("tests/**/*.csv", { cwd: projectRoot }),
  ].filter((file) => !file.includes("/tool-"));

  test("no fixture and no demo file is taken for one, but for those that are", () => {
    expect(ours.length).toBeGreaterThan(60);
    const formats = ours.map((file) => [file, layoutOf(firstRows(join(projectRoot, file))).format] as const);
    const taken = formats.flatMap(([file, format]) =>
      format === "plain" ? [] : [`${file.split("/").at(-2)}: ${format}`],
    );
    expect(taken.toSorted()).toEqual([
      "google-forms-commas: google-forms",
      "limesurvey: limesurvey",
      "qualtrics: qualtrics",
      "surveymonkey: surveymonkey",
      "wjx-text: wjx",
    ]);
  });

  test.skipIf(!existsSync(shared))("nor is a real one (skipped where ../shared/data is absent)", () => {
    const files = globSync("{sfo-airport,telecom-voice,hcahps,ecsi-bank}/*.csv", { cwd: shared });
    expect(files.length).toBeGreaterThan(15);
    expect(files.filter((file) => layoutOf(firstRows(join(shared, file))).format !== "plain")).toEqual([]);
  });

  test("nor is any table of words and numbers, with one row, two or three", () => {
    const word = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        "id",
        "V1",
        "V2",
        "Q1",
        "Response",
        "Timestamp",
        "Finished",
        "1",
        "性别",
        "Q1[a]",
        "",
        "Date",
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { maxLength: 3 }), (rows) => {
        expect(layoutOf(rows).format).toBe("plain");
      }),
    );
  });
});

test.skipIf(!existsSync(shared))(
  "real exports are found out (skipped where ../shared/data is absent)",
  () => {
    const found = Object.fromEntries(
      [
        "qualtrics/sample.csv",
        "qualtrics/sample_legacy.csv",
        "surveymonkey/star-wars.csv",
        "limesurvey/results-survey.csv",
        "wjx/wjx_reportgen__800_0.csv",
        "wjx/wjx_reportgen__800_2.csv",
        "google-forms/r-community-2018-en.tsv",
      ].map((name) => {
        const { format, headerRows, columns } = layoutOf(firstRows(join(shared, name)));
        return [name, [format, headerRows, columns.length]];
      }),
    );
    // Columns counted with Python's csv module.
    expect(found).toEqual({
      "qualtrics/sample.csv": ["qualtrics", 3, 20],
      "qualtrics/sample_legacy.csv": ["qualtrics", 2, 15],
      "surveymonkey/star-wars.csv": ["surveymonkey", 2, 38],
      "limesurvey/results-survey.csv": ["limesurvey", 1, 163],
      "wjx/wjx_reportgen__800_0.csv": ["wjx", 1, 14],
      "wjx/wjx_reportgen__800_2.csv": ["wjx", 1, 36],
      "google-forms/r-community-2018-en.tsv": ["google-forms", 1, 43],
    });
  },
);

describe("a format that is named", () => {
  test.each(exportFormats.filter((format) => format !== "plain"))("%s must show its marks", (format) => {
    const found = findLayout(
      {
        rows: [
          ["ID", "SCORE"],
          ["1", "5"],
        ],
      },
      { format },
    );
    if (found.status === "found") throw new Error("found");
    expect(found.problem.message).toContain(format);
    expect(found.problem.expected).toMatch(/\w/);
  });

  test("plain reads any file as it stands", () => {
    const rows = [["Response ID", "Date submitted", "Last page"]];
    expect(layoutOf(rows).format).toBe("limesurvey");
    const layout = layoutOf(rows, "plain");
    expect([layout.format, layout.columns[0]?.role, layout.isIncomplete]).toEqual([
      "plain",
      "answer",
      undefined,
    ]);
  });
});
