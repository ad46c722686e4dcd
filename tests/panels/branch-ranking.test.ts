import { describe, expect, test } from "vitest";
import { familyLevels } from "../../src/measures/difference.ts";
import { branchScores } from "../../src/panels/branch-scores.tsx";
import { endedBefore } from "../../src/panels/ended.ts";
import { rankingLevel } from "../../src/panels/ranking.ts";
import { subjectOf } from "../../src/panels/subject.ts";
import { normal, seededRandom } from "../../src/stats/random.ts";
import type { NumberQuestion, Question } from "../../src/survey/question.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";
import { rankingMethodEnglish } from "../../src/words/ranking-en.ts";
import { rankingMethodChinese } from "../../src/words/ranking-zh.ts";
import { wordsIn } from "../../src/words/words.ts";
import type { Row } from "../counts/ask-rows.ts";
import { minutes, rating } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { answering, type PageOptions, renderPage } from "./report.ts";

const regions = ["east", "west", "north", "south", "far"];
const ten = rating(1, 10);
const surveyWith = (question: Question, rest: Partial<Survey> = {}) =>
  surveyOf([question], { hierarchy: ["region"], dimensions: [dimension("region", regions)], ...rest });
const survey = surveyWith(ten);

/** Answers of a region in the second wave: how many gave each value. */
const from = (region: string, counts: Readonly<Record<number, number>>, question = "item") =>
  answering("w2", question, counts, { region });

async function table(rows: readonly Row[], of: Survey = survey, options: PageOptions = {}) {
  const [question] = of.questions;
  const subject = question && subjectOf(of, question);
  if (!subject) throw new Error("the question has no score");
  const page = await renderPage([branchScores(subject)], of, rows, options);
  const cells = (row: Element, selector: string) => row.querySelector(selector)?.textContent?.trim() ?? "";
  return {
    page,
    lead: page.texts("#branches .lead").join(""),
    titles: page.texts("#branches tr.group"),
    names: page.texts("#branches tbody tr:not(.group) th"),
    ranks: page.all("#branches tbody tr:not(.group)").map((row) => cells(row, "td.labelled")),
    fair: page.all("#branches tbody tr:not(.group)").map((row) => cells(row, ".sr-only")),
  };
}

/** Means 9, 7 and 5 with the same spread: 40 give one more and 40 one less. */
const apart = [
  ...from("east", { 8: 40, 10: 40 }),
  ...from("west", { 6: 40, 8: 40 }),
  ...from("north", { 4: 40, 6: 40 }),
];
/** Means 7.00, 7.05 and 7.10. */
const alike = [
  ...from("east", { 6: 40, 8: 40 }),
  ...from("west", { 6: 38, 8: 42 }),
  ...from("north", { 6: 36, 8: 44 }),
];

