import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withheldValue } from "../../src/survey/reading.ts";
import { quoteName, slicePredicate } from "../../src/views/predicate.ts";
import { branchSlice, everybody, type Slice, sliceText } from "../../src/views/slice.ts";

/** The permalink form read back by the rules of addresses alone: & between dimensions, = once, commas between values. */
function readBack(text: string): Slice {
  if (text === "") return {};
  const parts = text.split("&").map((part) => {
    const [dimension = "", values = ""] = part.split("=");
    return [decodeURIComponent(dimension), values.split(",").map(decodeURIComponent)] as const;
  });
  return Object.fromEntries(parts);
}

describe("sliceText", () => {
  test.each<[Slice, string]>([
    [everybody, ""],
    [{ region: [] }, ""],
    [{ region: ["east"] }, "region=east"],
    [{ region: ["east"], channel: ["web", "app"] }, "region=east&channel=web,app"],
    [{ 地区: ["华东", "华南"] }, "地区=华东,华南"],
    [{ city: ["a,b", "c&d=e"] }, "city=a%2Cb,c%26d%3De"],
    [{ city: ["100%", "1+1", "a b", "#1", 'say "hi"'] }, "city=100%25,1%2B1,a%20b,%231,say%20%22hi%22"],
    [{ region: [], channel: ["web"] }, "channel=web"],
  ])("%j is %j", (slice, text) => {
    expect(sliceText(slice)).toBe(text);
  });

  const word = fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
    fc.string({
      unit: fc.constantFrom("%", "&", "=", ",", "+", "#", " ", '"', "\n", "　", "东", "a", "2C"),
      minLength: 1,
      maxLength: 8,
    }),
  );
  const slices = fc.dictionary(
    word.filter((id) => id !== "__proto__"),
    fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
    { maxKeys: 4 },
  );

  test("survives being read back, whatever the values hold", () => {
    fc.assert(
      fc.property(slices, (slice) => {
        fc.pre(JSON.stringify(slice).isWellFormed());
        expect(readBack(sliceText(slice))).toEqual({ ...slice });
      }),
    );
  });

  test("holds nothing that ends a query string or a cell of estimates.csv in the middle", () => {
    fc.assert(
      fc.property(slices, (slice) => {
        expect(sliceText(slice)).not.toMatch(/[#\s"+]/);
      }),
    );
  });
});

describe("branchSlice", () => {
  test("is the branch's place at every level down to it", () => {
    expect(branchSlice(["region", "city", "dealer"], ["east", "Ulm"])).toEqual({
      region: ["east"],
      city: ["Ulm"],
    });
    expect(branchSlice(["region", "city"], [])).toEqual(everybody);
  });
});

describe("slicePredicate", () => {
  const dictionaries = { d_region: ["east", "west", "north"], "d_a b": ["x"], d_x: ["y"] };

  test.each<[Slice, string]>([
    [everybody, "TRUE"],
    [{ region: [] }, "TRUE"],
    [{ region: ["west", "east"] }, '"d_region" IN (1, 0)'],
    [{ region: ["west"], x: ["y"] }, '"d_region" IN (1) AND "d_x" IN (0)'],
    [{ region: ["nowhere"] }, "FALSE"],
    [{ region: ["nowhere", "north"] }, '"d_region" IN (2)'],
    [{ channel: ["web"] }, "FALSE"],
    [{ "a b": ["x"], region: ["nowhere"] }, '"d_a b" IN (0) AND FALSE'],
    [{ "region!": ["west"] }, '("d_region" IS NULL OR NOT "d_region" IN (1))'],
    [{ "region!": ["nowhere"] }, "TRUE"],
    [{ "channel!": ["web"] }, "TRUE"],
  ])("%j is %s", (slice, sql) => {
    expect(slicePredicate(slice, dictionaries)).toBe(sql);
  });

  test("whose value is withheld is neither in nor among all but some values", () => {
    const protectedRows = { d_region: ["east", "west", withheldValue], d_channel: ["web"] };
    expect(slicePredicate({ "region!": ["west"] }, protectedRows)).toBe(
      '("d_region" IS NULL OR NOT "d_region" IN (1, 2))',
    );
    expect(slicePredicate({ "region!": [withheldValue] }, protectedRows)).toBe(
      '("d_region" IS NULL OR NOT "d_region" IN (2))',
    );
    // What nobody of the wave gave is nobody's, withheld or not.
    expect(slicePredicate({ "region!": ["nowhere"] }, protectedRows)).toBe("TRUE");
    expect(slicePredicate({ "channel!": [withheldValue] }, protectedRows)).toBe("TRUE");
  });

  test("no value ever enters the SQL, only its place", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 5 }),
        fc.array(fc.string(), { maxLength: 5 }),
        (values, dictionary) => {
          const sql = slicePredicate({ region: values }, { d_region: dictionary });
          expect(sql).toMatch(/^(TRUE|FALSE|"d_region" IN \(\d+(, \d+)*\))$/);
        },
      ),
    );
  });

  test("a quote in a name can't end the name", () => {
    expect(quoteName('a" OR 1=1 --')).toBe('"a"" OR 1=1 --"');
  });
});
