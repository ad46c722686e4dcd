import { describe, expect, test } from "vitest";
import { branchPanels, factorPanels, overviewPanels } from "../../src/panels/pages.ts";
import { indexSubjects } from "../../src/panels/subject.ts";
import type { Break } from "../../src/survey/breaks.ts";
import type { Question } from "../../src/survey/question.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";
import type { Row } from "../counts/ask-rows.ts";
import { factor, item, settings } from "../measures/index/index-survey.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { renderPage } from "./report.ts";

const order = ["w1", "w2", "w3", "w4", "w5", "w6", "w7"];
const shops = ["s1", "s2", "s3"];
const reworded: Break = {
  wave: "w4",
  until: "w3",
  allowed: false,
  cause: { kind: "wording", before: sameText("x"), after: sameText("y") },
};
const surveyWith = (b: Partial<Question>, pool: Readonly<Record<string, number>>): Survey =>
  surveyOf([item("a"), { ...item("b"), ...b } as Question, item("c")], {
    waves: order.map((id) => ({ id, title: sameText(id) })),
    dimensions: [dimension("shop", shops)],
    hierarchy: ["shop"],
    base: { minimum: 5, caution: 10, pool },
    headline: "a",
    factors: [factor("f", ["a", "b"], 1), factor("g", ["c"], 1)],
    index: settings(["f", "g"]),
  });
const pooled = surveyWith({ breaks: [reworded] }, { shop: 3 });

/** Forty answers of each shop a wave; a and c stay around 8 and 6, b is what is asked for; null: nobody answers it. */
function rowsWith(b: (wave: number, row: number) => number | null): readonly Row[] {
  return order.flatMap((wave, at) =>
    shops.flatMap((shop) =>
      Array.from({ length: 40 }, (_, row) => {
        const spread = row % 2 === 0 ? 1 : -1;
        return { wave, places: { shop }, answers: { a: 8 + spread, b: b(at, row), c: 6 + spread } };
      }),
    ),
  );
}
const rows = rowsWith(() => 4);
const runsIn = (page: Awaited<ReturnType<typeof renderPage>>, colour = "2.5") =>
  page.all(`#trend .wide svg g[stroke-width='${colour}'] path`).length;
const valuesIn = (page: Awaited<ReturnType<typeof renderPage>>) =>
  page.all("#trend tbody tr").map((row) => row.querySelector("td.score")?.textContent);

describe("a pooled index of which a question changed", () => {
  // Pools of three that end in w4 and w5 hold both wordings of b and do without it; in w6 all have asked the new one.
  test("has a line that breaks where the question goes and where it is back", async () => {
    const page = await renderPage(branchPanels(pooled), pooled, rows, { wave: "w7", path: ["s1"] });
    // One point before, two without b, two with it.
    expect(page.texts("#trend tbody th .flag")).toEqual([
      "“b”: Wording changed. Left out from here on, until all waves taken together have asked it alike",
      "“b”: Counted again from here on, as all waves taken together have asked it alike",
    ]);
    const at = page.all("#trend tbody tr").filter((row) => row.querySelector(".flag"));
    expect(at.map((row) => row.querySelector("th")?.textContent.slice(0, 2))).toEqual(["w4", "w6"]);
    expect(runsIn(page)).toBe(3);
    expect(page.texts("#trend .note").join()).toContain("2\u00a0w6: “b”: Counted again");
  });

  test("says at the points, under the chart and in the table which question they are without", async () => {
    const page = await renderPage(branchPanels(pooled), pooled, rows, { wave: "w7", path: ["s1"] });
    // ((0.8 + 0.4)/2 + 0.6)/2 with b, (0.8 + 0.6)/2 without it.
    expect(valuesIn(page)).toEqual(["600", "700without b", "700without b", "600", "600"]);
    expect(page.texts("#trend .note")).toContain("○ At w4–w5: without b.");
    const rings = page.all("#trend .wide svg circle title").map(({ textContent }) => textContent);
    expect(rings).toEqual(["without b", "without b"]);
    expect(page.all("#trend .wide svg circle")).toHaveLength(5);
    expect(page.all("#trend .wide svg")[0]?.outerHTML).toContain("w4 700 (without b)");
  });

  test("says so in Chinese", async () => {
    const options = { wave: "w7", path: ["s1"], language: "zh" } as const;
    const page = await renderPage(branchPanels(pooled), pooled, rows, options);
    expect(page.texts("#trend tbody th .flag")).toEqual([
      "“b”：题目文字有改动。合并的各期问法不一致，此后暂不计入",
      "“b”：合并的各期问法已一致，此后重新计入",
    ]);
    expect(page.texts("#trend .note")).toContain("○ w4 至 w5：不含 b。");
    expect(valuesIn(page)[1]).toBe("700不含b");
  });

  test("has factors that break like it, and others that do not", async () => {
    const own = indexSubjects(pooled).map(async (subject) =>
      renderPage(factorPanels(pooled, subject), pooled, rows, { wave: "w7", path: ["s1"] }),
    );
    const [, f, g] = await Promise.all(own);
    // a and b are 0.8 and 0.4.
    expect(f && valuesIn(f)).toEqual(["600", "800without b", "800without b", "600", "600"]);
    expect(f && runsIn(f)).toBe(3);
    expect(g?.texts("#trend .flag")).toEqual([]);
    expect(g && runsIn(g)).toBe(1);
  });

  test("has one break of two changes between which it is without the question all the time", async () => {
    const again: Break = { ...reworded, wave: "w5", until: "w4" };
    const twice = surveyWith({ breaks: [reworded, again] }, { shop: 3 });
    const page = await renderPage(branchPanels(twice), twice, rows, { wave: "w7", path: ["s1"] });
    expect(valuesIn(page)).toEqual(["600", "700without b", "700without b", "700without b", "600"]);
    expect(runsIn(page)).toBe(3);
    expect(page.texts("#trend tbody th .flag")).toHaveLength(2);
  });

  test("is one line where the codebook waves the change through", async () => {
    const allowed = surveyWith({ breaks: [{ ...reworded, allowed: true }] }, { shop: 3 });
    const page = await renderPage(branchPanels(allowed), allowed, rows, { wave: "w7", path: ["s1"] });
    expect(page.texts("#trend .flag")).toEqual([]);
    expect(page.texts("#trend").join()).not.toContain("without");
    expect(runsIn(page)).toBe(1);
  });
});

