/** Weights from the codebook to the figures: what `prepare` computes, stores, caches and refuses (M19). */
import { afterEach, describe, expect, test } from "vitest";
import { mean } from "../../src/measures/mean.ts";
import { questionOf } from "../../src/survey/survey.ts";
import { everybody } from "../../src/views/slice.ts";
import { onlySurvey, openPrepared, type PreparedFiles, prepareFiles } from "./prepare-files.ts";
import {
  alone,
  cellsMean,
  combined,
  kinds,
  rakedMean,
  rakedWeights,
  unweightedMean,
  type WeightedOptions,
  weightedFiles,
} from "./weighted-survey.ts";

const opened: PreparedFiles[] = [];
afterEach(async () => {
  for (const files of opened.splice(0)) await files.remove();
});

async function prepared(options: WeightedOptions): Promise<PreparedFiles> {
  const files = await prepareFiles(weightedFiles(options));
  opened.push(files);
  return files;
}

/** Counts of a wave's answers, by sex and age. */
async function countsOf(files: PreparedFiles, wave = "2024") {
  const survey = onlySurvey(files);
  if (!files.prepared) throw new Error("nothing was prepared");
  const store = await openPrepared(files.prepared, survey);
  const request = { questions: ["overall"], waves: [wave], slice: everybody };
  const whole = await store.ask({ ...request, by: [] });
  const kinds = await store.ask({ ...request, by: ["sex", "age"] });
  store.close();
  return { survey, whole, kinds };
}

async function meansOf(files: PreparedFiles, wave = "2024") {
  const { survey, whole } = await countsOf(files, wave);
  const question = questionOf(survey.survey, "overall");
  const tally = whole.groups[0]?.tallies.get("overall");
  if (!tally) throw new Error("nobody answered");
  return (["weighted", "unweighted"] as const).map((weighting) => {
    const estimate = mean.estimate(tally, question, { weighting, base: survey.survey.base });
    return "value" in estimate ? estimate.value : Number.NaN;
  });
}

const raked = "{ rake: { to: population.csv, by: [sex, age] } }";
const cells = "{ cells: { to: population.csv, by: [sex, age] } }";

describe("a wave that is weighted to a population", () => {
  test.each([
    ["raked to combinations", raked, combined, rakedMean, 5],
    ["raked to each dimension's own figures", raked, alone, rakedMean, 5],
    [
      "raked to shares in percent beside numbers of people",
      raked,
      alone.replaceAll("1,500", "1,50").replaceAll("2,500", "2,50"),
      rakedMean,
      5,
    ],
    ["weighted by cells", cells, combined, cellsMean, 12],
    ["weighted by wave", `{ "2024": ${cells} }`, combined, cellsMean, 12],
  ] as const)(
    "%s moves the mean to where a calculation by hand puts it",
    async (_, weight, population, wanted, digits) => {
      const [weighted, unweighted] = await meansOf(await prepared({ weight, population }));
      expect(unweighted).toBeCloseTo(unweightedMean, 12);
      expect(weighted).toBeCloseTo(wanted, digits);
    },
  );

  test("stores weights that meet the margins, with mean 1", async () => {
    const { kinds: counts } = await countsOf(await prepared({ weight: raked, population: combined }));
    const sums = kinds.map(
      ({ sex, age }) => counts.groups.find(({ key }) => key[0] === sex && key[1] === age)?.rows?.w ?? 0,
    );
    const [a = 0, b = 0, c = 0, d = 0] = sums;
    for (const margin of [a + b, c + d, a + c, b + d]) expect(margin).toBeCloseTo(50, 4);
    sums.forEach((sum, at) => {
      expect(sum / (kinds[at]?.n ?? 1)).toBeCloseTo(rakedWeights[at] ?? 0, 5);
    });
  });

  test("says how, and what the weights are like", async () => {
    const [wave] = onlySurvey(await prepared({ weight: raked, population: combined })).waves;
    const n = kinds.map((kind) => kind.n);
    const squares = n.reduce((sum, count, at) => sum + count * (rakedWeights[at] ?? 0) ** 2, 0);
    expect(wave?.layout.weighted).toBe(true);
    expect(wave?.weighting).toMatchObject({ respondents: 100, without: 0 });
    expect(wave?.weighting?.deff).toBeCloseTo(squares / 100, 5);
    expect(wave?.weighting?.effective).toBeCloseTo(100 ** 2 / squares, 3);
    expect(wave?.weighting?.largest).toBeCloseTo(rakedWeights[3], 5);
    expect(wave?.weighting?.smallest).toBeCloseTo(rakedWeights[0], 5);
    expect(wave?.weighting?.sizes).toMatchObject({ kind: "each" });
    expect(wave?.weighting?.sizes.groups.map(({ respondents }) => respondents)).toEqual([10, 20, 30, 40]);
    expect(wave?.weighting?.source).toMatchObject({
      from: "population",
      method: "rake",
      by: ["sex", "age"],
      file: "population.csv",
      trimmings: 0,
    });
  });

  test("gives those whose place is not known no weight, counts them and says so", async () => {
    const files = await prepared({ weight: raked, population: alone, more: [",1,3,1", "f,,3,1"] });
    const [wave] = onlySurvey(files).waves;
    expect(wave?.quality.weight).toEqual({ valid: 100, invalid: 2 });
    expect(files.problems).toEqual([
      expect.objectContaining({
        severity: "note",
        file: "population.csv",
        column: "sex, age",
        message: expect.stringMatching(/^2 of 102 respondents of the wave "2024"/),
      }),
    ]);
    const [weighted, unweighted] = await meansOf(files);
    expect(weighted).toBeCloseTo(rakedMean, 5);
    expect(unweighted).toBeCloseTo((100 * unweightedMean + 6) / 102, 12);
  });
});

