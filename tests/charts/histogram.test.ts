import { describe, expect, test } from "vitest";
import { type HistogramMark, type HistogramOptions, histogramChart } from "../../src/charts/histogram.ts";
import { bare, document, misplaced, numbersOf, strayColours, wordsIn } from "./drawn.ts";

const bars = [
  { from: 700, to: 720, count: 3 },
  { from: 720, to: 740, count: 0 },
  { from: 740, to: 760, count: 12 },
  { from: 760, to: 780, count: 5 },
];
const options: HistogramOptions = {
  document,
  width: 720,
  format: (value) => value.toFixed(0),
  formatCount: (count) => `${count}`,
  titles: { value: "Index (0–1000)", count: "Number (dealer)" },
  alternative: "Twenty dealers.",
};
const mark: HistogramMark = { label: "Nanjing 745", value: 745, low: 730, high: 760 };

function barsOf(chart: Element) {
  return [...chart.querySelectorAll("rect")].map((rect) => numbersOf(rect, "x", "width", "height"));
}

test("bars are as high as their counts and stand at their ranges", () => {
  const drawn = barsOf(histogramChart(bars, mark, options));
  expect(drawn).toHaveLength(4);
  const unit = (drawn[2]?.height ?? 0) / 12;
  // A bar has half a pixel of air on every side.
  for (const [at, { count }] of bars.entries())
    expect(Math.abs((drawn[at]?.height ?? 0) - unit * count)).toBeLessThan(1.1);
  const step = (drawn[1]?.x ?? 0) - (drawn[0]?.x ?? 0);
  expect((drawn[3]?.x ?? 0) - (drawn[2]?.x ?? 0)).toBeCloseTo(step, 6);
});

test("the mark stands at its value, its interval around it", () => {
  const chart = histogramChart(bars, mark, options);
  const [first] = barsOf(chart);
  const last = barsOf(chart).at(-1);
  const left = (first?.x ?? 0) - 0.5;
  const right = (last?.x ?? 0) + (last?.width ?? 0) + 0.5;
  const across = (value: number) => left + ((value - 700) / 80) * (right - left);
  const circle = numbersOf(chart.querySelector(".mark circle") ?? undefined, "cx");
  expect(circle.cx).toBeCloseTo(across(745), 3);
  const interval = numbersOf(chart.querySelector(".mark line") ?? undefined, "x1", "x2");
  expect(interval.x1).toBeCloseTo(across(730), 3);
  expect(interval.x2).toBeCloseTo(across(760), 3);
});

test("an interval that leaves the chart ends at its edge", () => {
  const chart = histogramChart(bars, { ...mark, low: 600, high: 900 }, options);
  const { x1, x2 } = numbersOf(chart.querySelector(".mark line") ?? undefined, "x1", "x2");
  expect(x1).toBeGreaterThanOrEqual(0);
  expect(x2).toBeLessThanOrEqual(720);
});

test("another branch in the same bars has its own mark and no other", () => {
  const one = histogramChart(bars, mark, options);
  const other = histogramChart(bars, { ...mark, label: "Suzhou 771", value: 771 }, options);
  expect(one.querySelectorAll(".mark")).toHaveLength(1);
  expect(other.querySelectorAll(".mark")).toHaveLength(1);
  expect(other.textContent).not.toContain("Nanjing");
  expect(barsOf(other)).toEqual(barsOf(one));
});

const long = {
  en: "Zhangjiagang Free Trade Zone International Automobile City Flagship Service Centre 745",
  zh: "张家港保税区国际汽车城旗舰服务中心暨华东地区售后服务培训基地一号店 745",
} as const;

describe.each([340, 720])("%i pixels wide", (width) => {
  test.each(["en", "zh"] as const)(
    "nothing is cut and nothing overlaps, wherever the mark is (%s)",
    (language) => {
      for (const value of [700, 745, 780]) {
        const chart = histogramChart(
          bars,
          { label: long[language], value, low: value - 20, high: value + 20 },
          { ...options, width, titles: { value: long[language], count: "经销商数" } },
        );
        expect(misplaced(chart)).toEqual([]);
        expect(strayColours(chart)).toEqual([]);
        expect(wordsIn(chart)).toContain(bare(long[language]));
      }
    },
  );
});