describe("the change of a pooled index", () => {
  test("is of the questions that both pools are made of", async () => {
    // The pool up to w7 has b and that up to w4 has not: with b the index would be said to fall by 100.
    const page = await renderPage(branchPanels(pooled), pooled, rows, { wave: "w7", path: ["s1"] });
    expect(page.title).toBe("s1: csi stands at 600 in w5–w7, no clear change on w2–w4 (without b)");
    expect(page.texts(".glance dd").join(" ")).toContain("without b");
    expect(page.html).not.toMatch(/[▲▼] [+−\d]/);
  });
});

describe("an index of single waves", () => {
  const single = surveyWith({}, {});
  // In w3 and w4 only four of a shop answer b.
  const few = rowsWith((at, row) => (at === 2 || at === 3 ? (row < 4 ? 4 : null) : 4));

  test("breaks where too few answer one of its questions, and where enough do again", async () => {
    const page = await renderPage(branchPanels(single), single, few, { wave: "w7", path: ["s1"] });
    const [whole, less] = ["600", "700without b"];
    expect(valuesIn(page)).toEqual([whole, whole, less, less, whole, whole, whole]);
    expect(page.texts("#trend tbody th .flag")).toEqual([
      "“b”: Left out from here on, as too few answered or others would be given away",
      "“b”: Counted again from here on, as its own figure may be shown",
    ]);
    expect(runsIn(page)).toBe(3);
    // Twelve of all shops answered it: the line of all respondents goes on.
    const everybody = await renderPage(overviewPanels(single), single, few, { wave: "w7" });
    expect(everybody.texts("#trend .flag")).toEqual([]);
    expect(runsIn(everybody)).toBe(1);
  });

  test("is compared without it", async () => {
    const page = await renderPage(branchPanels(single), single, few, { wave: "w5", path: ["s1"] });
    expect(page.texts(".glance dd").join(" ")).toContain("without b");
    expect(page.html).not.toMatch(/[▲▼] [+−\d]/);
  });
});

describe("the line that an index is held against", () => {
  const single = surveyWith({}, {});
  // In s1 nobody answers b; in w3 and w4 nobody at all does.
  const silent = rowsWith((at) => (at === 2 || at === 3 ? null : 4)).map((row) =>
    row.places["shop"] === "s1" ? { ...row, answers: { ...row.answers, b: null } } : row,
  );

  test("breaks alone where it alone comes to be made of other questions, which is said of it", async () => {
    const page = await renderPage(branchPanels(single), single, silent, { wave: "w7", path: ["s1"] });
    expect(runsIn(page)).toBe(1);
    expect(runsIn(page, "1.5")).toBe(3);
    expect(page.texts("#trend .flag")).toEqual([]);
    expect(page.texts("#trend .note").filter((note) => /Line of/.test(note))).toEqual([
      "w3: Line of All respondents: “b”: Left out from here on, as too few answered or others would be given away",
      "w5: Line of All respondents: “b”: Counted again from here on, as its own figure may be shown",
    ]);
    const parents = page.all("#trend tbody tr").map((row) => row.querySelector("td:last-child")?.textContent);
    expect(parents.map((text) => text?.includes("without b"))).toEqual([
      ...[false, false],
      ...[true, true],
      ...[false, false, false],
    ]);
    expect(page.texts("#trend .note")).toContain("○ At w1–w7: without b.");
  });
});