describe("waves of one survey", () => {
  const waves = ["2023", "2024"];

  test("are each weighted to their own people; one that the file does not have counts every answer 1 and says so", async () => {
    const ofWave = combined.replace("sex", "wave,sex").replaceAll(/^([fm])/gm, "2024,$1");
    const files = await prepared({ weight: cells, population: ofWave, waves });
    expect(files.problems).toEqual([
      expect.objectContaining({
        severity: "note",
        file: "population.csv",
        column: "wave",
        value: "2023",
        message: "The population file has no rows of this wave: every answer counts 1",
      }),
    ]);
    expect(onlySurvey(files).waves.map(({ layout }) => layout.weighted)).toEqual([false, true]);
    expect((await meansOf(files, "2024"))[0]).toBeCloseTo(cellsMean, 12);
    expect((await meansOf(files, "2023"))[0]).toBeCloseTo(unweightedMean, 12);
  });

  test("may have a column in one and a population in another", async () => {
    const weight = `{ "2023": W, "2024": ${cells} }`;
    const survey = onlySurvey(await prepared({ weight, population: combined, waves }));
    expect(survey.waves.map(({ weighting }) => weighting?.source.from)).toEqual(["column", "population"]);
    // Half of the weights are 0.5, half 1.5: Σw² = 100 · (0.25 + 2.25) / 2 = 125.
    expect(survey.waves[0]?.weighting).toMatchObject({
      deff: 1.25,
      effective: 80,
      respondents: 100,
      without: 0,
    });
  });
});

describe("what is stored", () => {
  const versionOf = async (population: string, weight = cells) => {
    const survey = onlySurvey(await prepared({ weight, population }));
    return { version: survey.dataVersion, store: survey.waves[0]?.name, note: survey.waves[0]?.note };
  };

  test("changes with the people, and so does the data's version", async () => {
    const [one, other] = [await versionOf(combined), await versionOf(combined.replace("300\n", "301\n"))];
    expect(other.version).not.toBe(one.version);
    expect(other.store).not.toBe(one.store);
    expect(other.note).not.toBe(one.note);
  });

  test("changes with the method and the dimensions", async () => {
    const found = await Promise.all([
      versionOf(combined),
      versionOf(combined, raked),
      versionOf(combined, "{ rake: { to: population.csv, by: [sex] } }"),
    ]);
    expect(new Set(found.map(({ version }) => version)).size).toBe(3);
    expect(new Set(found.map(({ store }) => store)).size).toBe(3);
  });

  test("is the same for the same people on other lines", async () => {
    const spread = combined.replace("\n", "\n\n\n");
    expect(await versionOf(spread)).toEqual(await versionOf(combined));
  });

  test("is the same for the same answers in another order", async () => {
    const order = async (respondents: typeof kinds) =>
      onlySurvey(await prepared({ weight: raked, population: combined, respondents })).waves[0]?.name;
    expect(await order(kinds.toReversed())).toBe(await order(kinds));
  });
});

