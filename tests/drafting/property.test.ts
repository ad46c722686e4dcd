import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { checkColumns } from "../../src/build/check-columns.ts";
import { interpretCodebook } from "../../src/codebook/interpret.ts";
import type { WaveSheet } from "../../src/drafting/align.ts";
import { draftCodebook } from "../../src/drafting/draft.ts";
import { writeCodebook } from "../../src/drafting/write-codebook.ts";
import { readWave } from "../../src/intake/responses/read-wave.ts";
import { textSource } from "../../src/intake/sources/text-source.ts";
import { sheetOf } from "./sheets.ts";

/** Cells of one column, each kind of column now and then. */
const cells = fc.oneof(
  fc.constantFrom("1", "2", "3", "4", "5", "6", "0", "9", "99", ""),
  fc.constantFrom("Very satisfied", "Satisfied", "Dissatisfied", "N/A", "Very dissatisfied"),
  fc.constantFrom("北京", "上海", "说不清", "", "其他"),
  fc.constantFrom("a, b", "a", "b, c", "a, b, c", "c (d, e)", ""),
  fc.constantFrom("运动┋阅读", "运动", "阅读〖书〗"),
  fc.constantFrom("3/4/2024", "4/3/2024", "2024-05-06", "soon"),
  fc.constantFrom("12.5", "-3", "1e3", "0x5", "#DIV/0!", "7"),
  fc.constantFrom("Yes", "No", "yes", "YES", "constructor", "__proto__", "other", "Other"),
  fc.string({ maxLength: 12 }),
);
const header = fc.oneof(
  fc.constantFrom(
    "Q1",
    "Q1_1",
    "Q1_2",
    "Q1_3",
    "Q2A",
    "Q2B",
    "Region",
    "City",
    "Dealer",
    "Age",
    "Gender",
    "id",
    "weight",
    "Date",
    "NPS",
    "How likely are you to recommend us?",
    "Overall satisfaction",
    "总体满意度",
    "城市",
    "constructor",
    "E-mail",
    "other",
    "",
  ),
  fc.string({ maxLength: 10 }),
);
const table = fc
  .record({
    headers: fc.array(header, { minLength: 1, maxLength: 7 }),
    rows: fc.integer({ min: 1, max: 40 }),
  })
  .chain(({ headers, rows }) =>
    fc.record({
      headers: fc.constant(headers),
      // Each column draws from few values, as answers do.
      columns: fc.tuple(
        ...headers.map(() =>
          fc
            .array(cells, { minLength: 1, maxLength: 4 })
            .chain((few) => fc.array(fc.constantFrom(...few), { minLength: rows, maxLength: rows })),
        ),
      ),
    }),
  );

function rowsOf({
  headers,
  columns,
}: {
  readonly headers: readonly string[];
  readonly columns: readonly (readonly string[])[];
}) {
  return [headers, ...(columns[0] ?? []).map((_, at) => columns.map((column) => column[at] ?? ""))];
}

/** Everything that would stand in the way of building from the draft of these waves; the rows that were lost. */
async function faultsOf(tables: readonly (readonly (readonly string[])[])[]) {
  const texts = tables.map((rows) => Papa.unparse(rows as string[][], { newline: "\n" }));
  const waves: WaveSheet[] = [];
  for (const [at, text] of texts.entries()) {
    // As it is read from a file: blank lines are no rows.
    const read: (readonly string[])[] = [];
    const source = await sourceOf(text);
    await source.readRows({
      onRows: (rows) => read.push(...rows.map((row) => row.cells)),
      onFault: () => undefined,
    });
    if (read.length < 2) return { stops: [], lost: 0 };
    waves.push({ wave: String(2020 + at), sheet: sheetOf(read, `${at}.csv`) });
  }
  const draft = draftCodebook(waves, { id: "random", title: "Random", language: "en", titles: new Map() });
  if (!draft) return { stops: [], lost: 0 };
  const yaml = writeCodebook(draft, { heading: ["A draft"], schema: "x" });
  const { interpretation, problems } = interpretCodebook(yaml, {
    file: "survey.yaml",
    folder: "",
    readText: () => undefined,
  });
  const outcomes = [];
  for (const [at, reading] of (interpretation?.reading.waves ?? []).entries()) {
    outcomes.push({
      reading,
      coded: await readWave(await sourceOf(texts[at] ?? ""), { reading, file: reading.file }),
    });
  }
  const headers = outcomes.map(({ reading, coded }) => ({
    reading,
    file: reading.file,
    header: coded.header,
  }));
  const all = [
    ...problems,
    ...outcomes.flatMap(({ coded }) => coded.problems),
    ...checkColumns("survey.yaml", headers),
  ];
  const lost = outcomes.reduce((sum, { coded: { quality } }) => {
    const { duplicate, ragged, empty, incomplete } = quality.rejected;
    return sum + quality.rowsRead - quality.kept - duplicate - ragged - empty - incomplete;
  }, 0);
  return { stops: all.filter(({ severity }) => severity === "stop"), lost, yaml };
}

function sourceOf(text: string) {
  const bytes = new TextEncoder().encode(text);
  return textSource(
    async function* () {
      yield bytes;
    },
    { encoding: "utf-8", delimiter: "," },
  );
}

/** Faults of the file itself, which no codebook can mend. */
const ofTheFile = /Two columns would be addressed|rows are rejected|holds no answers|quote is not closed/;

test("the draft of any table is understood and stops for nothing; every row is kept or rejected with a reason", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(table, { minLength: 1, maxLength: 2 }), async (tables) => {
      const { stops, lost, yaml } = await faultsOf(tables.map(rowsOf));
      expect(
        stops.filter(({ message }) => !ofTheFile.test(message)),
        yaml,
      ).toEqual([]);
      expect(lost).toBe(0);
    }),
    { numRuns: 300, seed: 20240 },
  );
}, 240_000);
