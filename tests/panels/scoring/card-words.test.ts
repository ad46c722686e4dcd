/**
 * What pages say of cards: whose deduction it is, which score is the rule's, what is not known. Worked by hand: b1's 40
 * give (10·10 + 10·8 + 20·6) ÷ 400 = 75 and, with 36 of 100 back, 14 under 50 and two full steps of 5, 73; b2's 40 give
 * 8 each, 80; the posts 60 and 70.
 */

import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { lookOf } from "../../../src/panels/compare-subjects.ts";
import { renderPanels } from "../../../src/panels/page.ts";
import { card } from "../../../src/panels/scoring/card.tsx";
import type { StratumCount } from "../../../src/survey/stratum.ts";
import type { Survey } from "../../../src/survey/survey.ts";
import type { Language } from "../../../src/survey/text.ts";
import { wordsIn } from "../../../src/words/words.ts";
import { askPairRows, askRows, type Row } from "../../counts/ask-rows.ts";
import { contextOf, type Page, renderPage } from "../report.ts";
import { back, cardOf, firm, hallSurvey, staged } from "./card-firms.ts";

const b1 = firm("b1", [10, 10, 20, 0, 0]);
const b2 = firm("b2", [0, 40, 0, 0, 0]);
const posts = [
  ...firm("p1", [0, 0, 30, 0, 0], { industry: "post" }),
  ...firm("p2", [0, 15, 15, 0, 0], { industry: "post" }),
];
const rows = [...b1, ...b2, ...posts];
const post = { industry: "post" };
// Of the banks 116 of 200 came back, 58%.
const strata = [back("b1", 36), back("b2", 80), back("p1", 60, post), back("p2", 60, post)];
const national = [card("national")];

const cellsOf = (page: Page, id: string) =>
  page
    .all(`#${id} tbody tr`)
    .map((row) => [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent.trim()));
const lead = (page: Page, id = "m") => page.texts(`#${id} .lead`)[0] ?? "";

/** A page under a reader's filter. */
async function filtered(
  survey: Survey,
  own: readonly Row[],
  returns: readonly StratumCount[],
  language: Language = "en",
) {
  const context = { ...contextOf(survey, own, { strata: returns, language }), who: "some" };
  const asks = { ask: askRows(survey, own), askPairs: askPairRows(own) };
  const { html } = await renderPanels(national, context, asks);
  const page = new JSDOM(html.join("\n")).window.document;
  const all = (selector: string) => [...page.querySelectorAll(selector)];
  const texts = (selector: string) => all(selector).map(({ textContent }) => textContent.trim());
  return { html: html.join("\n"), title: undefined, all, texts };
}

describe("points that come off under what is shown", () => {
  test("are told with firm, points and rate, and nobody says that none come off", async () => {
    const survey = hallSurvey({ national: cardOf("m"), fiveToOne: cardOf("five") });
    const page = await renderPage([card("national"), card("fiveToOne")], survey, rows, { strata });
    expect(lead(page)).toContain(
      "At this level no points come off for too few returned questionnaires; below it they do: b1 (75.0 → 73.0, 36.0% returned).",
    );
    // Five to one: (10·5 + 10·4 + 20·3) ÷ 200 = 75.
    expect(lead(page, "five")).toContain("b1 (75.0 → 73.0, 36.0% returned)");
    const chinese = await renderPage(national, survey, rows, { strata, language: "zh" });
    expect(lead(chinese)).toContain(
      "这一级没有因回收率过低而扣分，但下级有：b1（75.0 → 73.0，回收率 36.0%）。",
    );
  });

  test("are none at all only where everybody's questionnaires came back", async () => {
    const page = await renderPage(national, hallSurvey(), rows, {
      strata: [back("b1", 50), ...strata.slice(1)],
    });
    expect(lead(page)).toContain(wordsIn("en").scoring.noneCut);
  });

  test("tell nothing of a firm whose score is withheld, whose returns are its base", async () => {
    const tiny = firm("tiny", [3, 0, 0, 0, 0]);
    const page = await renderPage(national, hallSurvey(), [...rows, ...tiny], {
      strata: [back("b1", 50), ...strata.slice(1), back("tiny", 3, { handedOut: 20 })],
    });
    expect(lead(page)).toContain(wordsIn("en").scoring.noneCutHere);
    expect(page.html).not.toContain("tiny");
    expect(page.html).not.toContain("15.0%");
  });
});

