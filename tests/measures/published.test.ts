import { describe, expect, test } from "vitest";
import type { Counts } from "../../src/counts/request.ts";
import { type Tally, unweightedCell } from "../../src/counts/tally.ts";
import { estimateAt } from "../../src/measures/cascade.ts";
import { differenceOf, verdictsOf } from "../../src/measures/difference.ts";
import type { Estimate } from "../../src/measures/estimate.ts";
import { mean } from "../../src/measures/mean.ts";
import { net, nps } from "../../src/measures/net.ts";
import { bottom2, satisfied, shareOfCodes, shareOfMentions, top1, top2 } from "../../src/measures/share.ts";
import { claimed, rating, recommend, unweighted } from "./questions.ts";

const shares = (entries: Readonly<Record<string, number>>): Tally => ({
  kind: "shares",
  shares: new Map(Object.entries(entries).map(([code, share]) => [Number(code), share])),
});
const five = rating(1, 5, [3, 4, 5]);
// 5 + 10 + 15 + 40 + 30 %.
const printed = shares({ 1: 0.05, 2: 0.1, 3: 0.15, 4: 0.4, 5: 0.3 });
const published = (kind: string, value: number) => ({
  status: "published",
  kind,
  value: expect.closeTo(value, 12),
});
/** Nine answers: 3 + 2 + 1 + 2 + 1. */
const counted: Tally = {
  kind: "codes",
  base: unweightedCell(9),
  cells: new Map([3, 2, 1, 2, 1].map((n, at) => [at + 1, unweightedCell(n)])),
};
const options = { ...unweighted, base: { minimum: 5, caution: 30 } };

describe("a code that is named twice", () => {
  test.each([
    ["in counts", counted, 3 / 9],
    ["in shares as published", printed, 0.7],
  ])("counts once, %s", (_, tally, value) => {
    expect(shareOfCodes(tally, [4, 5, 5], options)).toMatchObject({ value: expect.closeTo(value, 12) });
    expect(satisfied.estimate(tally, rating(1, 5, [4, 5, 5]), options)).toMatchObject({
      value: expect.closeTo(value, 12),
    });
  });
});

describe("shares that were published without their base", () => {
  test.each([
    [top1, 0.3],
    [top2, 0.7],
    [bottom2, 0.15],
    [satisfied, 0.85],
  ])("$name is their sum", (measure, value) => {
    expect(measure.estimate(printed, five, options)).toEqual(published("share", value));
  });

  test("the net is top-2 less bottom-2", () => {
    expect(net.estimate(printed, five, options)).toEqual(published("net", 0.55));
  });

  test("NPS is on its own scale", () => {
    const told = shares({
      ...Object.fromEntries([...Array(9).keys()].map((code) => [code, 0])),
      9: 0.3,
      10: 0.3,
      6: 0.2,
      8: 0.2,
    });
    expect(nps.estimate(told, recommend(), options)).toEqual(published("net", 40));
  });

  test("the mean weighs codes by their shares, whatever those add up to", () => {
    // (5 + 20 + 45 + 160 + 150) / 100
    expect(mean.estimate(printed, five, options)).toEqual(published("mean", 3.8));
    const rounded = shares({ 1: 0.33, 2: 0.33, 3: 0.33 });
    expect(mean.estimate(rounded, rating(1, 3), options)).toEqual(published("mean", 2));
  });

  test("share of mentions is of all mentions", () => {
    expect(shareOfMentions(shares({ 0: 0.6, 1: 0.9 }), 0, options)).toEqual(published("share", 0.4));
  });

  test("a share that was not published makes nothing of what needs it", () => {
    const partly = shares({ 1: 0.2, 3: 0.5 });
    const three = rating(1, 3);
    expect(top1.estimate(partly, three, options)).toEqual(published("share", 0.5));
    for (const measure of [top2, bottom2, mean])
      expect(measure.estimate(partly, three, options), measure.name).toEqual({ status: "unprinted" });
  });

  test("they are never tested, and no verdict comes of them", () => {
    const counted: Estimate = {
      status: "ok",
      kind: "share",
      value: 0.1,
      low: 0.09,
      high: 0.11,
      standardError: 0.005,
      n: 5000,
      effective: 5000,
    };
    const told: Estimate = { status: "published", kind: "share", value: 0.9 };
    for (const [later, earlier] of [
      [told, counted],
      [counted, told],
      [told, told],
    ] as const) {
      const difference = differenceOf(later, earlier, claimed("c"));
      expect(difference).toMatchObject({ status: "untested", reason: "error" });
      expect(verdictsOf([difference])(difference)).toBe("unclear");
    }
  });
});

