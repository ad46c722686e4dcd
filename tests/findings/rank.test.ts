import { describe, expect, test } from "vitest";
import type { Finding, FindingDetail, FindingFigure } from "../../src/findings/finding.ts";
import { isClaim } from "../../src/findings/finding.ts";
import { ledBy, mostFindings, rankFindings, weightOf } from "../../src/findings/rank.ts";
import { sameText } from "../../src/survey/text.ts";

const index: FindingFigure = {
  id: "csi",
  name: sameText("Index"),
  within: ["csi"],
  unit: "index1000",
  measured: sameText(""),
  better: "higher",
};
const factor = (id: string): FindingFigure => ({ ...index, id, name: sameText(id), within: ["csi", id] });
const measured = { value: 800, low: 795, high: 805, n: 400 };

/** A change with an interval of 10 either way. */
function moved(
  figure: FindingFigure,
  change: number,
  {
    path = [],
    effect = Math.abs(change) / 100,
    scope = 1,
    before,
  }: {
    readonly path?: readonly string[];
    readonly effect?: number;
    readonly scope?: number;
    readonly before?: number;
  } = {},
): Finding {
  const told = {
    place: { name: sameText(path.at(-1) ?? ""), path },
    now: measured,
    earlierBase: 390,
    change: {
      value: change,
      low: change - 10,
      high: change + 10,
      verdict: change > 0 ? ("rise" as const) : ("fall" as const),
    },
    since: sameText("2023"),
  };
  const detail: FindingDetail =
    before === undefined
      ? { kind: "moved", ...told }
      : { kind: "followed", ...told, before: { change: before, wave: sameText("2023") } };
  return {
    detail,
    figure,
    effect,
    scope,
    novelty: before === undefined ? "new" : "followed",
    evidence: "#trend",
  };
}

function mix(effect: number, { only = true, around = false } = {}): Finding {
  const verdict = effect > 0 ? "rise" : "fall";
  return {
    detail: {
      kind: "mix",
      dimension: sameText("class"),
      effect: { value: effect, low: effect - 1, high: effect + 1, verdict },
      scores: { value: 0, low: -4, high: 4, verdict: "unclear" },
      only,
      groups: [],
      around,
    },
    figure: index,
    effect: Math.abs(effect) / 100,
    scope: 1,
    novelty: "new",
    evidence: "/why/#split",
  };
}

const target = (effect: number): Finding => ({
  detail: { kind: "target", target: 850, gap: { value: -20, low: -25, high: -15, verdict: "fall" }, n: 400 },
  figure: index,
  effect,
  scope: 1,
  novelty: "standing",
  evidence: "#trend",
});

const few: Finding = { ...target(0), detail: { kind: "few", n: 12, caution: 30 } };
const steady = (figure = index): Finding => {
  const { detail, ...rest } = moved(figure, -2);
  if (detail.kind !== "moved") throw new Error("not a change");
  return { ...rest, detail: { ...detail, kind: "steady", change: { ...detail.change, verdict: "unclear" } } };
};

describe("the weight of a finding", () => {
  test("grows with its effect, with the root of its scope, and with its novelty", () => {
    const one = moved(index, -20);
    expect(weightOf(moved(index, -40))).toBeCloseTo(2 * weightOf(one), 12);
    expect(weightOf(moved(index, -20, { scope: 0.25 }))).toBeCloseTo(weightOf(one) / 2, 12);
    expect(weightOf({ ...one, novelty: "standing" })).toBeCloseTo(weightOf(one) / 4, 12);
    expect(weightOf(moved(index, -20, { before: 30 }))).toBeCloseTo((weightOf(one) * 3) / 4, 12);
  });

  test("a small base is said first, that nothing changed last", () => {
    const order = rankFindings([steady(), target(0.1), few]).map(({ detail }) => detail.kind);
    expect(order).toEqual(["few", "target", "steady"]);
    expect([steady(), few].map(isClaim)).toEqual([false, false]);
  });
});

describe("no two say the same thing", () => {
  test("a fall of everything caused by the mix is one statement", () => {
    const all = [
      mix(-10),
      moved(index, -11),
      ...["a", "b", "c"].map((id) => moved(factor(id), -12)),
      moved(index, -13, { path: ["east"] }),
    ];
    expect(rankFindings(all).map(({ detail }) => detail.kind)).toEqual(["mix"]);
  });

  test("what goes clearly beyond the mix, or against it, is said beside it", () => {
    const beyond = moved(factor("a"), -40);
    const against = moved(factor("b"), 22, { path: ["west"] });
    const ranked = rankFindings([mix(-10), moved(index, -11), beyond, against]);
    expect(ranked.map(({ figure }) => figure.id)).toEqual(["a", "b", "csi"]);
    // 1.7 halves of the interval beyond: 10 + 17.
    expect(rankFindings([mix(-10), moved(factor("a"), -26.9)])).toHaveLength(1);
    expect(rankFindings([mix(-10), moved(factor("a"), -27.1)])).toHaveLength(2);
  });

  test("where scores fell as well, the whole is said beside the mix", () => {
    expect(rankFindings([mix(-10, { only: false }), moved(index, -20)])).toHaveLength(2);
  });

  test("the mix of all respondents is not behind what a branch did", () => {
    expect(rankFindings([mix(-10, { around: true }), moved(index, -11, { path: ["east"] })])).toHaveLength(2);
  });

  test("of nested changes that go the same way the heaviest is said", () => {
    const cell = moved(factor("a"), -62, { path: ["west"], scope: 0.12 });
    const chain = [
      moved(factor("a"), -10),
      cell,
      moved(factor("a"), -70, { path: ["west", "city"], scope: 0.02 }),
    ];
    expect(rankFindings(chain)).toEqual([cell]);
    const other = moved(factor("b"), -10);
    expect(rankFindings([...chain, other])).toEqual([cell, other]);
    const risen = moved(factor("a"), 30, { path: ["east"], scope: 0.1 });
    expect(rankFindings([...chain, risen])).toEqual([cell, risen]);
  });

  test("what became of last wave’s finding is said in place of the bare change", () => {
    const followed = moved(factor("a"), 22, { path: ["west"], before: -62 });
    expect(rankFindings([moved(factor("a"), 22, { path: ["west"] }), followed])).toEqual([followed]);
  });
});

