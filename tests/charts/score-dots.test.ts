import { describe, expect, test } from "vitest";
import { type ScoreDot, type ScoreDotsOptions, scoreDotsChart } from "../../src/charts/score-dots.ts";
import { layOutScoreDots } from "../../src/charts/score-dots-layout.ts";
import { bare, document, misplaced, strayColours, textsOf, wordsIn } from "./drawn.ts";

const options: ScoreDotsOptions = {
  document,
  width: 720,
  ends: { min: 0, max: 1000 },
  format: (value) => value.toFixed(0),
  asideHead: "Rank, 90% interval",
  alternative: "Three factors.",
};

const score = (value: number, half = 10) => ({ value, low: value - half, high: value + half });
const dots: readonly ScoreDot[] = [
  {
    label: "Delivery",
    href: "/delivery/",
    under: "n 812",
    score: score(842),
    text: "842",
    previous: 830,
    compared: 835,
    fair: 840,
    aside: "1–2",
    tone: "quiet",
  },
  {
    label: "Price",
    score: score(790, 30),
    text: "790",
    previous: 823,
    target: 850,
    aside: "▼ clearly down from 1–2",
    tone: "worse",
  },
  { label: "Service", text: "withheld" },
];
const chart = scoreDotsChart([{ dots }], options);

/** Marks of one shape as places, in pixels. */
function circlesOf(drawn: Element) {
  return [...drawn.querySelectorAll("circle")].map((circle) => ({
    x: Number(circle.getAttribute("cx")),
    y: Number(circle.getAttribute("cy")),
    hollow: (circle.getAttribute("fill") ?? circle.parentElement?.getAttribute("fill")) === "var(--paper)",
  }));
}

test("the dot of a row with a page leads where its label does", () => {
  expect(chart.querySelectorAll("a")[0]?.textContent).toContain("Delivery");
  const led = [...chart.querySelectorAll("[data-leads]")];
  expect(led.map((mark) => [mark.tagName, mark.getAttribute("data-leads")])).toEqual([["circle", "0"]]);
});

describe("dots", () => {
  const { axis, dots: placed } = layOutScoreDots([{ dots }], options);
  const at = (value: number) =>
    axis.left + ((value - axis.domain[0]) / (axis.domain[1] - axis.domain[0])) * (axis.right - axis.left);

  test("stand where the axis puts their values, the wave before hollow", () => {
    const circles = circlesOf(chart);
    const filled = circles.filter(({ hollow }) => !hollow);
    expect(filled.length).toBe(2);
    expect(filled[0]?.x).toBeCloseTo(at(842), 3);
    expect(filled[1]?.x).toBeCloseTo(at(790), 3);
    const hollow = circles.filter((circle) => circle.hollow);
    expect(hollow.map(({ x }) => x)).toEqual([expect.closeTo(at(830), 3), expect.closeTo(at(823), 3)]);
    expect(filled.map(({ y }) => y)).toEqual(placed.slice(0, 2).map(({ y }) => expect.closeTo(y, 3)));
  });

  test("have no mark where nothing is shown, only the word for it", () => {
    const bare = scoreDotsChart(
      [
        {
          dots: [
            { label: "A", text: "withheld", previous: 5, target: 6, fair: 7, compared: 8 },
            dots[0] as ScoreDot,
          ],
        },
      ],
      options,
    );
    expect(circlesOf(bare).filter(({ hollow }) => !hollow).length).toBe(1);
    expect(circlesOf(bare).filter(({ hollow }) => hollow).length).toBe(1);
    expect(wordsIn(bare)).toContain("withheld");
  });

  test("are on an axis that holds intervals and all marks, cut within the scale", () => {
    expect(axis.domain[0]).toBeLessThan(760);
    expect(axis.domain[1]).toBeGreaterThan(852);
    expect(axis.cut).toEqual({ low: true, high: true });
    const full = layOutScoreDots(
      [{ dots: [{ label: "A", text: "5", score: { value: 5, low: 0, high: 10 } }] }],
      { ...options, ends: { min: 0, max: 10 } },
    );
    expect(full.axis.cut).toEqual({ low: false, high: false });
    expect(full.axis.domain).toEqual([0, 10]);
  });
});

