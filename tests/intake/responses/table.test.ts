import { describe, expect, test } from "vitest";
import { findDelimiter } from "../../../src/intake/responses/table.ts";

describe("findDelimiter", () => {
  test.each([
    ["a,b;c,d", ","],
    ["a;b;c,d", ";"],
    ["a\tb\tc,d;e", "\t"],
    ['"one, two, three",a;b;c', ";"],
    ['"a ""quoted, text"", still, quoted";b;c;d', ";"],
    ["only", ","],
    ["", ","],
  ])("%j is separated by %j", (line, delimiter) => {
    expect(findDelimiter(line)).toBe(delimiter);
  });
});
