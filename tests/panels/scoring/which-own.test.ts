/** A survey's own scores side by side: goldens of M03–M05 and M18's example, all else worked by hand. */
import { describe, expect, test } from "vitest";
import { whichPanels } from "../../../src/panels/scoring/panels.ts";
import type { MultiQuestion, RatingQuestion, SingleQuestion } from "../../../src/survey/question.ts";
import type { StratumCount } from "../../../src/survey/stratum.ts";
import type { Survey } from "../../../src/survey/survey.ts";
import { sameText } from "../../../src/survey/text.ts";
import { wordsIn } from "../../../src/words/words.ts";
import type { Row } from "../../counts/ask-rows.ts";
import { factor, item, settings } from "../../measures/index/index-survey.ts";
import { minutes, rating, recommend } from "../../measures/questions.ts";
import { dimension, surveyOf } from "../../measures/surveys.ts";
import { answering, type Page, renderPage } from "../report.ts";

const { which } = wordsIn("en");
/** Name with methods and note, value, interval, base and range of each score. */
function scoresOf(page: Page): ReadonlyMap<string, readonly string[]> {
  const rows = page
    .all("#own tbody tr:not(.group)")
    .map((row) => [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent.trim()));
  return new Map(rows.map(([name = "", ...cells]) => [name, cells.slice(0, 4)]));
}
const groupsOf = (page: Page) => page.texts("#own tr.group");
const missingOf = (page: Page) =>
  page.texts("#own > p.note").find((text) => text.startsWith(which.notHere)) ?? "";

describe("a score by written rules", () => {
  const ids = ["delivery", "staff", "price"];
  const graded = (id: string): RatingQuestion => {
    const question = rating(1, 5, [4, 5]);
    return { ...question, id, short: sameText(id), scale: { ...question.scale, scores: [0, 3, 6, 8, 10] } };
  };
  const card = (id: string) => ({ id, title: sameText(id), of: ids, deduct: true });
  const survey = surveyOf(ids.map(graded), {
    dimensions: [dimension("firm", ["one", "two", "three"])],
    hierarchy: ["firm"],
    scoring: {
      deduction: { threshold: 0.5, step: 0.05, points: 1 },
      national: { ...card("M"), firms: { firm: "firm", population: { "": 30 } } },
      fiveToOne: card("Five"),
    },
  });
  const codesOf = (counts: readonly number[]) =>
    counts.flatMap((count, at) => Array.from({ length: count }, () => 5 - at));
  const firm = (name: string, grades: readonly (readonly number[])[]): readonly Row[] => {
    const codes = grades.map(codesOf);
    return (codes[0] ?? []).map((_, at) => ({
      wave: "w2",
      places: { firm: name },
      answers: Object.fromEntries(ids.map((id, place) => [id, codes[place]?.[at] ?? null])),
    }));
  };
  // The golden's firms: 66.2, 81.5 and 76.25; the first one's five-to-one score is 69.1.
  const one = firm("one", [
    [20, 30, 25, 15, 10],
    [40, 35, 15, 7, 3],
    [10, 20, 40, 20, 10],
  ]);
  const alike = (grades: readonly number[]) => [grades, grades, grades];
  const rows = [...one, ...firm("two", alike([8, 27, 5, 0, 0])), ...firm("three", alike([10, 14, 15, 1, 0]))];
  const back = (name: string, handedOut: number, returned: number): StratumCount => ({
    wave: "w2",
    place: { firm: name },
    handedOut,
    returned,
  });
  const strata = [back("one", 200, 76), back("two", 50, 40), back("three", 50, 40)];

  test("stands before and after what 38% returned costs, 66.2 and 64.2, each with its interval", async () => {
    const scores = scoresOf(await renderPage(whichPanels, survey, one, { strata: strata.slice(0, 1) }));
    const before = scores.get("M, before the deduction M03") ?? [];
    const after = scores.get("M, after the deduction M05−2.0: 38.0% returned") ?? [];
    expect([before[0], after[0]]).toEqual(["66.2", "64.2"]);
    const ends = [before, after].map(([, range = ""]) => range.split("–").map(Number));
    for (const at of [0, 1]) expect((ends[0]?.[at] ?? 0) - (ends[1]?.[at] ?? 0)).toBeCloseTo(2, 6);
    expect([before[3], after[3]]).toEqual(["0–100", "0–100"]);
    expect(scores.get("Five, before the deduction M04")?.[0]).toBe("69.1");
    // Nothing returned is fifty points or ten steps below: 20 − 10.
    expect(scores.get("Five, after the deduction M05−2.0: 38.0% returned")?.slice(0, 4)).toEqual([
      "67.1",
      expect.stringMatching(/^6\d\.\d–\d\d\.\d$/),
      "100",
      "10–100",
    ]);
  });

  test("stands over the firms: 74.65 before, and (64.2 + 81.5 + 76.25) ÷ 3 after", async () => {
    const scores = scoresOf(await renderPage(whichPanels, survey, rows, { strata }));
    const name = "M, mean over firms: All respondents";
    const note = "Firms sampled 3 of 30, 5 required, too few firms sampled";
    // 74.64999999999999 and 73.983…
    expect(scores.get(`${name}, before the deduction M03${note}`)?.[0]).toBe("74.6");
    expect(scores.get(`${name}, after the deduction M05${note}`)?.[0]).toBe("74.0");
  });

  test("of which it is not known what came back has no score after, and says so", async () => {
    const scores = scoresOf(await renderPage(whichPanels, survey, one));
    expect(scores.get(`M, before the deduction M03${which.returnsUnknown}`)?.[0]).toBe("66.2");
    expect([...scores.keys()].filter((name) => name.includes("M05"))).toEqual([]);
  });

  test("of three respondents is withheld, with its base (M34)", async () => {
    const page = await renderPage(whichPanels, survey, one.slice(0, 3), { strata: strata.slice(0, 1) });
    expect(page.all("#own")).toEqual([]);
  });
});

