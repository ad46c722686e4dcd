import { describe, expect, test } from "vitest";
import { distribution } from "../../src/panels/distribution.tsx";
import type { AnyPanel } from "../../src/panels/page.ts";
import {
  bestPanels,
  branchPanels,
  luckPanels,
  overviewPanels,
  questionPanels,
  whyPanels,
} from "../../src/panels/pages.ts";
import { headlineSubject } from "../../src/panels/subject.ts";
import type { MultiQuestion, NumberQuestion, RatingQuestion } from "../../src/survey/question.ts";
import { type Language, sameText } from "../../src/survey/text.ts";
import { wordsIn } from "../../src/words/words.ts";
import type { Row } from "../counts/ask-rows.ts";
import { minutes, rating } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { answering, renderPage } from "./report.ts";

const service: RatingQuestion = { ...rating(1, 5), short: { en: "Service", zh: "服务" } };
const waves = [
  { id: "w1", title: { en: "spring", zh: "春季" } },
  { id: "w2", title: { en: "autumn", zh: "秋季" } },
];
const survey = surveyOf([service], { waves });
/** Mean 3.00, sd 1.01. */
const spring = answering("w1", "item", { 2: 20, 4: 20 });
const autumn = {
  /** Mean 4.00: t = 4.4 against spring. */
  rise: answering("w2", "item", { 3: 20, 5: 20 }),
  /** Mean 2.00. */
  fall: answering("w2", "item", { 1: 20, 3: 20 }),
  /** Mean 3.05. */
  unclear: answering("w2", "item", { 2: 19, 4: 21 }),
  /** Mean 3.575, t = 2.80 on 74 degrees, p = 0.0065: clear at 1 % on its own, not as one of two. */
  alone: answering("w2", "item", { 2: 8, 3: 1, 4: 31 }),
};

describe("the sentence that heads a page", () => {
  test.each([
    [
      "rise",
      "The score for “Service” rose 1.00 to 4.00 in autumn",
      "秋季，服务得分上升 1.00\u00a0分，至 4.00\u00a0分",
    ],
    [
      "fall",
      "The score for “Service” fell 1.00 to 2.00 in autumn",
      "秋季，服务得分下降 1.00\u00a0分，至 2.00\u00a0分",
    ],
    [
      "unclear",
      "The score for “Service” stands at 3.05 in autumn, no clear change on spring",
      "秋季，服务得分 3.05，较春季无显著变化",
    ],
  ] as const)("says a %s in both languages", async (name, english, chinese) => {
    for (const [language, sentence] of [
      ["en", english],
      ["zh", chinese],
    ] as const) {
      const page = await renderPage(overviewPanels(survey), survey, [...spring, ...autumn[name]], {
        language,
      });
      expect(page.title).toBe(sentence);
      expect(page.texts("h1.title")).toEqual([sentence]);
    }
  });

  test("of the first wave says where it stands, and nothing of a change", async () => {
    const sentences = await Promise.all(
      (["en", "zh"] as const).map(async (language) => {
        const options = { language, wave: "w1" };
        return (await renderPage(overviewPanels(survey), survey, [...spring, ...autumn.rise], options)).title;
      }),
    );
    expect(sentences).toEqual(["The score for “Service” stands at 3.00 in spring", "春季，服务得分 3.00"]);
  });

  test("of a measured quantity names its unit and calls it no score", async () => {
    const waiting: NumberQuestion = { ...minutes, short: { en: "Wait", zh: "等候时间" } };
    const measured = surveyOf([waiting], { waves });
    const rows = [
      ...answering("w1", "wait", { 10: 20, 12: 20 }),
      ...answering("w2", "wait", { 20: 20, 22: 20 }),
    ];
    const titles = await Promise.all(
      (["en", "zh"] as const).map(
        async (language) => (await renderPage(overviewPanels(measured), measured, rows, { language })).title,
      ),
    );
    expect(titles).toEqual([
      "Wait rose 10.00 minutes to 21.00 minutes in autumn",
      "秋季，等候时间上升 10.00 分钟，至 21.00 分钟",
    ]);
  });
});