describe("where the rule asks for a mean over firms", () => {
  test("that mean comes first and the other is called what it is", async () => {
    const page = await renderPage(national, staged(), rows, { strata });
    expect(page.all("section.chart-panel").map(({ id }) => id)).toEqual(["m-firms", "m"]);
    expect(page.texts("h2")).toEqual([
      "m by the rule: what is the mean over the sampled firms?",
      "m over all respondents: how do they compare? By industry",
    ]);
    expect(lead(page)).toContain("this is not the rule’s score per industry");
    const chinese = await renderPage(national, staged(), rows, { strata, language: "zh" });
    expect(chinese.texts("h2")).toEqual([
      "m（按规则）：抽样单位的平均得分是多少？",
      "m（按全体受访者计算）：按行业比较",
    ]);
    expect(lead(chinese)).toContain("这不是规则规定的行业得分");
  });

  test("says whose deduction is in it: (73 + 80) ÷ 2 for the banks", async () => {
    const page = await renderPage(national, staged(), rows, { strata });
    expect(cellsOf(page, "m-firms").map((cells) => [cells[0], cells[1], cells[3]])).toEqual([
      ["bank", "77.5", "76.5"],
      ["post", "65.0", "65.0"],
    ]);
    expect(lead(page, "m-firms")).toContain("Mean over the sampled firms in w2: bank (76.5), post (65.0).");
    expect(lead(page, "m-firms")).toContain("questionnaires: b1 (75.0 → 73.0, 36.0% returned).");
    const none = await renderPage(national, staged(), rows, { strata: [back("b1", 50), ...strata.slice(1)] });
    expect(lead(none, "m-firms")).toContain(wordsIn("en").scoring.noFirmCut);
  });

  const five = (wave: string, more: number) =>
    [0, 1, 2, 3, 4].flatMap((at) =>
      // 60, 62, 64, 66 and 68 of 100, or 20 more: each respondent who gives the next grade adds 2.
      firm(
        ["b1", "b2", "p1", "p2", "tiny"][at] ?? "",
        more === 20 ? [at, 10 - at, 0, 0, 0] : [0, at, 10 - at, 0, 0],
        {
          wave,
        },
      ),
    );

  test("its change is that of two samples of five firms: 20 ± 2.306 · √(2 + 2) on 8 degrees", async () => {
    const survey = staged();
    const own = [...five("w1", 0), ...five("w2", 20)];
    const asks = { ask: askRows(survey, own), askPairs: askPairRows(own) };
    const model = await card("national").gather(contextOf(survey, own, {}), asks);
    const change = card("national")
      .claims(model)
      .find((one) => one.status === "tested" && one.claim.startsWith("m firms"));
    // p and interval by scipy.stats.t with 8 degrees of freedom.
    expect(change).toMatchObject({
      value: expect.closeTo(20, 9),
      low: expect.closeTo(15.38799173, 6),
      high: expect.closeTo(24.61200827, 6),
      p: expect.closeTo(8.48818153e-6, 11),
    });
    const page = await renderPage(national, survey, own);
    expect(lead(page, "m-firms")).toContain("Clearly changed on w1: bank (▲\u00a0+20.0");
    expect(cellsOf(page, "m-firms")[0]?.join(" ")).toContain("▲ +20.0");
  });

  test("has no arrow where nothing is clear, and none on the industry's own page, which says what it was", async () => {
    const own = [...five("w1", 0), ...five("w2", 0)];
    const page = await renderPage(national, staged(), own);
    expect(lead(page, "m-firms")).toContain("None changed clearly on w1.");
    expect(
      page
        .all("#m-firms")
        .map(({ textContent }) => textContent)
        .join(),
    ).not.toMatch(/[▲▼]/);
    const alone = await renderPage(national, staged(), [...five("w1", 0), ...five("w2", 20)], {
      path: ["bank"],
    });
    expect(lead(alone, "m-firms")).toContain("bank in w1, before any deduction: 64.0;");
    expect(
      alone
        .all("#m-firms")
        .map(({ textContent }) => textContent)
        .join(),
    ).not.toMatch(/[▲▼]/);
  });
});