describe("counts of which one is not known", () => {
  const tally: Tally = {
    kind: "codes",
    base: unweightedCell(100),
    cells: new Map([[3, unweightedCell(40)]]),
    unknown: new Set([1, 2]),
  };

  test("give the shares that are known, on the base that is stated, and no others", () => {
    expect(shareOfCodes(tally, [3], options)).toMatchObject({ status: "ok", value: 0.4, n: 100 });
    expect(shareOfCodes(tally, [1], options)).toEqual({ status: "unprinted" });
    expect(mean.estimate(tally, rating(1, 3), options)).toEqual({ status: "unprinted" });
    expect(shareOfMentions(tally, 3, options)).toEqual({ status: "unprinted" });
  });
});

describe("groups of a wave of printed tables", () => {
  const question = rating(1, 3);
  const counted = (n: number): Tally => ({
    kind: "codes",
    base: unweightedCell(n),
    cells: new Map([[3, unweightedCell(n)]]),
  });
  const counts = (by: readonly string[], groups: Readonly<Record<string, Tally>>): Counts => ({
    request: { questions: ["item"], waves: ["w1"], by, slice: {} },
    groups: Object.entries(groups).map(([key, tally]) => ({
      wave: "w1",
      key: by.length === 0 ? [] : [key === "?" ? null : key],
      tallies: new Map([["item", tally]]),
    })),
    printed: new Map([["w1", new Set(["item"])]]),
  });
  const at = (groups: Readonly<Record<string, Tally>>, path: readonly string[], total = counted(100)) =>
    estimateAt(
      [counts([], { all: total }), counts(["region"], groups)],
      path,
      { question, wave: "w1", base: options.base },
      ({ tally }) => shareOfCodes(tally, [3], options),
    );

  test("a group that is not printed is not known: neither empty nor not asked", () => {
    expect(at({ east: counted(60) }, ["west"])).toEqual({ status: "unprinted" });
    expect(at({ east: counted(60), west: counted(0) }, ["west"])).toEqual({ status: "none" });
  });

  test("a total that is not printed is not known, while its groups are", () => {
    const cascade = [{ ...counts([], {}), groups: [] }, counts(["region"], { east: counted(60) })];
    const of = (path: readonly string[]) =>
      estimateAt(cascade, path, { question, wave: "w1", base: options.base }, ({ tally }) =>
        shareOfCodes(tally, [3], options),
      );
    expect(of([])).toEqual({ status: "unprinted" });
    expect(of(["east"])).toMatchObject({ status: "ok", n: 60 });
  });

  test("small groups are withheld, and with them what would give them away", () => {
    const groups = { east: counted(3), west: counted(40), north: counted(57) };
    expect(at(groups, ["east"])).toEqual({ status: "withheld" });
    expect(at(groups, ["west"])).toEqual({ status: "withheld" });
    expect(at(groups, ["north"])).toMatchObject({ status: "ok" });
    // East and what was not printed make up the total: 100 − 97 would tell of three.
    expect(at({ east: counted(97), "?": counted(3) }, ["east"])).toEqual({ status: "withheld" });
  });

  test("shares without a base are out already: nothing of them is withheld, nor withholds", () => {
    const told: Tally = shares({ 3: 0.7 });
    expect(at({ east: told, west: counted(3) }, ["east"])).toMatchObject({ status: "published" });
    expect(at({ east: told }, ["east"], counted(3))).toMatchObject({ status: "published", value: 0.7 });
  });
});
