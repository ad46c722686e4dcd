import { readFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { encodeGb18030 } from "../../../src/cli/demo/gb18030.ts";
import { interpretCodebook } from "../../../src/codebook/interpret.ts";
import type { WaveReading } from "../../../src/survey/reading.ts";

/** An export in good order, and how it is read. */
export interface SoundExport {
  readonly name: string;
  readonly file: string;
  readonly bytes: Buffer;
  readonly reading: WaveReading;
  /** Rows of answers. */
  readonly rows: number;
  /** True where every line break outside quotes ends a row, so that rows can be counted without the product. */
  readonly plain: boolean;
}

const people = Array.from({ length: 40 }, (_, at) => at + 1);
const header = ["ID", "SEX", "区域", "SCORE", "NPS", "MEDIA", "TV", "WEB", "WAIT", "DAY", "COMMENT"];
const plainRows = people.map((id) => [
  String(id),
  id % 2 === 0 ? "1" : "女",
  id % 3 === 0 ? "华东" : "华南",
  String(1 + (id % 10)),
  String(id % 11),
  ["电视┋网络", "网络", "", "其他〖朋友〗"][id % 4] ?? "",
  id % 2 === 0 ? "1" : "0",
  id % 5 === 0 ? "1" : "",
  String(3.5 * id),
  `2024-0${1 + (id % 9)}-15`,
  id % 6 === 0 ? '很好，"真的"\n谢谢' : "",
]);

const plainCodebook = `
dimensions:
  - { id: sex, column: SEX, labels: { "1": 男, "2": 女 } }
  - { id: region, column: 区域 }
hierarchy: [region]
questions:
  - { id: score, type: rating, scale: { min: 1, max: 10 }, column: SCORE }
  - { id: nps, type: nps, column: NPS, asked: { sex: ["1"] } }
  - { id: media, type: multi, column: MEDIA, separator: "┋", labels: { tv: 电视, web: 网络, else: 其他 }, other: else }
  - { id: seen, type: multi, columns: { tv: TV, web: WEB }, mentioned: ["1"] }
  - { id: wait, type: number, min: 0, max: 600, column: WAIT }
  - { id: day, type: date, column: DAY }
  - { id: comment, type: text, column: COMMENT }`;

function separated(rows: readonly (readonly string[])[], delimiter = ",", newline = "\n"): string {
  const quoted = (cell: string) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((cells) => cells.map(quoted).join(delimiter) + newline).join("");
}

function readingOf(codebook: string, file: string): WaveReading {
  const text = `id: s\ntitle: S\nquality: { badCells: 1 }\nwaves: [{ id: "1", file: "${file}" }]${codebook}\n`;
  const { interpretation, problems } = interpretCodebook(text, {
    file: "survey.yaml",
    folder: "",
    readText: () => undefined,
  });
  const [reading] = interpretation?.reading.waves ?? [];
  if (!reading) throw new Error(JSON.stringify(problems));
  return reading;
}

function workbook(bookType: "xlsx" | "biff8"): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([header, ...plainRows]), "答卷");
  return write(book, { type: "buffer", bookType }) as Buffer;
}

const text = separated([header, ...plainRows]);
const scoreOnly = (column: string) =>
  `\nquestions: [{ id: score, type: rating, scale: { min: 1, max: 10 }, column: "${column}" }]`;

const qualtrics = separated([
  ["ResponseId", "Finished", "Q1", "Q2_1"],
  ["Response ID", "Finished", "How was it?", "Which? - Tea"],
  [
    '{"ImportId":"_recordId"}',
    '{"ImportId":"finished"}',
    '{"ImportId":"QID1"}',
    '{"ImportId":"QID2","choiceId":"1"}',
  ],
  ...people.map((id) => [
    `R_${id}`,
    id % 7 === 0 ? "0" : "1",
    String(1 + (id % 10)),
    id % 2 === 0 ? "1" : "",
  ]),
]);
const limesurvey = separated(
  [
    ["id", "submitdate", "lastpage", "startlanguage", "Q1", "Q2[SQ001]"],
    ...people.map((id) => [
      String(id),
      id % 7 === 0 ? "" : "2024-01-01 10:00:00",
      "3",
      "en",
      String(1 + (id % 10)),
      "N/A",
    ]),
  ],
  ";",
  "\r\n",
);
const surveymonkey = separated([
  ["Respondent ID", "Collector ID", "How was it?", "Which?", ""],
  ["", "", "Response", "Tea", "Coffee"],
  ...people.map((id) => [String(id), "9", String(1 + (id % 10)), id % 2 === 0 ? "Tea" : "", ""]),
]);
const googleForms = separated(
  [
    ["Timestamp", "How was it?", "Which?"],
    ...people.map((id) => [`12/6/2018 11:57:${10 + id}`, String(1 + (id % 10)), "Tea, Coffee"]),
  ],
  "\t",
);
const wjx = separated([
  ["序号", "提交答卷时间", "所用时间", "1、评分 ", "2、爱好"],
  ...people.map((id) => [
    String(id),
    "2024/1/1 10:00:00",
    "60秒",
    id % 9 === 0 ? "(跳过)" : String(1 + (id % 10)),
    "运动┋阅读〖书〗",
  ]),
]);
const spss = (file: string) => readFileSync(join(import.meta.dirname, "../sources/spss", file));

function sound(
  name: string,
  file: string,
  content: string | Uint8Array,
  codebook = plainCodebook,
  plain = false,
): SoundExport {
  const bytes = Buffer.from(content as Uint8Array);
  return { name, file, bytes, reading: readingOf(codebook, file), rows: people.length, plain };
}

/** An export of every form that is read. */
export const soundExports: readonly SoundExport[] = [
  sound("UTF-8", "a.csv", Buffer.from(text), plainCodebook, true),
  sound(
    "UTF-8, CRLF, semicolons",
    "a.csv",
    Buffer.from(separated([header, ...plainRows], ";", "\r\n")),
    plainCodebook,
    true,
  ),
  sound(
    "GB18030, tabs",
    "a.tsv",
    encodeGb18030(separated([header, ...plainRows], "\t")),
    plainCodebook,
    true,
  ),
  sound("UTF-16 with a mark", "a.csv", Buffer.from(`\uFEFF${text}`, "utf16le")),
  sound("xlsx", "a.xlsx", workbook("xlsx")),
  sound("xls", "a.xls", workbook("biff8")),
  sound("Qualtrics", "q.csv", Buffer.from(qualtrics), scoreOnly("QID1")),
  sound("LimeSurvey", "l.csv", Buffer.from(limesurvey), scoreOnly("Q1")),
  sound("SurveyMonkey", "m.csv", Buffer.from(surveymonkey), scoreOnly("How was it?")),
  sound("Google Forms", "g.tsv", Buffer.from(googleForms), scoreOnly("How was it?")),
  sound("wjx", "w.csv", Buffer.from(wjx), scoreOnly("1、评分")),
  { ...sound("SPSS", "s.sav", spss("bytecode.sav"), scoreOnly("满意度")), rows: 5 },
  { ...sound("SPSS, packed", "s.zsav", spss("zlib.zsav"), scoreOnly("满意度")), rows: 5 },
];