describe("the branches of a page", () => {
  test.each(["en", "zh"] as const)("that differ are in groups, best first (%s)", async (language) => {
    const { ranking } = wordsIn(language);
    const { names, titles, ranks, lead } = await table(apart, survey, { language });
    expect(names).toEqual(["east", "west", "north"]);
    expect(titles).toEqual([ranking.group(1), ranking.nextGroup(2, 1), ranking.nextGroup(3, 2)]);
    expect(ranks).toEqual(["1", "2", "3"].map((rank) => `${rank}${ranking.raw(rank)}`));
    expect(lead).toContain(ranking.groups);
    expect(lead).not.toContain(ranking.oneGroup);
  });

  test("that don't are in none, and the lead says so; their ranks reach from first to last", async () => {
    const { titles, ranks, lead } = await table(alike);
    expect(titles).toEqual([]);
    expect(lead).toContain("none is shown to be behind the first");
    expect((await table(alike, survey, { language: "zh" })).lead).toContain("与首位相比均未见显著落后");
    expect(ranks).toEqual(["1–3by score: 1", "1–3by score: 2", "1–3by score: 3"]);
  });

  test("as good as each other share a rank, and the next is left out", async () => {
    const { ranks } = await table([
      ...alike,
      ...from("south", { 6: 36, 8: 44 }),
      ...from("far", { 6: 41, 8: 39 }),
    ]);
    expect(ranks.map((rank) => rank.replace(/^.*: /, ""))).toEqual(["1", "1", "3", "4", "5"]);
  });

  test("have fair scores that are drawn towards everybody's", async () => {
    const few = [
      ...from("east", { 6: 4, 7: 0, 8: 12 }),
      ...from("west", { 6: 8, 8: 8 }),
      ...from("north", { 6: 12, 8: 4 }),
    ];
    const { fair } = await table(few);
    // Sixteen answers each. East and north have a variance of 0.8, west of 16/15: 8/9 in the mean, so each error is
    // 1/18. The squared distances of 7.5, 7 and 6.5 from their mean are Q = 0.5 · 18 = 9 errors; expected are 2, so that
    // between them is a variance of (9 − 2)/(3 · 18 − 18) = 7/36.
    const stands = 7 / 36 / (7 / 36 + 1 / 18);
    const expected = [7 + 0.5 * stands, 7, 7 - 0.5 * stands].map((value) => value.toFixed(2));
    expect(fair.map((text) => text.replace(/^.* /, ""))).toEqual(expected);
  });

  test("of which two alone have a figure are in the order of their scores, as before", async () => {
    const rows = [
      ...from("east", { 6: 40, 8: 40 }),
      ...from("west", { 8: 40, 10: 40 }),
      ...from("north", { 4: 2 }),
    ];
    const { names, titles, ranks, lead } = await table(rows);
    expect(names).toEqual(["west", "east", "north"]);
    expect([titles, ranks.join("")]).toEqual([[], ""]);
    expect(lead).toContain(wordsIn("en").branchesLead);
  });

  test("that are withheld stand last, unranked, and take no part", async () => {
    const found = await table([...apart, ...from("south", { 10: 3 }), ...from("far", { 1: 4 })]);
    expect(found.names).toEqual(["east", "west", "north", "south", "far"]);
    expect(found.ranks.slice(3)).toEqual(["", ""]);
    expect(found.titles.at(-1)).toBe(wordsIn("en").ranking.unranked);
    expect(found.fair.slice(0, 3)).toEqual((await table(apart)).fair);
  });

  test("that closed before the wave are not ranked, though pooled waves still hold them", async () => {
    const waves = ["w1", "w2"].map((id, at) => ({ id, title: sameText(id), start: `202${at + 1}-01-01` }));
    const state = { name: sameText("west"), until: "2021-06-30" };
    const closed = surveyWith(ten, {
      waves,
      base: { minimum: 5, caution: 30, pool: { region: 2 } },
      network: { levels: ["region"], branches: [{ level: 0, id: "west", states: [state] }] },
    });
    const rows = [...alike, ...from("south", { 6: 39, 8: 41 })].map((row) =>
      row.places["region"] === "west" ? { ...row, wave: "w1" } : row,
    );
    const { names, ranks } = await table(rows, closed);
    expect(names.join()).not.toContain("west");
    expect(ranks.slice(0, 3).map((rank) => rank.replace(/^.*: /, ""))).toEqual(["1", "2", "3"]);
    // In the wave in which it closed it still is one of them.
    expect(["w1", "w2"].map((wave) => endedBefore(closed, { level: 0, path: ["west"] }, wave))).toEqual([
      false,
      true,
    ]);
  });

  test("where less is better start with the least", async () => {
    const waiting = surveyWith(minutes);
    const rows = [
      ...from("east", { 28: 40, 32: 40 }, "wait"),
      ...from("west", { 8: 40, 12: 40 }, "wait"),
      ...from("north", { 18: 40, 22: 40 }, "wait"),
    ];
    const { names, titles } = await table(rows, waiting);
    expect(names).toEqual(["west", "north", "east"]);
    expect(titles).toHaveLength(3);
  });

  test("where neither way is better are not ranked", async () => {
    const neither: NumberQuestion = { ...minutes, better: "neither" };
    const rows = [
      ...from("east", { 8: 40, 12: 40 }, "wait"),
      ...from("west", { 28: 40, 32: 40 }, "wait"),
      ...from("north", { 48: 40, 52: 40 }, "wait"),
    ];
    const { ranks, lead } = await table(rows, surveyWith(neither));
    expect(ranks.join("")).toBe("");
    expect(lead).toContain(wordsIn("en").branchesLead);
  });

  test("in which all give one answer, where nobody differs anywhere, are not ranked", async () => {
    const { ranks } = await table([
      ...from("east", { 10: 9 }),
      ...from("west", { 9: 9 }),
      ...from("north", { 8: 9 }),
    ]);
    expect(ranks.join("")).toBe("");
  });
});