describe("texts", () => {
  test("name every row with its value, base and aside", () => {
    for (const text of [
      "Delivery",
      "n812",
      "842",
      "1–2",
      "Price",
      "790",
      "▼clearlydownfrom1–2",
      "Service",
      "withheld",
      "Rank,90%interval",
    ])
      expect(wordsIn(chart)).toContain(text);
  });

  test("lead to their pages", () => {
    const link = chart.querySelector("a");
    expect(link?.getAttribute("href") ?? link?.getAttribute("xlink:href")).toBe("/delivery/");
    expect(chart.getAttribute("role")).toBe("group");
  });

  test("of a value stand right above its dot", () => {
    const value = textsOf(chart).find(({ text }) => text === "790");
    const dot = circlesOf(chart).filter(({ hollow }) => !hollow)[1];
    expect(((value?.box.left ?? 0) + (value?.box.right ?? 0)) / 2).toBeCloseTo(dot?.x ?? 0, 3);
    expect(value?.box.bottom ?? 0).toBeLessThan(dot?.y ?? 0);
  });
});

const long = [
  "Availability of original parts and accessories at the moment they are needed",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  "维修保养完成后对车辆清洁程度以及交车讲解的总体满意程度",
  "省",
];
const rows: readonly ScoreDot[] = long.flatMap((label, at) => [
  {
    label,
    under: "n 1,234",
    href: "/x/",
    score: score(10 + at * 330, 9),
    text: `${10 + at * 330}`,
    previous: 500,
    compared: 990,
    target: 700,
    fair: 20,
    aside: "12–25 ▼ clearly down from 1–2",
    tone: "worse",
  },
  { label, text: "withheld" },
  { label, score: score(999, 1), text: "999.0, as published", small: true, whole: true },
]);

describe.each([340, 720])("at %i pixels", (width) => {
  const drawn = scoreDotsChart(
    [
      { title: "Group 1", dots: rows },
      { title: `Group 2: its first is clearly behind the first of group 1 ${long[2]}`, dots },
    ],
    { ...options, width },
  );

  test("nothing is cut or covers anything, however long labels are", () => {
    expect(misplaced(drawn)).toEqual([]);
  });

  test("every label is whole", () => {
    for (const label of long) expect(wordsIn(drawn).filter((text) => text === bare(label)).length).toBe(3);
  });

  test("all colours are tokens", () => {
    expect(strayColours(drawn)).toEqual([]);
  });
});

test("on a phone labels stand above the line, which has the whole width", () => {
  const phone = layOutScoreDots([{ dots }], { ...options, width: 340 });
  const page = layOutScoreDots([{ dots }], options);
  expect(phone.axis.right - phone.axis.left).toBe(324);
  expect(page.axis.left).toBeGreaterThan(50);
  const label = phone.texts.find(({ lines }) => lines.join("") === "Delivery");
  expect(label?.y ?? 0).toBeLessThan((phone.dots[0]?.y ?? 0) - 20);
});

test("a score that is made otherwise is a ring in its own colour on the line of its interval", () => {
  const drawn = scoreDotsChart(
    [
      {
        dots: [
          { label: "A", score: score(800), text: "800" },
          { label: "B", score: score(810), text: "810", hollow: true },
        ],
      },
    ],
    options,
  );
  const marks = [...drawn.querySelectorAll("circle")];
  expect(marks.map((mark) => [mark.getAttribute("fill"), mark.getAttribute("stroke")])).toEqual([
    ["var(--accent)", "var(--paper)"],
    ["var(--paper)", "var(--accent)"],
  ]);
});
