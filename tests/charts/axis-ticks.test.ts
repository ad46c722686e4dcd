import { expect, test } from "vitest";
import { axisTicks, logarithmicTicks } from "../../src/charts/axis-ticks.ts";

const plain = (value: number) => `${value}`;

test("ticks are round values within the axis, not more than the most", () => {
  expect(axisTicks(6.6, 9, { most: 6, format: plain })).toEqual([7, 7.5, 8, 8.5, 9]);
  expect(axisTicks(0.02, 0.24, { most: 8, format: plain })).toEqual([0.05, 0.1, 0.15, 0.2]);
});

test("no label is rounded: there is no tick at 8.15 that reads 8.2", () => {
  const format = (value: number) => value.toFixed(1);
  expect(axisTicks(8.06, 8.15, { most: 6, format })).toEqual([8.1]);
  expect(axisTicks(8.06, 8.36, { most: 6, format })).toEqual([8.1, 8.2, 8.3]);
  expect(axisTicks(8.11, 8.14, { most: 6, format })).toEqual([]);
});

test("ticks that do not fit give way to fewer", () => {
  const fits = (_labels: readonly string[], apart: number) => apart > 0.4;
  expect(axisTicks(0, 100, { most: 6, format: plain, fits })).toEqual([0, 50, 100]);
});

test("logarithmic ticks are powers of ten, with 2 and 5 as far as they fit", () => {
  expect(logarithmicTicks(8, 650, { format: plain })).toEqual([10, 20, 50, 100, 200, 500]);
  // From 8 to 650 a factor of 3 takes up ln 3 / ln 81.25 = 25 % of the axis, one of 10 takes up 52 %.
  const third = (_labels: readonly string[], apart: number) => apart > 0.2;
  expect(logarithmicTicks(8, 650, { format: plain, fits: third })).toEqual([10, 30, 100, 300]);
  const half = (_labels: readonly string[], apart: number) => apart > 0.5;
  expect(logarithmicTicks(8, 650, { format: plain, fits: half })).toEqual([10, 100]);
});
