import { describe, expect, test } from "vitest";
import type { DetailOf, Finding, FindingDetail, FindingFigure } from "../../src/findings/finding.ts";
import { sentenceOf } from "../../src/findings/sentence.ts";
import { sameText } from "../../src/survey/text.ts";
import { wordsIn } from "../../src/words/words.ts";

const index: FindingFigure = {
  id: "csi",
  name: { en: "Satisfaction index", zh: "满意度指数" },
  within: ["csi"],
  unit: "index1000",
  measured: sameText(""),
  better: "higher",
};
const wait: FindingFigure = {
  ...index,
  id: "wait",
  name: { en: "Waiting time", zh: "等待时间" },
  unit: "minutes",
  measured: { en: "minutes", zh: "分钟" },
  better: "lower",
};
const share: FindingFigure = { ...index, name: { en: "Service", zh: "服务" }, unit: "proportion" };

const everybody = { name: sameText(""), path: [] };
const west = { name: { en: "West", zh: "西部" }, path: ["west"] };
const now = { value: 762, low: 750, high: 774, n: 494 };
const since = { en: "Q2", zh: "第二季度" };

/** A finding in English and Chinese, with what it rests on in brackets. */
function said(detail: FindingDetail, figure = index): readonly string[] {
  const finding: Finding = { detail, figure, effect: 1, scope: 1, novelty: "new", evidence: "#trend" };
  return (["en", "zh"] as const).map((language) => {
    const { claim, named, rest } = sentenceOf(finding, { words: wordsIn(language), language });
    const names = named
      .map(({ lead, branches, more }) => {
        const list = branches.map(({ name }) => name[language]).join("/");
        return `${lead === "" ? "" : `${lead} `}${list}${more}`;
      })
      .join(" | ");
    return `${[claim, names].filter((part) => part !== "").join(": ")} [${rest}]`.replaceAll("\u00a0", " ");
  });
}

const change = (value: number, verdict: "rise" | "fall" | "unclear") =>
  ({ value, low: value - 14, high: value + 13, verdict }) as const;

