import { describe, expect, test } from "vitest";
import type { Finding, FindingDetail, FindingFigure } from "../../src/findings/finding.ts";
import { sentenceOf } from "../../src/findings/sentence.ts";
import { type Total, titleFrom } from "../../src/findings/title.ts";
import { sameText } from "../../src/survey/text.ts";
import { wordsIn } from "../../src/words/words.ts";

const index: FindingFigure = {
  id: "sq",
  name: { en: "Service quality", zh: "服务质量" },
  within: ["csi", "sq"],
  unit: "index1000",
  measured: sameText(""),
  better: "higher",
};
const rated: FindingFigure = {
  ...index,
  name: { en: "Time taken", zh: "所用时间" },
  unit: "scale",
  rated: "mean",
};
const days: FindingFigure = {
  ...index,
  name: { en: "Days in transit", zh: "运输天数" },
  unit: "days",
  measured: { en: "days", zh: "天" },
  better: "lower",
};

const everybody = { name: sameText(""), path: [] };
const since = { en: "Q3", zh: "第三季度" };
const moved = {
  kind: "moved",
  place: everybody,
  now: { value: 59.7, low: 57, high: 62, n: 400 },
  earlierBase: 380,
  change: { value: -14.5, low: -18, high: -11, verdict: "fall" },
  since,
} as const;
const tracking = { en: "Tracking", zh: "货物追踪" };

function finding(detail: FindingDetail, figure = index): Finding {
  return { detail, figure, effect: 1, scope: 1, novelty: "new", evidence: "#trend" };
}

function said(detail: FindingDetail, figure = index): readonly string[] {
  return (["en", "zh"] as const).map((language) => {
    const { claim, rest } = sentenceOf(finding(detail, figure), { words: wordsIn(language), language });
    return `${claim} [${rest}]`.replaceAll("\u00a0", " ");
  });
}

