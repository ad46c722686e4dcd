import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type Difference,
  differenceOf,
  type Family,
  familyLevels,
  verdictsOf,
} from "../../src/measures/difference.ts";
import type { Shown } from "../../src/measures/estimate.ts";
import { shareOfCodes } from "../../src/measures/share.ts";
import { tallyOfTable } from "../counts/count-answers.ts";
import { claimed, unweighted } from "./questions.ts";

const share = (hits: number, n: number) =>
  shareOfCodes(tallyOfTable({ 1: hits, 0: n - hits }), [1], unweighted);
const figure = (kind: Shown["kind"], value: number, standardError: number, n = 10): Shown => ({
  status: "ok",
  kind,
  value,
  low: value,
  high: value,
  standardError,
  n,
  effective: n,
});
const golden = JSON.parse(readFileSync(`${import.meta.dirname}/golden/worked-examples.json`, "utf-8")) as {
  "M20 shares 60/100 v 45/100": { p: number };
  "M20 corrections": { p: number[]; holm: number[] };
};

describe("differenceOf (M20)", () => {
  test("two shares, 60 and 45 of 100: pooled z 2.124, p 0.0336721", () => {
    const found = differenceOf(share(60, 100), share(45, 100), claimed("a"));
    expect(found).toMatchObject({ status: "tested", value: expect.closeTo(0.15, 12) });
    expect(found).toMatchObject({ p: expect.closeTo(golden["M20 shares 60/100 v 45/100"].p, 7) });
  });

  test("turned round, the difference and its interval change their sign and p stays", () => {
    const [there, back] = [
      differenceOf(share(60, 100), share(45, 100), claimed("a")),
      differenceOf(share(45, 100), share(60, 100), claimed("b")),
    ];
    if (there.status !== "tested" || back.status !== "tested") throw new Error("untested");
    expect(back.p).toBeCloseTo(there.p, 12);
    expect([back.value, back.low, back.high]).toEqual(
      [-there.value, -there.high, -there.low].map((value) => expect.closeTo(value, 12)),
    );
  });

  test("two means by Welch: Student's sleep data, t = −1.8608, 17.776 degrees, p 0.07939", () => {
    // Group means 0.75 and 2.33, variances 3.200556 and 4.009 on 10 answers each (R, ?sleep, t.test).
    const [one, other] = [Math.sqrt(3.200556 / 10), Math.sqrt(4.009 / 10)];
    const found = differenceOf(figure("mean", 0.75, one), figure("mean", 2.33, other), claimed("a"));
    expect(found).toMatchObject({
      status: "tested",
      value: expect.closeTo(-1.58, 12),
      p: expect.closeTo(0.07939, 5),
    });
    expect(found).toMatchObject({ low: expect.closeTo(-3.3654832, 5), high: expect.closeTo(0.2054832, 5) });
  });

  test("two nets by z on their errors: 20 ± 3 and 10 ± 4 are two errors of 5 apart, p 0.0455003", () => {
    const found = differenceOf(figure("net", 20, 3), figure("net", 10, 4), claimed("a"));
    expect(found).toMatchObject({ status: "tested", value: 10, p: expect.closeTo(0.0455003, 7) });
    expect(found).toMatchObject({ low: expect.closeTo(10 - 5 * 1.959964, 5) });
  });

  test("two indices as means: 833 ± 8 and 800 ± 6 on 400 each are 3.3 errors of 10 apart", () => {
    const found = differenceOf(figure("index", 833, 8, 400), figure("index", 800, 6, 400), claimed("a"));
    // Student's t at −3.3 on 739.9 degrees of freedom: scipy 1.17.1 gives 0.0010134.
    expect(found).toMatchObject({ status: "tested", value: 33, p: expect.closeTo(0.0010134, 6) });
    // As large as they get, they are compared by z: twice the normal tail beyond 3.3 is 0.000966848.
    const large = differenceOf(figure("index", 833, 8, 1e6), figure("index", 800, 6, 1e6), claimed("a"));
    expect(large).toMatchObject({ p: expect.closeTo(0.000966848, 7) });
  });

  test("weights cost a mean degrees of freedom by the fourth power of the design effect", () => {
    const one = figure("mean", 8, 0.3, 100);
    const [plain, weighted] = [one, { ...one, effective: 50 }].map((side) =>
      differenceOf(side, figure("mean", 7, 1e-9, 1e6), claimed("a")),
    );
    // t = 3.3333 on 99 and on 100/2⁴ − 1 = 5.25 degrees: scipy 1.17.1.
    expect(plain).toMatchObject({ p: expect.closeTo(0.001208, 6) });
    expect(weighted).toMatchObject({ p: expect.closeTo(0.0192, 3) });
  });

  test.each([{ status: "withheld" } as const, { status: "none" } as const])(
    "nothing is said against a figure that is $status",
    (missing) => {
      expect(differenceOf(share(60, 100), missing, claimed("a"))).toEqual({
        status: "untested",
        reason: "base",
      });
      expect(differenceOf(missing, share(60, 100), claimed("a"))).toEqual({
        status: "untested",
        reason: "base",
      });
    },
  );

  test("without any known error it is untested, and says how large it is", () => {
    expect(differenceOf(figure("mean", 10, 0), figure("mean", 9, 0), claimed("a"))).toEqual({
      status: "untested",
      reason: "error",
      value: 1,
    });
    expect(differenceOf(share(50, 50), share(50, 50), claimed("a"))).toMatchObject({
      status: "untested",
      reason: "error",
    });
  });
});

