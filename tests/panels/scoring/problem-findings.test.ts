/**
 * What matters most on pages that problems head. Intervals and verdicts are those of problem-findings.py (SciPy); values are
 * ticks by 120 cars a brand, worked by hand: 394 of 480 cars are 82.1, 142 are 29.6, 480 are 100.
 */
import { describe, expect, test } from "vitest";
import { branchPanels, overviewPanels } from "../../../src/panels/pages.ts";
import { seededRandom } from "../../../src/stats/random.ts";
import { wordsIn } from "../../../src/words/words.ts";
import type { Row } from "../../counts/ask-rows.ts";
import { type Page, type PageOptions, renderPage } from "../report.ts";
import {
  alike,
  apart,
  brands,
  type Counts,
  type CountsByBrand,
  carRows,
  carSurvey,
  kinds,
} from "./problem-surveys.ts";

const survey = carSurvey();
const rowsOf = (before: CountsByBrand, now: CountsByBrand) => [
  ...carRows("w1", before),
  ...carRows("w2", now),
];
const overview = (rows: readonly Row[], options: PageOptions = {}, of = survey) =>
  renderPage(overviewPanels(of), of, rows, options);
const lines = (page: Page) => page.texts("#findings li");
const headings = (page: Page) => page.texts("h2").map((text) => text.replace(/\s+/g, " "));

