import { describe, expect, test } from "vitest";
import { DecodingError, decode } from "../../../src/intake/responses/decode.ts";
import { EncodingSniffer, textOfBytes } from "../../../src/intake/responses/encoding.ts";

/** Words in GB18030, which no encoder here writes: 模 (C4 A3, in UTF-8 a letter too), 服务很好. */
const moldInGb = [0xc4, 0xa3];
const serviceInGb = [0xb7, 0xfe, 0xce, 0xf1, 0xba, 0xdc, 0xba, 0xc3];
const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from([...part]))));

const wide = (text: string) => Buffer.from(text, "utf16le");

function encodingOf(content: Uint8Array, size = content.length): string {
  const sniffer = new EncodingSniffer();
  for (let at = 0; at < content.length; at += size) sniffer.push(content.subarray(at, at + size));
  return sniffer.end();
}

describe("a file's encoding", () => {
  test.each([
    ["Chinese in GB18030", bytes("7,", serviceInGb), "gb18030"],
    ["a character of GB18030 that UTF-8 has too", bytes("7,", moldInGb, "\n8,", serviceInGb), "gb18030"],
    ["UTF-8 with a torn character", bytes("7,很好\n8,服务", [0xe5, 0xba], "\n9,不错"), "utf-8"],
    ["UTF-8 that ends in the middle of a character", bytes("7,很好", [0xe5, 0xba]), "utf-8"],
    ["Latin-1", bytes("7,M", [0xfc], "ller\n8,Caf", [0xe9], "s"), "utf-8"],
    ["ASCII", bytes("7,8"), "utf-8"],
    ["UTF-16 without a mark, low byte first", wide("id,score\n1,很好\n2,一一一\n"), "utf-16le"],
    ["UTF-16 without a mark, high byte first", wide("id,score\n1,很好\n2,一一一\n").swap16(), "utf-16be"],
    ["UTF-16 of little else than Chinese", wide(`意见\n${"服务很好一".repeat(30)}\n`.repeat(9)), "utf-16le"],
    ["UTF-8 with a few NUL bytes", bytes("7,很好\n8,a", [0, 0], "b\n9,c", [0], "d\n"), "utf-8"],
    [
      "UTF-8 filled up with NUL bytes",
      bytes(
        "7,8\n9,10\n",
        Array.from({ length: 512 }, () => 0),
      ),
      "utf-8",
    ],
  ])("%s", (_, content, encoding) => {
    expect(encodingOf(content)).toBe(encoding);
  });

  test("is the same in small pieces, odd ones too, but for what a piece tears", () => {
    expect(encodingOf(wide("id,score\n1,很好\n"), 3)).toBe("utf-16le");
    expect(encodingOf(bytes("7,很好\n8,服务很好，不错", [0xe5, 0xba], "\n9,不错，很好"), 7)).toBe("utf-8");
  });
});

async function* inPieces(content: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function read(content: Uint8Array, size: number, encoding: string) {
  let text = "";
  try {
    for await (const part of decode(inPieces(content, size), encoding)) text += part;
  } catch (error) {
    if (error instanceof DecodingError) return { text, line: error.line };
    throw error;
  }
  return { text };
}

describe("a bad byte", () => {
  const rows = Array.from({ length: 40 }, (_, at) => `${at},很好，服务\n`);
  const content = bytes(...rows, "40,很好", [0xe5, 0xba], "\n", ...rows);

  test.each([content.length, 1000, 64, 23])("is said with its line, in pieces of %i bytes", async (size) => {
    expect((await read(content, size, "utf-8")).line).toBe(41);
  });

  test("at the end of a file is in the last line", async () => {
    expect((await read(bytes("a\nb\n很", [0xe5]), 4, "utf-8")).line).toBe(3);
    expect((await read(bytes("a\nb\n", serviceInGb, [0xb7]), 5, "gb18030")).line).toBe(3);
  });

  test("lets the lines before it through, so that the header is known", async () => {
    expect(await read(content, content.length, "utf-8")).toEqual({ text: rows.join(""), line: 41 });
  });

  test("of a small file is found too; good ones are read in their encoding", () => {
    expect(textOfBytes(bytes("\uFEFFcode\n", "很好"))).toBe("code\n很好");
    expect(textOfBytes(bytes("code\n", serviceInGb))).toBe("code\n服务很好");
    expect(() => textOfBytes(bytes("code\nc,Caf", [0xe9], "\n"))).toThrow(DecodingError);
  });
});