describe("a change that is worked out without some questions", () => {
  test("says so, moved or not", () => {
    const [en, zh] = said({ ...moved, without: [tracking] });
    expect(en).toMatch(/\[since Q3; change without Tracking, which is not alike in both waves; 95% interval/);
    expect(zh).toMatch(/变化不含货物追踪（两期不可比）/);
    const steady = { ...moved, kind: "steady", change: { ...moved.change, verdict: "unclear" } } as const;
    expect(said({ ...steady, without: [tracking, since] })[0]).toMatch(
      /change without Tracking, Q3, which are not alike/,
    );
  });

  test("is silent where nothing is left out", () => {
    for (const text of said(moved)) expect(text).not.toMatch(/without|不含/);
  });
});

describe("the score of a rated question", () => {
  test("is called a score where its name reads as a quantity", () => {
    const change = { value: -0.19, low: -0.3, high: -0.08, verdict: "fall" } as const;
    const [en, zh] = said({ ...moved, now: { ...moved.now, value: 7.56 }, change }, rated);
    expect(en).toMatch(/^The score for “Time taken” fell 0\.19 points to 7\.56/);
    expect(zh).toMatch(/^所用时间得分下降 0\.19 分，至 7\.56/);
  });

  test("in a sentence on the mix too", () => {
    const [en, zh] = said(mixOf(-0.11, -0.02), rated);
    expect(en).toMatch(/by itself lowered the score for “Time taken” by 0\.11/);
    expect(zh).toMatch(/使所用时间得分下降 0\.11/);
  });
});

test("sizes of a quantity have the decimals of its value, and none has three", () => {
  const change = { value: -0.077, low: -0.16, high: 0.01, verdict: "unclear" } as const;
  const [en] = said({ ...moved, kind: "steady", now: { ...moved.now, value: 3.77 }, change }, days);
  expect(en).toMatch(/−0\.08 days \[95% interval −0\.16 to 0\.01;/);
});

function mixOf(shared: number, scored: number, more: Partial<Extract<FindingDetail, { kind: "mix" }>> = {}) {
  return {
    kind: "mix",
    dimension: { en: "brand class", zh: "品牌类别" },
    effect: { value: shared, low: shared - 1, high: shared + 1, verdict: "fall" },
    scores: { value: scored, low: scored - 5, high: scored + 5, verdict: "unclear" },
    only: true,
    weighted: true,
    around: false,
    groups: [{ name: { en: "“Premium”", zh: "“豪华品牌”" }, earlier: 0.302, later: 0.178 }],
    ...more,
  } as const;
}

test("shares are of customers where they are weighted, in whole percent where these differ", () => {
  expect(said(mixOf(-10, -1))[0]).toMatch(/^Among customers the share of “Premium” \(30% → 18%\) fell: /);
  expect(said(mixOf(-10, -1))[1]).toMatch(/^顾客中“豪华品牌”（30% → 18%）占比下降/);
  expect(said(mixOf(-10, -1, { weighted: false }))[0]).toMatch(/^Among those who answered /);
  const near = [{ name: tracking, earlier: 0.301, later: 0.298 }];
  expect(said(mixOf(-10, -1, { groups: near }))[0]).toMatch(/30\.1% → 29\.8%/);
});

describe("a title", () => {
  const total: Total = {
    id: "sq",
    sentence: "Service quality fell 16 to 760",
    isClear: true,
    change: -15.9,
    name: "Service quality",
    value: "760",
    path: [],
  };
  const titleOf = (detail: FindingDetail, of: Total = total) =>
    titleFrom([finding(detail)], of, { words: wordsIn("en"), language: "en" });

  test("gives a change to the mix from four fifths on", () => {
    expect(titleOf(mixOf(-13, -2.9))).toBe(
      "Service quality fell 16 to 760: share of “Premium” down among customers",
    );
  });

  test("says mostly where a third is not mix, or where scores clearly fell", () => {
    const mostly =
      "Service quality fell 16 to 760, mostly through the mix: share of “Premium” down among customers";
    expect(titleOf(mixOf(-10.9, -5))).toBe(mostly);
    const scores = { value: -2.9, low: -3.9, high: -1.9, verdict: "fall" } as const;
    expect(titleOf(mixOf(-13, -2.9, { scores }))).toBe(mostly);
  });

  test("names no mix that is less than half", () => {
    expect(titleOf(mixOf(-7, -8.9))).toBeUndefined();
  });

  test("of a branch says that the mix of all changed, and nothing of it where that went the other way", () => {
    const around = mixOf(-9.9, -0.7, { around: true });
    const east = { ...total, path: ["east"], sentence: "East: Service quality fell 17 to 780" };
    expect(titleOf(around, east)).toBe(
      "East: Service quality fell 17 to 780, in a wave when the mix changed",
    );
    expect(titleOf(around, { ...east, change: 17 })).toBeUndefined();
    const part = finding({ ...moved, place: { name: sameText(""), path: ["east"] } });
    const found = [part, finding(around, { ...index, id: "csi" })];
    const whole = { ...east, id: "csi", name: "Index", isClear: false, change: -10 };
    expect(titleFrom(found, whole, { words: wordsIn("en"), language: "en" })).toBe(
      "Service quality fell 15 points, in a wave when the mix changed; index stands at 760, no clear change",
    );
  });

  test("says without what a part's change is", () => {
    const part = { ...moved, without: [tracking], place: { name: since, path: ["central"] } };
    expect(titleOf(part, { ...total, isClear: false })).toMatch(/ in Q3 \(without Tracking\); /);
  });

  test("of a branch that stands apart does not say than every other", () => {
    const gap = { value: -26, low: -39, high: -14, verdict: "fall" } as const;
    const rest = { kind: "rest", place: everybody, parent: sameText(""), gap, n: 273 } as const;
    expect(titleOf(rest, { ...total, isClear: false })).toBe(
      "Service quality stands at 760, clearly lower than the rest of the network",
    );
  });
});

test("that no change was worked out claims nothing of parts", () => {
  for (const language of ["en", "zh"] as const) {
    const { nothing } = wordsIn(language).findings;
    for (const text of [nothing("", "200"), nothing("Q3", "200")])
      expect(text).not.toMatch(/part|difference|Nothing|部分|差异/);
  }
});
