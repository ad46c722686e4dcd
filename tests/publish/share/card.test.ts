import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { cardSize, type ShareCard, shareCard } from "../../../src/publish/share/card.ts";
import { outlineOf } from "../../../src/publish/share/outlines.ts";
import { pngOf } from "../../../src/publish/share/png.ts";
import { trendLines } from "../../../src/publish/share/trend-lines.ts";

const point = (value: number, starts = false) => ({ value, low: value - 2, high: value + 2, starts });
const card: ShareCard = {
  kicker: "货运客户满意度调查 · 2024 年下半年",
  title: "2024 年下半年，货运满意度指数得分 70.9，较 2024 年上半年无显著变化",
  figure: { value: "70.9", details: ["95% 置信区间 70.4–71.3", "基数 2,491"] },
  trend: [point(71), point(70), point(72, true), point(70.9)],
  ends: ["2023 年上半年", "2024 年下半年"],
  source: "虚构数据 · Manyi 满意",
};

/** Left and right end of an outline. */
function spanOf(path: string): { readonly low: number; readonly high: number } {
  const numbers = [...path.matchAll(/-?\d+\.\d/g)].map(Number);
  const across = numbers.filter((_, at) => at % 2 === 0);
  return { low: Math.min(...across), high: Math.max(...across) };
}

describe("letters as outlines", () => {
  test("grow with their size", async () => {
    const small = await outlineOf("Satisfaction 满意", { size: 20, weight: 400 });
    const large = await outlineOf("Satisfaction 满意", { size: 40, weight: 400 });
    expect(large.width / small.width).toBeCloseTo(2, 6);
  });

  test("take a square for each Chinese character", async () => {
    expect((await outlineOf("满意度调查", { size: 100, weight: 400 })).width).toBeCloseTo(500, 6);
  });

  test("are bolder in a heavier weight, and wider in Latin", async () => {
    const light = await outlineOf("Satisfaction", { size: 50, weight: 300 });
    const bold = await outlineOf("Satisfaction", { size: 50, weight: 800 });
    expect(bold.path).not.toBe(light.path);
    expect(bold.width).toBeGreaterThan(light.width);
  });

  test("set quotation marks close among Latin letters and wide among Chinese ones", async () => {
    const inside = async (text: string) =>
      (await outlineOf(`“${text}”`, { size: 100, weight: 400 })).width -
      (await outlineOf(text, { size: 100, weight: 400 })).width;
    expect(await inside("yes")).toBeLessThan(150);
    expect(await inside("是")).toBeGreaterThan(150);
  });

  test("stay within their width", async () => {
    const { path, width } = await outlineOf("Fixed first time 817", { size: 60, weight: 700 });
    const { low, high } = spanOf(path);
    expect(low).toBeGreaterThan(-5);
    expect(high).toBeLessThan(width + 5);
  });
});

describe("a picture for sharing", () => {
  test("needs no font: all that it holds is shapes", async () => {
    const { document } = new JSDOM(await shareCard(card), { contentType: "image/svg+xml" }).window;
    const kinds = new Set([...document.querySelectorAll("svg *")].map(({ tagName }) => tagName));
    expect([...kinds].sort()).toEqual(["circle", "path", "rect"]);
    expect(document.querySelectorAll("path").length).toBeGreaterThan(8);
  });

  test("is a PNG of 1200 by 630 pixels and under 100 kB, the same each time", async () => {
    const svg = await shareCard(card);
    const png = Buffer.from(await pngOf(svg));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([cardSize.width, cardSize.height]);
    expect([cardSize.width, cardSize.height]).toEqual([1200, 630]);
    expect(png.byteLength).toBeLessThan(100_000);
    expect(await shareCard(card)).toBe(svg);
    expect(Buffer.from(await pngOf(svg)).equals(png)).toBe(true);
  });

  test.each([
    card.title,
    "Overall satisfaction with the mobile operator's service in shops, on the phone and on its website fell clearly, by 21 points, to 612, mostly among customers of the South and most of all where they waited longest for an answer",
    "Satisfactionwiththethoroughnessoftheexplanationsgivenbythestaffbeforehand",
  ])("holds a title of any length inside its edges: %s", async (title) => {
    const svg = await shareCard({ ...card, title });
    const lines = [
      ...svg.matchAll(
        /transform="translate\(([-\d.]+) ([-\d.]+)\)(?: scale\(([\d.]+)\))?"[^>]* d="([^"]+)"/g,
      ),
    ];
    expect(lines.length).toBeGreaterThan(5);
    for (const [, x, y, scale = "1", path = ""] of lines) {
      const { low, high } = spanOf(path);
      expect(Number(x) + low * Number(scale)).toBeGreaterThan(40);
      expect(Number(x) + high * Number(scale)).toBeLessThan(cardSize.width - 40);
      expect(Number(y)).toBeLessThan(cardSize.height - 20);
    }
  });

  test("says nothing of a figure that there is none of", async () => {
    const { figure, ...without } = card;
    const [full, bare] = [await shareCard(card), await shareCard({ ...without, trend: [] })];
    const paths = (svg: string) => svg.match(/<path/g)?.length ?? 0;
    expect(figure).toBeDefined();
    // A line for the value and each detail, two bands, two lines, an axis and two ends.
    expect(paths(full) - paths(bare)).toBe(1 + 2 + 2 + 2 + 1 + 2);
    expect(bare).not.toContain("circle");
  });
});

describe("a small trend", () => {
  const box = { left: 0, right: 300, top: 0, bottom: 100 };
  const colours = { accent: "#123456", rule: "#ccc", paper: "#fff" };
  const linesOf = (svg: string) => [...svg.matchAll(/<path d="([^"]+)" fill="none"/g)].map(([, d]) => d);

  test("draws no line across a gap or a change of the questions", () => {
    const points = [point(10), point(12), { starts: false }, point(11), point(14, true)];
    expect(linesOf(trendLines(points, box, colours)).map((d) => d?.split("L").length)).toEqual([2, 1, 1]);
  });

  test("puts the highest end at the top and the lowest at the bottom", () => {
    // The intervals run from 8 to 22; 10 lies 12/14 and 20 lies 2/14 of the way down.
    expect(linesOf(trendLines([point(10), point(20)], box, colours))).toEqual(["M0.0 85.7L300.0 14.3"]);
  });

  test("stands in the middle where nothing differs", () => {
    const flat = { value: 5, starts: false };
    expect(linesOf(trendLines([flat, flat], box, colours))).toEqual(["M0.0 50.0L300.0 50.0"]);
  });
});
