import { describe, expect, test } from "vitest";
import { ofView, viewInName } from "../../src/browser/filtered-file.ts";

describe("the view in a file's name", () => {
  test.each([
    ["channel=phone", "channel-phone"],
    ["region=east,south&vs=rest", "region-east-south-vs-rest"],
    ["region!=east", "region-not-east"],
    ["brand=Côte d'Ivoire&region=华东", "brand-Côte-d-Ivoire-region-华东"],
    ["wave=2024-Q3..2024-Q4", "wave-2024-Q3..2024-Q4"],
    ["../=a/b\\c", "a-b-c"],
  ])("%s is %s", (view, name) => {
    expect(viewInName(view)).toBe(name);
  });

  test("is short, and of two long views not the same", () => {
    const long = (last: string) =>
      `dealer=${Array.from({ length: 40 }, (_, at) => `dealer-${at}`).join(",")},${last}`;
    const [one, other] = [viewInName(long("a")), viewInName(long("b"))];
    expect(one.length).toBeLessThanOrEqual(68);
    expect(one).not.toBe(other);
  });
});

describe("rows of a file", () => {
  const rows = [
    ["Factor", "Score"],
    ["Price", "7.1"],
  ];
  test("say of which view they are", () => {
    expect(ofView(rows, "channel=phone")).toEqual([
      ["slice", "Factor", "Score"],
      ["channel=phone", "Price", "7.1"],
    ]);
  });
  test("of everybody are as they are", () => {
    expect(ofView(rows, undefined)).toEqual(rows);
  });
});