describe("problems that clearly became fewer", () => {
  test("are told first: all of them, then the kind, then the branches that stand apart", async () => {
    const page = await overview(rowsOf(alike, apart));
    expect(lines(page).slice(0, 4)).toEqual([
      "Problems fell 17.9 to 82.1, for the better (since w1; 95% interval −25.4 to −10.4; base 480 → 480)",
      "Problems in “controls” fell 20.4 to 29.6, for the better (since w1; 95% interval −26.5 to −14.3; base 480 → 480)",
      "Problems: by brand, d is highest of 4, and so worst, at 150.0 (clearly above c, 83.3; 95% interval 140.9–159.1; base 120)",
      "Problems: by brand, a is lowest of 4, and so best, at 20.0 (clearly below b, 75.0; 95% interval 12.7–27.3; base 120)",
    ]);
    expect(
      page
        .all("#findings li.finding a")
        .slice(0, 4)
        .map((link) => link.getAttribute("href")),
    ).toEqual([
      "#problems-per-100",
      "#problems-per-100",
      "#problems-per-100-branches",
      "#problems-per-100-branches",
    ]);
  });

  test("in Chinese", async () => {
    const page = await overview(rowsOf(alike, apart), { language: "zh" });
    expect(lines(page).slice(0, 4)).toEqual([
      "Problems 下降 17.9，至 82.1（好转）（与 w1 相比；95% 置信区间 −25.4 至 −10.4；基数 480 → 480）",
      "“controls”类 Problems 下降 20.4，至 29.6（好转）（与 w1 相比；95% 置信区间 −26.5 至 −14.3；基数 480 → 480）",
      "Problems：4 个 brand 中 d 最多，即最差，为 150.0（明显高于 c（83.3）；95% 置信区间 140.9–159.1；基数 120）",
      "Problems：4 个 brand 中 a 最少，即最好，为 20.0（明显低于 b（75.0）；95% 置信区间 12.7–27.3；基数 120）",
    ]);
  });

  test("lead to panels that say the same", async () => {
    const page = await overview(rowsOf(alike, apart));
    for (const link of page.all("#findings li a[href^='#']"))
      expect(page.all(`[id="${link.getAttribute("href")?.slice(1)}"]`)).toHaveLength(1);
    const { scoring } = wordsIn("en");
    expect(page.texts("#problems-per-100 .lead")[0]).toContain("clearly fewer than in w1");
    expect(page.texts("#problems-per-100-branches .lead")[0]).toContain(scoring.mostOf("d"));
    expect(page.texts("#problems-per-100-branches .lead")[0]).toContain(scoring.fewestOf("a"));
    expect(page.all("#problems-per-100-branches .note a")[0]?.getAttribute("href")).toBe("/methods#M31");
  });

  test("leave a place for a claim of the other figure, which is named", async () => {
    const page = await overview(rowsOf(alike, apart));
    expect(lines(page).at(4)).toMatch(/^Overall: by brand, a is highest of 4, at 4\.50 \(clearly above /);
    expect(lines(page).at(5)).toMatch(/^The score for “Overall” shows no clear change since w1/);
  });

  test("of a branch are its own", async () => {
    // 24 and 120 ticks of 120 cars are 20 and 100; of the last kind 12 and 60, of the others 6 and 30.
    const page = await renderPage(branchPanels(survey), survey, rowsOf(alike, apart), { path: ["a"] });
    expect(
      lines(page)
        .slice(0, 4)
        .map((line) => line.replace(/ \(.*/, "")),
    ).toEqual([
      "Problems fell 80.0 to 20.0, for the better",
      "Problems in “controls” fell 40.0 to 10.0, for the better",
      "Problems in “engine” fell 20.0 to 5.0, for the better",
      "Problems in “interior” fell 20.0 to 5.0, for the better",
    ]);
  });
});

describe("problems that became more, or did not clearly change,", () => {
  test("are called worse where they clearly became more", async () => {
    const page = await overview(rowsOf(apart, alike));
    expect(lines(page).slice(0, 2)).toEqual([
      "Problems rose 17.9 to 100.0, for the worse (since w1; 95% interval 10.4–25.4; base 480 → 480)",
      "Problems in “controls” rose 20.4 to 50.0, for the worse (since w1; 95% interval 14.3–26.5; base 480 → 480)",
    ]);
    expect(page.texts("#findings").join(" ")).not.toMatch(/Problems: by brand/);
  });

  test("are told of before the other figure, in a quiet line", async () => {
    const page = await overview(rowsOf(alike, { ...alike, a: [30, 30, 61] }));
    // 481 ticks of 480 cars.
    expect(lines(page)[0]).toBe(
      "Problems at 100.2: no clear change since w1, +0.2 (95% interval −6.7 to 7.2; base 480 → 480)",
    );
    expect(page.all("#findings li")[0]?.className).toBe("remark");
    expect(page.texts("#problems-per-100-branches .lead").join(" ")).not.toMatch(/clearly/);
  });

  test("name no branch that is not clearly apart from the next", async () => {
    // d at 85 beside c at 83: p is far above what Holm asks for of six pairs.
    const page = await overview(rowsOf(alike, { ...apart, d: [30, 30, 42] }));
    expect(lines(page).join(" ")).toContain("a is lowest of 4");
    expect(lines(page).join(" ")).not.toContain("d is highest");
    expect(page.texts("#problems-per-100-branches .lead").join(" ")).not.toContain("clearly more");
  });

  test("of a first wave have no change", async () => {
    const page = await overview(rowsOf(alike, apart), { wave: "w1" });
    expect(page.texts("#findings").join(" ")).not.toMatch(/Problems/);
  });
});

describe("too few answers", () => {
  const withFewer = (every: number) =>
    rowsOf(alike, apart).filter(
      ({ wave, places }, at) => wave === "w1" || places["brand"] !== "d" || at % every === 0,
    );

  test("on a small base keep a branch out of who has the most", async () => {
    const page = await overview(withFewer(10));
    expect(lines(page).join(" ")).not.toMatch(/Problems: by brand, d/);
    expect(lines(page).join(" ")).toContain("a is lowest of 3");
  });

  test("withheld are told nowhere", async () => {
    const page = await overview(withFewer(30));
    expect(page.texts("#problems-per-100-branches tr").find((row) => row.startsWith("d"))).toMatch(/^d\D*$/);
    expect(page.texts("#findings, #problems-per-100-branches .lead").join(" ")).not.toMatch(/, d is|d has/);
  });

  test("warn of the base of problems, once", async () => {
    const few = rowsOf(alike, apart).filter((_, at) => at % 20 === 0);
    const page = await overview(few);
    expect(lines(page)[0]).toMatch(/^Only 24 answers/);
    expect(lines(page).filter((line) => line.startsWith("Only"))).toHaveLength(1);
  });
});

describe("headings of the other figure", () => {
  const rows = rowsOf(alike, apart);

  test("name it on pages that problems head", async () => {
    expect(headings(await overview(rows))).toEqual(
      expect.arrayContaining([
        "What matters most",
        "Overall: how has it moved?",
        "Overall: how do the branches compare? By brand",
      ]),
    );
    expect(headings(await overview(rows, { language: "zh" }))).toEqual(
      expect.arrayContaining(["Overall：走势如何？", "Overall：各机构表现如何？按 brand"]),
    );
    const branch = await renderPage(branchPanels(survey), survey, rows, { path: ["a"] });
    expect(headings(branch)).toContain("Overall: how has it moved?");
    expect(branch.texts("summary")).toContain("Overall: how is this worked out?");
  });

  test("do not elsewhere, where findings speak of no problems either", async () => {
    const other = carSurvey({}, false);
    const page = await overview(rows, {}, other);
    expect(headings(page)).toEqual(
      expect.arrayContaining(["How has it moved?", "How do the branches compare? By brand"]),
    );
    expect(lines(page).join(" ")).not.toMatch(/Problems/);
    expect(lines(page).join(" ")).toContain("By brand, a is highest of 4");
    expect(page.texts("#problems-per-100-branches .lead").join(" ")).not.toMatch(/clearly/);
  });
});

test("findings claim of problems what the panel marks, and nothing else: random surveys", async () => {
  let claims = 0;
  for (let seed = 0; seed < 40; seed++) {
    const random = seededRandom(700 + seed);
    const drawn = (): CountsByBrand => {
      const each = (): Counts => [most(60, random), most(60, random), most(60, random)];
      const own = each();
      return Object.fromEntries(brands.map((brand) => [brand, random() < 0.7 ? own : each()]));
    };
    const page = await overview(rowsOf(drawn(), drawn()));
    const marked = page
      .all("#problems-per-100 tbody tr")
      .filter((row) => row.querySelector(".better, .worse"))
      .map((row) => [
        row.querySelector("th")?.textContent,
        row.querySelector(".better") ? "better" : "worse",
      ]);
    const told = page
      .texts("#findings li.finding")
      .flatMap((line) => [
        ...line.matchAll(/^Problems(?: in “(\w+)”)? (?:rose|fell) .* for the (better|worse)/g),
      ])
      .map(([, kind = wordsIn("en").scoring.allProblems, side]) => [kind, side]);
    expect(told.toSorted()).toEqual(marked.toSorted());
    claims += told.length;
  }
  expect(kinds).toHaveLength(3);
  expect(claims).toBeGreaterThan(40);
});

function most(count: number, random: () => number): number {
  return Math.floor(random() * count);
}
