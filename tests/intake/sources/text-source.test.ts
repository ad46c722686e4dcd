import { describe, expect, test } from "vitest";
import { textSource } from "../../../src/intake/sources/text-source.ts";
import { rowsOf } from "./rows.ts";

/** Bytes in pieces of some size, as often as they are asked for. */
function bytesOf(content: Uint8Array, size = content.length) {
  return async function* () {
    for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
  };
}

const read = async (text: string, size?: number) => {
  const source = await textSource(bytesOf(Buffer.from(text), size), { encoding: "utf-8" });
  return { delimiter: source.delimiter, ...(await rowsOf(source)) };
};

describe("the separator is that of the header", () => {
  test("also where a question in it holds line breaks and other separators", async () => {
    const text = '\n"Rate, please:\nthe price, the staff, the shop";b\n4;5\n';
    for (const size of [text.length, 7, 1]) {
      const { delimiter, cells, lines } = await read(text, size);
      expect(delimiter, `pieces of ${size}`).toBe(";");
      expect(cells).toEqual([
        ["Rate, please:\nthe price, the staff, the shop", "b"],
        ["4", "5"],
      ]);
      expect(lines).toEqual([2, 4]);
    }
  });

  test("and of the first line where its quote is never closed", async () => {
    const text = `a;5" screen;c,d\n${"1;2;3\n".repeat(10)}`;
    expect((await read(text)).delimiter).toBe(";");
  });
});

test("a separator that is named is used", async () => {
  const source = await textSource(bytesOf(Buffer.from("a,b;c\n1,2;3\n")), {
    encoding: "utf-8",
    delimiter: ";",
  });
  expect((await rowsOf(source)).cells).toEqual([
    ["a,b", "c"],
    ["1,2", "3"],
  ]);
});

test("Western European text is read where its encoding is named", async () => {
  const bytes = Buffer.from("name,word\n1,Caf\xe9 \x80 \x93so\x94\n", "latin1");
  const source = await textSource(bytesOf(bytes, 5), { encoding: "windows-1252" });
  expect((await rowsOf(source)).cells[1]).toEqual(["1", "Café € “so”"]);
});

describe("quotes in a tab-separated text", () => {
  const typed = 'a\tb\n1\t"Native" graphics\n2\tsaid "no"\n';

  test("are letters where a cell begins with one and is not quoted, in pieces of any size", async () => {
    for (const size of [typed.length, 9, 1])
      expect((await read(typed, size)).cells).toEqual([
        ["a", "b"],
        ["1", '"Native" graphics'],
        ["2", 'said "no"'],
      ]);
  });

  test("stand around cells where all that begin with one are quoted", async () => {
    expect((await read('a\tb\n1\t"said ""no"""\n2\t"so"\n')).cells.slice(1)).toEqual([
      ["1", 'said "no"'],
      ["2", "so"],
    ]);
  });

  test("stand around cells where they hold line breaks or tabs", async () => {
    expect((await read('a\tb\n1\t"two\nlines"\n2\t"a\ttab"\n')).cells.slice(1)).toEqual([
      ["1", "two\nlines"],
      ["2", "a\ttab"],
    ]);
  });
});
