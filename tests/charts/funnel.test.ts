import { describe, expect, test } from "vitest";
import { type FunnelBranch, type FunnelChartOptions, funnelChart } from "../../src/charts/funnel.ts";
import { layOutFunnel } from "../../src/charts/funnel-layout.ts";
import { funnelLimits } from "../../src/models/funnel.ts";
import { normal, seededRandom } from "../../src/stats/random.ts";
import { bare, document, misplaced, numbersOf, strayColours, wordsIn } from "./drawn.ts";

/** The parent's mean is 8 and a single answer's variance 4: at a base of 100 the standard error is 0.2. */
const options: FunnelChartOptions = {
  document,
  width: 700,
  parent: { label: "East 8.00", value: 8 },
  limits: (bases) => funnelLimits(bases, { parent: 8, within: 4, min: 1, max: 10 }),
  limitName: (coverage) => `${coverage * 100}% limits`,
  better: "higher",
  format: (value) => value.toFixed(1),
  formatBase: (base) => `${base}`,
  titles: { base: "Effective base", value: "Mean score" },
  alternative: "Two branches are outside.",
};

/** The outer limits at 100 are 8 ± 3.0902 × 0.2, so 7.382 and 8.618. */
const branches: readonly FunnelBranch[] = [
  { label: "Nanjing", effective: 100, value: 8.62 },
  { label: "Suzhou", effective: 100, value: 8.61 },
  { label: "Wuxi", effective: 100, value: 7.38 },
  { label: "Yangzhou", effective: 100, value: 7.39 },
  { label: "Nantong", effective: 400, value: 8.1 },
];

function circlesOf(chart: Element) {
  return [...chart.querySelectorAll("circle")].map((circle) => ({
    ...numbersOf(circle, "cx", "cy", "r"),
    fill: circle.getAttribute("fill") ?? circle.parentElement?.getAttribute("fill"),
    title: circle.querySelector("title")?.textContent,
  }));
}

describe("branches", () => {
  const chart = funnelChart(branches, options);
  const circles = circlesOf(chart);

  test("outside the outer limits are filled in the colour of their direction, labelled and titled", () => {
    const loud = circles.filter(({ fill }) => fill !== "var(--muted)");
    expect(loud.map(({ fill, title }) => [title, fill]).toSorted()).toEqual([
      ["Nanjing", "var(--better)"],
      ["Wuxi", "var(--worse)"],
    ]);
    expect(wordsIn(chart)).toContain("Nanjing");
    expect(wordsIn(chart)).toContain("Wuxi");
  });

  test("within them are quiet: no label, no title", () => {
    const quiet = circles.filter(({ fill }) => fill === "var(--muted)");
    expect(quiet.map(({ title }) => title)).toEqual([undefined, undefined, undefined]);
    for (const name of ["Suzhou", "Yangzhou", "Nantong"]) expect(chart.textContent).not.toContain(name);
  });

  test("in which all gave one answer are held by limits of their own", () => {
    const held = branches.map((branch) => (branch.label === "Nanjing" ? { ...branch, held: true } : branch));
    const loud = circlesOf(funnelChart(held, options)).filter(({ fill }) => fill !== "var(--muted)");
    expect(loud.map(({ title }) => title)).toEqual(["Wuxi"]);
  });

  test("change colours where lower is better", () => {
    const lower = circlesOf(funnelChart(branches, { ...options, better: "lower" }));
    const fills = new Map(lower.map(({ title, fill }) => [title, fill]));
    expect([fills.get("Nanjing"), fills.get("Wuxi")]).toEqual(["var(--worse)", "var(--better)"]);
  });

  test("stand at their base across and their score up", () => {
    const { frame, bases, values } = layOutFunnel(branches, options);
    // 100 to 400: the axis is linear, 7 % of 300 longer on both sides.
    expect(bases).toEqual({ logarithmic: false, domain: [79, 421] });
    const x = (base: number) => frame.left + ((base - 79) / (421 - 79)) * (frame.right - frame.left);
    const y = (value: number) =>
      frame.bottom - ((value - values[0]) / (values[1] - values[0])) * (frame.bottom - frame.top);
    const nanjing = circles.find(({ title }) => title === "Nanjing");
    expect(nanjing?.cx).toBeCloseTo(x(100), 6);
    expect(nanjing?.cy).toBeCloseTo(y(8.62), 6);
    const nantong = circles.find(({ fill, cx }) => fill === "var(--muted)" && Math.abs(cx - x(400)) < 0.001);
    expect(nantong?.cy).toBeCloseTo(y(8.1), 6);
  });

  test("stand on a logarithmic axis where the largest base is more than 20 times the smallest", () => {
    const base = (effective: number) => ({ label: "甲", effective, value: 8 });
    expect(layOutFunnel([base(10), base(200)], options).bases.logarithmic).toBe(false);
    const { frame, bases, dots } = layOutFunnel([base(10), base(45), base(202.5)], options);
    expect(bases.logarithmic).toBe(true);
    // 45 is the geometric mean of 10 and 202.5, so it stands in the middle between them.
    expect(dots[1]?.x).toBeCloseTo(((dots[0]?.x ?? 0) + (dots[2]?.x ?? 0)) / 2, 6);
    expect(dots.every(({ x }) => x > frame.left && x < frame.right)).toBe(true);
  });
});

