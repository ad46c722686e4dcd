import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BreakLabel,
  labelGap,
  labelLine,
  type PlacedLabel,
  placeBreakLabels,
} from "../../src/charts/break-labels.ts";
import { textWidth } from "../../src/charts/svg-text.ts";

const phone = { left: 0, right: 340, mostLines: 6 };
const page = { left: 0, right: 720, mostLines: 6 };
const wording = "Wording changed. The app was launched, and the question now asks about tracking in the app";
const chinese = "题目文字有改动。小程序上线，题目从「运单查询」改问「用手机小程序查询运单」（2024 年起）";

/** What a label takes up, and the line that runs down from its top. */
function boxOf({ x, lines, side, top }: PlacedLabel) {
  const width = Math.max(...lines.map(textWidth));
  const left = side === "right" ? x + labelGap : x - labelGap - width;
  return { x, left, right: left + width, top, bottom: top + lines.length * labelLine };
}

function collide(one: PlacedLabel, other: PlacedLabel): boolean {
  const [a, b] = [boxOf(one), boxOf(other)];
  const overlap = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const crosses = (line: typeof a, box: typeof a) =>
    line.x > box.left && line.x < box.right && line.top < box.bottom;
  return overlap || crosses(a, b) || crosses(b, a);
}

describe("labels of breaks", () => {
  test("one stands beside its line, on the side with room", () => {
    expect(placeBreakLabels([{ x: 100, text: "Wording changed" }], page)).toEqual([
      { x: 100, lines: ["Wording changed"], side: "right", top: 0 },
    ]);
    expect(placeBreakLabels([{ x: 300, text: "Wording changed" }], phone)).toEqual([
      { x: 300, lines: ["Wording changed"], side: "left", top: 0 },
    ]);
  });

  test("long ones wrap, in both languages, and lose nothing", () => {
    for (const text of [wording, chinese]) {
      const [label] = placeBreakLabels([{ x: 150, text }], phone) ?? [];
      expect(label?.lines.length).toBeGreaterThan(1);
      expect(label?.lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    }
  });

  test("where they would meet, they stand on steps", () => {
    const labels = [
      { x: 80, text: "1 Options added: “Phone”" },
      { x: 120, text: "2 Options added: “Mail”" },
    ];
    const [first, second] = placeBreakLabels(labels, phone) ?? [];
    expect([first?.top, second?.top]).toEqual([0, labelLine]);
    const apart = placeBreakLabels(
      labels.map((label, at) => ({ ...label, x: 100 + 300 * at })),
      page,
    );
    expect(apart?.map(({ top }) => top)).toEqual([0, 0]);
  });

  test("near the right end stand in the order of time, too", () => {
    const labels = [
      { x: 480, text: "1 Wording changed: asked of the app, no more of the site" },
      { x: 560, text: "2 Options added: “Phone”, “Mail”, “Messenger of the dealer”" },
    ];
    const [first, second] = placeBreakLabels(labels, page) ?? [];
    expect(first?.top).toBeLessThan(second?.top ?? 0);
  });

  test("are none where there is no room for all of them whole", () => {
    const labels = Array.from({ length: 5 }, (_, at) => ({ x: 60 + 50 * at, text: `${at + 1} ${wording}` }));
    expect(placeBreakLabels(labels, phone)).toBeUndefined();
    expect(placeBreakLabels([{ x: 170, text: "a word ".repeat(60) }], phone)).toBeUndefined();
    const marks = labels.map(({ x }, at) => ({ x, text: String(at + 1) }));
    expect(placeBreakLabels(marks, phone)).toHaveLength(5);
  });

  test("never meet each other or each other's lines, and stay in their room", () => {
    const text = fc
      .array(fc.constantFrom("Options", "added:", "“Web”,", "题目文字有改动。", "until 2013", "（新）"), {
        minLength: 1,
        maxLength: 12,
      })
      .map((words) => words.join(" "));
    const set = fc.uniqueArray(fc.record({ x: fc.integer({ min: 44, max: 660 }), text }), {
      minLength: 1,
      maxLength: 5,
      selector: ({ x }) => Math.floor(x / 24),
    });
    let found = 0;
    fc.assert(
      fc.property(set, fc.constantFrom(phone, page), (labels: readonly BreakLabel[], room) => {
        const inside = labels.filter(({ x }) => x < room.right - 20);
        const placed = placeBreakLabels(inside, room);
        if (!placed) return;
        found += 1;
        expect(placed.map(({ x }) => x)).toEqual(inside.map(({ x }) => x));
        placed.forEach((one, at) => {
          const { left, right } = boxOf(one);
          expect(left).toBeGreaterThanOrEqual(room.left);
          expect(right).toBeLessThanOrEqual(room.right);
          for (const other of placed.slice(at + 1)) expect(collide(one, other)).toBe(false);
        });
      }),
      { seed: 33, numRuns: 400 },
    );
    expect(found).toBeGreaterThan(200);
  });
});
