import { describe, expect, test } from "vitest";
import { type Waterfall, type WaterfallChartOptions, waterfallChart } from "../../src/charts/waterfall.ts";
import { layOutWaterfall } from "../../src/charts/waterfall-layout.ts";
import { wordsIn as dictionary } from "../../src/words/words.ts";
import { bare, document, misplaced, numbersOf, strayColours, textsOf, wordsIn } from "./drawn.ts";

const words = dictionary("en").charts;
const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
const options: WaterfallChartOptions = {
  document,
  width: 700,
  format: (value) => value.toFixed(2),
  formatStep: signed,
  better: "higher",
  ends: { min: 1, max: 10 },
  words: { cut: words.axisCutMark, ...words.steps },
  alternative: "From 8.00 to 8.30.",
};

/** 8 → 9 → 8.5 → 8.3 */
const change: Waterfall = {
  start: { label: "2023", value: 8 },
  steps: [
    { label: "South", value: 1, clear: true },
    { label: "East", value: -0.5, clear: true },
    { label: "North", value: -0.2, clear: false },
  ],
  end: { label: "2024", value: 8.3 },
};

/** Rectangles of the bars in their order down the page; those of the key, at the left edge, are left out. */
function barsOf(chart: Element) {
  return [...chart.querySelectorAll("rect")]
    .map((rect) => ({
      ...numbersOf(rect, "x", "y", "width", "height"),
      fill: rect.getAttribute("fill") ?? rect.parentElement?.getAttribute("fill"),
      stroke: rect.getAttribute("stroke") ?? rect.parentElement?.getAttribute("stroke"),
    }))
    .filter(({ width, height }) => !(width < 10.1 && height < 10.1))
    .toSorted((one, other) => one.y - other.y);
}

/** The strokes of start and end, which are the only ones 3 pixels wide. */
function endsOf(chart: Element) {
  return [...chart.querySelectorAll('[stroke-width="3"] line')].map((line) =>
    numbersOf(line, "x1", "x2", "y1", "y2"),
  );
}

describe("bars", () => {
  const bars = barsOf(waterfallChart(change, options));
  const [south, east, north] = bars;

  test("stand a step each, under each other", () => {
    expect(bars.length).toBe(3);
  });

  test("start where the one before ends, and are as long as their step", () => {
    if (!south || !east || !north) throw new Error("a bar is missing");
    // 1 : 0.5, both drawn to their full size; a hollow bar is drawn 0.75 pixels inside its edge only up and down.
    expect(south.width / east.width).toBeCloseTo(2, 6);
    expect(south.width / north.width).toBeCloseTo(5, 6);
    expect(east.x + east.width).toBeCloseTo(south.x + south.width, 6);
    expect(north.x + north.width).toBeCloseTo(east.x, 6);
  });

  test("run from the stroke of the start to that of the end", () => {
    const [start, end] = endsOf(waterfallChart(change, options));
    expect(start?.x1).toBeCloseTo(south?.x ?? 0, 6);
    expect(end?.x1).toBeCloseTo(north?.x ?? 0, 6);
    expect((end?.y1 ?? 0) > (north?.y ?? 0)).toBe(true);
  });

  test("are filled where the step is clear, in the colour of its direction, else hollow and quiet", () => {
    expect(bars.map(({ fill }) => fill)).toEqual(["var(--better)", "var(--worse)", "var(--paper)"]);
    expect(north?.stroke).toBe("var(--muted)");
    const lower = barsOf(waterfallChart(change, { ...options, better: "lower" }));
    expect(lower.map(({ fill }) => fill)).toEqual(["var(--worse)", "var(--better)", "var(--paper)"]);
    const neither = barsOf(waterfallChart(change, { ...options, better: "neither" }));
    expect(neither.slice(0, 2).map(({ fill }) => fill)).toEqual(["var(--accent)", "var(--accent)"]);
  });
});

test("a value stands where the scale of the axis puts it", () => {
  const layout = layOutWaterfall(change, { ...options, ends: { min: 1, max: 10 }, note: words.axisCutMark });
  const [low, high] = layout.domain;
  const place = (value: number) =>
    layout.left + ((value - low) / (high - low)) * (layout.right - layout.left);
  const [start, end] = endsOf(waterfallChart(change, options));
  expect(start?.x1).toBeCloseTo(place(8), 6);
  expect(end?.x1).toBeCloseTo(place(8.3), 6);
  // The axis holds what the figure passes through, and its ticks stand on it.
  expect(low).toBeLessThan(8);
  expect(high).toBeGreaterThan(9);
  expect(layout.ticks.length).toBeGreaterThan(1);
  for (const tick of layout.ticks) expect(tick >= low && tick <= high).toBe(true);
});