describe("scores of which no deduction is known, among others", () => {
  // Of the industry alone it is known that 70 of 200 came back, 35%: three steps.
  const industry: readonly StratumCount[] = [
    { wave: "w2", place: { industry: "bank" }, handedOut: 200, returned: 70 },
  ];

  test.each(["en", "zh"] as const)(
    "are rings with a mark of their own in the legend, and the lead says so (%s)",
    async (language) => {
      const { scoring, scores } = wordsIn(language);
      const page = await renderPage(national, hallSurvey(), rows, {
        path: ["bank"],
        strata: industry,
        language,
      });
      const marks = page.all("#m .wide svg circle").filter((mark) => mark.getAttribute("r") === "4.5");
      const fills = marks.map((mark) => mark.getAttribute("fill"));
      expect(fills.map((fill) => fill === "var(--paper)")).toEqual([false, true, true]);
      expect(page.texts("#m .key li").slice(0, 2)).toEqual([
        scores.key.dot(scoring.afterIn("w2")),
        scores.key.dot(scoring.unknownIn("w2")),
      ]);
      expect(page.all("#m .key .mark.hollow")).toHaveLength(1);
      expect(lead(page)).toContain(scoring.someUnknown(["b2", "b1"].join(wordsIn(language).listSeparator)));
    },
  );

  test("are compared with what they are part of before any deduction", async () => {
    const page = await renderPage(national, hallSurvey(), rows, { path: ["bank", "b1"], strata: industry });
    // (75 + 80) ÷ 2 of the banks, and (40·75 + 40·80 + 30·60 + 30·70) ÷ 140 of all.
    expect(lead(page)).toContain("before any deduction and not tested: bank (77.5), All respondents (72.1).");
    expect(cellsOf(page, "m").map(([label]) => label)).toEqual([
      "b1",
      "bankholds the rows above",
      "All respondentsholds the rows above",
    ]);
    expect(page.texts("#m th")[0]).toBe("Hall");
    const chinese = await renderPage(national, hallSurvey(), rows, {
      ...{ path: ["bank", "b1"], strata: industry, language: "zh" as const },
    });
    expect(chinese.texts("#m th")[0]).toBe("网点");
    expect(chinese.texts("#m h2")).toEqual(["m：b1 处于什么水平？"]);
  });
});

describe("captions and heads", () => {
  test("the whole is none of its parts, and both bear the name of their level", async () => {
    const page = await renderPage(national, hallSurvey(), rows, { strata });
    expect(page.texts("#m figcaption")[0]).toContain("Base: 140 answers, 60–80 per industry (w2).");
    expect(page.texts("#m h2")).toEqual(["m: how do they compare? By industry"]);
    const chinese = await renderPage(national, hallSurvey(), rows, {
      strata,
      language: "zh",
      path: ["bank"],
    });
    expect(chinese.texts("#m figcaption")[0]).toContain("基数：80 份答卷，其中各网点 40 份（w2）。");
    expect(chinese.texts("#m h2")).toEqual(["m：按网点比较"]);
  });

  test.each([
    [[0, 3, 6, 8, 10], "Grades count 10, 8, 6, 3 and 0;"],
    [[0, 2.5, 5, 7.5, 10], "Grades count 10, 7.5, 5, 2.5 and 0;"],
  ])("notes say what this survey's grades %s count", async (scores, said) => {
    const page = await renderPage(national, hallSurvey({ national: cardOf("m") }, scores), rows);
    expect(page.texts("#m .note").join()).toContain(said);
  });
});

describe("a comparison", () => {
  const looked = (deduct: boolean, language: Language) => {
    const one = { ...cardOf("m"), deduct };
    const context = contextOf(hallSurvey({ national: one }), rows, { language });
    return lookOf({ kind: "card", id: "m", card: one, as: "national" }, context).label;
  };

  test("names a score that points come off as it is compared, before the deduction", () => {
    expect([looked(true, "en"), looked(true, "zh")]).toEqual(["m, before the deduction", "m（扣分前）"]);
    expect([looked(false, "en"), looked(false, "zh")]).toEqual(["m", "m"]);
  });
});

describe("under a filter", () => {
  test("of one firm its industry's deduction is the firm's, told once by its name", async () => {
    const page = await filtered(staged(), b1, strata.slice(0, 1));
    expect(lead(page)).toContain("questionnaires: b1 (75.0 → 73.0, 36.0% returned).");
    expect(lead(page)).not.toContain("bank (");
    expect(cellsOf(page, "m").map((cells) => [cells[0], cells[3]])).toEqual([
      ["All respondents", "−2.036.0% returned (b1)"],
      ["bank", "−2.036.0% returned (b1)"],
    ]);
    expect(page.texts("#m-firms .key").join()).toContain("over all respondents in the filter");
  });

  test("of two firms the one that loses points is named though both together lose none", async () => {
    const page = await filtered(staged(), [...b1, ...b2], strata.slice(0, 2));
    expect(lead(page)).toContain("below it they do: b1 (75.0 → 73.0, 36.0% returned).");
    expect(lead(page, "m-firms")).toContain("b1 (75.0 → 73.0, 36.0% returned)");
  });

  test.each(["en", "zh"] as const)(
    "that returns know nothing of, means are marked as before any deduction (%s)",
    async (language) => {
      const { scoring } = wordsIn(language);
      const page = await filtered(staged(), rows, [], language);
      expect(page.texts("#m-firms .key").join()).toContain(scoring.overFirmsUncut);
      expect(page.texts("#m-firms .key").join()).toContain(scoring.overRespondentsHere);
      expect(page.all("#m-firms .key .mark.hollow")).toHaveLength(1);
      expect(lead(page, "m-firms")).toContain(scoring.firmsUnknown);
    },
  );
});
