import { describe, expect, test } from "vitest";
import {
  type HeadlineScale,
  type HeadlineScaleOptions,
  headlineScaleChart,
} from "../../src/charts/headline-scale.ts";
import { bare, document, misplaced, strayColours, textsOf, wordsIn } from "./drawn.ts";

const options: HeadlineScaleOptions = {
  document,
  width: 720,
  ends: { min: 0, max: 1000 },
  format: (value) => value.toFixed(0),
  alternative: "823, before 820, target 850.",
};
const scale: HeadlineScale = {
  value: 823,
  low: 818,
  high: 828,
  label: "Q4 2024 823",
  marks: [
    { kind: "target", value: 850, label: "Target 850" },
    { kind: "previous", value: 820, label: "Q3 2024 820" },
    { kind: "compared", value: 826, label: "East China 826" },
  ],
};

/** Middles of the drawn marks from left to right: the target's stroke, circles and the diamond. */
function placesOf(chart: Element) {
  const circles = [...chart.querySelectorAll("circle")].map((one) => Number(one.getAttribute("cx")));
  const target = chart.querySelector('[stroke-width="2.5"] path, [stroke-width="2.5"] line');
  const [, x] = /M([\d.]+)/.exec(target?.getAttribute("d") ?? "") ?? [];
  return { circles, target: Number(x ?? target?.getAttribute("x1")) };
}

test("figure, wave before and target stand at their values on one axis", () => {
  const { circles, target } = placesOf(headlineScaleChart(scale, options));
  const [previous = 0, value = 0] = circles.toSorted((a, b) => a - b);
  // 820, 823 and 850 lie 3 and 27 apart.
  expect((target - value) / (value - previous)).toBeCloseTo(9, 3);
});

test("everything is named directly, with its value", () => {
  const words = wordsIn(headlineScaleChart(scale, options));
  for (const text of [scale.label, ...scale.marks.map(({ label }) => label)])
    expect(words).toContain(bare(text));
});

test("the axis is marked, and cut where the scale goes on", () => {
  const chart = headlineScaleChart(scale, options);
  const ticks = wordsIn(chart).filter((text) => /^\d+$/.test(text));
  expect(ticks.length).toBeGreaterThan(1);
  const zigzags = (drawn: Element) =>
    drawn.querySelectorAll('path[stroke-width="1.2"], [stroke-width="1.2"] path').length;
  expect(zigzags(chart)).toBe(2);
  const whole = headlineScaleChart({ ...scale, low: 0, high: 1000 }, options);
  expect(zigzags(whole)).toBe(0);
});

test("it is a small chart", () => {
  expect(Number(headlineScaleChart(scale, options).getAttribute("height"))).toBeLessThanOrEqual(90);
});

const long = "华东地区上海市浦东新区张江高科技园区第二汽车销售服务有限公司";
describe.each([340, 720])("at %i pixels", (width) => {
  test.each([
    ["alike", [820, 820, 820]],
    ["far apart", [10, 500, 990]],
    ["at the ends", [0, 823, 1000]],
  ])("labels of marks that are %s are whole, and cover nothing", (_, [one = 0, two = 0, three = 0]) => {
    const chart = headlineScaleChart(
      {
        ...scale,
        value: three,
        low: Math.max(0, three - 5),
        high: Math.min(1000, three + 5),
        label: "Q1 2024–Q4 2024 1,000",
        marks: [
          { kind: "target", value: one, label: "Target 850" },
          { kind: "previous", value: two, label: "Q1 2023–Q4 2023 823 as published" },
          { kind: "compared", value: three, label: `${long} 815` },
        ],
      },
      { ...options, width },
    );
    expect(misplaced(chart)).toEqual([]);
    expect(wordsIn(chart)).toContain(bare(`${long} 815`));
    expect(strayColours(chart)).toEqual([]);
    expect(textsOf(chart).length).toBeGreaterThan(4);
  });
});
