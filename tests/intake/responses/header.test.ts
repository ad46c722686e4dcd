import { expect, test } from "vitest";
import { Header } from "../../../src/intake/responses/header.ts";

const column = (name: string, ...aliases: readonly string[]) => ({ name, aliases });

test("names are trimmed; a repeated one has a number", () => {
  const header = new Header([column(" a "), column("b"), column("a"), column("a")]);
  expect(header.names).toEqual(["a", "b", "a#2", "a#3"]);
  expect(["a", " a#3 ", "b", "c"].map((name) => header.placeOf(name))).toEqual([0, 3, 1, undefined]);
  expect(header.clashes).toEqual([]);
});

test("a header that looks like a repeated one clashes with it", () => {
  expect(new Header([column("a"), column("a#2"), column("a")]).clashes).toEqual(["a#2"]);
});

test("an alias finds its column where it is no name and no other column's", () => {
  const header = new Header([
    column("QID1", "Q1"),
    column("QID2", "Q2", "both"),
    column("Q1"),
    column("QID3", "both", ""),
  ]);
  expect(["Q1", "Q2", "both", ""].map((name) => header.placeOf(name))).toEqual([2, 1, undefined, undefined]);
  expect(header.addresses).toEqual(["QID1", "QID2", "Q1", "QID3", "Q2"]);
});