describe("a page whose headline is withheld", () => {
  const few = answering("w2", "item", { 2: 1, 4: 2 });

  test.each(["en", "zh"] as const)("says so and shows no number of it (%s)", async (language) => {
    const words = wordsIn(language);
    const page = await renderPage(overviewPanels(survey), survey, [...spring, ...few], { language });
    expect(page.title).toBe(service.short[language]);
    expect(page.all(".figure")).toEqual([]);
    expect(page.texts(".glance dd")).toEqual([words.withheld]);
    expect(page.texts(".lead")).toContain(words.withheldWhy(5));
    expect(page.texts("#questions td.score")).toEqual([words.withheld]);
    // What is left of the page's text when all that is said of any figure is taken out.
    const said = [words.withheldWhy(5), words.scoreOn(1, 5), words.legend, words.questionsLead, "M02"];
    const left = said.reduce((text, saying) => text.replaceAll(saying, ""), page.texts("body").join(" "));
    expect(left.replaceAll("1–5", "")).not.toMatch(/\d/);
  });

  test("states no change against a wave that is shown, nor does the next page against it", async () => {
    const rows = [...answering("w1", "item", { 2: 1, 4: 2 }), ...autumn.rise];
    const page = await renderPage(overviewPanels(survey), survey, rows);
    expect(page.title).toBe("The score for “Service” stands at 4.00 in autumn");
    expect(page.html).not.toMatch(/[▲▼] [+−\d]/);
  });
});

describe("claims of a page", () => {
  const heading = async (questions: readonly RatingQuestion[], rows: readonly Row[]) => {
    const several = surveyOf(questions, { waves });
    return (await renderPage(overviewPanels(several), several, rows)).title;
  };

  test("stated by two panels are one test", async () => {
    // The headline and the table of questions both say it.
    expect(await heading([service], [...spring, ...autumn.alone])).toBe(
      "The score for “Service” rose 0.58 to 3.58 in autumn",
    );
  });

  test("of all panels are one family", async () => {
    const other = { ...rating(1, 5), id: "other" };
    const rows = [
      ...[...spring, ...autumn.alone],
      ...answering("w1", "other", { 2: 20, 4: 20 }),
      ...answering("w2", "other", { 2: 20, 4: 20 }),
    ];
    expect(await heading([service, other], rows)).toBe(
      "The score for “Service” stands at 3.58 in autumn, no clear change on spring",
    );
  });
});

describe("a choice that a wave did not offer", () => {
  const reasons: MultiQuestion = {
    ...rating(1, 5),
    id: "reasons",
    type: "multi",
    base: "answered",
    options: ["price", "place", "staff"].map((id) => ({ id, label: sameText(id) })),
  };
  const asked = surveyOf([reasons], { waves });
  const ticked = (wave: string, ticks: readonly number[], n: number): readonly Row[] =>
    Array.from({ length: n }, () => ({ wave, places: {}, answers: { reasons: ticks } }));
  // The staff could be named in autumn only; nobody named the place there.
  const rows = [
    ...ticked("w1", [0], 20),
    ...ticked("w1", [0, 1], 20),
    ...ticked("w2", [0], 10),
    ...ticked("w2", [0, 2], 30),
  ];
  const offered = (wave: string) => (wave === "w1" ? [0, 1] : [0, 1, 2]);
  const page = (wave: string, language: Language = "en") =>
    renderPage([distribution(reasons, { titled: true }) as AnyPanel], asked, rows, {
      wave,
      language,
      offered,
    });

  test.each(["en", "zh"] as const)(
    "has no share there, which is not a share of zero (%s)",
    async (language) => {
      const { notAsked } = wordsIn(language);
      const spring = await page("w1", language);
      expect(spring.texts(".shares td.score")).toEqual(["100.0%", "50.0%", notAsked]);
      const autumn = await page("w2", language);
      // Most given first.
      expect(autumn.texts(".shares tbody th")).toEqual(["price", "staff", "place"]);
      expect(autumn.texts(".shares td.score")).toEqual(["100.0%", "75.0%", "0.0%"]);
    },
  );

  test("is not asked in the table of waves, and has no change on that wave", async () => {
    const autumn = await page("w2");
    const staff = autumn
      .all("tr")
      .map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? ""))
      .filter(([head]) => head === "staff");
    expect(staff).toHaveLength(2);
    expect(staff[0]?.[4]).toBe("–");
    expect(staff[1]).toEqual(["staff", "not asked", "75.0%"]);
  });
});

