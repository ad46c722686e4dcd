import { describe, expect, test } from "vitest";
import { type HeatGrid, type HeatGridRow, heatTableChart } from "../../src/charts/heat-table.ts";
import { bare, document, misplaced, numbersOf, strayColours, textsOf, wordsIn } from "./drawn.ts";

const options = { document, width: 720, alternative: "South is best." };
const cells = (...all: readonly (readonly [string, number])[]): HeatGridRow["cells"] =>
  all.map(([text, shade]) => ({ text, shade, missing: /\D/.test(text) }));
const grid: HeatGrid = {
  head: "Region",
  columns: ["Index", "Facilities", "Pick-up"],
  rows: [
    { label: "All respondents", aside: "", whole: true, cells: cells(["817", 0], ["773", 0], ["849", 0]) },
    { label: "South", aside: "n 696", whole: false, cells: cells(["824", 1], ["799", 4], ["849", 0]) },
    { label: "West", aside: "n 96", whole: false, cells: cells(["801", -2], ["740", -4], ["850", 1]) },
    {
      label: "North",
      aside: "",
      whole: false,
      cells: cells(["withheld", 0], ["withheld", 0], ["withheld", 0]),
    },
  ],
};

const groundsOf = (chart: Element) =>
  [...chart.querySelectorAll("rect")].map((rect) => ({
    fill: rect.getAttribute("fill"),
    opacity: rect.getAttribute("fill-opacity"),
    ...numbersOf(rect, "x", "y", "width", "height"),
  }));

describe("a shaded table", () => {
  const chart = heatTableChart(grid, options);
  const grounds = groundsOf(chart);

  test("has a ground for every figure but those of the whole, by its shade", () => {
    const said = grounds.map(({ fill, opacity }) => [fill, opacity]);
    const neutral = ["var(--soft)", null];
    expect(said).toEqual([
      ["var(--grade-8)", "var(--heat-1)"],
      ["var(--grade-8)", "var(--heat-4)"],
      neutral,
      ["var(--grade-0)", "var(--heat-2)"],
      ["var(--grade-0)", "var(--heat-4)"],
      ["var(--grade-8)", "var(--heat-1)"],
      neutral,
      neutral,
      neutral,
    ]);
  });

  test("says every name, base and figure once, each figure on its own ground", () => {
    expect(wordsIn(chart)).toEqual(
      [
        ...[grid.head, ...grid.columns],
        ...grid.rows.flatMap(({ label, aside, cells: all }) =>
          [label, aside, ...all.map(({ text }) => text)].filter((text) => text !== ""),
        ),
      ].map(bare),
    );
    const figures = textsOf(chart)
      .filter(({ text }) => /^\d+$|withheld/.test(text))
      .slice(3);
    expect(figures).toHaveLength(grounds.length);
    for (const [at, { box }] of figures.entries()) {
      const { x, y, width, height } = grounds[at] ?? { x: 0, y: 0, width: 0, height: 0 };
      expect(box.left).toBeGreaterThanOrEqual(x);
      expect(box.right).toBeLessThanOrEqual(x + width);
      expect(box.top).toBeGreaterThanOrEqual(y);
      expect(box.bottom).toBeLessThanOrEqual(y + height);
    }
  });

  test("writes words in place of figures more quietly, and the whole in bold", () => {
    const drawn = [...chart.querySelectorAll("text")];
    const of = (text: string) => drawn.filter(({ textContent }) => textContent === text);
    expect(of("withheld").map((one) => one.getAttribute("fill"))).toEqual(Array(3).fill("var(--muted)"));
    expect(of("799")[0]?.getAttribute("fill")).toBe("var(--ink)");
    expect(of("817")[0]?.getAttribute("font-weight")).toBe("600");
    expect(of("799")[0]?.hasAttribute("font-weight")).toBe(false);
  });

  test("says in words what it shows", () => {
    expect(chart.getAttribute("role")).toBe("img");
    expect(chart.getAttribute("aria-label")).toBe("South is best.");
  });
});

const long = [
  "Availability of original parts and accessories at the moment they are needed",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  "维修保养完成后对车辆清洁程度以及交车讲解的总体满意程度",
];
describe.each([
  ["three factors", 3],
  ["fifteen factors", 15],
])("%s with long labels", (_, count) => {
  const columns = Array.from({ length: count }, (_, at) => `${at + 1}. ${long[at % 3]}`);
  const rows = long.map(
    (label, at): HeatGridRow => ({
      label,
      aside: at === 0 ? "" : "Base 1,234 small base",
      whole: at === 0,
      cells: columns.map(() => ({ text: at === 2 ? "withheld" : "1,000.0", shade: at, missing: at === 2 })),
    }),
  );
  const chart = heatTableChart({ head: "经销商所在的区域", columns, rows }, options);

  test("cuts nothing and covers nothing", () => {
    expect(misplaced(chart)).toEqual([]);
    for (const label of [...columns, ...long]) expect(wordsIn(chart)).toContain(bare(label));
    expect(strayColours(chart)).toEqual([]);
  });

  test("has cells of one width, side by side, the rows under each other", () => {
    const grounds = groundsOf(chart);
    expect(new Set(grounds.map(({ width }) => width)).size).toBe(1);
    const [first, second] = grounds;
    expect(second?.x).toBeGreaterThan((first?.x ?? 0) + (first?.width ?? 0));
    expect(grounds[count]?.y).toBeGreaterThan((first?.y ?? 0) + (first?.height ?? 0));
    const right = Math.max(...grounds.map(({ x, width }) => x + width));
    expect(right).toBeLessThanOrEqual(Number(chart.getAttribute("width")));
  });
});

test("is no wider than it need be", () => {
  const widthOf = (columns: readonly string[]) =>
    Number(heatTableChart({ head: "Region", columns, rows: [] }, options).getAttribute("width"));
  expect(widthOf(["Facilities", "Pick-up"])).toBe(720);
  expect(widthOf(Array.from({ length: 20 }, () => "Facilities"))).toBeGreaterThan(900);
});