describe("texts", () => {
  test("name start, steps and end, each with its value, signed for steps", () => {
    const texts = wordsIn(waterfallChart(change, options));
    for (const text of ["2023", "South", "East", "North", "2024", "8.00", "8.30", "+1.00", "−0.50", "−0.20"])
      expect(texts).toContain(text);
  });

  test("of a rise stand right of its bar, of a fall left of it", () => {
    const chart = waterfallChart(change, options);
    const bars = barsOf(chart);
    const boxOf = (wanted: string) => textsOf(chart).find(({ text }) => text === wanted)?.box;
    expect((boxOf("+1.00")?.left ?? 0) - ((bars[0]?.x ?? 0) + (bars[0]?.width ?? 0))).toBeCloseTo(6, 6);
    expect((bars[1]?.x ?? 0) - (boxOf("−0.50")?.right ?? 0)).toBeCloseTo(6, 6);
  });

  test("say that the axis is cut, and only where it is", () => {
    expect(wordsIn(waterfallChart(change, options))).toContain(bare(words.axisCutMark));
    const whole = waterfallChart(change, { ...options, ends: { min: 8, max: 9 } });
    expect(wordsIn(whole)).not.toContain(bare(words.axisCutMark));
  });

  test("explain filled and hollow bars, as far as there are any", () => {
    const both = wordsIn(waterfallChart(change, options));
    expect(both).toContain(bare(words.steps.clear));
    expect(both).toContain(bare(words.steps.unclear));
    const clear = { ...change, steps: change.steps.map((step) => ({ ...step, clear: true })) };
    expect(wordsIn(waterfallChart(clear, options))).not.toContain(bare(words.steps.unclear));
  });

  test("are the alternative that the caller gives", () => {
    const chart = waterfallChart(change, options);
    expect([chart.getAttribute("role"), chart.getAttribute("aria-label")]).toEqual([
      "img",
      options.alternative,
    ]);
  });
});

test("a step with an address is a link, and the chart then no image", () => {
  const [first, ...others] = change.steps;
  if (!first) throw new Error("no step");
  const steps = [{ ...first, href: "/en/b/south/" }, ...others];
  const chart = waterfallChart({ ...change, steps }, options);
  const links = [...chart.querySelectorAll("a")];
  expect(links.map((link) => [link.getAttribute("href"), link.textContent])).toEqual([
    ["/en/b/south/", "South"],
  ]);
  expect(chart.getAttribute("role")).toBe("group");
});

const chinese = "江苏浙江沿海城市经销商及其授权维修服务网点的全部私家车客户们";
/** 14 steps, up and down, across zero, with long labels. */
const many: Waterfall = {
  start: { label: "2024 年春季", value: -4 },
  steps: Array.from({ length: 14 }, (_, at) => ({
    label:
      at === 3 ? chinese : at === 5 ? "Dealers of the western provinces and their workshops" : `第 ${at} 组`,
    value: [6, -9, 0, -4.25, 3, 0.5, -0.25][at % 7] ?? 0,
    clear: at % 2 === 0,
  })),
  end: { label: "2024 年秋季", value: -4 + 2 * (6 - 9 - 4.25 + 3 + 0.5 - 0.25) },
};

describe.each([340, 700])("%i pixels wide", (width) => {
  test("no text covers another or is cut, and none is missing", () => {
    expect([...chinese].length).toBe(30);
    for (const waterfall of [change, many]) {
      const ends = waterfall === many ? { min: -100, max: 100 } : { min: 1, max: 10 };
      const chart = waterfallChart(waterfall, { ...options, width, ends });
      expect(misplaced(chart)).toEqual([]);
      const texts = wordsIn(chart);
      for (const { label } of [waterfall.start, ...waterfall.steps, waterfall.end])
        expect(texts).toContain(bare(label));
      expect(chart.getAttribute("width")).toBe(`${width}`);
    }
  });

  test("labels stay in their column, left of all bars", () => {
    const chart = waterfallChart(many, { ...options, width });
    const labels = new Set(many.steps.map(({ label }) => bare(label)));
    const widest = Math.max(
      ...textsOf(chart)
        .filter(({ text }) => labels.has(bare(text)))
        .map(({ box }) => box.right),
    );
    expect(Math.min(...barsOf(chart).map(({ x }) => x))).toBeGreaterThan(widest);
  });
});

describe("what is rare", () => {
  test("no steps: start and end, no key", () => {
    const still = { start: { label: "2023", value: 8 }, steps: [], end: { label: "2024", value: 8 } };
    const chart = waterfallChart(still, { ...options, width: 340 });
    expect(barsOf(chart)).toEqual([]);
    expect(endsOf(chart).length).toBe(2);
    expect(misplaced(chart)).toEqual([]);
    expect(chart.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("a step of nothing keeps its place and is no colour's", () => {
    const steps = [{ label: "Others", value: 0, clear: true }];
    const chart = waterfallChart({ start: change.start, steps, end: { label: "2024", value: 8 } }, options);
    expect(wordsIn(chart)).toContain("+0.00");
    expect(chart.outerHTML).not.toMatch(/NaN|var\(--better\)|var\(--worse\)/);
  });

  test("steps that do not add up are refused", () => {
    expect(() => waterfallChart({ ...change, end: { label: "2024", value: 8.4 } }, options)).toThrow(
      /from 8 to 8.3.*not to 8.4/,
    );
  });

  test("colours are tokens, and the same change gives the same bytes", () => {
    const chart = waterfallChart(many, options);
    expect(strayColours(chart)).toEqual([]);
    expect(waterfallChart(many, options).outerHTML).toBe(chart.outerHTML);
  });
});
