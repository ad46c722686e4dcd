import { expect, test } from "vitest";
import { sparkline, sparkSize } from "../../src/charts/sparkline.ts";

const at = (...values: readonly (number | undefined)[]) => values.map((value) => ({ value, breaks: false }));

test("runs from the first wave at the left to the last at the right, high values up", () => {
  // 64 × 18 with 3 pixels around: x from 3 to 61, y from 15 (lowest) to 3 (highest).
  expect(sparkline(at(1, 3, 2))).toEqual({ path: "M3 15L32 3L61 9", last: { x: 61, y: 9 } });
  expect(sparkSize).toEqual({ width: 64, height: 18 });
});

test("has a gap where a figure is withheld, a dot where a figure stands alone", () => {
  expect(sparkline(at(1, undefined, 2))?.path).toBe("M3 15h0M61 3h0");
  expect(sparkline(at(1, 2, undefined, 1, 2))?.path).toBe("M3 15L18 3M47 15L61 3");
});

test("breaks where a figure can't be compared with the one before", () => {
  const points = [
    { value: 1, breaks: false },
    { value: 2, breaks: false },
    { value: 1, breaks: true },
    { value: 2, breaks: false },
  ];
  expect(sparkline(points)?.path).toBe("M3 15L22 3M42 15L61 3");
});

test("marks the last figure only where the last wave has one", () => {
  expect(sparkline(at(1, 2, undefined))?.last).toBeUndefined();
});

test("is level where nothing moved, and nothing where there are no two figures", () => {
  expect(sparkline(at(5, 5))?.path).toBe("M3 9L61 9");
  expect(sparkline(at(5, undefined))).toBeUndefined();
  expect(sparkline([])).toBeUndefined();
});