describe("the parent's name", () => {
  test.each(["All respondents 786", "Mean of the branches 70.9"])(
    "breaks between words alone on a narrow chart (%s)",
    (label) => {
      const { parent, frame } = layOutFunnel(branches, {
        ...options,
        width: 340,
        parent: { label, value: 8 },
      });
      expect(parent.lines.join(" ")).toBe(label);
      expect(parent.lines.length).toBeGreaterThan(1);
      expect(frame.right).toBeGreaterThan(240);
    },
  );
});

describe("limits", () => {
  /** Scores so close together, of so few answers, that the limits are far outside the frame on the left. */
  const close = [3, 10, 30, 50].map((effective) => ({ label: "甲", effective, value: 8 + effective / 1000 }));

  test.each([
    { set: branches, cut: false },
    { set: close, cut: true },
  ])("are drawn as curves, by hand 8 ± z·2/√base, within the frame (cut: $cut)", ({ set, cut }) => {
    const wide: FunnelChartOptions = {
      ...options,
      limits: (bases) => funnelLimits(bases, { parent: 8, within: 4 }),
    };
    const { frame, values, bases, curves } = layOutFunnel(set, wide);
    const baseAt = (x: number) =>
      bases.domain[0] + ((x - frame.left) / (frame.right - frame.left)) * (bases.domain[1] - bases.domain[0]);
    const valueAt = (y: number) =>
      values[0] + ((frame.bottom - y) / (frame.bottom - frame.top)) * (values[1] - values[0]);
    const z: Readonly<Record<string, number>> = { 0.95: 1.959963985, 0.998: 3.090232306 };
    expect(curves.map(({ coverage }) => coverage)).toEqual([0.95, 0.95, 0.998, 0.998]);
    let onEdges = 0;
    for (const [at, { coverage, points }] of curves.entries()) {
      expect(points.length).toBeGreaterThan(20);
      for (const [x, y] of points) {
        expect(y >= frame.top - 1e-6 && y <= frame.bottom + 1e-6).toBe(true);
        const onEdge = Math.min(Math.abs(y - frame.top), Math.abs(y - frame.bottom)) < 1e-6;
        onEdges += Number(onEdge);
        const half = ((z[coverage] ?? 0) * 2) / Math.sqrt(baseAt(x));
        const expected = at % 2 === 0 ? 8 + half : 8 - half;
        // Where a curve enters the frame its point lies on a straight piece between two of the curve's own.
        expect(Math.abs(valueAt(y) - expected)).toBeLessThan(onEdge ? 0.02 * half : 1e-6);
      }
    }
    expect(onEdges > 0).toBe(cut);
  });

  test("have their names, and the parent's line its own", () => {
    const texts = wordsIn(funnelChart(branches, options));
    for (const text of ["95%limits", "99.8%limits", "East8.00", "Effectivebase", "Meanscore"])
      expect(texts).toContain(text);
  });
});

describe("the marked branch", () => {
  const marked = branches.map((branch) => ({
    ...branch,
    marked: branch.label === "Suzhou",
    ...(branch.label === "Suzhou" ? { title: "Suzhou: 8.61" } : {}),
  }));

  test("is labelled and ringed wherever it stands", () => {
    const chart = funnelChart(marked, options);
    expect(wordsIn(chart)).toContain("Suzhou");
    const circle = circlesOf(chart).find(({ title }) => title === "Suzhou: 8.61");
    expect(circle?.fill).toBe("var(--accent)");
    expect(circle?.r).toBeGreaterThan(
      Math.max(...circlesOf(chart).flatMap(({ r, title }) => (title === "Nanjing" ? [r] : []))),
    );
    expect(misplaced(chart)).toEqual([]);
  });

  test("is one label more than the most", () => {
    const chart = funnelChart(marked, { ...options, mostLabels: 1 });
    const texts = wordsIn(chart);
    // Of the two outside, both by 0.62, Wuxi at 7.38 and Nanjing at 8.62 are as far; the first stays.
    expect(texts).toContain("Suzhou");
    expect(["Nanjing", "Wuxi"].filter((name) => texts.includes(name)).length).toBe(1);
  });
});