describe("scores of all kinds stand in one table", () => {
  const stay: SingleQuestion = {
    ...{ id: "stay", text: sameText("stay"), short: sameText("stay"), versions: [], type: "single" },
    options: ["surely", "maybe"].map((id) => ({ id, label: sameText(id) })),
  };
  const faults: MultiQuestion = {
    ...{ id: "faults", text: sameText("faults"), short: sameText("Faults"), versions: [], type: "multi" },
    options: ["a", "b"].map((id) => ({ id, label: sameText(id) })),
    base: "asked",
    problems: [{ id: "all", title: sameText("all"), of: ["a", "b"] }],
  };
  const effort: RatingQuestion = { ...item("effort", 1, 7), measures: ["ces", "easy"] };
  const survey: Survey = surveyOf([item("a"), item("b"), recommend(1), effort, stay, faults], {
    factors: [factor("f", ["a", "b"], 1)],
    index: settings(["f"]),
    pairs: [{ expectation: "a", perception: "b", title: sameText("b"), weight: 1 }],
    bands: {
      bands: [
        { id: "low", title: sameText("Low"), from: 0 },
        { id: "high", title: sameText("High"), from: 800 },
      ],
      outcomes: [{ question: "stay", sure: ["surely"], title: sameText("Would stay") }],
    },
  });
  /** Own index of 900 (10 and 8) and of 500 (6 and 4), fifty each; 45 and 10 of them would stay. */
  const rows = [
    { a: 10, b: 8, sure: 45, effort: 6, recommend: 9, faults: [0] },
    { a: 6, b: 4, sure: 10, effort: 3, recommend: 1, faults: [0, 1] },
  ].flatMap(({ sure, ...answers }) =>
    Array.from(
      { length: 50 },
      (_, at): Row => ({
        wave: "w2",
        places: {},
        answers: { ...answers, stay: at < sure ? 0 : 1 },
      }),
    ),
  );

  test("with value, base and what each can be", async () => {
    const page = await renderPage(whichPanels, survey, rows);
    const scores = scoresOf(page);
    const said = (name: string) => {
      const [value, , base, range] = scores.get(name) ?? [];
      return [value, base, range];
    };
    expect(groupsOf(page)).toEqual(["One question: a", which.otherQuestions, which.ofSeveralQuestions]);
    expect(said("Mean M02")).toEqual(["8.00", "100", "1–10"]);
    // Half 9, half 1 of 10: 50 − 50. Mean effort (6 + 3)/2; half 5 to 7.
    expect(said(`recommend: Net Promoter Score M08${which.fromOne}`)).toEqual(["0.0", "100", "−100 to 100"]);
    expect(said("effort: customer effort score (CES) M08")).toEqual(["4.50", "100", "1–7"]);
    expect(said("effort: share who found it easy M08")).toEqual(["50.0%", "100", "0–100%"]);
    // All found 2 less than they expected; (8/10 + 6/10)/2 · 1000; 50 with one problem, 50 with two.
    expect(said("Gap: All pairs M09")).toEqual(["−2.00", "100", "−9 to 9"]);
    expect(said("csi M10")).toEqual(["700", "100", "0–1,000"]);
    expect(said("Faults M11lower is better")).toEqual(["150.0", "100", "0 and more"]);
    // Wilson's 95% intervals of 50: 78.6–95.7 and 11.2–33.0.
    expect(scores.get("Would stay: band “High” M18")).toEqual(["90.0%", "78.6–95.7%", "50", "0–100%"]);
    expect(scores.get("Would stay: band “Low” M18")).toEqual(["20.0%", "11.2–33.0%", "50", "0–100%"]);
    const links = page.all("#own tr:not(.group) th a").map((link) => link.getAttribute("href"));
    expect(links).toEqual(expect.arrayContaining(["/f/csi", "/#gaps", "/#bands", "/q/faults", "/q/effort"]));
  });

  test("and the methods that make nothing of the answers are named, with the reason", async () => {
    expect(missingOf(await renderPage(whichPanels, survey, rows))).toBe(
      "Not made of this survey’s answers: national score of a card (M03): no card of graded questions is set; " +
        "five-to-one score (M04): no card of questions on 1–5 is set; " +
        "deduction (M05): no rule takes points off for few returns; " +
        "CSAT (M08): no question on 1–5 is set to be about one contact.",
    );
  });

  test("so that a survey of one question promises no others", async () => {
    const single = surveyOf([item("a")]);
    for (const language of ["en", "zh"] as const) {
      const page = await renderPage(whichPanels, single, answering("w2", "a", { 4: 20, 8: 20 }), {
        language,
      });
      const { which: said } = wordsIn(language);
      expect(groupsOf(page)).toEqual([said.oneQuestion("a")]);
      expect(page.texts("#own .lead")[0]).toContain(said.ownLead("a", "w2", false));
      const reasons = Object.values(said.missing).filter(({ name }) => !missingOfIn(page, name));
      // Its share of the maximum is on 1–10 and no M04.
      expect(reasons).toEqual([]);
    }
  });

  test("and one without any graded question has the others alone", async () => {
    const choices = surveyOf([minutes, faults]);
    const page = await renderPage(
      whichPanels,
      choices,
      rows.map((row) => ({ ...row, answers: { faults: row.answers["faults"] ?? null } })),
    );
    expect([...scoresOf(page).keys()]).toEqual(["Faults M11lower is better"]);
    expect(page.texts("#own .lead")[0]).toBe(which.ownLead("", "w2", true));
  });
});

function missingOfIn(page: Page, name: string): boolean {
  return page.texts("#own > p.note").some((text) => text.includes(name));
}
