/** Gaps and problems per 100 on pages: M11's golden, gaps worked by hand. */
import { describe, expect, test } from "vitest";
import { branchPanels, overviewPanels } from "../../../src/panels/pages.ts";
import { gaps } from "../../../src/panels/scoring/gaps.tsx";
import { problems } from "../../../src/panels/scoring/problems.tsx";
import { shareFigures } from "../../../src/panels/share-figures.ts";
import type { MultiQuestion } from "../../../src/survey/question.ts";
import { sameText } from "../../../src/survey/text.ts";
import { wordsIn } from "../../../src/words/words.ts";
import { askPairRows, askRows, type Row } from "../../counts/ask-rows.ts";
import { rating } from "../../measures/questions.ts";
import { dimension, surveyOf } from "../../measures/surveys.ts";
import { contextOf, type Page, renderPage } from "../report.ts";

const words = wordsIn("en");
const scale = (id: string) => ({ ...rating(1, 5), id, short: sameText(id) });
const cellsOf = (page: Page, id: string) =>
  page
    .all(`#${id} tbody tr`)
    .map((row) => [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent.trim()));

describe("gaps on a page", () => {
  const pair = (expectation: string, perception: string, weight: number) => ({
    ...{ title: sameText(perception), expectation, perception, weight },
  });
  const survey = surveyOf(["e", "p", "f", "q"].map(scale), {
    pairs: [pair("e", "p", 1), pair("f", "q", 3)],
    dimensions: [dimension("region", ["east", "west"])],
    hierarchy: ["region"],
  });
  /** Forty respondents: p falls 1 short of e for three in four; q is what f was, one better for as many as one worse. */
  const rows = (wave: string, place = "east"): readonly Row[] =>
    Array.from({ length: 40 }, (_, at) => ({
      wave,
      places: { region: place },
      answers: { e: 5, p: at % 4 === 0 ? 5 : 4, f: 3, q: 3 + (at % 2 === 0 ? 1 : -1) },
    }));

  test("are −0.75 and 0, and (1·−0.75 + 3·0) ÷ 4 over both; only the first is clear", async () => {
    const page = await renderPage([gaps], survey, rows("w2"));
    const { gapVerdict, gapsWhole } = words.scoring;
    expect(
      cellsOf(page, "gaps").map(([name = "", gap, , verdict, ...rest]) => [name, gap, verdict, rest.at(-1)]),
    ).toEqual([
      [gapsWhole, "−0.19", gapVerdict.unclear, "40"],
      ["p", "−0.75", gapVerdict.fall, "40"],
      ["q", "0.00", gapVerdict.unclear, "40"],
    ]);
    expect(page.texts("#gaps .lead")[0]).toContain(words.scoring.short("p (−0.75)"));
    expect(page.all("#gaps .note a")[0]?.getAttribute("href")).toBe("/methods#M09");
  });

  test("that did not move are called unchanged, with the wave compared", async () => {
    const page = await renderPage([gaps], survey, [...rows("w1"), ...rows("w2")]);
    expect(page.texts("#gaps th")).toContain(words.changeOn("w1"));
    expect(page.texts("#gaps .lead")[0]).not.toContain("Clearly moved");
  });

  test("of a branch with four respondents are withheld, with their base", async () => {
    const few = [...rows("w2"), ...rows("w2", "west").slice(0, 4)];
    const page = await renderPage([gaps], survey, few, { path: ["west"] });
    for (const cells of cellsOf(page, "gaps")) expect(cells.join(" ")).not.toMatch(/\d/);
    expect(page.texts("#gaps td")).toContain(words.withheld);
  });

  test("stand on no page of a survey without pairs", async () => {
    expect((await renderPage([gaps], surveyOf([scale("e")]), rows("w2"))).html).not.toContain("gaps");
  });
});

