import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allBranches, branchTree } from "../../src/survey/branches.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";

const bytesOf = (text: string) => Buffer.byteLength(text, "utf-8");

/** The slugs of branches on one level, in the order of their ids. */
function slugsOf(ids: readonly string[]): readonly string[] {
  const options = ids.map((id) => ({ id, label: sameText(id) }));
  const survey = {
    hierarchy: ["place"],
    dimensions: [{ id: "place", title: sameText("Place"), options }],
  } as unknown as Survey;
  const tree = branchTree(
    survey,
    ids.map((id) => [id]),
  );
  return allBranches(tree).map(({ slugs }) => slugs.join("/"));
}

describe("slugs of branches", () => {
  test("are the id with hyphens for what is neither letter nor digit", () => {
    expect(slugsOf(["Old Town & Co", "城东 1店", "&&"])).toEqual(["Old-Town-Co", "城东-1店", "x"]);
  });

  test("are numbered where taken, in any case", () => {
    expect(slugsOf(["a b", "A-b", "a/b"])).toEqual(["a-b", "A-b-2", "a-b-3"]);
  });

  test("of 100 Chinese characters take 60 bytes at most, cut between characters", () => {
    const [slug = ""] = slugsOf(["满意".repeat(50)]);
    expect(bytesOf(slug)).toBeLessThanOrEqual(60);
    expect(slug).toMatch(/^(满意)+满?-[0-9a-f]{8}$/u);
  });

  test("of long ids that begin alike differ, and stay what they are when another comes or goes", () => {
    const [one, other] = [`${"dealer ".repeat(20)}one`, `${"dealer ".repeat(20)}two`];
    const both = slugsOf([one, other]);
    expect(new Set(both).size).toBe(2);
    expect(slugsOf([other])).toEqual([both[1]]);
  });

  test("end in FNV-1a, 32 bits, of the whole id", () => {
    // Against the published test vector 0xbf9cf968 of "foobar", one byte further: computed independently below.
    const id = "z".repeat(80);
    let hash = 0x811c9dc5n;
    for (const byte of Buffer.from(id)) hash = ((hash ^ BigInt(byte)) * 0x01000193n) % 2n ** 32n;
    expect(slugsOf([id])).toEqual([`${"z".repeat(47)}-${hash.toString(16).padStart(8, "0")}`]);
  });

  test("are never too long and never the same, whatever the ids", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), { maxLength: 12 }),
        (ids) => {
          const slugs = slugsOf(ids);
          expect(new Set(slugs.map((slug) => slug.toLowerCase())).size).toBe(ids.length);
          for (const slug of slugs) {
            expect(bytesOf(slug)).toBeLessThanOrEqual(60);
            expect(slug.isWellFormed()).toBe(true);
          }
        },
      ),
    );
  });
});
