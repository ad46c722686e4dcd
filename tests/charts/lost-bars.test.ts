import { describe, expect, test } from "vitest";
import { type LostBarsOptions, type LostPart, lostBarsChart } from "../../src/charts/lost-bars.ts";
import { bare, document, misplaced, numbersOf, strayColours, textsOf, wordsIn } from "./drawn.ts";

const options: LostBarsOptions = {
  document,
  width: 720,
  format: (value) => value.toFixed(1),
  formatRange: (low, high) => `${low.toFixed(1)}–${high.toFixed(1)}`,
  alternative: "Points lost.",
};
const parts: readonly LostPart[] = [
  {
    label: "Delivery",
    href: "/delivery/",
    value: 60,
    low: 50,
    high: 70,
    change: { text: "▲ 12.0 more than before", tone: "worse" },
  },
  { label: "Price", value: 30, low: 25, high: 35 },
  { label: "Service", value: 0, low: 0, high: 2 },
];

const barsOf = (chart: Element) =>
  [...chart.querySelectorAll("rect")].map((rect) => numbersOf(rect, "x", "y", "width", "height"));

describe("bars", () => {
  const bars = barsOf(lostBarsChart(parts, options));
  const [first, second, third] = bars;

  test("start at nothing and are as long as what they cost", () => {
    expect(bars.length).toBe(3);
    expect(first?.x).toBe(second?.x);
    expect((first?.width ?? 0) / (second?.width ?? 1)).toBeCloseTo(2, 6);
    expect(third?.width).toBeCloseTo(0, 6);
  });

  test("carry their intervals in the same measure", () => {
    const chart = lostBarsChart(parts, options);
    const lines = [...chart.querySelectorAll('[stroke-width="1.5"] path, [stroke-width="1.5"] line')];
    expect(lines.length).toBe(3);
    const path = lines[0]?.getAttribute("d") ?? "";
    const [from = 0, to = 0] = [...path.matchAll(/[ML]([\d.]+)/g)].map(([, x]) => Number(x));
    const perPoint = (first?.width ?? 0) / 60;
    expect(to - from).toBeCloseTo(20 * perPoint, 2);
    expect(from - (first?.x ?? 0)).toBeCloseTo(50 * perPoint, 2);
  });
});

test("the bar of a part with a page leads where its label does", () => {
  const bars = [...lostBarsChart(parts, options).querySelectorAll("rect")];
  expect(bars.map((bar) => bar.getAttribute("data-leads"))).toEqual(["0", null, null]);
});

test("every bar has its value and interval, and only a clear change is said", () => {
  const words = wordsIn(lostBarsChart(parts, options));
  for (const text of [
    "60.0",
    "50.0–70.0",
    "30.0",
    "25.0–35.0",
    "0.0",
    "0.0–2.0",
    bare("▲ 12.0 more than before"),
  ])
    expect(words).toContain(text);
  expect(words.filter((text) => text.includes("before")).length).toBe(1);
});

test("values stand behind bar and interval", () => {
  const chart = lostBarsChart(parts, options);
  const [bar] = barsOf(chart);
  const value = textsOf(chart).findLast(({ text }) => text === "60.0");
  const perPoint = (bar?.width ?? 0) / 60;
  expect(value?.box.left).toBeCloseTo((bar?.x ?? 0) + 70 * perPoint + 7, 3);
});

const long = [
  "Availability of original parts and accessories at the moment they are needed",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  "维修保养完成后对车辆清洁程度以及交车讲解的总体满意程度",
];
describe.each([340, 720])("at %i pixels", (width) => {
  const drawn = lostBarsChart(
    [...long.map((label, at) => ({ ...(parts[at] as LostPart), label })), ...parts],
    { ...options, width },
  );

  test("nothing is cut or covers anything, and every label is whole", () => {
    expect(misplaced(drawn)).toEqual([]);
    for (const label of long) expect(wordsIn(drawn)).toContain(bare(label));
    expect(strayColours(drawn)).toEqual([]);
  });
});
