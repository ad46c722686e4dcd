import { describe, expect, test } from "vitest";
import { compareVersions } from "../../src/findings/compare-versions.ts";
import { changesPanels } from "../../src/panels/changes.ts";
import type { RatingQuestion, SingleQuestion, TextQuestion } from "../../src/survey/question.ts";
import { languages } from "../../src/survey/text.ts";
import type { RecordedFigure, RecordedQuestion, VersionRecord } from "../../src/survey/version-record.ts";
import { wordsIn } from "../../src/words/words.ts";
import { branch, figure, question, version, wave, withheld } from "../findings/records.ts";
import { rating, reason } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { answering, type PageOptions, renderPage } from "./report.ts";

const service: RatingQuestion = { ...rating(1, 5), short: { en: "Service", zh: "服务" } };
const survey = surveyOf([service], {
  waves: [
    { id: "w1", title: { en: "spring", zh: "春季" } },
    { id: "w2", title: { en: "autumn", zh: "秋季" } },
  ],
  dimensions: [dimension("region", ["east"])],
  hierarchy: ["region"],
});
const east = { region: "east" };
/** Mean 3.00 in spring, 4.00 in autumn: t = 4.4. */
const rows = [
  ...answering("w1", "item", { 2: 20, 4: 20 }, east),
  ...answering("w2", "item", { 3: 20, 5: 20 }, east),
];
const spring = wave("w1", { title: survey.waves[0]?.title ?? { en: "", zh: "" } });
const autumn = wave("w2", { title: survey.waves[1]?.title ?? { en: "", zh: "" }, rows: 40 });

/** The page of what a second version changed; each is named after its data version. */
const pageOf = (before: Partial<VersionRecord>, after: Partial<VersionRecord>, options?: PageOptions) => {
  const comparison = compareVersions(version("a1b2", before), version("c3d4", after));
  return renderPage(changesPanels(comparison), survey, rows, options);
};
/** The item as a version records it. */
const item = (spring: RecordedFigure): RecordedQuestion => ({
  ...question("item", { w1: spring }),
  short: service.short,
  asked: ["w1", "w2"],
});
/** A version of both waves in which the item has a figure in spring. */
const withSpring = (figure: RecordedFigure, rest: Partial<VersionRecord> = {}) => ({
  waves: [spring, autumn],
  questions: [item(figure)],
  ...rest,
});

describe("a page about a new wave", () => {
  const before = { waves: [spring], questions: [item(figure(3, 0.3, 40))] };
  const after = withSpring(figure(3, 0.3, 40));

  test.each([
    ["en", "autumn is new; no recorded figure was restated"],
    ["zh", "新增秋季；记录在案的数字均未重述"],
  ] as const)("says so in its title (%s), and which versions it compares", async (language, title) => {
    const page = await pageOf(before, after, { language });
    expect(page.title).toBe(title);
    expect(page.texts("h1.title + .lead")).toEqual([wordsIn(language).changes.versions("a1b2", "c3d4")]);
  });

  test("tests the headline against the wave before: these are other respondents", async () => {
    const page = await pageOf(before, after);
    expect(page.texts("#new-w2 td.score")).toEqual(["4.00"]);
    const cells = page.texts("#new-w2 td.number");
    expect(cells[1]).toMatch(/^3\.6\d–4\.3\d$/);
    expect(cells.slice(2)).toEqual(["40", "▲ +1.00 clear rise"]);
  });

  test("says that nothing else changed", async () => {
    const page = await pageOf(before, after);
    expect(page.texts("#waves .lead")).toEqual(["None: the one wave of both versions is as it was."]);
    expect(page.texts("#restated .lead")).toEqual([
      "None: all 1 compared figures of waves that both versions have are the same. Compared are, of all respondents, wave by wave: the scores and means of questions.",
    ]);
    expect(page.all("#waves table, #restated table")).toEqual([]);
  });

  test.each(languages)("has no word of the other language (%s)", async (language) => {
    const { html } = await pageOf(before, after, { language });
    const text = html.replaceAll(/<[^>]*>/g, " ");
    if (language === "en") expect(text).not.toMatch(/\p{Script=Han}/u);
    else expect(text.replaceAll(/a1b2|c3d4|Holm|M\d\d/g, "")).not.toMatch(/[A-Za-z]{2,}/);
  });
});

describe("a page about a correction", () => {
  test("shows rows and headline before and now, each with interval and base", async () => {
    const page = await pageOf(
      withSpring(figure(3, 0.3, 40), { waves: [{ ...spring, rows: 41 }, autumn] }),
      withSpring(figure(3.5, 0.25, 50), { waves: [{ ...spring, rows: 51 }, autumn] }),
    );
    expect(page.title).toBe("spring was corrected");
    expect(page.texts("#waves td.number")).toEqual(["41", "51", "3.002.70–3.30n 40", "3.503.25–3.75n 50"]);
    expect(page.texts("#waves td:nth-child(2)")).toEqual(["correctedother rows, figures restated"]);
  });

  test("restates figures with their move against the margin, and neither tests it nor draws an arrow", async () => {
    const page = await pageOf(withSpring(figure(3, 0.3, 40)), withSpring(figure(3.45, 0.3, 50)));
    const cells = page.texts("#restated td.number");
    // 0.45 ÷ 0.3
    expect(cells).toEqual(["3.002.70–3.30n 40", "3.453.15–3.75n 50", "+0.45", "× 1.50"]);
    expect(page.html).not.toMatch(/[▲▼]|clear/);
  });

  test("withholds what was before where both together would give a few answers away", async () => {
    const page = await pageOf(withSpring(figure(3, 0.3, 40)), withSpring(figure(3.45, 0.3, 43)));
    const { withheld, changes } = wordsIn("en");
    expect(page.texts("#waves td.number").slice(2)).toEqual([withheld, "3.453.15–3.75n 43"]);
    expect(page.all("#restated table")).toEqual([]);
    expect(page.texts("#restated .note")).toEqual([changes.protectedMoves("1", 5, 30)]);
    expect(page.html).not.toContain("3.00");
  });

  test("counts what came to be withheld, without its value", async () => {
    const page = await pageOf(withSpring(figure(3, 0.3, 40)), withSpring(withheld));
    expect(page.texts("#restated .note")).toEqual([wordsIn("en").changes.hidden("1")]);
    expect(page.all("#restated table")).toEqual([]);
  });
});

