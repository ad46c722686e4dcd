import { describe, expect, test } from "vitest";
import {
  type QuadrantPoint,
  type QuadrantsChartOptions,
  quadrantAxes,
  quadrantsChart,
} from "../../src/charts/quadrants.ts";
import { layOutQuadrants } from "../../src/charts/quadrants-layout.ts";
import { wordsIn as dictionary } from "../../src/words/words.ts";
import { bare, document, misplaced, numbersOf, strayColours, textsOf, wordsIn } from "./drawn.ts";

const words = dictionary("en").charts;
const options: QuadrantsChartOptions = {
  document,
  width: 700,
  cross: {
    importance: { value: 0.12, label: "mean 0.12" },
    performance: { value: 7.8, label: "mean 7.80" },
  },
  names: words.quadrants,
  titles: { importance: "Importance", performance: "Performance (mean, 1–10)" },
  formatImportance: (value) => value.toFixed(2),
  formatPerformance: (value) => value.toFixed(1),
  axisNote: "Both axes are cut to the items.",
  alternative: "Delivery comes first.",
};

const points: readonly QuadrantPoint[] = [
  { label: "Delivery on time", importance: 0.21, performance: 7.1, low: 6.9, high: 7.3 },
  { label: "Condition of goods", importance: 0.16, performance: 8.6, low: 8.4, high: 8.8 },
  { label: "Packaging", importance: 0.06, performance: 8.4 },
  { label: "Opening hours", importance: 0.04, performance: 7.2 },
];

function dotsOf(chart: Element) {
  return [...chart.querySelectorAll("circle")].map((circle) => numbersOf(circle, "cx", "cy", "r"));
}

describe("axes", () => {
  test("hold points, intervals and cross-hairs, a little wider, with round ends", () => {
    // Importance 0.04–0.21, 6 % of 0.17 wider: 0.0298–0.2202, to the next 0.02. Performance 6.9–8.8, 6 % of 1.9
    // wider: 6.786–8.914, to the next 0.2.
    const { importance, performance } = quadrantAxes(points, options.cross);
    expect(importance.map((end) => Number(end.toFixed(9)))).toEqual([0.02, 0.24]);
    expect(performance.map((end) => Number(end.toFixed(9)))).toEqual([6.6, 9]);
  });

  test("reach to a cross-hair that lies beyond all points", () => {
    const cross = { ...options.cross, importance: { value: 0.5, label: "target" } };
    expect(quadrantAxes(points, cross).importance[1]).toBeGreaterThan(0.5);
  });
});

describe("points", () => {
  const layout = layOutQuadrants(points, options);
  const { frame, inset } = layout;
  // Ends of the axes as in the test above.
  const across = (value: number) =>
    frame.left + 12 + ((value - 0.02) / (0.24 - 0.02)) * (frame.right - frame.left - 24);
  const down = (value: number) =>
    frame.bottom - inset - ((value - 6.6) / (9 - 6.6)) * (frame.bottom - frame.top - 2 * inset);
  const chart = quadrantsChart(points, options);

  test("stand at importance across and performance up", () => {
    for (const [at, { cx, cy }] of dotsOf(chart).entries()) {
      expect(cx).toBeCloseTo(across(points[at]?.importance ?? 0), 6);
      expect(cy).toBeCloseTo(down(points[at]?.performance ?? 0), 6);
    }
    expect(dotsOf(chart).length).toBe(4);
  });

  test("have their interval as an upright line where it is known", () => {
    const whiskers = [...chart.querySelectorAll('[stroke="var(--accent)"] line')].map((line) =>
      numbersOf(line, "x1", "x2", "y1", "y2"),
    );
    expect(whiskers.length).toBe(2);
    expect(whiskers[0]?.x1).toBeCloseTo(across(0.21), 6);
    expect(whiskers[0]?.x2).toBeCloseTo(across(0.21), 6);
    const ends = [whiskers[0]?.y1 ?? 0, whiskers[0]?.y2 ?? 0].toSorted((one, other) => one - other);
    expect(ends).toEqual([expect.closeTo(down(7.3), 6), expect.closeTo(down(6.9), 6)]);
  });

  test("lie between the names of the quadrants above and below", () => {
    const names = layout.names.map(({ box }) => box);
    for (const { x, y, radius } of layout.dots)
      for (const { left, right, top, bottom } of names)
        expect(x + radius > left && x - radius < right && y + radius > top && y - radius < bottom).toBe(
          false,
        );
  });

  test("are divided by lines at the given values, across the whole frame", () => {
    expect(layout.cross.x).toBeCloseTo(across(0.12), 6);
    expect(layout.cross.y).toBeCloseTo(down(7.8), 6);
    const lines = [...chart.querySelectorAll("line")].map((line) => numbersOf(line, "x1", "x2", "y1", "y2"));
    const upright = lines.find(({ x1, x2, y1, y2 }) => x1 === x2 && Math.abs(y2 - y1) > 200);
    const level = lines.find(({ x1, x2, y1, y2 }) => y1 === y2 && Math.abs(x2 - x1) > 200);
    expect(upright?.x1).toBeCloseTo(across(0.12), 6);
    expect([upright?.y1, upright?.y2]).toEqual([frame.top, frame.bottom]);
    expect(level?.y1).toBeCloseTo(down(7.8), 6);
    expect([level?.x1, level?.x2]).toEqual([frame.left, frame.right]);
  });
});