describe("a change", () => {
  test("in a branch, with its interval and both bases", () => {
    const detail = {
      kind: "moved",
      place: west,
      now,
      earlierBase: 1493,
      change: change(-62, "fall"),
      since,
    } as const;
    expect(said(detail)).toEqual([
      "Satisfaction index fell 62 points to 762 in West [since Q2; 95% interval −76 to −49; base 1,493 → 494]",
      "西部的满意度指数下降 62 分，至 762 [与第二季度相比；95% 置信区间 −76 至 −49；基数 1,493 → 494]",
    ]);
  });

  test("of one point is one point", () => {
    const detail = {
      kind: "moved",
      place: everybody,
      now,
      earlierBase: 493,
      change: change(1, "rise"),
      since,
    } as const;
    expect(said(detail)[0]).toMatch(/^Satisfaction index rose 1 point to 762 \[/);
  });

  test("of a quantity of which less is better says for better or worse", () => {
    const detail = {
      kind: "moved",
      place: everybody,
      now,
      earlierBase: 493,
      change: change(150, "rise"),
      since,
    } as const;
    expect(said(detail, wait)[0]).toMatch(
      /^Waiting time rose 150\.0 minutes to 762\.0 minutes, for the worse \[/,
    );
    expect(said(detail, wait)[1]).toMatch(/^等待时间上升 150\.0 分钟，至 762\.0 分钟（变差）/);
    const shorter = { ...detail, change: change(-150, "fall") };
    expect(said(shorter, wait)[0]).toMatch(/for the better/);
    expect(said(shorter, wait)[1]).toMatch(/（好转）/);
  });

  test("of a share is in percentage points", () => {
    const shares = { ...now, value: 0.664, low: 0.65, high: 0.68 };
    const by = { value: 0.02, low: 0.01, high: 0.03, verdict: "rise" } as const;
    const detail = {
      kind: "moved",
      place: everybody,
      now: shares,
      earlierBase: 493,
      change: by,
      since,
    } as const;
    expect(said(detail, share)).toEqual([
      "Service rose 2.0 percentage points to 66.4% [since Q2; 95% interval 1.0–3.0 pp; base 493 → 494]",
      "服务上升 2.0 个百分点，至 66.4% [与第二季度相比；95% 置信区间 1.0–3.0 个百分点；基数 493 → 494]",
    ]);
  });

  test("that is not clear claims none", () => {
    const detail = {
      kind: "steady",
      place: everybody,
      now,
      earlierBase: 493,
      change: change(-2, "unclear"),
      since,
    } as const;
    expect(said(detail)).toEqual([
      "Satisfaction index shows no clear change since Q2: −2 points [95% interval −16 to 11; base 493 → 494]",
      "满意度指数较第二季度无显著变化：−2 分 [95% 置信区间 −16 至 11；基数 493 → 494]",
    ]);
  });

  test("after one of the wave before", () => {
    const detail = {
      kind: "followed",
      place: west,
      now,
      earlierBase: 493,
      since,
      change: change(22, "rise"),
      before: { change: -62, wave: since },
    } as const;
    expect(said(detail)).toEqual([
      "Satisfaction index in West recovered 22 of the 62 points lost in Q2, to 762 [95% interval 8–35; base 493 → 494]",
      "西部的满意度指数在第二季度下降 62 分，本期收复 22 分，至 762 [95% 置信区间 8–35；基数 493 → 494]",
    ]);
    expect(said({ ...detail, change: change(70, "rise") })).toEqual([
      "Satisfaction index in West more than recovered the 62 points lost in Q2: it rose 70 points, to 762 [95% interval 56–83; base 493 → 494]",
      "西部的满意度指数在第二季度下降 62 分，本期收复 70 分，超过前次降幅，至 762 [95% 置信区间 56–83；基数 493 → 494]",
    ]);
    const gained = { ...detail, change: change(-22, "fall"), before: { change: 62, wave: since } } as const;
    expect(said(gained)[0]).toMatch(
      /^Satisfaction index in West gave back 22 of the 62 points gained in Q2, to/,
    );
    expect(said(gained)[1]).toMatch(/^西部的满意度指数在第二季度上升 62 分，本期回落 22 分，至 762/);
    expect(said({ ...detail, change: change(-22, "fall") })[0]).toMatch(
      /fell 22 points .*, after already falling 62 points/,
    );
    expect(said({ ...detail, change: change(2, "unclear") })).toEqual([
      "Satisfaction index in West shows no clear change since its fall of 62 points in Q2 [+2 points; 95% interval −12 to 15; base 493 → 494]",
      "西部的满意度指数在第二季度下降 62 分之后，本期无显著变化 [+2 分；95% 置信区间 −12 至 15；基数 493 → 494]",
    ]);
  });
});

describe("the mix", () => {
  const mix = {
    kind: "mix",
    dimension: { en: "brand class", zh: "品牌类别" },
    effect: { value: -9.9, low: -11.5, high: -8.4, verdict: "fall" },
    scores: { value: -0.7, low: -4.5, high: 3.1, verdict: "unclear" },
    only: true,
    around: false,
    groups: [
      { name: { en: "“Premium”", zh: "“豪华品牌”" }, earlier: 0.3, later: 0.18 },
      { name: { en: "“Domestic”", zh: "“自主品牌”" }, earlier: 0.318, later: 0.438 },
    ],
  } as const;

  test("names who is fewer and who is more, and that scores did not change", () => {
    expect(said(mix)).toEqual([
      "Among those who answered the share of “Premium” (30% → 18%) fell and that of “Domestic” (32% → 44%) rose: this change of mix by itself lowered satisfaction index by 9.9 points [by brand class; 95% interval −11.5 to −8.4; scores within the groups show no clear change, −0.7 points, 95% interval −4.5 to 3.1]",
      "受访者中“豪华品牌”（30% → 18%）占比下降、“自主品牌”（32% → 44%）占比上升，仅此一项就使满意度指数下降 9.9 分 [按品牌类别；95% 置信区间 −11.5 至 −8.4；各组内评分无显著变化，影响 −0.7 分，95% 置信区间 −4.5 至 3.1]",
    ]);
  });

  test("names several groups on a side, or one side alone", () => {
    const [premium, domestic] = mix.groups;
    const imports = { name: { en: "“Imports”", zh: "“进口品牌”" }, earlier: 0.2, later: 0.3 };
    const claimOf = (groups: DetailOf<"mix">["groups"]) => said({ ...mix, groups })[0]?.split(":")[0];
    expect(claimOf([premium, domestic, imports])).toBe(
      "Among those who answered the share of “Premium” (30% → 18%) fell and those of “Domestic” (32% → 44%) and “Imports” (20% → 30%) rose",
    );
    expect(claimOf([domestic, imports])).toBe(
      "Among those who answered the shares of “Domestic” (32% → 44%) and “Imports” (20% → 30%) rose",
    );
  });

  test("without groups that are clear names the dimension", () => {
    expect(said({ ...mix, groups: [] })[0]).toMatch(
      /^The mix of those who answered by brand class changed, which by itself lowered/,
    );
    expect(said({ ...mix, groups: [] })[1]).toMatch(/^受访者的品牌类别构成改变，仅此一项就使/);
  });

  test("beside scores that moved it, the same way or the other", () => {
    const scores = { value: -8, low: -12, high: -4, verdict: "fall" } as const;
    expect(said({ ...mix, scores })[0]).toMatch(/scores within the groups lowered it, too: −8\.0 points/);
    expect(said({ ...mix, scores: { ...scores, value: 8, verdict: "rise" } })[0]).toMatch(
      /scores within the groups raised it: \+8\.0/,
    );
  });
});

test("the weakest part, with what it weighs and costs where these are the most", () => {
  const detail = { kind: "weakest", now, parts: 5, of: "factors" } as const;
  expect(said({ ...detail, weighsMost: 0.24, costsMost: { lost: 54, all: 183 } })).toEqual([
    "Satisfaction index scores lowest of the 5 factors, at 762, weighs most (24.0%) and costs most: 54 of the 183 points lost [95% interval 750–774; base 494]",
    "5 个因子中满意度指数得分最低，为 762，且权重最大（24.0%）、失分最多：全部失分 183 分中占 54 分 [95% 置信区间 750–774；基数 494]",
  ]);
  expect(said(detail)[0]).toMatch(/^Satisfaction index scores lowest of the 5 factors, at 762 \[/);
});

describe("branches", () => {
  const branch = (en: string, zh: string) => ({ name: { en, zh }, href: `/b/${en}` });
  const apart = {
    kind: "apart",
    level: { en: "dealer", zh: "经销商" },
    ranked: 238,
    segment: { en: "brand class", zh: "品牌类别" },
  } as const;
  const better = {
    side: "better",
    distances: [86, 112],
    bases: [91, 125],
    branches: [branch("One", "一店"), branch("Two", "二店")],
  } as const;
  const worse = {
    side: "worse",
    distances: [-123, -93],
    bases: [80, 129],
    branches: ["A", "B", "C", "D", "E"].map((name) => branch(name, name)),
  } as const;

  test("far from the others, several and one", () => {
    expect(said({ ...apart, sides: [better] })).toEqual([
      "By dealer, 2 of 238 are far better than the others of their brand class: One/Two [far: leading or trailing, and over two standard deviations between dealers from the average; fair scores 86–112 points above the average; base 91–125]",
      "238 个经销商中，2 个远好于同一品牌类别的其他经销商: 一店/二店 [“远”指处于领先组或落后组，且与平均之差超过经销商间标准差的两倍；公平得分比平均高 86–112 分；基数 91–125]",
    ]);
    const one = {
      ...worse,
      branches: [branch("One", "一店")],
      distances: [-86, -86],
      bases: [91, 91],
    } as const;
    expect(said({ ...apart, sides: [one] })[0]).toMatch(
      /^By dealer, 1 of 238 is far worse than the others of its brand class: One \[.*; fair scores 86 points below the average; base 91\]$/,
    );
  });

  test("on both sides in one sentence, of each at most three by name", () => {
    expect(said({ ...apart, sides: [better, worse] })).toEqual([
      "By dealer, 2 of 238 are far better and 5 far worse than the others of their brand class: Better One/Two | Worse A/B/C and 2 more [far: leading or trailing, and over two standard deviations between dealers from the average; fair scores 86–112 points above and 93–123 points below the average; base 80–129]",
      "238 个经销商中，2 个远好于、5 个远差于同一品牌类别的其他经销商: 较好 一店/二店 | 较差 A/B/C等 5 个 [“远”指处于领先组或落后组，且与平均之差超过经销商间标准差的两倍；公平得分比平均高 86–112 分、低 93–123 分；基数 80–129]",
    ]);
  });

  test("of whom less is better are far better below the average", () => {
    const quick = { ...better, distances: [-4, -3] } as const;
    expect(said({ ...apart, sides: [quick] }, wait)[0]).toMatch(
      /are far better .*; fair scores 3\.00–4\.00 minutes below the average/,
    );
  });

  test("behind the first of the group before, in a group of its own", () => {
    const behind = {
      kind: "behind",
      branch: branch("Northwest", "西北"),
      level: { en: "region", zh: "区域" },
      now,
      other: { en: "South", zh: "华南" },
      otherValue: 824,
      isFirst: true,
    } as const;
    expect(said(behind)).toEqual([
      "By region, Northwest is clearly behind South, the first [at 762 against 824; last in fair order, a group of its own; 95% interval 750–774; base 494]",
      "各区域中，西北明显落后于居首的华南 [762 对 824；公平排序居末，自成一组；95% 置信区间 750–774；基数 494]",
    ]);
    expect(said({ ...behind, isFirst: false })[0]).toMatch(/is clearly behind South \[/);
  });

  test("at the end of their level", () => {
    const end = {
      kind: "end",
      side: "worse",
      branch: branch("Northwest", "西北"),
      level: { en: "region", zh: "区域" },
      now,
      ranked: 7,
      other: { en: "South", zh: "华南" },
      otherValue: 824,
    } as const;
    expect(said(end)).toEqual([
      "By region, Northwest is lowest of 7, at 762 [clearly below South, 824; 95% interval 750–774; base 494]",
      "7 个区域中西北最低，为 762 [明显低于华南（824）；95% 置信区间 750–774；基数 494]",
    ]);
    expect(said(end, wait)[0]).toMatch(/^By region, Northwest is highest of 7, at 762\.0 minutes/);
  });

  test("against the rest, and against luck", () => {
    const gap = { value: -26, low: -39, high: -14, verdict: "fall" } as const;
    const rest = { kind: "rest", place: west, parent: sameText(""), gap, n: 273 } as const;
    expect(said(rest)).toEqual([
      "Satisfaction index is clearly lower than in the rest of the network, by 26 points [95% interval −39 to −14; base 273]",
      "满意度指数明显低于其余全部受访者，相差 26 分 [95% 置信区间 −39 至 −14；基数 273]",
    ]);
    expect(said({ ...rest, parent: { en: "East", zh: "华东" } })[0]).toMatch(
      /lower than in the rest of East/,
    );
    const luck = {
      kind: "luck",
      place: west,
      side: "better",
      now: { ...now, value: 903 },
      limits: [762, 810],
      average: 786,
      among: { en: "Dealer", zh: "经销商" },
    } as const;
    expect(said(luck)).toEqual([
      "Satisfaction index at 903 is better than luck explains [average 786, Dealer; luck alone stays within 762–810; 95% interval 750–774; base 494]",
      "满意度指数为 903，好于随机波动范围 [经销商平均 786；仅凭随机波动应在 762–810 之间；95% 置信区间 750–774；基数 494]",
    ]);
  });
});

test("a target missed and met", () => {
  const gap = { value: -33, low: -36, high: -31, verdict: "fall" } as const;
  const target = { kind: "target", target: 850, gap, n: 3985 } as const;
  expect(said(target)).toEqual([
    "The target of 850 is clearly missed, by 33 points [95% interval −36 to −31; base 3,985]",
    "明确未达到目标 850，相差 33 分 [95% 置信区间 −36 至 −31；基数 3,985]",
  ]);
  expect(said({ ...target, gap: { ...gap, value: 5, low: 2, high: 8, verdict: "rise" } })[0]).toMatch(
    /clearly met, by 5 points/,
  );
});

test("a small base, in the singular too", () => {
  expect(said({ kind: "few", n: 12, caution: 30 })).toEqual([
    "Only 12 answers, fewer than 30: read every figure here with caution []",
    "答卷仅 12 份，不足 30 份，此页数字请谨慎解读 []",
  ]);
  expect(said({ kind: "few", n: 1, caution: 30 })[0]).toMatch(/^Only 1 answer, /);
});

test("no sentence draws an arrow of a verdict or an empty bracket", () => {
  const detail = {
    kind: "moved",
    place: west,
    now,
    earlierBase: 493,
    change: change(-62, "fall"),
    since,
  } as const;
  for (const text of said(detail)) expect(text).not.toMatch(/[▲▼]|undefined|NaN|\(\)|（）/);
});
