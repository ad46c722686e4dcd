import { describe, expect, test } from "vitest";
import type { WaveFacts } from "../../src/panels/wave-facts.ts";
import { weightingPanels } from "../../src/panels/weighting.ts";
import type { RatingQuestion } from "../../src/survey/question.ts";
import type { Survey } from "../../src/survey/survey.ts";
import type { Language } from "../../src/survey/text.ts";
import type { MarginLine, WaveWeighting } from "../../src/survey/weighting.ts";
import { wordsIn } from "../../src/words/words.ts";
import type { Row } from "../counts/ask-rows.ts";
import { rating, recommend } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { renderPage } from "./report.ts";

const service: RatingQuestion = { ...rating(1, 5), short: { en: "Service", zh: "服务" } };
const waves = ["w1", "w2"].map((id) => ({ id, title: { en: `Wave ${id}`, zh: `${id} 期` } }));
const survey = surveyOf([service, { ...recommend(), id: "never" }], {
  waves,
  dimensions: [dimension("sex", ["f", "m"]), dimension("age", ["young", "old", "oldest"])],
});

/**
 * 60 women of weight 0.5 who answer 4, half of them old, and 40 men of weight 1.75 who answer 2: unweighted
 * (60·4 + 40·2)/100 = 3.2, weighted (30·4 + 70·2)/100 = 2.6; deff = (60·0.25 + 40·3.0625)·100/100² = 1.375.
 */
const rows: readonly Row[] = Array.from({ length: 100 }, (_, at) => {
  const woman = at < 60;
  const age = woman ? (at < 30 ? "old" : "young") : at < 63 ? "oldest" : "young";
  return {
    wave: "w2",
    places: { sex: woman ? "f" : "m", age },
    answers: { item: woman ? 4 : 2 },
    weight: woman ? 0.5 : 1.75,
  };
});

const margins: readonly MarginLine[] = [
  { dimension: "sex", option: "f", respondents: 60, unweighted: 0.6, wanted: 0.3, got: 0.3 },
  { dimension: "sex", option: "m", respondents: 40, unweighted: 0.4, wanted: 0.7, got: 0.7 },
];
const weighting: WaveWeighting = {
  respondents: 100,
  without: 3,
  deff: 1.375,
  effective: 100 / 1.375,
  largest: 1.75,
  smallest: 0.5,
  sizes: {
    kind: "each",
    groups: [
      { weight: 1.75, respondents: 40, share: 0.7 },
      { weight: 0.5, respondents: 60, share: 0.3 },
    ],
  },
  source: {
    from: "population",
    method: "rake",
    by: ["sex", "age"],
    file: "tables/population.csv",
    margins,
    rounds: 7,
    trimmings: 2,
  },
};
const byColumn: WaveWeighting = { ...weighting, source: { from: "column", column: "WT" } };

const facts = (wave: string, of?: WaveWeighting): WaveFacts => ({
  wave,
  file: `${wave}.csv`,
  sourceSha256: "0".repeat(64),
  quality: {
    rowsRead: 103,
    kept: 103,
    rejected: { duplicate: 0, ragged: 0, empty: 0, incomplete: 0 },
    format: "plain",
    encoding: "utf-8",
    straightLining: { flagged: 0, base: 0 },
    outsideHierarchy: 0,
    items: {},
    unusedColumns: [],
  },
  ...(of ? { weighting: of } : {}),
});

const pageOf = (
  all: readonly WaveFacts[],
  {
    language = "en",
    of = survey,
    answers = rows,
  }: { language?: Language; of?: Survey; answers?: readonly Row[] } = {},
) => renderPage(weightingPanels(all, of.base), of, answers, { language, weightedWaves: new Set(["w2"]) });

/** The cells of a section's rows. */
const cellsOf = (page: Awaited<ReturnType<typeof pageOf>>, section: string) =>
  page.all(`#${section} tbody tr`).map((row) => [...row.children].map((cell) => cell.textContent.trim()));

