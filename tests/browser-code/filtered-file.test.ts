import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { ofView, tableFileName, viewInName } from "../../src/browser/filtered-file.ts";

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

describe("the file of a table", () => {
  const page = (query: string, isFiltered: boolean) => {
    const html = `<html ${isFiltered ? "data-filtered" : ""}><div data-page='{"kind":"overview","wave":"2024-Q4"}'>
      <section aria-label="What else was asked?"><table></table></section></div></html>`;
    const { document } = new JSDOM(html, { url: `https://example.org/en/dealer-service/${query}` }).window;
    return document.querySelector("table") as HTMLTableElement;
  };
  test.each([
    ["", false, "en-dealer-service-What-else-was-asked_2024-Q4"],
    [
      "?region=east&vs.region=north",
      true,
      "en-dealer-service-What-else-was-asked_2024-Q4_region-east-vs.region-north",
    ],
    ["?wave=2024-Q3", true, "en-dealer-service-What-else-was-asked_wave-2024-Q3"],
    // The filter could not be shown: the page is of everybody.
    ["?region=east", false, "en-dealer-service-What-else-was-asked_2024-Q4"],
  ])("under %j says its wave and view", (query, isFiltered, name) => {
    expect(tableFileName(page(query, isFiltered))).toBe(name);
  });
});
