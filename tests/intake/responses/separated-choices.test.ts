import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitter } from "../../../src/intake/responses/separated-choices.ts";

/** Splits by a list of known texts; a text stands for its place. */
function splitBy(separator: string, known: readonly string[]) {
  const places = new Map(known.map((text, place) => [text, place]));
  const meaning = (part: string) => (part === "" ? ("nothing" as const) : places.get(part));
  return splitter({ separator, known, meaning });
}

describe("all choices in one cell", () => {
  const degrees = ["Bachelor", "Doctorate (e.g. PhD, EdD)", "PhD", "EdD"];

  test.each([
    ["one", "Bachelor", [0], []],
    ["several", "PhD, Bachelor", [2, 0], []],
    ["an option that holds the separator", "Bachelor, Doctorate (e.g. PhD, EdD), PhD", [0, 1, 2], []],
    ["a repeated one, once", "PhD, PhD", [2], []],
    ["white space around", " PhD ,  Bachelor ", [2, 0], []],
    ["blank parts", "PhD, , Bachelor, ", [2, 0], []],
    ["an unknown part", "PhD, Diploma, EdD", [2, 3], ["Diploma"]],
    ["unknown neighbours, as one value", "a, b, PhD, c", [2], ["a, b", "c"]],
    ["half of an option", "Doctorate (e.g. PhD", [], ["Doctorate (e.g. PhD"]],
    ["nothing", "", [], []],
  ])("%s", (_, cell, places, unknown) => {
    expect(splitBy(", ", degrees)(cell)).toEqual({ places, unknown });
  });

  test.each([";", "┋", "→", "|", "、"])("parted by %s, white space around it", (separator) => {
    const split = splitBy(separator, ["a", "b", "c"]);
    expect(split(["c", " a ", "b"].join(separator))).toEqual({ places: [2, 0, 1], unknown: [] });
  });

  test("an option's own white space around the separator is no matter", () => {
    const split = splitBy(";", ["nails ; screws", "saw"]);
    expect(split("saw;nails;screws")).toEqual({ places: [1, 0], unknown: [] });
    expect(split("nails ; screws; saw")).toEqual({ places: [0, 1], unknown: [] });
  });

  test("the longest option is taken first", () => {
    expect(splitBy(", ", ["A", "B", "A, B"])("A, B")).toEqual({ places: [2], unknown: [] });
    expect(splitBy(", ", ["A, B", "A", "A, B, C", "C"])("A, B, C, A")).toEqual({
      places: [2, 1],
      unknown: [],
    });
  });

  test("but not where it would leave parts unknown that shorter ones explain", () => {
    expect(splitBy(", ", ["A", "A, B", "B, C"])("A, B, C")).toEqual({ places: [0, 2], unknown: [] });
  });
});

const separators = fc.constantFrom(", ", ";", "┋", "→", " | ");
const word = fc.stringMatching(/^[a-z]{1,3}$/);

describe("joined known options", () => {
  test("come apart again, where no option begins another's words", () => {
    const options = fc.uniqueArray(fc.tuple(word, fc.array(word, { maxLength: 3 })), {
      selector: ([first]) => first,
      minLength: 1,
      maxLength: 6,
    });
    const chosen = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(separators, options, chosen, (separator, words, picks) => {
        // Options begin with a word in capitals, which no other option holds: a cell can be read one way only.
        const known = words.map(([first, rest]) => [first.toUpperCase(), ...rest].join(separator));
        const places = picks.map((pick) => pick % known.length);
        const cell = places.map((place) => known[place]).join(separator);
        expect(splitBy(separator, known)(cell)).toEqual({ places: [...new Set(places)], unknown: [] });
      }),
    );
  });

  test("leave nothing unknown, whatever else they could be read as", () => {
    const options = fc.uniqueArray(fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 3 }), {
      selector: (words) => words.join(),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(separators, options, fc.array(fc.nat(), { maxLength: 5 }), (separator, words, picks) => {
        const known = words.map((parts) => parts.join(separator));
        const cell = picks.map((pick) => known[pick % known.length]).join(separator);
        const { places, unknown } = splitBy(separator, known)(cell);
        expect(unknown).toEqual([]);
        expect(places.length > 0).toBe(picks.length > 0);
      }),
    );
  });
});
