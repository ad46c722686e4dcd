import { describe, expect, test } from "vitest";
import { encodeGb18030 } from "../../../src/cli/demo/gb18030.ts";

describe("encodeGb18030", () => {
  // Bytes from Python's codec: "…".encode("gb18030").
  test.each([
    ["", ""],
    ["Q7,\r\n", "51372c0d0a"],
    ["很好", "badcbac3"],
    ["满意度┋（％）", "c2fad2e2b6c8a9afa3a8a3a5a3a9"],
    ["　·—", "a1a1a1a4a1aa"],
    ["镕囍", "e94687d6"],
  ])("%j", (text, hex) => {
    expect(Buffer.from(encodeGb18030(text)).toString("hex")).toBe(hex);
  });

  test("what it writes, the decoder reads, for every character of two bytes", () => {
    const han = Array.from({ length: 0x9fa5 - 0x4e00 + 1 }, (_, at) => String.fromCodePoint(0x4e00 + at));
    const text = han.join("");
    expect(encodeGb18030(text)).toHaveLength(2 * han.length);
    expect(new TextDecoder("gb18030", { fatal: true }).decode(encodeGb18030(text))).toBe(text);
  });

  test("a character without two bytes stops, and is named", () => {
    expect(() => encodeGb18030("好😀")).toThrow("U+1F600");
    expect(() => encodeGb18030("naïve")).toThrow("U+00EF");
    expect(() => encodeGb18030("\uFFFD")).toThrow("U+FFFD");
  });
});
