/** What charts of scores say to those who can't see them: figures of the goldens (M03, M05, M06) and worked by hand. */
import { describe, expect, test } from "vitest";
import { bands } from "../../../src/panels/scoring/bands.tsx";
import { card } from "../../../src/panels/scoring/card.tsx";
import { whichPanels } from "../../../src/panels/scoring/panels.ts";
import { sample } from "../../../src/panels/scoring/sample.tsx";
import type { RatingQuestion, SingleQuestion } from "../../../src/survey/question.ts";
import type { StratumCount } from "../../../src/survey/stratum.ts";
import type { Survey } from "../../../src/survey/survey.ts";
import { type Language, languages, sameText } from "../../../src/survey/text.ts";
import { wordsIn } from "../../../src/words/words.ts";
import type { Row } from "../../counts/ask-rows.ts";
import { factor, item, settings } from "../../measures/index/index-survey.ts";
import { rating } from "../../measures/questions.ts";
import { dimension, surveyOf } from "../../measures/surveys.ts";
import { answering, type Page, renderPage } from "../report.ts";

const said = (page: Page, id: string) =>
  page.all(`#${id} .wide svg[aria-label]`)[0]?.getAttribute("aria-label") ?? "";

test("the example says the shares of all three groups, and its table has them", async () => {
  const survey = surveyOf([rating(1, 5)]);
  const page = await renderPage(whichPanels, survey, []);
  expect(said(page, "example")).toBe(
    "What can one mean hide?: All in the middle: 3 Neutral 100%; " +
      "Half delighted, half angry: 1 Very dissatisfied 50%, 5 Very satisfied 50%; " +
      "Spread out: 1 Very dissatisfied 10%, 2 Dissatisfied 20%, 3 Neutral 40%, 4 Satisfied 20%, 5 Very satisfied 10%",
  );
  const [row] = page.all("#example tbody tr");
  expect([...(row?.querySelectorAll("td") ?? [])].slice(0, 3).map(({ textContent }) => textContent)).toEqual([
    "0 / 0 / 100 / 0 / 0%",
    "50 / 0 / 0 / 0 / 50%",
    "10 / 20 / 40 / 20 / 10%",
  ]);
  const chinese = said(await renderPage(whichPanels, survey, [], { language: "zh" }), "example");
  expect(chinese).toContain("一半很满意，一半很不满意：1 很不满意 50%、5 很满意 50%；");
});

describe("a card of firms", () => {
  const graded: RatingQuestion = { ...rating(1, 5), id: "q", short: sameText("q") };
  const question = { ...graded, scale: { ...graded.scale, scores: [0, 3, 6, 8, 10] } };
  const survey = surveyOf([question], {
    dimensions: [dimension("firm", ["one", "two"])],
    hierarchy: ["firm"],
    scoring: {
      deduction: { threshold: 0.5, step: 0.05, points: 1 },
      national: {
        ...{ id: "m", title: sameText("M"), of: ["q"], deduct: true },
        firms: { firm: "firm", population: { "": 30 } },
      },
    },
  });
  // The golden: 20, 30, 25, 15 and 10 from best to worst make 6.35 of 10.
  const rows = ["one", "two"].flatMap((firm) =>
    answering("w2", "q", { 5: 20, 4: 30, 3: 25, 2: 15, 1: 10 }, { firm }),
  );
  const strata: readonly StratumCount[] = [
    { wave: "w2", place: { firm: "one" }, handedOut: 200, returned: 76 },
    { wave: "w2", place: { firm: "two" }, handedOut: 200, returned: 160 },
  ];
  const drawn = (language: Language) => renderPage([card("national")], survey, rows, { strata, language });

  test("says the score before, what came off and why", async () => {
    expect(said(await drawn("en"), "m")).toMatch(
      /one 61\.5 \(\d\d\.\d–\d\d\.\d; 63\.5 before the deduction of 2\.0 for 38\.0% returned\)/,
    );
    expect(said(await drawn("zh"), "m")).toMatch(/扣分前 63\.5\u00a0?.?分，因回收率 38\.0% 扣 2\.0/);
  });

  test("says of the mean over firms that too few were sampled", async () => {
    expect(said(await drawn("en"), "m-firms")).toContain(
      "Firms sampled 2 of 30, 5 required, too few firms sampled",
    );
    expect(said(await drawn("zh"), "m-firms")).toContain("抽样单位不足");
  });
});