describe("branches that are ranked within segments", () => {
  const segmented = surveyWith(ten, {
    segments: ["kind"],
    dimensions: [dimension("region", regions), dimension("kind", ["plain", "fancy"])],
  });

  test.each(["en", "zh"] as const)(
    "stand side by side by score, without ranks, groups or fair scores, and the lead says so (%s)",
    async (language) => {
      const words = wordsIn(language);
      const found = await table(apart, segmented, { language });
      expect(found.names).toEqual(["east", "west", "north"]);
      expect([found.titles, found.ranks.join("")]).toEqual([[], ""]);
      expect(found.page.html).not.toContain(words.ranking.fair);
      expect(found.lead).toContain(words.branchesLead);
      expect(found.lead).toContain(words.ranking.besideOthers("kind"));
      const [link] = found.page.all("#branches .note a");
      expect(link?.getAttribute("href")).toBe("/best#region");
      expect(found.page.texts("#branches .note").join()).toContain(words.ranking.rankedWithin("kind"));
      // Without segments the same answers are ranked.
      expect((await table(apart, survey, { language })).titles).toHaveLength(3);
    },
  );

  test("above the level that is, have ranks as ever", async () => {
    const level = dimension("city", ["a"]);
    const { titles, lead } = await table(apart, {
      ...segmented,
      hierarchy: ["region", "city"],
      dimensions: [...segmented.dimensions, level],
    });
    expect(titles).toHaveLength(3);
    expect(lead).not.toContain(wordsIn("en").ranking.besideOthers("kind"));
  });
});

describe("luck", () => {
  test("six who all gave the top answer are not the best region", async () => {
    const rows = [
      ...from("east", { 7: 20, 9: 60, 10: 40 }),
      ...from("west", { 6: 20, 8: 60, 10: 20 }),
      ...from("north", { 6: 40, 8: 60 }),
      ...from("far", { 10: 6 }),
    ];
    const { names, ranks, titles } = await table(rows);
    expect(names[0]).toBe("east");
    expect(titles[0]).toBe(wordsIn("en").ranking.group(1));
    // On six answers it takes no rank, and the others' ranks don't count it.
    expect(names.at(-1)).toBe("far");
    expect(titles.at(-1)).toBe(wordsIn("en").ranking.apart(30));
    expect(ranks.map((rank) => rank.replace(/^.*: /, ""))).toEqual(["1", "2", "3", ""]);
  });

  test.each(["en", "zh"] as const)(
    "those on small bases keep their fair scores and stand behind the others, whatever they score (%s)",
    async (language) => {
      const { ranking } = wordsIn(language);
      const rows = [...alike, ...from("south", { 9: 10, 10: 19 }), ...from("far", { 1: 10, 2: 19 })];
      const { names, ranks, titles, fair } = await table(rows, survey, { language });
      expect(names.slice(3)).toEqual(["south", "far"]);
      expect(ranks.slice(3)).toEqual(["", ""]);
      expect(ranks[0]).toMatch(/^1–3/);
      expect(titles).toEqual([ranking.apart(30)]);
      expect(fair.every((text) => text.includes(ranking.fair))).toBe(true);
    },
  );

  test("where fewer than three are on usual bases, all are ranked together", async () => {
    const few = [
      ...from("east", { 6: 40, 8: 40 }),
      ...from("west", { 5: 40, 7: 40 }),
      ...from("far", { 8: 5, 9: 5 }),
    ];
    expect((await table(few)).ranks.every((rank) => rank !== "")).toBe(true);
    const more = await table([...few, ...from("north", { 4: 40, 6: 40 })]);
    expect(more.ranks.filter((rank) => rank === "")).toHaveLength(1);
  });

  test("parts branches that are all alike in at most one of thirty surveys", async () => {
    let parted = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const random = seededRandom(seed);
      const rows = regions.flatMap((region, at) =>
        Array.from({ length: 8 + 25 * at }, (): Row => {
          const value = Math.min(10, Math.max(1, Math.round(8 + 1.8 * normal(random))));
          return { wave: "w2", places: { region }, answers: { item: value } };
        }),
      );
      if ((await table(rows)).titles.includes(wordsIn("en").ranking.group(1))) parted++;
    }
    expect(parted).toBeLessThanOrEqual(1);
  });
});

describe("how often a table may part what is all alike", () => {
  const level = dimension("city", ["a"]);
  const kinds = [dimension("kind", ["x", "y", "z"]), dimension("size", ["s", "l"])];
  const of = (hierarchy: readonly string[], segments: readonly string[]) =>
    rankingLevel(
      surveyWith(ten, { hierarchy, segments, dimensions: [dimension("region", regions), level, ...kinds] }),
    );

  test("is shared by all levels, the lowest of them in segments", () => {
    const { ranking } = familyLevels;
    expect(of(["region"], [])).toBeCloseTo(ranking, 12);
    expect(of(["region", "city"], [])).toBeCloseTo(ranking / 2, 12);
    expect(of(["region", "city"], ["kind"])).toBeCloseTo(ranking / 4, 12);
    expect(of(["region", "city"], ["kind", "size"])).toBeCloseTo(ranking / 7, 12);
  });

  test("is stated with the method in both languages", () => {
    const percent = `${familyLevels.ranking * 100}%`;
    expect(rankingMethodEnglish.formula).toContain(`${percent} ÷ their number`);
    expect(rankingMethodChinese.formula).toContain(`${percent} ÷ 表数`);
  });
});