describe("problems per 100 on a page", () => {
  const multi = (id: string, options: readonly string[]): MultiQuestion => ({
    ...{ id, text: sameText(id), short: sameText(id), versions: [], type: "multi", base: "asked" },
    options: options.map((option) => ({ id: option, label: sameText(option) })),
  });
  const kinds = ["engine", "interior", "controls"];
  const total = surveyOf(
    kinds.map((id) => multi(id, ["x", "y"])),
    {
      scoring: {
        deduction: { threshold: 0.5, step: 0.05, points: 1 },
        problems: { id: "problems", title: sameText("Problems"), of: kinds },
      },
      dimensions: [dimension("brand", ["one", "two"])],
      hierarchy: ["brand"],
    },
  );
  /** So many problems of a kind, one a car, and two of the last kind in the first cars. */
  const golden = { engine: 31, interior: 54, controls: 77 };
  const cars = (wave: string, counts: Readonly<Record<string, number>> = golden): readonly Row[] =>
    Array.from({ length: 240 }, (_, at) => ({
      wave,
      places: { brand: at % 2 === 0 ? "one" : "two" },
      answers: Object.fromEntries(
        kinds.map((kind) => {
          const twice = Math.floor((counts[kind] ?? 0) / 4);
          const once = (counts[kind] ?? 0) - 2 * twice;
          return [kind, at < twice ? [0, 1] : at < twice + once ? [at % 2] : []];
        }),
      ),
    }));

  test("are the golden's 12.9, 22.5 and 32.1 of 240 cars, 67.5 in all, most first", async () => {
    const page = await renderPage([problems()], total, cars("w2"));
    expect(
      cellsOf(page, "problems-per-100").map((cells) => [cells[0], cells[1], cells[3], cells.at(-1)]),
    ).toEqual([
      [words.scoring.allProblems, "67.5", "", "240"],
      // Of 162 problems 77, 54 and 31.
      ["controls", "32.1", "47.5%", "240"],
      ["interior", "22.5", "33.3%", "240"],
      ["engine", "12.9", "19.1%", "240"],
    ]);
    expect(page.texts("#problems-per-100 .lead")[0]).toContain("lower is better");
    expect(page.all("#problems-per-100 tbody a").map((link) => link.getAttribute("href"))).toEqual([
      "/q/controls",
      "/q/interior",
      "/q/engine",
    ]);
  });

  test("fewer are better: a clear fall is marked as such", async () => {
    const page = await renderPage([problems()], total, [
      ...cars("w1", { engine: 31, interior: 54, controls: 200 }),
      ...cars("w2"),
    ]);
    expect(page.texts("#problems-per-100 .lead")[0]).toContain("clearly fewer than in w1");
    const change = cellsOf(page, "problems-per-100").find(([name]) => name === "controls")?.[4];
    // 77 and 200 of 240: 32.1 less 83.3.
    expect(change).toContain("▼ −51.3");
    expect(page.all("#problems-per-100 .better").length).toBeGreaterThan(0);
    expect(page.all("#problems-per-100 .worse")).toEqual([]);
  });

  test("head the overview of a survey that counts them, before how its headline moved", async () => {
    const rated = { ...total, questions: [scale("overall"), ...total.questions], headline: "overall" };
    const rows = ["w1", "w2"].flatMap((wave) =>
      cars(wave).map((row, at) => ({ ...row, answers: { ...row.answers, overall: 3 + (at % 3) } })),
    );
    const page = await renderPage(overviewPanels(rated), rated, rows);
    const order = page.all("section.panel").map(({ id }) => id);
    expect(order.indexOf("problems-per-100")).toBeGreaterThan(order.indexOf("findings"));
    expect(order.indexOf("problems-per-100")).toBeLessThan(order.indexOf("trend"));
  });

  describe("that head the report", () => {
    const { problems: set } = total.scoring ?? {};
    if (!set || !total.scoring) throw new Error("the survey counts problems");
    const headed = {
      ...total,
      questions: [scale("overall"), ...total.questions],
      headline: "overall",
      scoring: { ...total.scoring, problems: { ...set, heads: true } },
    };
    const before = { engine: 31, interior: 54, controls: 200 };
    const rows = [...cars("w1", before), ...cars("w2")].map(
      (row, at): Row => ({
        ...row,
        answers: { ...row.answers, overall: 3 + (at % 3) },
      }),
    );

    test("title it, with figure, change, interval and base, and one heading", async () => {
      const page = await renderPage(overviewPanels(headed), headed, rows);
      // 162 and 285 problems of 240 cars: 67.5 and 118.75, 51.25 fewer.
      const title = "Problems fell 51.3 to 67.5 in w2";
      expect(page.title).toBe(title);
      expect(page.texts("h1")).toEqual([title]);
      expect(page.texts(".glance .figure")).toEqual(["67.5"]);
      expect(page.texts(".glance dd small")[0]).toBe(words.scoring.lowerIsBetter);
      expect(page.texts(".glance .better")[0]).toContain("▼ −51.3");
      expect(page.texts(".glance .exactness dd").at(-1)).toBe("240");
      const order = page.all("section.panel").map(({ id }) => id);
      // What matters most speaks of problems: it stands right under the head.
      expect(order.slice(0, 2)).toEqual(["findings", "problems-per-100"]);
      expect(order.indexOf("problems-trend")).toBeLessThan(order.indexOf("trend"));
    });

    test("in Chinese say that they became fewer", async () => {
      const page = await renderPage(overviewPanels(headed), headed, rows, { language: "zh" });
      expect(page.title).toBe("w2，Problems 减少 51.3，降至 67.5");
    });

    test("claim no change that is not clear, and none in a first wave", async () => {
      const alike = [...rows.slice(240).map((row) => ({ ...row, wave: "w1" })), ...rows.slice(240)];
      const page = await renderPage(overviewPanels(headed), headed, alike);
      expect(page.title).toBe("Problems at 67.5 in w2, no clear change on w1");
      const first = await renderPage(overviewPanels(headed), headed, rows, { wave: "w1" });
      expect(first.title).toBe("Problems at 118.8 in w1");
    });

    test("of a branch are its own, their trend beside that of all", async () => {
      const page = await renderPage(branchPanels(headed), headed, rows, { path: ["one"] });
      const own = rows.filter(({ wave, places }) => wave === "w2" && places["brand"] === "one");
      const ticks = own.flatMap(({ answers }) => kinds.flatMap((kind) => answers[kind] ?? []));
      expect(page.texts(".glance .figure")).toEqual([((100 * ticks.length) / own.length).toFixed(1)]);
      expect(page.title).toMatch(/^one: Problems /);
      const table = cellsOf(page, "problems-trend");
      expect(table.map(([wave, , , base, all]) => [wave, base, all])).toEqual([
        ["w1", "120", "118.8"],
        ["w2", "120", "67.5"],
      ]);
    });

    test("stand in the picture that is shared, wave by wave", async () => {
      const context = contextOf(headed, rows, {});
      const shown = await shareFigures(context, {
        ask: askRows(headed, rows),
        askPairs: askPairRows(rows),
      });
      expect(shown?.figure?.value).toBe("67.5");
      expect(shown?.figure?.details[0]).toBe("Problems");
      expect(shown?.trend.map(({ value }) => value?.toFixed(2))).toEqual(["118.75", "67.50"]);
      expect(shown?.ends).toEqual(["w1", "w2"]);
    });

    test("are withheld with their base where too few answered", async () => {
      const few = [
        ...rows.filter(({ places }) => places["brand"] === "one"),
        ...rows.filter(({ places }) => places["brand"] === "two").slice(-4),
      ];
      const page = await renderPage(branchPanels(headed), headed, few, { path: ["two"] });
      expect(page.title).toBe("two: Problems");
      expect(page.texts(".glance").join(" ")).toContain(words.withheld);
      expect(page.texts(".glance").join(" ")).not.toMatch(/\d/);
    });
  });

  test("by branch stand fewest first", async () => {
    const page = await renderPage([problems()], total, cars("w2"));
    const values = cellsOf(page, "problems-per-100-branches").map(([, value]) => Number(value));
    expect(values).toHaveLength(2);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
  });

  test("of one question's kinds stand on its page", async () => {
    const question: MultiQuestion = {
      ...multi("faults", ["a", "b", "c", "none"]),
      none: "none",
      problems: [
        { id: "k", title: sameText("K"), of: ["a", "c"] },
        { id: "l", title: sameText("L"), of: ["b"] },
      ],
    };
    // Ten each tick a and c, ten b, ten that there was none: 20 and 10 problems of 30.
    const ticks = [[0, 2], [1], [3]].flatMap((given) => Array.from({ length: 10 }, () => given));
    const rows = ticks.map((given): Row => ({ wave: "w2", places: {}, answers: { faults: given } }));
    const page = await renderPage([problems("faults")], surveyOf([question]), rows);
    expect(cellsOf(page, "faults-per-100").map((cells) => [cells[0], cells[1]])).toEqual([
      [words.scoring.allProblems, "100.0"],
      ["K", "66.7"],
      ["L", "33.3"],
    ]);
  });
});
