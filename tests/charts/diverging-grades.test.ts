import { describe, expect, test } from "vitest";
import {
  type DivergingGradesOptions,
  divergingGradesChart,
  type GradesRow,
} from "../../src/charts/diverging-grades.ts";
import { layOutGrades } from "../../src/charts/diverging-grades-layout.ts";
import { gradeColour } from "../../src/theme/tokens.ts";
import { bare, document, misplaced, numbersOf, strayColours, wordsIn } from "./drawn.ts";

const five = ["Very poor", "Poor", "Middling", "Good", "Very good"];
const options: DivergingGradesOptions = {
  document,
  width: 720,
  grades: five,
  sides: [-1, -1, 0, 1, 1],
  words: { worse: "← lower grades", better: "higher grades →" },
  colour: (place) => gradeColour(place, 5),
  format: (share) => (share * 100).toFixed(0),
  alternative: "Grades of two groups.",
};
const rows: readonly GradesRow[] = [
  { label: "East", aside: "n 120", shares: [0.1, 0.1, 0.2, 0.3, 0.3] },
  { label: "West", aside: "n 80", shares: [0, 0.05, 0.05, 0.4, 0.5] },
  { label: "North", missing: "withheld" },
];

describe("bars", () => {
  test("part at the middle of the neutral grade", () => {
    // By hand: East has 0.2 worse and 0.2 neutral, so it runs from −0.3 to 0.7, neutral from −0.1 to 0.1.
    const { parts, domain } = layOutGrades(rows, options);
    const east = parts.filter(({ row }) => row === 0);
    expect(east.map(({ from }) => Number(from.toFixed(9)))).toEqual([-0.3, -0.2, -0.1, 0.1, 0.4]);
    const west = parts.filter(({ row }) => row === 1).at(-1);
    expect(west?.to).toBeCloseTo(0.925, 9);
    expect(domain[0]).toBeCloseTo(-0.3, 9);
    expect(domain[1]).toBeCloseTo(0.925, 9);
  });

  test("of a scale without a middle grade part between its halves", () => {
    const { parts } = layOutGrades([{ label: "A", shares: [0.1, 0.2, 0.3, 0.4] }], {
      ...options,
      sides: [-1, -1, 1, 1],
    });
    expect(parts[2]?.from).toBeCloseTo(0, 9);
  });

  test("are as long as their shares, on one axis for all rows", () => {
    const chart = divergingGradesChart(rows, options);
    const bars = [...chart.querySelectorAll("rect")]
      .map((rect) => numbersOf(rect, "x", "y", "width", "height"))
      .filter(({ height }) => Math.abs(height - 18) < 0.01);
    // Nobody in West gave the worst grade: nine bars for ten shares.
    expect(bars).toHaveLength(9);
    const perShare = bars.map(
      ({ width }, at) => width / ([0.1, 0.1, 0.2, 0.3, 0.3, 0.05, 0.05, 0.4, 0.5][at] ?? 0),
    );
    for (const one of perShare) expect(one).toBeCloseTo(perShare[0] ?? 0, 6);
  });

  test("carry the sums of both sides without the neutral grade, and no figure where it would not fit", () => {
    const texts = wordsIn(divergingGradesChart(rows, options));
    for (const sum of ["20%", "60%", "5%", "90%"]) expect(texts).toContain(sum);
    const narrow = wordsIn(divergingGradesChart(rows, { ...options, width: 340 }));
    expect(narrow.filter((text) => text === "5").length).toBeLessThan(2);
  });

  test("are missing where shares may not be shown, and that is said", () => {
    const texts = wordsIn(divergingGradesChart(rows, options));
    expect(texts).toContain("withheld");
    expect(layOutGrades(rows, options).parts.some(({ row }) => row === 2)).toBe(false);
  });
});

const long = {
  en: {
    grades: [
      "Extremely dissatisfied with everything about it",
      "Rather dissatisfied",
      "Neither satisfied nor dissatisfied",
      "Rather satisfied",
      "Extremely satisfied with everything about it",
    ],
    label: "Customers who bought their vehicle from another dealer and moved here since",
    heading: "By how long ago the vehicle was first registered in the owner’s name",
  },
  zh: {
    grades: [
      "对各方面都非常不满意",
      "比较不满意",
      "谈不上满意也谈不上不满意",
      "比较满意",
      "对各方面都非常满意",
    ],
    label: "从其他经销商处购车后迁入本地的个人客户和家庭客户",
    heading: "按车辆首次登记在现车主名下至今的时间长短",
  },
} as const;

describe.each([340, 720])("%i pixels wide", (width) => {
  test.each(["en", "zh"] as const)(
    "nothing is cut, nothing overlaps, nothing is left out (%s)",
    (language) => {
      const { grades, label, heading } = long[language];
      const many: readonly GradesRow[] = Array.from({ length: 9 }, (_, at) => ({
        ...(at % 3 === 0 ? { heading } : {}),
        label: at % 2 === 0 ? label : `${at}`,
        aside: "n 1,234",
        ...(at === 4 ? { missing: "withheld" } : { shares: [0.02 * at, 0.03, 0.15, 0.5, 0.32 - 0.02 * at] }),
      }));
      const chart = divergingGradesChart(many, { ...options, width, grades });
      expect(misplaced(chart)).toEqual([]);
      expect(strayColours(chart)).toEqual([]);
      const all = wordsIn(chart);
      for (const name of [...grades, heading]) expect(all).toContain(bare(name));
      expect(all.filter((text) => text === bare(`${label} n 1,234`))).toHaveLength(5);
      expect(chart.getAttribute("role")).toBe("img");
      expect(chart.getAttribute("aria-label")).toBe(options.alternative);
    },
  );

  test("all on one side stays within the chart", () => {
    const ends: readonly GradesRow[] = [
      { label: "A", shares: [0, 0, 0, 0, 1] },
      { label: "B", shares: [0, 0, 0, 0.5, 0.5] },
    ];
    expect(misplaced(divergingGradesChart(ends, { ...options, width }))).toEqual([]);
    const worst = [{ label: "A", shares: [1, 0, 0, 0, 0] }];
    expect(misplaced(divergingGradesChart(worst, { ...options, width }))).toEqual([]);
    const none = [{ label: "A", missing: "withheld" }];
    expect(misplaced(divergingGradesChart(none, { ...options, width }))).toEqual([]);
  });
});
