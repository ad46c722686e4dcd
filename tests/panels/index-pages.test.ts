import { describe, expect, test } from "vitest";
import { branchPanels, factorPanels, overviewPanels, questionPanels } from "../../src/panels/pages.ts";
import { indexSubjects } from "../../src/panels/subject.ts";
import { normal, seededRandom } from "../../src/stats/random.ts";
import { questionOf, type Survey } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";
import { wordsIn } from "../../src/words/words.ts";
import type { Row } from "../counts/ask-rows.ts";
import { factor, item, settings } from "../measures/index/index-survey.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { renderPage } from "./report.ts";

const words = wordsIn("en");
const regions = ["r1", "r2", "r3", "r4"];
const survey = surveyOf(
  ["a", "b", "c"].map((id) => item(id)),
  {
    headline: "a",
    factors: [factor("f", ["a", "b"], 3), factor("g", ["c"], 2)],
    index: settings(["f", "g"], { target: 900 }),
    dimensions: [dimension("region", regions)],
    hierarchy: ["region"],
  },
);

/** Forty respondents, a half of them one above and a half one below each mean. */
function around(
  wave: string,
  means: Readonly<Record<string, number>>,
  places: Row["places"] = {},
): readonly Row[] {
  return Array.from({ length: 40 }, (_, at) => ({
    wave,
    places,
    answers: Object.fromEntries(
      Object.entries(means).map(([id, mean]) => [id, mean + (at % 2 === 0 ? 1 : -1)]),
    ),
  }));
}

const factorOf = (wanted: string) => {
  const found = indexSubjects(survey).find(({ id }) => id === wanted);
  if (!found) throw new Error(`there is no ${wanted}`);
  return found;
};

describe("an index on pages", () => {
  // f = (0.8 + 0.6)/2 = 0.7, g = 0.9; index = (3·0.7 + 2·0.9)/5 = 0.78 of 1000.
  const rows = ["w1", "w2"].flatMap((wave) => around(wave, { a: 8, b: 6, c: 9 }));

  test("heads the overview, with its target", async () => {
    const page = await renderPage(overviewPanels(survey), survey, rows);
    expect(page.title).toBe("csi stands at 780, clearly short of its target of 900");
    expect(page.texts(".glance .figure")).toEqual(["780"]);
    expect(page.texts(".glance dd").join(" ")).toContain(`900${words.index.targetVerdict.fall} (−120)`);
  });

  test("says what each factor costs, weighs and who owns it: 1000·0.6·0.3 and 1000·0.4·0.1", async () => {
    const page = await renderPage(overviewPanels(survey), survey, rows);
    const cells = page
      .all("#factors tbody tr")
      .map((row) => [
        row.querySelector("th a")?.textContent,
        row.querySelector("th .aside")?.textContent,
        row.querySelector(".score")?.textContent,
        ...[...row.querySelectorAll("td.labelled")].map((cell) => cell.firstChild?.textContent),
      ]);
    expect(cells).toEqual([
      ["g", "Owner: g department", "900", "40", "40.0%"],
      ["f", "Owner: f department", "700", "180", "60.0%"],
    ]);
    expect(page.texts("#lost .lead").join()).toContain("220 points short of the maximum");
  });

  test("has a page for each factor, with its items and whether they go together", async () => {
    const page = await renderPage(factorPanels(survey, factorOf("f")), survey, rows);
    expect(page.title).toBe("f stands at 700 in w2, no clear change on w1");
    expect(page.texts("#questions tbody th a")).toEqual(["a", "b"]);
    // Both items move together without fail: α is 1.
    expect(page.texts("#reliability .lead").join()).toContain("Cronbach’s α is 1.00");
  });

  test("does without an item that fewer than five answered, and says so", async () => {
    const few = rows.map((row, at) =>
      at % 20 === 0 ? row : { ...row, answers: { ...row.answers, b: null } },
    );
    const page = await renderPage(overviewPanels(survey), survey, few);
    // f is a alone: (3·0.8 + 2·0.9)/5.
    expect(page.texts(".glance .figure")).toEqual(["840"]);
    expect(page.texts("#factors .note").join()).toContain(words.index.leftOut("b", 5));
  });
});

describe("an index of which an item changed", () => {
  const changed: Survey = {
    ...survey,
    questions: survey.questions.map((question) =>
      question.id === "b"
        ? { ...question, versions: [{ from: "w2", text: sameText("b anew"), comparable: false }] }
        : question,
    ),
  };
  const rows = [...around("w1", { a: 8, b: 4, c: 7 }), ...around("w2", { a: 8, b: 8, c: 9 })];

  test("is compared on the others, and its trend breaks with the reason", async () => {
    const page = await renderPage(overviewPanels(changed), changed, rows);
    // With b it would be 3/5·200 more; without it g alone rises, by 200·2/5.
    expect(page.texts(".glance dd").join(" ")).toContain("▲ +80");
    expect(page.texts(".glance dd").join(" ")).toContain(words.index.without("b"));
    expect(page.texts("#trend").join(" ")).toContain(words.breaks.wording);
  });
});