/** Branches whose true scores differ; bases from 8 to 650. */
function manyBranches(count: number, { marked = -1, zh = false } = {}): readonly FunnelBranch[] {
  const random = seededRandom(count);
  return Array.from({ length: count }, (_, at) => {
    const effective = Math.round(8 * Math.exp(random() * 4.4));
    const value = 8 + normal(random) * (2 / Math.sqrt(effective)) + normal(random) * 0.2;
    const label = zh ? `上海浦东国际机场旗舰店${at}` : `Hangzhou West Lake ${at}`;
    return { label, effective, value, marked: at === marked };
  });
}

describe.each([340, 700])("%i pixels wide", (width) => {
  test.each([
    { count: 40, zh: false },
    { count: 40, zh: true },
    { count: 300, zh: false },
    { count: 3000, zh: true },
  ])("of $count branches no text covers another or is cut (Chinese: $zh)", ({ count, zh }) => {
    const chart = funnelChart(manyBranches(count, { marked: 7, zh }), { ...options, width });
    expect(misplaced(chart)).toEqual([]);
    expect(strayColours(chart)).toEqual([]);
    expect(chart.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
    const labels = manyBranches(count, { zh }).map(({ label }) => bare(label));
    expect(wordsIn(chart)).toContain(labels[7]);
    const named = wordsIn(chart).filter((text) => labels.includes(text));
    expect(named.length).toBeGreaterThan(1);
    expect(named.length).toBeLessThanOrEqual(1 + (width < 500 ? 8 : 12));
  });

  test("a name of 30 Chinese characters and ties at one place are whole", () => {
    const long = "江苏省苏州市工业园区金鸡湖大道东段恒悦汽车销售服务旗舰店总店";
    const ties = [long, "镇江店", "南通店"].map((label) => ({ label, effective: 150, value: 9 }));
    const chart = funnelChart([...ties, { label: "常州店", effective: 90, value: 7.9 }], {
      ...options,
      width,
    });
    expect([...long].length).toBe(30);
    expect(misplaced(chart)).toEqual([]);
    for (const { label } of ties) expect(wordsIn(chart)).toContain(label);
  });
});

describe("thousands of branches", () => {
  const count = 3000;
  const chart = funnelChart(manyBranches(count), options);

  test("are one path, with a dot at every branch's place to half a pixel", () => {
    const paths = [...chart.querySelectorAll('path[stroke-linecap="round"]')];
    expect(paths.length).toBeGreaterThanOrEqual(1);
    expect(paths.length).toBeLessThanOrEqual(3);
    const drawn = new Set(
      paths.flatMap((path) =>
        [...(path.getAttribute("d") ?? "").matchAll(/M([\d.]+),([\d.]+)h0/g)].map(([, x, y]) => `${x} ${y}`),
      ),
    );
    const half = (pixels: number) => Math.round(pixels * 2) / 2;
    const { dots } = layOutFunnel(manyBranches(count), options);
    const quiet = dots.filter(({ outside }) => outside === "no");
    expect(quiet.length).toBeGreaterThan(2000);
    expect(quiet.filter(({ x, y }) => !drawn.has(`${half(x)} ${half(y)}`))).toEqual([]);
  });

  test("stay circles up to 400", () => {
    const same = (many: number) =>
      Array.from({ length: many }, (_, at) => ({ label: `${at}`, effective: 50 + at, value: 8 }));
    const few = funnelChart(same(400), options);
    expect(few.querySelectorAll("circle").length).toBe(400);
    const more = funnelChart(same(401), options);
    expect(more.querySelectorAll("circle").length).toBe(0);
    expect(more.querySelectorAll('path[stroke-linecap="round"]').length).toBe(1);
  });

  test("take less than 30 bytes each", () => {
    expect(chart.outerHTML.length).toBeLessThan(30 * count);
  });
});

describe("what is rare", () => {
  test("no branch, and one", () => {
    for (const few of [[], branches.slice(4)]) {
      const chart = funnelChart(few, { ...options, width: 340 });
      expect(circlesOf(chart).length).toBe(few.length);
      expect(misplaced(chart)).toEqual([]);
      expect(chart.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
      expect(wordsIn(chart)).toContain("East8.00");
    }
  });

  test("the alternative is the caller's, and the same branches give the same bytes", () => {
    const chart = funnelChart(branches, options);
    expect(chart.getAttribute("aria-label")).toBe(options.alternative);
    expect(funnelChart(branches, options).outerHTML).toBe(chart.outerHTML);
  });
});
