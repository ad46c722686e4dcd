import { expect, test } from "vitest";
import { publishingLines } from "../../src/build/report-publishing.ts";

const survey = { survey: "one", minimum: 5, unfiltered: [] } as const;
const wave = { wave: "2024", rows: 900, bytes: 1 } as const;

test("rows as they are leave with a warning that says how many and what to do", () => {
  const [line = ""] = publishingLines({ ...survey, publish: "rows", waves: [wave, wave] });
  expect(line).toMatch(/^WARNING one: publish: rows/);
  expect(line).toContain("1800 respondents");
  expect(line).toContain("publish: protected");
});

test("of protected rows it says what was withheld, wave by wave, and what can't be filtered by", () => {
  const lines = publishingLines({
    ...survey,
    publish: "protected",
    waves: [{ ...wave, withheld: { rows: 300, places: { dealer: 300, city: 12, region: 0 } } }],
    unfiltered: ["dealer"],
  });
  expect(lines[0]).toContain("shared by 5 respondents");
  expect(lines[1]).toBe("  2024: in 300 of 900 rows: dealer in 300, city in 12");
  expect(lines[2]).toContain("can't filter by dealer");
});

test("where nothing was withheld it says so once", () => {
  const waves = [{ ...wave, withheld: { rows: 0, places: { region: 0 } } }];
  const lines = publishingLines({ ...survey, publish: "protected", waves });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("nothing was withheld");
});

test("pages alone: no row", () => {
  expect(publishingLines({ ...survey, publish: "pages", waves: [] })).toEqual([
    "one: publish: pages — anybody can download pages and estimates, and no row.",
  ]);
});