test("at most six, in an order that does not hang on how they came", () => {
  const all = Array.from({ length: 9 }, (_, at) => moved(factor(`f${at}`), -20));
  const ranked = rankFindings(all);
  expect(ranked).toHaveLength(mostFindings);
  expect(rankFindings(all.toReversed())).toEqual(ranked);
});

/** The last region, which is a group of its own. */
const behind: Finding = {
  ...target(0.01),
  detail: {
    kind: "behind",
    branch: { name: sameText("West"), href: "/b/west" },
    level: sameText("region"),
    now: measured,
    other: sameText("East"),
    otherValue: 820,
    isFirst: true,
  },
};

describe("places among the six", () => {
  const many = Array.from({ length: 9 }, (_, at) => moved(factor(`f${at}`), -20));

  test("one is kept for the branch that stands apart, however light", () => {
    const ranked = rankFindings([...many, behind]);
    expect(ranked).toHaveLength(mostFindings);
    expect(ranked.at(-1)).toBe(behind);
    expect(rankFindings([behind, target(0.1)])).toEqual([target(0.1), behind]);
  });

  test("that nothing clear happened stands last and takes none", () => {
    const idle = moved(factor("f9"), 5, { path: ["west"], effect: 3, before: -62 });
    if (idle.detail.kind !== "followed") throw new Error("not followed");
    const unclear: Finding = {
      ...idle,
      detail: { ...idle.detail, change: { ...idle.detail.change, verdict: "unclear" } },
    };
    expect(rankFindings([unclear, ...many])).not.toContain(unclear);
    expect(rankFindings([unclear, target(0.1)])).toEqual([target(0.1), unclear]);
  });
});

describe("groups outside the hierarchy, and questions", () => {
  const group = (change: number): Finding => {
    const one = moved(index, change, { path: ["age", "old"], scope: 0.05 });
    if (one.detail.kind !== "moved") throw new Error("not a change");
    return { ...one, detail: { ...one.detail, place: { ...one.detail.place, group: true } } };
  };

  test("a group is said beside the mix and the whole where it goes beyond by more than half its interval", () => {
    // The interval is 10 either way: 10 + 10.
    expect(rankFindings([mix(-10), group(-19.9)])).toHaveLength(1);
    expect(rankFindings([mix(-10), group(-20.1)])).toHaveLength(2);
    expect(rankFindings([moved(index, -12), group(-21.9)])).toHaveLength(1);
    expect(rankFindings([moved(index, -12), group(-22.1)])).toHaveLength(2);
  });

  test("a question in its own unit follows from the mix where it moved no further in standard deviations", () => {
    // A fall of 0.2 by an effect of 0.15, its interval 0.1 either way: 0.1 + 1.7 × 0.075.
    const question = (effect: number): Finding => {
      const one = moved({ ...factor("q"), unit: "scale" }, -0.2, { effect });
      if (one.detail.kind !== "moved") throw new Error("not a change");
      return { ...one, detail: { ...one.detail, change: { ...one.detail.change, low: -0.3, high: -0.1 } } };
    };
    expect(rankFindings([mix(-10), question(0.15)])).toHaveLength(1);
    // 0.7 is 0.6 beyond, and 1.7 × 0.35 = 0.595.
    expect(rankFindings([mix(-10), question(0.7)])).toHaveLength(2);
    expect(rankFindings([mix(10), question(0.15)])).toHaveLength(2);
  });
});

describe("the findings of what heads a page", () => {
  const own = (count: number) =>
    Array.from({ length: count }, (_, at) => moved(factor(`own ${at}`), 20 - at));
  const steady = (figure: FindingFigure): Finding => {
    const { detail, ...rest } = moved(figure, 1);
    if (detail.kind !== "moved") throw new Error("no change");
    const change = { ...detail.change, verdict: "unclear" as const };
    return { ...rest, detail: { ...detail, kind: "steady", change } };
  };
  const few: Finding = {
    ...target(1),
    detail: { kind: "few", n: 20, caution: 30 },
  };
  const idsOf = (found: readonly Finding[]) => found.map(({ figure }) => figure.id);

  test("stand before those of another in their own order, a quiet one, too", () => {
    const others = [moved(factor("other"), 90, { effect: 9 }), steady(factor("quiet"))];
    expect(idsOf(ledBy([...own(2), steady(factor("own quiet"))], others))).toEqual([
      "own 0",
      "own 1",
      "own quiet",
      "other",
      "quiet",
    ]);
  });

  test("leave one place for a claim of another, none for its quiet line", () => {
    expect(idsOf(ledBy(own(9), [moved(factor("other"), 30)]))).toEqual([...idsOf(own(5)), "other"]);
    expect(idsOf(ledBy(own(9), [steady(factor("quiet"))]))).toEqual(idsOf(own(mostFindings)));
  });

  test("tell alone of a small base; without them nothing changes", () => {
    const others = [few, moved(factor("other"), 30)];
    expect(ledBy([few, ...own(1)], others).map(({ detail }) => detail.kind)).toEqual([
      "few",
      "moved",
      "moved",
    ]);
    expect(ledBy([], others)).toBe(others);
  });
});
