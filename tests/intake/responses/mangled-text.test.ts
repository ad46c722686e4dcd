import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { interpretCodebook } from "../../../src/codebook/interpret.ts";
import type { CodedWave } from "../../../src/intake/responses/coded-wave.ts";
import { decode, EncodingSniffer } from "../../../src/intake/responses/encoding.ts";
import { readWave } from "../../../src/intake/responses/read-wave.ts";
import { findDelimiter } from "../../../src/intake/responses/table.ts";
import type { WaveReading } from "../../../src/survey/reading.ts";
import { rowsOfText } from "../rows-of-text.ts";

const codebook = `
id: mangled
title: Mangled
respondent: ID
weight: W
date: { column: DAY }
quality: { duration: SECONDS, minimum: 30 }
missing: ["0", "-1"]
waves: [{ id: "1", file: answers.csv }]
dimensions: [{ id: region, column: REGION }, { id: city, column: CITY, labels: { a: A, b: B } }]
hierarchy: [region, city]
questions:
  - { id: overall, type: rating, scale: { min: 1, max: 10 }, column: SCORE }
  - { id: recommend, type: nps, column: NPS }
  - { id: reason, type: single, column: WHY }
  - { id: media, type: multi, columns: { tv: TV, web: WEB } }
  - { id: needs, type: multi, base: asked, columns: [N1, N2], labels: { "1": One, "2": Two } }
  - { id: wait, type: number, min: 0, column: WAIT }
  - { id: comment, type: text, column: COMMENT }
  - { id: bought, type: date, column: BOUGHT }
`;
const header = [
  "ID",
  "W",
  "DAY",
  "SECONDS",
  "REGION",
  "CITY",
  "SCORE",
  "NPS",
  "WHY",
  "TV",
  "WEB",
  "N1",
  "N2",
  "WAIT",
  "COMMENT",
  "BOUGHT",
];

function readingOf(): WaveReading {
  const { interpretation, problems } = interpretCodebook(codebook, {
    file: "survey.yaml",
    folder: "",
    readText: () => undefined,
  });
  const [reading] = interpretation?.reading.waves ?? [];
  if (!reading) throw new Error(JSON.stringify(problems));
  return reading;
}

function read(chunks: readonly string[]): Promise<CodedWave> {
  const delimiter = findDelimiter(chunks.join("").split(/[\r\n]/, 1)[0] ?? "");
  return readWave(rowsOfText(chunks, { delimiter }), { reading: readingOf(), file: "answers.csv" });
}

const cell = fc.oneof(
  fc.constantFrom("", "1", "2", "9", "10", "11", "a", "b", "0", "-1", "5.0", "2024-03-31", "x", " 7 "),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('"', ",", ";", "\t", "\n", "\r", "\r\n", " ", "a", "很", "\u0000", "\uFEFF", "'"),
    maxLength: 8,
  }),
);
const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`);
const line = fc
  .array(fc.oneof(cell, quoted), { minLength: 12, maxLength: 18 })
  .map((cells) => cells.join(","));
const mangled = fc.record({
  head: fc.oneof({ weight: 5, arbitrary: fc.constant(header.join(",")) }, { weight: 1, arbitrary: line }),
  lines: fc.array(fc.oneof(line, fc.constantFrom("", " ", ",,,", header.join(","))), { maxLength: 12 }),
  newline: fc.constantFrom("\n", "\r\n", "\r"),
  cuts: fc.array(fc.nat({ max: 400 }), { maxLength: 4 }),
});

function textOf({
  head,
  lines,
  newline,
}: {
  head: string;
  lines: readonly string[];
  newline: string;
}): string {
  return [head, ...lines].join(newline);
}

function cut(text: string, cuts: readonly number[]): readonly string[] {
  const ends = [...cuts.map((at) => at % (text.length + 1)), text.length].toSorted((a, b) => a - b);
  return ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end)).filter((part) => part.length > 0);
}

describe("mangled text", () => {
  test("is never a reason to throw, and every row is kept or rejected", async () => {
    await fc.assert(
      fc.asyncProperty(mangled, async (parts) => {
        const { rows, columns, weights, quality, problems } = await read([textOf(parts)]);
        const { rowsRead, kept, rejected, items } = quality;
        expect(kept + rejected.duplicate + rejected.ragged + rejected.empty).toBe(rowsRead);
        expect(rows).toBe(kept);
        for (const column of columns) expect(column.values).toHaveLength(kept);
        if (weights) expect(weights).toHaveLength(kept);
        for (const { answered, missing, bad, notAsked } of Object.values(items))
          expect(answered + missing + bad + notAsked).toBe(kept);
        const rowProblems = problems.filter(({ severity }) => severity === "row");
        expect(rowProblems.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(rowsRead - kept);
        const bad = Object.values(items).reduce((sum, item) => sum + item.bad, 0);
        if (bad > 0) expect(problems.some(({ severity }) => severity === "cell")).toBe(true);
        if (kept === 0) expect(problems.some(({ severity }) => severity === "stop")).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test("codes are codes of the codebook or missing, whatever stood in the cells", async () => {
    await fc.assert(
      fc.asyncProperty(mangled, async (parts) => {
        const { columns, dictionaries } = await read([textOf(parts)]);
        const largest: Readonly<Record<string, number>> = {
          q_overall: 10,
          q_recommend: 10,
          d_city: 1,
          q_comment: 1,
        };
        for (const { name, kind, values } of columns) {
          if (kind === "number") continue;
          const most = largest[name] ?? (dictionaries[name] ? dictionaries[name].length - 1 : 1);
          for (const code of values) expect(code === 65535 || code <= most, `${name} ${code}`).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe("well-formed text", () => {
  const plainLine = fc
    .array(
      fc.oneof(
        fc.constantFrom("", "1", "2", "a", "b", "10", "很好"),
        fc.constant('"two\nlines, ""quoted"""'),
      ),
      {
        minLength: header.length,
        maxLength: header.length,
      },
    )
    .map((cells) => cells.join(","));
  const wellFormed = fc.record({
    head: fc.constant(header.join(",")),
    lines: fc.array(plainLine, { minLength: 1, maxLength: 15 }),
    newline: fc.constantFrom("\n", "\r\n"),
    cuts: fc.array(fc.nat({ max: 2000 }), { maxLength: 5 }),
  });

  test("reads the same however it arrives in parts", async () => {
    await fc.assert(
      fc.asyncProperty(wellFormed, async (parts) => {
        const text = textOf(parts);
        expect(await read(cut(text, parts.cuts))).toEqual(await read([text]));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test("its encoding is found out and decoded however its bytes arrive", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("utf-8", "utf-16le"),
        fc.array(fc.nat(50)),
        async (text, encoding, cuts) => {
          fc.pre(text.isWellFormed() && !text.startsWith("\uFEFF"));
          const bytes = Buffer.concat([
            Buffer.from(encoding === "utf-8" ? [0xef, 0xbb, 0xbf] : [0xff, 0xfe]),
            Buffer.from(text, encoding === "utf-8" ? "utf-8" : "utf16le"),
          ]);
          const ends = [...cuts.map((at) => 3 + (at % bytes.length)), bytes.length].toSorted((a, b) => a - b);
          const chunks = ends
            .map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end))
            .filter(({ length }) => length > 0);
          const sniffer = new EncodingSniffer();
          for (const chunk of chunks) sniffer.push(chunk);
          expect(sniffer.end()).toBe(encoding);
          let found = "";
          for await (const part of decode(asyncOf(chunks), encoding)) found += part;
          expect(found).toBe(text);
        },
      ),
    );
  });
});

async function* asyncOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