describe("what is wrong with a population stops the build, with file, line, value and how to mend it", () => {
  const stopped = async (options: WeightedOptions) => {
    const files = await prepared(options);
    expect(files.prepared).toBeUndefined();
    return files.problems;
  };

  test("people of whom no respondent is", async () => {
    const respondents = kinds.filter(({ sex, age }) => sex === "f" || age === "1");
    expect(await stopped({ weight: cells, population: combined, respondents })).toMatchObject([
      {
        severity: "stop",
        file: "population.csv",
        line: 5,
        column: "sex, age",
        value: "m / 2",
        message: expect.stringContaining('300 people here, but the wave "2024" has no respondent'),
        expected: "a respondent in every category of the population",
        mend: expect.stringContaining("Join the category"),
      },
    ]);
  });

  test("respondents where nobody lives", async () => {
    expect(await stopped({ weight: cells, population: combined.replace("m,2,300", "m,2,0") })).toMatchObject([
      {
        file: "population.csv",
        line: 5,
        value: "m / 2",
        message: expect.stringContaining("but the population nobody"),
      },
    ]);
    expect(await stopped({ weight: raked, population: "sex,age,people\nf,1,1\nm,1,1\n" })).toMatchObject([
      { file: "population.csv", column: "age", value: "2" },
    ]);
  });

  test("margins that can't be met together", async () => {
    const respondents = kinds.filter(({ sex, age }) => (sex === "f") === (age === "1"));
    const population = alone.replace("f,,500", "f,,900").replace("m,,500", "m,,100");
    expect(await stopped({ weight: raked, population, respondents })).toMatchObject([
      {
        severity: "stop",
        file: "population.csv",
        column: "sex, age",
        message: expect.stringMatching(
          /^100 rounds of raking don't make the wave "2024" meet all margins.*% off$/,
        ),
        mend: "Weight by fewer dimensions, or join small categories.",
      },
    ]);
  });

  test("a dimension that the wave lacks", async () => {
    const files = weightedFiles({ weight: raked, population: combined, waves: ["2023", "2024"] });
    const lacking = { ...files, "2023.csv": String(files["2023.csv"]).replace("SEX,AGE", "SEX,YEARS") };
    const found = await prepareFiles(lacking);
    opened.push(found);
    expect(found.problems.filter(({ severity }) => severity === "stop")).toMatchObject([
      {
        file: "population.csv",
        column: "age",
        message: expect.stringContaining('The wave "2023" can\'t be weighted by "age"'),
      },
    ]);
  });

  test("several things in one go", async () => {
    const population = "sex,age,people\nf,1,-5\nf,3,200\nx,2,\nm,2,300\nm,2,300\n";
    const found = await stopped({ weight: cells, population });
    expect(found.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, "people", "-5"],
      [3, "age", "3"],
      [4, "sex", "x"],
      [4, "people", undefined],
      [6, "sex, age", "m / 2"],
    ]);
    expect(new Set(found.map(({ file, severity }) => `${file} ${severity}`))).toEqual(
      new Set(["population.csv stop"]),
    );
  });

  test("a file in no encoding, once", async () => {
    const files = weightedFiles({ weight: cells });
    const found = await prepareFiles({
      ...files,
      "population.csv": new Uint8Array([0x61, 0xff, 0xfe, 0x0a, 0x81]),
    });
    opened.push(found);
    expect(found.problems.filter(({ file }) => file === "population.csv")).toHaveLength(1);
  });
});
