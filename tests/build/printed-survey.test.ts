import { afterAll, describe, expect, test } from "vitest";
import { respondentsOf } from "../../src/build/respondents.ts";
import type { SurveySite } from "../../src/build/site.ts";
import { lastAskedIn } from "../../src/build/waves.ts";
import { questionOf } from "../../src/survey/survey.ts";
import { type Files, onlySurvey, type PreparedFiles, prepareFiles } from "./prepare-files.ts";

const codebook = (waves: string) => `id: shop
title: Shop
waves:
${waves}
dimensions: [{ id: region, column: REGION }]
hierarchy: [region]
questions:
  - { id: overall, type: rating, scale: { min: 1, max: 3 }, column: Q1 }
  - { id: paid, type: single, labels: { card: Card, cash: Cash } }
`;
const printed = '  - { id: "2009", tabulated: counts.csv, respondents: 60, invited: 240 }';
const counts = `question,option,count,slice
overall,1,10,
overall,2,20,
overall,3,30,
overall,1,10,region=East
overall,2,20,region=East
overall,3,20,region=East
paid,card,40,
paid,cash,20,
`;
const answers = `REGION,Q1\n${Array.from({ length: 12 }, (_, at) => `West,${1 + (at % 3)}`).join("\n")}\n`;

const opened: PreparedFiles[] = [];
async function prepared(files: Files) {
  const outcome = await prepareFiles(files);
  opened.push(outcome);
  return onlySurvey(outcome);
}
afterAll(() => Promise.all(opened.map((files) => files.remove())));

describe("a survey of printed tables", () => {
  const files = { "survey.yaml": codebook(printed), "counts.csv": counts };

  test("is prepared without a store, with the rows of its files accounted for", async () => {
    const survey = await prepared(files);
    expect(survey.waves).toEqual([]);
    expect(survey.tables[0]?.files).toEqual([
      {
        file: "counts.csv",
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        quality: expect.objectContaining({ rowsRead: 8, used: 8, encoding: "utf-8" }),
      },
    ]);
    expect(respondentsOf(survey)).toBe(60);
  });

  test("takes the options of an open dimension from its tables", async () => {
    const { survey } = await prepared(files);
    expect(survey.dimensions[0]?.options.map(({ id }) => id)).toEqual(["East"]);
  });

  test("has another data version as soon as a count is another, and the same for other line ends", async () => {
    const one = await prepared(files);
    const same = await prepared({ ...files, "counts.csv": counts.replaceAll("\n", "\r\n") });
    const other = await prepared({ ...files, "counts.csv": counts.replace("cash,20", "cash,19") });
    expect(same.dataVersion).toBe(one.dataVersion);
    expect(other.dataVersion).not.toBe(one.dataVersion);
  });
});

describe("printed tables before respondents", () => {
  const later = '  - { id: "2010", file: answers.csv }';
  const files = {
    "survey.yaml": codebook(`${printed}\n${later}`),
    "counts.csv": counts,
    "answers.csv": answers,
  };

  test("both are prepared; branches of either are branches", async () => {
    const survey = await prepared(files);
    expect(survey.waves.map(({ wave }) => wave)).toEqual(["2010"]);
    expect(survey.tables.map(({ wave }) => wave)).toEqual(["2009"]);
    expect(survey.survey.dimensions[0]?.options.map(({ id }) => id)).toEqual(["East", "West"]);
    expect(respondentsOf(survey)).toBe(72);
  });

  test("a question of the tables alone was last asked in them", async () => {
    const survey = await prepared(files);
    const site = { survey: survey.survey, prepared: survey } as SurveySite;
    expect(lastAskedIn(site, questionOf(survey.survey, "paid"))).toBe("2009");
    expect(lastAskedIn(site, questionOf(survey.survey, "overall"))).toBe("2010");
  });
});
