import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onlySurvey, type PreparedFiles, prepareFiles } from "../build/prepare-files.ts";

/**
 * Nothing that a respondent wrote, no id and no exact date may reach the store. Every such cell of this wave holds a
 * sentinel of its own; the files are then searched for them in every encoding that a program might keep text in.
 */
const rows = 4000;
const sentinels = ["SENTINEL", "哨兵", "13800138000"];
const secret = (kind: string, row: number) => `SENTINEL-${kind}-${row} 哨兵 13800138000`;
const day = (row: number) => `2024-03-${String(1 + (row % 28)).padStart(2, "0")}`;
const days = Array.from({ length: 28 }, (_, row) => day(row));

const codebook = `
id: secrets
title: Secrets
respondent: ID
date: { column: DAY }
weight: W
quality: { badCells: 0.5 }
waves: [{ id: "2024", file: answers.csv }]
dimensions: [{ id: region, column: REGION, labels: { e: East, w: West } }]
questions:
  - { id: overall, type: rating, scale: { min: 1, max: 10 }, column: SCORE }
  - { id: comment, type: text, column: COMMENT }
  - { id: when, type: date, column: DAY }
  - { id: reasons, type: multi, column: REASONS, separator: ";", other: o, labels: { p: Price, o: Other } }
  - { id: shop, type: single, column: SHOP, asked: { region: [e] } }
`;

function exportFile(): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const score = row % 400 === 7 ? secret("badcell", row) : 1 + (row % 10);
    const region = row % 400 === 9 ? secret("badplace", row) : row % 2 ? "e" : "w";
    const comment = row % 3 ? `"${secret("comment", row)}\n""${secret("second line", row)}"""` : "";
    const reasons = row % 5 ? "p" : `p;${secret("other", row)}`;
    // Every second row is in the east; of the others, whom nobody asked, some wrote something all the same.
    const shop = row % 2 ? "harbour" : row % 40 ? "" : secret("unasked", row);
    return [
      secret("id", row),
      day(row),
      0.5 + (row % 7),
      region,
      score,
      comment,
      secret("unmapped", row),
      reasons,
      shop,
    ].join(",");
  });
  const again = [secret("id", 5), day(5), 1, "e", 3, secret("comment of a duplicate", 5), "", "", ""].join(
    ",",
  );
  const ragged = [secret("id of a ragged row", 1), secret("ragged", 1)].join(",");
  return `ID,DAY,W,REGION,SCORE,COMMENT,PHONE,REASONS,SHOP\n${[...lines, again, ragged].join("\n")}\n`;
}

let files: PreparedFiles;
beforeAll(async () => {
  files = await prepareFiles({ "survey.yaml": codebook, "answers.csv": exportFile() });
});
afterAll(() => files?.remove());

/** A text as bytes in the encodings that engines and exports use. */
function spellings(text: string): readonly Buffer[] {
  const gb18030 = new Map([["哨兵", Buffer.from([0xc9, 0xda, 0xb1, 0xf8])]]);
  const wide = Buffer.from(text, "utf16le");
  const local = gb18030.get(text);
  return [Buffer.from(text, "utf-8"), wide, Buffer.from(wide).swap16(), ...(local ? [local] : [])];
}

function holds(content: Buffer, text: string): boolean {
  return spellings(text).some((bytes) => content.includes(bytes));
}

describe("sentinels planted in every id, text, date and unmapped cell", () => {
  test("were read: the wave is kept but for the duplicate and the ragged row", () => {
    const { quality } = onlySurvey(files).waves[0] ?? {};
    expect(quality?.kept).toBe(rows);
    expect(quality?.rejected).toEqual({ duplicate: 1, ragged: 1, empty: 0, incomplete: 0 });
    expect(quality?.items["q_comment"]?.answered).toBe(rows - Math.ceil(rows / 3));
    expect(quality?.items["q_reasons"]).toMatchObject({ answered: rows, bad: 0 });
    // Those in the west who wrote something, and those of whom nobody knows where they are.
    expect(quality?.items["q_shop"]).toMatchObject({ masked: rows / 40 + rows / 400, bad: 0 });
  });

  test("are nowhere in the store's files", async () => {
    const stores = (await readdir(files.cache)).filter((name) => !name.endsWith(".json"));
    // The wave, and what of it may be downloaded.
    const { waves, published } = onlySurvey(files);
    expect(stores.sort()).toEqual([...waves, ...published].map(({ name }) => name).sort());
    expect(stores).toHaveLength(2);
    for (const name of stores) {
      const content = await readFile(join(files.cache, name));
      // The search finds what is there: names of columns stand in the file as plain text.
      expect(holds(content, "q_overall")).toBe(true);
      for (const text of [...sentinels, ...days])
        expect(holds(content, text), `${name}: ${text}`).toBe(false);
    }
  });

  test("are in a wave's note only as values of problems, which the analyst must see", async () => {
    const notes = (await readdir(files.cache)).filter((name) => name.endsWith(".json"));
    const { waves, published } = onlySurvey(files);
    expect(notes.sort()).toEqual([...waves, ...published].map(({ note }) => note).sort());
    const [text = "", ofPublished = ""] = await Promise.all(
      [...waves, ...published].map(({ note }) => readFile(join(files.cache, note), "utf-8")),
    );
    for (const sentinel of [...sentinels, ...days]) expect(ofPublished).not.toContain(sentinel);
    const note = JSON.parse(text) as Record<string, unknown>;
    const { problems, ...rest } = note as { problems: { value?: string; severity: string }[] };
    for (const text of [...sentinels, ...days]) expect(JSON.stringify(rest)).not.toContain(text);
    const withoutValues = problems.map(({ value, ...problem }) => problem);
    for (const text of [...sentinels, ...days]) expect(JSON.stringify(withoutValues)).not.toContain(text);
    expect(problems.some(({ value }) => value?.includes("badcell"))).toBe(true);
    for (const kind of ["comment", "unmapped", "ragged", "other", "unasked"])
      expect(
        problems.some(({ value }) => value?.includes(kind)),
        kind,
      ).toBe(false);
  });

  test("leave nothing of texts and dates in the columns that may be downloaded", () => {
    const { layout } = onlySurvey(files).published[0] ?? {};
    expect(layout?.columns.toSorted()).toEqual([
      "d_region",
      "q_overall",
      "q_q_reasons__0",
      "q_q_reasons__1",
      "q_shop",
      "w",
    ]);
    expect(layout?.rows).toBe(rows);
  });

  test("leave months only of the dates", () => {
    const { quality, layout } = onlySurvey(files).waves[0] ?? {};
    expect(quality?.fieldwork).toEqual({ from: "2024-03", to: "2024-03" });
    expect(layout?.dictionaries["q_when"]).toEqual(["2024-03"]);
  });
});
