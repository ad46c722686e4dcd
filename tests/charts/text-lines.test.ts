import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labelShapes, lineWidth, sizeOf, wrapText } from "../../src/charts/text-lines.ts";
import { bare } from "./drawn.ts";

const size = 12;
const long = "客户服务人员解决问题的速度与专业程度（含热线、在线与上门）三十";

describe("a wrapped text", () => {
  test("breaks Latin text at spaces and behind hyphens and slashes", () => {
    expect(wrapText("Delivery on time", { size, width: 60 })).toEqual(["Delivery", "on time"]);
    expect(wrapText("South-West and Wales", { size, width: 60 })).toEqual(["South-", "West and", "Wales"]);
  });

  test("breaks Chinese text between characters, never before a closing mark or behind an opening one", () => {
    // Eight characters fit 100 pixels at 12 pixels each: three lines of 24 characters would, but for the marks.
    const lines = wrapText("服务人员的态度，专业、耐心（热线与上门）都好", { size, width: 100 });
    expect(lines.every((line) => !/^[，。、；：！？）]/.test(line) && !/（$/.test(line))).toBe(true);
    expect(lines.length).toBe(3);
    expect(wrapText("一二三四五六，七八", { size, width: 72 })).toEqual(["一二三四五", "六，七八"]);
  });

  test("breaks Chinese text at a space where that takes no more lines", () => {
    expect(wrapText("华东大区 8.10", { size, width: 58 })).toEqual(["华东大区", "8.10"]);
  });

  test("has lines of about the same length", () => {
    // 11 characters of 12 pixels fit a line; of 31 filled in turn, the last line would hold 9.
    const lines = wrapText(long, { size, width: 11 * 12 });
    expect(lines.map((line) => line.length)).toEqual([11, 10, 10]);
    expect(wrapText("一二三四五六七", { size, width: 72 })).toEqual(["一二三四", "五六七"]);
  });

  test("breaks a word only where it is wider than the line", () => {
    expect(wrapText("Kundenzufriedenheit", { size, width: 200 })).toEqual(["Kundenzufriedenheit"]);
    expect(wrapText("Kundenzufriedenheit", { size, width: 80 }).length).toBe(2);
  });

  test("rather takes wider lines, where it may, than breaks a word", () => {
    expect(wrapText("All respondents 786", { size, width: 58 }).join()).not.toContain("respondents");
    const whole = wrapText("All respondents 786", { size, width: 58, most: 100 });
    expect(whole).toEqual(["All", "respondents", "786"]);
    // A word that fits the width makes no line wider, nor does one that would not fit in any case.
    expect(wrapText("Delivery on time", { size, width: 60, most: 200 })).toEqual(["Delivery", "on time"]);
    const broken = wrapText("Kundenzufriedenheit", { size, width: 60, most: 80 });
    expect(broken.length).toBe(2);
    // Chinese breaks between any two characters and needs no wider lines.
    expect(wrapText("全体受访者 786", { size, width: 48, most: 200 })).toEqual(
      wrapText("全体受访者 786", { size, width: 48 }),
    );
  });

  test("is whole and no wider than the width, whatever it is", () => {
    const text = fc.array(
      fc.constantFrom("服", "务", "满意", "，", "（", "）", "on", "time ", " ", "NPS", "8.10", "-", "/", "%"),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 30, max: 300 }), (parts, width) => {
        const lines = wrapText(parts.join(""), { size, width });
        expect(bare(lines.join(""))).toBe(bare(parts.join("")));
        for (const line of lines) expect(lineWidth(line, { size })).toBeLessThanOrEqual(width);
        expect(lines.slice(1).every((line) => line !== "")).toBe(true);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test("of nothing is one empty line", () => {
    expect(wrapText("", { size, width: 80 })).toEqual([""]);
  });
});

describe("sizes", () => {
  test("grow with letters, lines and weight", () => {
    // Four characters of 12 pixels; two lines of 1.2 × 12.
    const { width, height } = sizeOf(["客户", "服务人员"], { size });
    expect([width, height]).toEqual([48, expect.closeTo(28.8, 10)]);
    expect(lineWidth("服务", { size: 11 })).toBeCloseTo(22, 10);
    expect(lineWidth("服务", { size, bold: true })).toBeCloseTo(26.4, 10);
  });

  test("keep together what a no-break space joins", () => {
    expect(wrapText("与 2024\u00a0年第三季度相比变化显著", { size, width: 60 })).not.toContain("与 2024");
    expect(wrapText("Wave 2024\u00a0Q3", { size, width: 55 })).toEqual(["Wave", "2024\u00a0Q3"]);
  });

  test("give capitals and wide letters more room than narrow ones", () => {
    expect(lineWidth("NPS", { size })).toBeGreaterThan(lineWidth("nps", { size }));
    expect(lineWidth("WWW", { size })).toBeGreaterThan(lineWidth("lll", { size }) * 2);
  });
});

describe("ways to set a label", () => {
  test("start with one line, and leave short labels on it", () => {
    expect(labelShapes("网站", { size, width: 150 })).toEqual([["网站"]]);
    expect(labelShapes("Opening hours", { size, width: 150 })).toEqual([
      ["Opening hours"],
      ["Opening", "hours"],
    ]);
  });

  test("are never wider than allowed, and whole", () => {
    const shapes = labelShapes(long, { size, width: 150 });
    expect(shapes.length).toBeGreaterThan(1);
    for (const lines of shapes) {
      expect(sizeOf(lines, { size }).width).toBeLessThanOrEqual(150);
      expect(lines.join("")).toBe(long);
    }
  });
});