describe("a figure of which no error is known", () => {
  test.each(["mean", "net"] as const)("a %s against it is untested, whichever side it stands on", (kind) => {
    const [known, unknown] = [figure(kind, 8, 0.5), figure(kind, 10, 0)];
    expect(differenceOf(unknown, known, claimed("a"))).toEqual({
      status: "untested",
      reason: "error",
      value: 2,
    });
    expect(differenceOf(known, unknown, claimed("a"))).toEqual({
      status: "untested",
      reason: "error",
      value: -2,
    });
  });

  test("a share of 100 % is tested against another: 50 of 50 and 40 of 50, pooled z 3.3333", () => {
    // Pooled share 0.9: (1 − 0.8) / √(0.9·0.1·(1/50 + 1/50)) = 3.3333; two-sided 0.000858 in tables.
    const found = differenceOf(share(50, 50), share(40, 50), claimed("a"));
    expect(found).toMatchObject({ status: "tested", p: expect.closeTo(0.000858, 6) });
  });
});

describe("verdictsOf, a family of questions at 5 %", () => {
  const atFive = (stated: readonly Difference[]) => verdictsOf(stated, { ...familyLevels, questions: 0.05 });
  const tested = (p: number, value = 1, claim = `${p} ${value}`): Difference => ({
    status: "tested",
    value,
    low: 0,
    high: 2,
    p,
    ...claimed(claim),
  });

  test("on its own, 60 against 45 of 100 is a rise, and turned round a fall", () => {
    const [rise, fall] = [
      differenceOf(share(60, 100), share(45, 100), claimed("a")),
      differenceOf(share(45, 100), share(60, 100), claimed("b")),
    ];
    expect(atFive([rise])(rise)).toBe("rise");
    expect(atFive([fall])(fall)).toBe("fall");
  });

  test("as one of two it no longer is clear: Holm doubles its p", () => {
    const difference = differenceOf(share(60, 100), share(45, 100), claimed("a"));
    expect(atFive([difference, tested(0.5)])(difference)).toBe("unclear");
    expect(atFive([difference, { status: "untested", reason: "base" }])(difference)).toBe("rise");
  });

  test("the same comparison stated twice is one test; two with equal figures are two", () => {
    const [stated, other] = [tested(0.03, 1, "a"), tested(0.03, 1, "b")];
    expect(atFive([stated, { ...stated }])(stated)).toBe("rise");
    expect(atFive([stated, other])(stated)).toBe("unclear");
  });

  test("Holm on the fifteen p-values of Benjamini and Hochberg (1995) leaves three", () => {
    const { p, holm } = golden["M20 corrections"];
    const family = p.map((one, at) => tested(one, at % 2 ? -1 : 1));
    const verdict = atFive(family);
    expect(family.map(verdict)).toEqual(
      holm.map((adjusted, at) => (adjusted > 0.05 ? "unclear" : at % 2 ? "fall" : "rise")),
    );
    expect(family.filter((one) => verdict(one) !== "unclear")).toHaveLength(3);
  });

  test("what is not in the family or was not tested is unclear", () => {
    const untested: Difference = { status: "untested", reason: "break", value: 3 };
    const verdict = atFive([tested(0.0001), untested]);
    expect(verdict(untested)).toBe("unclear");
    expect(verdict(tested(0.0002))).toBe("unclear");
  });

  test("a comparison that a page states twice is one test", () => {
    const [first, again] = [tested(0.03), tested(0.03)];
    expect(atFive([first, again])(first)).toBe("rise");
    expect(atFive([first, tested(0.04)])(first)).toBe("unclear");
  });
});

describe("families of a page", () => {
  const stated = (p: number, claim: string, ...of: readonly Family[]): Difference => ({
    status: "tested",
    value: 1,
    low: 0,
    high: 2,
    p,
    claim,
    families: of,
  });
  const own: Family = { kind: "questions", of: "south" };
  const siblings: Family = { kind: "groups", of: "overall by region" };

  test("are judged apart: what is stated in one does not weaken another", () => {
    const change = stated(0.008, "a", own);
    const others = ["b", "c", "d"].map((claim) => stated(0.5, claim, siblings));
    expect(verdictsOf([change, ...others])(change)).toBe("rise");
    expect(verdictsOf([change, stated(0.5, "b", own)])(change)).toBe("unclear");
  });

  test("must all find a comparison clear that is in several", () => {
    const change = stated(0.004, "a", own, siblings);
    expect(verdictsOf([change, stated(0.5, "b", own)])(change)).toBe("rise");
    const crowd = ["b", "c"].map((claim) => stated(0.5, claim, siblings));
    expect(verdictsOf([change, ...crowd])(change)).toBe("unclear");
  });

  test("of one page claim anything on at most 5 % of pages of nothing but chance", () => {
    const { index, questions, groups, options, moves, ranking } = familyLevels;
    expect(index + questions + 2 * groups + ranking + Math.max(options, moves)).toBeLessThanOrEqual(0.05);
  });
});
