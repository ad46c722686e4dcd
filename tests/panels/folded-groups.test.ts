import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { endsOfList, FoldedGroups, mostListed } from "../../src/panels/folded-groups.tsx";
import { wordsIn } from "../../src/words/words.ts";

const rows = (count: number) => Array.from({ length: count }, (_, at) => at);

test("as many rows as a page lists are all listed", () => {
  expect(endsOfList(rows(mostListed), () => false)).toEqual(rows(mostListed));
});

test("of thousands the two ends are, and what something is said of, in their order", () => {
  const listed = endsOfList(rows(3000), (row) => row === 1500 || row === 2);
  expect(listed).toHaveLength(mostListed + 1);
  expect(listed.slice(0, 60)).toEqual(rows(60));
  expect(listed[60]).toBe(1500);
  expect(listed.slice(61)).toEqual(rows(3000).slice(-60));
});

test.each([
  ["en", "Show 120 of 3,000 groups", "120 of 3,000 groups are listed"],
  ["zh", "查看其中 120 组（共 3,000 组）", "共 3,000 组，此处列出 120 组"],
] as const)("a table that lists part says so (%s)", (language, summary, note) => {
  const words = wordsIn(language);
  const fold = (listed: number, count: number) =>
    renderToString(
      h(FoldedGroups, {
        ...{ listed, count, note: words.tables.onlyEnds, context: { words, language } },
        children: "table",
      }),
    );
  expect(fold(120, 3000)).toContain(`<summary>${summary}</summary>`);
  expect(fold(120, 3000)).toContain(note);
  expect(fold(100, 100)).toContain(words.allGroups(100));
  expect(fold(100, 100)).not.toContain("note");
  expect(fold(24, 24)).toBe("table");
});
