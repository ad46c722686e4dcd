import { describe, expect, test } from "vitest";
import { rowsQuality } from "../../src/panels/rows-quality.tsx";
import { sourceFiles } from "../../src/panels/source-files.tsx";
import type { WaveFacts } from "../../src/panels/wave-facts.ts";
import type { WaveQuality } from "../../src/survey/quality.ts";
import type { Language } from "../../src/survey/text.ts";
import { rating } from "../measures/questions.ts";
import { surveyOf } from "../measures/surveys.ts";
import { renderPage } from "./report.ts";

const waves = ["w1", "w2"].map((id) => ({ id, title: { en: id, zh: id } }));
const survey = surveyOf([rating(1, 5)], { waves });

const read: WaveQuality = {
  rowsRead: 1300,
  kept: 1300,
  rejected: { duplicate: 0, ragged: 0, empty: 0, incomplete: 0 },
  format: "plain",
  encoding: "utf-8",
  delimiter: ",",
  straightLining: { flagged: 0, base: 0 },
  outsideHierarchy: 0,
  items: {},
  unusedColumns: [],
};
const facts = (wave: string, quality: Partial<WaveQuality>): WaveFacts => ({
  wave,
  file: `waves/${wave}.csv`,
  sourceSha256: "0".repeat(64),
  quality: { ...read, ...quality },
});

/** The rows of a table by their heads. */
async function rowsOf(panel: ReturnType<typeof rowsQuality>, language: Language = "en") {
  const { all } = await renderPage([panel], survey, [], { language });
  const rows = all("tbody tr").map((row) => [...row.children].map((cell) => cell.textContent.trim()));
  return Object.fromEntries(rows.map(([head = "", ...cells]) => [head, cells]));
}

describe("interviews that were not finished", () => {
  const some = [
    facts("w1", {}),
    facts("w2", {
      kept: 1032,
      format: "limesurvey",
      incomplete: 268,
      rejected: { duplicate: 0, ragged: 0, empty: 0, incomplete: 268 },
    }),
  ];

  test("are counted, and those left out too, in both languages", async () => {
    expect(await rowsOf(rowsQuality(some))).toMatchObject({
      "Not finished": ["not known", "268"],
      "Rejected: not finished": ["0", "268"],
    });
    expect(await rowsOf(rowsQuality(some), "zh")).toMatchObject({
      未答完: ["未知", "268"],
      "剔除：未答完": ["0", "268"],
    });
  });

  test("have no row where no export tells of them", async () => {
    const rows = await rowsOf(rowsQuality([facts("w1", {})]));
    expect(rows["Rows read"]).toEqual(["1,300"]);
    expect(Object.keys(rows).filter((head) => /finished/i.test(head))).toEqual([]);
  });
});

test.each([
  ["en", ["LimeSurvey", "Wenjuanxing, sheet “Sheet1”"]],
  ["zh", ["LimeSurvey", "问卷星、工作表“Sheet1”"]],
] as const)(
  "files are shown with their format, and workbooks with the sheet (%s)",
  async (language, shown) => {
    const files = [
      facts("w1", { format: "limesurvey" }),
      facts("w2", { format: "wjx", encoding: "xls", sheet: "Sheet1" }),
    ];
    const { all } = await renderPage([sourceFiles(files, [])], survey, [], { language });
    const cells = all("tbody tr").map((row) => [...row.children].map((cell) => cell.textContent.trim()));
    expect(cells.map((row) => row[3])).toEqual(shown);
  },
);