test("every quadrant has its name in its outer corner", () => {
  const chart = quadrantsChart(points, options);
  const { frame, cross } = layOutQuadrants(points, options);
  const middleOf = (name: string) => {
    const box = textsOf(chart).find(({ text }) => bare(text) === bare(name))?.box;
    if (!box) throw new Error(`${name} is missing`);
    return [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;
  };
  const { fix, keep, low, overkill } = words.quadrants;
  // Right is important; up is good.
  expect(middleOf(fix)[0] > cross.x && middleOf(fix)[1] > cross.y).toBe(true);
  expect(middleOf(keep)[0] > cross.x && middleOf(keep)[1] < cross.y).toBe(true);
  expect(middleOf(low)[0] < cross.x && middleOf(low)[1] > cross.y).toBe(true);
  expect(middleOf(overkill)[0] < cross.x && middleOf(overkill)[1] < cross.y).toBe(true);
  expect(middleOf(fix)[1]).toBeLessThan(frame.bottom);
});

const chinese = "网络覆盖范围包括城市乡村以及偏远地区的服务可达程度和及时情况";
const labels: Readonly<Record<string, readonly string[]>> = {
  English:
    "Delivery on time|Condition of goods|Driver's manner|Ease of booking|Tracking of consignments|Handling of complaints|Price for the service|Invoices are correct|Hotline can be reached|Packaging|Coverage of the network, in town and country|Staff competence|Information on delays|Opening hours|Website".split(
      "|",
    ),
  Chinese:
    `准时送达|货物完好|司机服务态度|下单便捷|物流跟踪|投诉处理|价格合理性|账单准确|热线接通率|包装质量|${chinese}|人员专业程度|延误告知|营业时间|网站`.split(
      "|",
    ),
};
const importances = [21, 16, 9, 12, 15, 19, 13, 5, 7, 6, 8, 17, 18, 4, 5.2];
const performances = [7.1, 8.6, 8.9, 8.3, 7.6, 6.8, 6.9, 8.7, 7.2, 8.4, 7.9, 8.2, 7, 8, 8.05];

describe.each([340, 700])("%i pixels wide", (width) => {
  test.each(["English", "Chinese"])(
    "15 %s labels are whole, none covers another text or a dot",
    (language) => {
      expect([...chinese].length).toBe(30);
      const many = (labels[language] ?? []).map((label, at) => ({
        label,
        importance: (importances[at] ?? 0) / 100,
        performance: performances[at] ?? 0,
        low: (performances[at] ?? 0) - 0.15,
        high: (performances[at] ?? 0) + 0.15,
      }));
      const chart = quadrantsChart(many, { ...options, width });
      expect(many.length).toBe(15);
      expect(misplaced(chart)).toEqual([]);
      const texts = wordsIn(chart);
      for (const { label } of many) expect(texts).toContain(bare(label));
      for (const text of [...Object.values(words.quadrants), "mean 0.12", "mean 7.80", "Importance"])
        expect(texts).toContain(bare(text));
      for (const { cx, cy, r } of dotsOf(chart))
        for (const { text, box } of textsOf(chart)) {
          const nearX = Math.min(box.right, Math.max(box.left, cx));
          const nearY = Math.min(box.bottom, Math.max(box.top, cy));
          expect(Math.hypot(cx - nearX, cy - nearY), text).toBeGreaterThanOrEqual(r - 0.5);
        }
      expect(strayColours(chart)).toEqual([]);
    },
  );

  test("items at one place all have their label", () => {
    const ties = (labels["Chinese"] ?? [])
      .slice(0, 9)
      .map((label) => ({ label, importance: 0.1, performance: 8 }));
    const chart = quadrantsChart(ties, { ...options, width });
    expect(misplaced(chart)).toEqual([]);
    for (const { label } of ties) expect(wordsIn(chart)).toContain(bare(label));
  });
});

describe("what is rare", () => {
  test("no point, and one", () => {
    for (const few of [[], points.slice(0, 1)]) {
      const chart = quadrantsChart(few, { ...options, width: 340 });
      expect(dotsOf(chart).length).toBe(few.length);
      expect(misplaced(chart)).toEqual([]);
      expect(chart.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
      expect(wordsIn(chart)).toContain(bare(words.quadrants.fix));
    }
  });

  test("a cross-hair at the edge leaves its label on the chart", () => {
    const cross = {
      importance: { value: 0.9, label: "a target that nobody comes near to" },
      performance: { value: 2, label: "目标 2.00" },
    };
    for (const width of [340, 700]) {
      const chart = quadrantsChart(points, { ...options, width, cross });
      expect(misplaced(chart)).toEqual([]);
      expect(wordsIn(chart)).toContain(bare(cross.importance.label));
    }
  });

  test("the alternative is the caller's, and the same points give the same bytes", () => {
    const chart = quadrantsChart(points, options);
    expect([chart.getAttribute("role"), chart.getAttribute("aria-label")]).toEqual([
      "img",
      options.alternative,
    ]);
    expect(quadrantsChart(points, options).outerHTML).toBe(chart.outerHTML);
  });
});