describe("one verdict on every page", () => {
  test("for a branch's question, on the question's page and on the branch's", async () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 12; seed++) {
      const random = seededRandom(70 + seed);
      const rows = ["w1", "w2"].flatMap((wave) =>
        Array.from({ length: 240 }, (_, at): Row => {
          const region = regions[at % regions.length] ?? "";
          const shift = wave === "w2" && region === "r2" ? 1 : 0;
          const grade = (more: number) =>
            Math.max(1, Math.min(10, Math.round(6 + more + 2 * normal(random))));
          return {
            wave,
            places: { region },
            answers: { a: grade(0), b: grade(shift), c: grade(0) },
          };
        }),
      );
      const question = await renderPage(questionPanels(survey, questionOf(survey, "b")), survey, rows);
      const branch = await renderPage(branchPanels(survey), survey, rows, { path: ["r2"] });
      const changeOf = (page: typeof question, table: string, label: string) =>
        page
          .all(`${table} tbody tr`)
          .find((row) => row.querySelector("th")?.textContent.trim() === label)
          ?.querySelector("td.number:not(.score):not(.labelled)")?.textContent;
      const [there, here] = [changeOf(question, "#branches", "r2"), changeOf(branch, "#questions", "b")];
      expect(there).toBeDefined();
      expect(here).toBe(there);
      seen.add(/clear rise/.test(here ?? "") ? "clear" : "unclear");
    }
    expect([...seen].toSorted()).toEqual(["clear", "unclear"]);
  });
});

describe("a branch against the rest of what is above it", () => {
  const others = (wave: string) =>
    ["r2", "r3", "r4"].flatMap((region) => around(wave, { a: 7, b: 6, c: 9 }, { region }));
  const rows = ["w1", "w2"].flatMap((wave) => [
    ...around(wave, { a: 9, b: 6, c: 9 }, { region: "r1" }),
    ...others(wave),
  ]);

  test("is held against everybody else, not against a whole that it is a part of", async () => {
    // r1: ((0.9 + 0.6)/2·3 + 0.9·2)/5 = 0.81; the other three: ((0.7 + 0.6)/2·3 + 0.9·2)/5 = 0.75; all: 0.765.
    const page = await renderPage(branchPanels(survey), survey, rows, { path: ["r1"] });
    const facts = page.texts(".glance > div");
    const against = facts.find((fact) => fact.startsWith(words.index.rest(words.all)));
    expect(against).toContain("+60");
    expect(against).toContain(words.index.restVerdict.rise);
    const figures = ["r1", "r2"].map(async (region) =>
      renderPage(branchPanels(survey), survey, others("w2").concat(around("w1", { a: 7, b: 6, c: 9 })), {
        path: [region],
      }),
    );
    // Where the branch has nobody there is nothing to hold against the rest; where all are alike nothing is clear.
    const [none, alike] = await Promise.all(figures);
    expect(none?.texts(".glance > div").join()).not.toContain(words.index.rest(words.all));
    expect(alike?.texts(".glance > div").join()).toContain(words.index.restVerdict.unclear);
  });
});

describe("a level that is shown over pooled waves", () => {
  const waves = ["w1", "w2", "w3", "w4"].map((id) => ({ id, title: sameText(id) }));
  const pooled: Survey = { ...survey, waves, base: { ...survey.base, pool: { region: 2 } } };
  const means = { w1: 4, w2: 5, w3: 7, w4: 8 } as const;
  const rows = regions.flatMap((region) =>
    Object.entries(means).flatMap(([wave, mean]) => around(wave, { a: mean, b: 6, c: 9 }, { region })),
  );

  test("has figures over them, names them, and is compared with the pool before", async () => {
    const page = await renderPage(branchPanels(pooled), pooled, rows, { wave: "w4", path: ["r1"] });
    // a over w3 and w4 is 7.5: ((0.75 + 0.6)/2·3 + 0.9·2)/5; before, a was 4.5.
    expect(page.texts(".glance .figure")).toEqual(["765"]);
    expect(page.texts(".glance dd").join(" ")).toContain("▲ +90");
    expect(page.title).toContain("w3–w4");
    expect(page.texts(".note").join(" ")).toContain(words.index.pooled("w3, w4"));
    expect(page.texts(".glance dd").join(" ")).toContain("80");
  });

  test("starts its trend where the first pool is full", async () => {
    const page = await renderPage(branchPanels(pooled), pooled, rows, { wave: "w4", path: ["r1"] });
    expect(page.texts("#trend tbody th").map((text) => text.split(" ")[0])).toEqual(["w2", "w3", "w4"]);
  });
});