test("questions and branches that came or went are named; only those that are there have a link", async () => {
  const shown = { w1: figure(3, 0.3, 40) };
  const page = await pageOf(
    {
      ...withSpring(figure(3, 0.3, 40)),
      questions: [question("gone", shown)],
      branches: [branch("closed", shown)],
    },
    withSpring(figure(3, 0.3, 40), { branches: [branch("east", shown)] }),
  );
  expect(page.texts("#questions h3")).toEqual(["New in the survey", "No longer in the survey"]);
  expect(page.texts("#questions li")).toEqual(["Service", "gone"]);
  expect(page.texts("#questions li a")).toEqual(["Service"]);
  expect(page.texts("#branches li")).toEqual(["east", "closed"]);
  expect(page.texts("#branches li a")).toEqual(["east"]);
});

test("headlines of two kinds stand in no table side by side", async () => {
  const page = await pageOf(
    withSpring(figure(3, 0.3, 40), { headline: { question: "recommend", measure: "nps" } }),
    withSpring(figure(3.5, 0.3, 50)),
  );
  expect(page.texts("#waves td.number")).toEqual(["100", "100"]);
  expect(page.texts("#waves .note")).toEqual([wordsIn("en").changes.otherHeadline]);
});

describe("a page about a choice and a text", () => {
  const paid: SingleQuestion = { ...reason, short: { en: "Paid", zh: "付款" } };
  const comment: TextQuestion = { ...reason, id: "comment", type: "text" };
  const wider = { ...survey, questions: [service, paid, comment] };
  /** So many of 100 gave the first reason; so many wrote a comment. */
  const said = (first: number, comments: number): readonly RecordedQuestion[] => [
    item(figure(3, 0.3, 40)),
    { ...question("reason", {}), figures: {}, shares: { price: { w1: figure(first / 100, 0.1, 100) } } },
    { ...question("comment", {}), figures: {}, answered: { w1: comments } },
  ];
  const page = (before: readonly RecordedQuestion[], after: readonly RecordedQuestion[]) =>
    renderPage(
      changesPanels(
        compareVersions(
          version("a", { waves: [spring], questions: before }),
          version("b", { waves: [spring], questions: after }),
        ),
      ),
      wider,
      rows,
    );

  test("names the option whose share is restated, and the number of answers", async () => {
    const { texts } = await page(said(49, 20), said(94, 30));
    expect(texts("#restated tbody th").map((name) => name.replace(/\s+/g, " "))).toEqual([
      "Paid: priceShare M01",
      "reasonNumber of answers",
    ]);
    // 0.45 ÷ 0.1
    expect(texts("#restated td.number")).toEqual([
      "49.0%39.0–59.0%n 100",
      "94.0%84.0–104.0%n 100",
      "+45.0 pp",
      "× 4.50",
      "20",
      "30",
      "+10",
      "not known",
    ]);
  });

  test("holds back a share on the same base that four answers could have moved", async () => {
    const { texts, all } = await page(said(49, 20), said(53, 20));
    expect(all("#restated table")).toEqual([]);
    expect(texts("#restated .note")).toEqual([wordsIn("en").changes.protectedMoves("1", 5, 30)]);
  });

  test("says what an earlier record does not hold", async () => {
    const { texts } = await page([item(figure(3, 0.3, 40))], said(49, 20));
    expect(texts("#restated .lead")[0]).toContain(
      "Not compared, as the earlier version has none on record: the shares of all options of choices, how many answered text questions.",
    );
  });
});

test("the index is counted among what is restated, and never stands side by side with what it was", async () => {
  const indexed = {
    ...survey,
    factors: [{ id: "f", title: { en: "Factor", zh: "因子" }, of: ["item"] }],
    index: {
      id: "csi",
      title: { en: "The index", zh: "总指数" },
      of: ["f"],
      measure: "index1000" as const,
      rescale: "share" as const,
      weights: "equal" as const,
    },
  };
  const part = (value: number) => ({
    waves: [spring],
    questions: [item(figure(3, 0.2, 900))],
    index: [
      { id: "csi", short: indexed.index.title, unit: "index1000", figures: { w1: figure(value, 4, 900) } },
    ],
  });
  const comparison = compareVersions(version("a1b2", part(812)), version("c3d4", part(860)));
  for (const language of languages) {
    const page = await renderPage(changesPanels(comparison), indexed, rows, { language });
    const said = wordsIn(language).changes;
    const [restated] = page.texts("#restated");
    expect(restated).toContain(said.indexMoves("1"));
    expect(restated).toContain(said.kinds.index);
    expect(page.html).not.toMatch(/812|860/);
  }
});

test("headlines of pooled branches are named by their first and last wave", async () => {
  const pooled = (value: number) => ({
    waves: [spring, autumn],
    questions: [item(figure(3, 0.2, 40))],
    branches: [branch("east", { "w1..w2": figure(value, 0.2, 80) })],
  });
  const page = await pageOf(pooled(3), pooled(3.5));
  expect(page.texts("#branches").join(" ")).toContain("spring–autumn");
});