describe("a survey whose latest wave is weighted", () => {
  const both = [facts("w1"), facts("w2", weighting)];

  test.each([
    ["en", "Weighting makes 100 answers as exact as 73"],
    ["zh", "加权后，100 份答卷的精确度相当于 73 份"],
  ] as const)("says in the title what it costs (%s)", async (language, title) => {
    const page = await pageOf(both, { language });
    expect(page.title).toBe(title);
    expect(page.texts("h1.title")).toEqual([title]);
  });

  test("says of each wave how it was weighted, the latest first", async () => {
    const page = await pageOf(both);
    expect(page.texts("#waves li")).toEqual([
      "Wave w2: raked to the people in population.csv, by sex and age, so that each dimension has the population's shares",
      "Wave w1: not weighted: every answer counts 1",
    ]);
    expect(cellsOf(page, "waves")).toEqual([
      ["Weights", "–", "raked"],
      ["Respondents with a weight", "–", "100"],
      ["Respondents without one", "–", "3"],
      ["Smallest weight", "–", "0.50"],
      ["Largest weight", "–", "1.75"],
      ["Design effect", "–", "1.38"],
      ["Effective base", "–", "73"],
      ["Rounds of raking", "–", "7"],
      ["Times cut", "–", "2"],
    ]);
  });

  test("waves that are weighted alike are one line", async () => {
    const three = { ...survey, waves: [...waves, { id: "w3", title: { en: "Wave w3", zh: "w3 期" } }] };
    const page = await pageOf([facts("w1", byColumn), facts("w2", byColumn), facts("w3", byColumn)], {
      of: three,
    });
    expect(page.texts("#waves li")).toEqual([
      "Wave w1 – Wave w3: by the weights in the column “WT” of its file",
    ]);
  });

  test("shows the sample without and with weights beside the population", async () => {
    const page = await pageOf(both);
    const [sex, age] = page
      .all("#margins table")
      .map((table) =>
        [...table.querySelectorAll("tr")].map((row) =>
          [...row.children].map((cell) => cell.textContent.trim()),
        ),
      );
    expect(sex).toEqual([
      ["sex", "Base", "Unweighted", "Weighted", "Population"],
      ["f", "60", "60.0%", "30.0%", "30.0%"],
      ["m", "40", "40.0%", "70.0%", "70.0%"],
    ]);
    // Three are oldest: too few, and the next smallest is withheld with them. No margin is known of ages.
    expect(age).toEqual([
      ["age", "Base", "Unweighted", "Weighted"],
      ["young", "67", "67.0%", "79.8%"],
      ["old", "", "withheld", "withheld"],
      ["oldest", "", "withheld", "withheld"],
    ]);
  });

  test("says of a lower level that its margins are met, and lists none of its groups", async () => {
    const nested = { ...survey, hierarchy: ["sex", "age"] };
    const page = await pageOf(both, { of: nested });
    expect(page.texts("#margins h3")).toEqual(["By sex"]);
    expect(page.texts("#margins .lead")[0]).toContain(
      "The margins of age are met as well, and not listed here.",
    );
  });

  test("shows the weights by size", async () => {
    expect(cellsOf(await pageOf(both), "sizes")).toEqual([
      ["1.750", "40", "70.0%"],
      ["0.500", "60", "30.0%"],
    ]);
  });

  test("sets every question's figure beside what it would be without weights, with both bases", async () => {
    const [row, ...others] = cellsOf(await pageOf(both), "effect");
    // A question that was not asked has no row.
    expect(others).toEqual([]);
    expect(row?.map((cell) => cell.replace(/\s+/g, " "))).toEqual([
      expect.stringMatching(/^ServiceMean M02$/),
      expect.stringMatching(/^2\.60/),
      expect.stringMatching(/^3\.20/),
      "−0.60",
      "100",
      "100",
      "73",
    ]);
  });

  test("draws no arrow: the same people answered", async () => {
    expect((await pageOf(both)).html).not.toMatch(/[▲▼]/);
  });
});

describe("other surveys", () => {
  test("a weight column is held against nothing", async () => {
    const page = await pageOf([facts("w2", byColumn)]);
    expect(page.texts("#margins .lead")[0]).toContain("what they are meant to match is not known here");
    expect(page.texts("#margins th")).not.toContain("Population");
    expect(cellsOf(page, "waves").map(([head]) => head)).not.toContain("Rounds of raking");
  });

  test("weights that few have are taken together, and their ends left out", async () => {
    const { largest: _, ...others } = weighting;
    const few: WaveWeighting = {
      ...others,
      sizes: {
        kind: "parts",
        groups: [
          { weight: 2.4, respondents: 5, share: 0.12 },
          { weight: 0.93, respondents: 95, share: 0.88 },
        ],
      },
    };
    const page = await pageOf([facts("w2", few)]);
    expect(cellsOf(page, "sizes")).toEqual([
      ["0–5%", "2.400", "5", "12.0%"],
      ["5–100%", "0.930", "95", "88.0%"],
    ]);
    expect(cellsOf(page, "waves").find(([head]) => head === "Largest weight")).toEqual([
      "Largest weight",
      "2.40 (mean of 5)",
    ]);
  });

  test("the rest of many weights has a row of its own", async () => {
    const rest = { weight: 0.4, respondents: 60, share: 0.3 };
    const [most] = weighting.sizes.groups;
    const many: WaveWeighting = { ...weighting, sizes: { kind: "each", groups: most ? [most] : [], rest } };
    expect(cellsOf(await pageOf([facts("w2", many)]), "sizes")).toEqual([
      ["1.750", "40", "70.0%"],
      ["all others, 0.400 on average", "60", "30.0%"],
    ]);
  });

  test.each([
    ["en", "This survey is not weighted: every answer counts 1"],
    ["zh", "本调查未加权：每份答卷计为 1"],
  ] as const)("without weights: the page says so and shows nothing else (%s)", async (language, title) => {
    const page = await pageOf([facts("w1"), facts("w2")], { language });
    expect(page.title).toBe(title);
    expect(page.texts("body")).toEqual([title]);
  });

  test("of printed tables only: the page says so", async () => {
    const page = await pageOf([]);
    expect(page.title).toBe(wordsIn("en").weighting.titlePrinted);
    expect(page.all("table")).toEqual([]);
  });

  test("where only an earlier wave is weighted the title says that the latest is not, and the page shows the earlier", async () => {
    const earlier = rows.map((row) => ({ ...row, wave: "w1" }));
    const page = await pageOf([facts("w1", weighting), facts("w2")], { answers: earlier });
    expect(page.title).toBe("Wave w2 is not weighted: every answer counts 1");
    expect(page.texts("#margins .lead")[0]).toMatch(/^Wave w1/);
    expect(cellsOf(page, "effect")).toHaveLength(1);
  });

  test("of a wave with too few respondents nothing is told but how it was weighted", async () => {
    const few: WaveWeighting = {
      ...weighting,
      respondents: 4,
      effective: 3.2,
      sizes: { kind: "parts", groups: [] },
    };
    const page = await pageOf([facts("w2", few)], { answers: rows.slice(0, 4) });
    expect(page.title).toBe("Too few answers to show what weighting does to Wave w2");
    expect(
      page
        .all("section")
        .map(({ id }) => id)
        .filter(Boolean),
    ).toEqual(["waves"]);
    const cells = cellsOf(page, "waves").map(([, cell]) => cell);
    expect(new Set(cells)).toEqual(new Set(["withheld"]));
  });
});