describe("the colour of a clear change", () => {
  const rows = [
    ...answering("w1", "wait", { 10: 20, 12: 20 }),
    ...answering("w2", "wait", { 20: 20, 22: 20 }),
  ];
  const classes = async (better: NumberQuestion["better"]) => {
    const measured = surveyOf([{ ...minutes, better }], { waves });
    const panels = [...overviewPanels(measured), ...questionPanels(measured, { ...minutes, better })];
    const page = await renderPage(panels, measured, rows);
    return [...new Set(page.all(".better, .worse, .clear").map(({ className }) => className))];
  };

  test("follows the question's direction", async () => {
    expect(await classes("lower")).toEqual(["worse"]);
    expect(await classes("higher")).toEqual(["better"]);
  });

  test("of what is better neither way is none", async () => {
    expect(await classes("neither")).toEqual(["clear"]);
  });
});

describe("whatever the answers", () => {
  const recommend = { ...rating(0, 10), id: "recommend", type: "nps" } as const;
  const single = {
    ...rating(1, 5),
    id: "only",
    type: "single",
    options: [{ id: "one", label: sameText("one") }],
  } as const;
  const text = { ...rating(1, 5), id: "comment", type: "text" } as const;
  const narrow: RatingQuestion = { ...rating(3, 3), id: "narrow" };
  const ticks: MultiQuestion = { ...single, id: "ticks", type: "multi", base: "asked" };
  const questions = [service, recommend, narrow, minutes, single, ticks, text];
  const regions = ["east", "west", "north"];

  /** Respondents who give every question the same answers. */
  const all = (n: number, answers: Row["answers"], rest: Partial<Row> = {}): readonly Row[] =>
    ["w1", "w2"].flatMap((wave) =>
      Array.from({ length: n }, (_, at) => ({
        wave,
        places: { region: regions[at % 3] ?? null },
        answers,
        ...rest,
      })),
    );
  const best = { item: 5, recommend: 10, narrow: 3, wait: 0, only: 0, ticks: [0], comment: 1 };
  const silence = Object.fromEntries(questions.map(({ id }) => [id, null]));
  const inputs: Readonly<Record<string, readonly Row[]>> = {
    "everybody gives the best answer": all(12, best),
    "everybody gives the worst": all(12, { ...best, item: 1, recommend: 0, wait: 1e15, ticks: [] }),
    "a tiny quantity, always the same": all(12, { ...best, wait: 1e-12 }),
    "one answer": all(1, best),
    "two answers far apart": [...all(1, best), ...all(1, { ...best, item: 1, wait: 1e12 })],
    "nobody answers": all(12, silence),
    "nobody is there": [],
    "nobody in the first wave": all(12, best).filter(({ wave }) => wave === "w2"),
    "nobody in the second wave": all(12, best).filter(({ wave }) => wave === "w1"),
    "nobody has a weight": all(12, best, { weight: null }),
    "nobody has a place": all(12, best, { places: { region: null } }),
    "one has almost all the weight": [...all(1, best, { weight: 1e9 }), ...all(9, best, { weight: 1e-9 })],
  };

  describe.each(Object.entries(inputs))("%s", (_, rows) => {
    test.each([1, 5])("no page prints what is no figure, at a minimum of %i", async (minimum) => {
      const nasty = surveyOf(questions, {
        waves,
        hierarchy: ["region"],
        dimensions: [dimension("region", regions)],
        measures: ["mean", "top2", "net", "nps"],
        base: { minimum, caution: 30 },
      });
      const subject = headlineSubject(nasty);
      const pages = [
        { panels: overviewPanels(nasty) },
        { panels: whyPanels(nasty) },
        { panels: branchPanels(nasty), path: ["east"] },
        ...(subject ? [{ panels: bestPanels(subject) }, { panels: luckPanels(subject) }] : []),
        ...questions.map((question) => ({ panels: questionPanels(nasty, question) })),
      ];
      for (const { panels, ...rest } of pages)
        for (const [wave, language] of [
          ["w1", "zh"],
          ["w2", "en"],
        ] as const) {
          const weightedWaves = new Set(rows.some(({ weight }) => weight !== undefined) ? ["w1", "w2"] : []);
          const page = await renderPage(panels, nasty, rows, { wave, language, weightedWaves, ...rest });
          expect(page.html.match(/.{0,160}(?:NaN|Infinity|∞|undefined|null|\[object).{0,40}/g)).toBeNull();
        }
    });
  });
});
