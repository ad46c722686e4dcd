import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../src/build/settings.ts";
import { divergingGradesChart } from "../../src/charts/diverging-grades.ts";
import { standalonePicture } from "../../src/charts/standalone-picture.ts";
import { trendChart } from "../../src/charts/trend.ts";
import { lightPalette } from "../../src/theme/read-palette.ts";
import { colours, gradeColour } from "../../src/theme/tokens.ts";
import { bare, document, misplaced, numbersOf, textsOf, wordsIn } from "./drawn.ts";

const palette = lightPalette(readFileSync(join(projectRoot, "src/theme/tokens.css"), "utf-8"));

test("the light palette has a literal value for every colour that charts name", () => {
  const named = [...Object.values(colours), ...Array.from({ length: 9 }, (_, at) => gradeColour(at, 9))];
  for (const name of named) {
    const value = palette.get(name.replace(/^var\((.*)\)$/, "$1"));
    expect(value, name).toMatch(/^#[0-9a-f]{6}([0-9a-f]{2})?$/);
  }
  expect(palette.get("--paper")).toBe("#ffffff");
});

test("of a pair of colours the light one counts, of several values the first, of a name what it names", () => {
  const read = lightPalette(
    ":root { --ink: light-dark(#111111, #eeeeee); --grid: var(--rule); --rule: #aaa; } @media (x) { :root { --rule: #333; } }",
  );
  expect(read.get("--ink")).toBe("#111111");
  expect(read.get("--rule")).toBe("#aaa");
  expect(read.get("--grid")).toBe("#aaa");
});

const chart = trendChart(
  {
    label: "Index",
    points: [
      { wave: "Q1", value: 800, low: 790, high: 810 },
      { wave: "Q2", value: 810, low: 800, high: 820 },
    ],
  },
  {
    document,
    width: 720,
    format: (value) => value.toFixed(0),
    marked: "Q2",
    breaks: [],
    alternative: "From 800 to 810.",
  },
);
const texts = {
  title: "How has it moved?",
  takeaway:
    "售后满意度指数从 2023 年第一季度到第四季度逐期上升，最低为第一季度的 800，最高为第二季度的 810；色带为 95% 置信区间，纵轴按数据截取。",
  key: [
    { label: "Nanjing", mark: "line", colour: "var(--accent)" },
    {
      label: "All respondents of the whole network, whichever dealer they went to",
      mark: "dashed",
      colour: "var(--muted)",
    },
    { label: "Good", mark: "box", colour: "var(--grade-7)" },
  ],
  notes: [
    "蓝色高于总体，橙色低于总体，颜色越深相差越大。答卷少的得分会随机波动。",
    "Withheld: fewer than five answers, or a figure that would give another away by what is left of the whole once it is taken off.",
  ],
  caption: "Base: 1,234 answers (Q2). Source: After-sales service survey.",
} as const;

describe("a picture that stands alone", () => {
  const picture = standalonePicture(chart, texts, { document, palette, language: "en" });
  const text = picture.outerHTML;

  test("has literal colours only, on white, and names its fonts", () => {
    expect(text).not.toContain("var(");
    expect(text).not.toContain("transparent; color: var");
    expect(picture.querySelector("rect")?.getAttribute("fill")).toBe("#ffffff");
    expect(picture.getAttribute("font-family")).toContain("PingFang SC");
  });

  test("writes a transparent colour as a colour and its transparency", () => {
    expect(text).toContain('fill="#14508c" fill-opacity="0.149"');
    expect(text).not.toMatch(/"#[0-9a-f]{8}"/);
  });

  test("says title, takeaway, key, notes, base and source, one under the other", () => {
    const said = wordsIn(picture).join("");
    for (const one of [
      texts.title,
      texts.takeaway,
      ...texts.key.map(({ label }) => label),
      ...texts.notes,
      texts.caption,
    ])
      expect(said).toContain(bare(one));
    const [inside] = [...picture.querySelectorAll("svg")];
    const around = picture.cloneNode(true) as Element;
    for (const one of around.querySelectorAll("svg")) one.remove();
    expect(misplaced(around)).toEqual([]);
    // The chart itself stands between the last line of the takeaway and the first of the key.
    const { y, height } = numbersOf(inside, "y", "height");
    for (const { text, box } of textsOf(around))
      expect(box.bottom <= y + 0.5 || box.top >= y + height, text).toBe(true);
    expect(picture.getAttribute("aria-label")).toBe("How has it moved? From 800 to 810.");
  });

  test("leaves the page's own chart as it was", () => {
    expect(chart.outerHTML).toContain("var(--ink)");
    expect(chart.getAttribute("aria-label")).toBe("From 800 to 810.");
  });

  test("holds no link and no style sheet of the page", () => {
    expect(picture.querySelectorAll("a")).toHaveLength(0);
    expect(picture.querySelectorAll("style")).toHaveLength(1);
    expect(text).not.toContain("url(");
  });
});

test("a colour that has no value stops it", () => {
  const grades = divergingGradesChart([{ label: "A", shares: [0.5, 0.5] }], {
    document,
    width: 720,
    grades: ["No", "Yes"],
    sides: [-1, 1],
    words: { worse: "no", better: "yes" },
    colour: () => "var(--no-such-colour)",
    format: (share) => `${share}`,
    alternative: "",
  });
  expect(() =>
    standalonePicture(grades, { ...texts, key: [] }, { document, palette, language: "en" }),
  ).toThrow(/no-such-colour/);
});