test("bands are said outcome by outcome", async () => {
  const outcome = (id: string): SingleQuestion => ({
    ...{ id, text: sameText(id), short: sameText(id), versions: [], type: "single" },
    options: ["surely", "maybe"].map((option) => ({ id: option, label: sameText(option) })),
  });
  const survey: Survey = surveyOf([item("a"), outcome("stay"), outcome("tell")], {
    factors: [factor("f", ["a"], 1)],
    index: settings(["f"]),
    bands: {
      bands: [
        { id: "low", title: sameText("Low"), from: 0 },
        { id: "high", title: sameText("High"), from: 800 },
      ],
      outcomes: ["stay", "tell"].map((id) => ({
        question: id,
        sure: ["surely"],
        title: sameText(`Would ${id}`),
      })),
    },
  });
  const rows = [9, 5].flatMap((answer) =>
    Array.from(
      { length: 50 },
      (_, at): Row => ({
        wave: "w2",
        places: {},
        answers: { a: answer, stay: at < 5 * answer ? 0 : 1, tell: 1 },
      }),
    ),
  );
  // 45 and 25 of 50; Wilson's 95% intervals 78.6–95.7 and 36.6–63.4, of none 0–7.1.
  expect(said(await renderPage([bands], survey, rows), "bands")).toBe(
    "How loyal are the satisfied?: Would stay: High 90.0% (78.6–95.7%), Low 50.0% (36.6–63.4%); " +
      "Would tell: High 0.0% (0.0–7.1%), Low 0.0% (0.0–7.1%)",
  );
});

describe("a sample plan", () => {
  const survey = surveyOf([rating(1, 5)], {
    dimensions: [dimension("branch", ["a", "b", "c"])],
    hierarchy: ["branch"],
    scoring: {
      deduction: { threshold: 0.5, step: 0.05, points: 1 },
      sample: { rule: 1, plus: 10, share: 0.05 },
    },
  });
  const stratum = (branch: string, customers: number, valid: number): StratumCount => ({
    ...{ wave: "w2", place: { branch }, customers, valid },
    ...{ handedOut: 2 * valid, returned: valid },
  });
  // The goldens: 1,000 customers ask for 60 (±12.3 points), 227 for 22; 20 of 227 leave ±21.0.
  const strata = [stratum("a", 1000, 60), stratum("b", 227, 20)];

  test.each(languages)("in %s says what is required, what is lacking and the margin", async (language) => {
    const alternative = said(await renderPage([sample], survey, [], { strata, language }), "sample");
    const { scoring } = wordsIn(language);
    expect(alternative).toContain(scoring.saidRequired("60", scoring.met(scoring.margin("12.3"))));
    expect(alternative).toContain(scoring.saidRequired("22", scoring.lacking("2", scoring.margin("21.0"))));
  });

  test("of too few valid answers says what was planned alone (M34)", async () => {
    const page = await renderPage([sample], survey, [], { strata: [...strata, stratum("c", 250, 3)] });
    // c, and the next smallest with it.
    expect(said(page, "sample")).toMatch(/b withheld \(22 required\), c withheld \(23 required\)$/);
  });

  test("its key draws no interval, which the chart has not", async () => {
    const page = await renderPage([sample], survey, [], { strata });
    expect(page.all("#sample .score-key .mark").map(({ className }) => className)).toEqual([
      "mark point",
      "mark target",
    ]);
  });
});
