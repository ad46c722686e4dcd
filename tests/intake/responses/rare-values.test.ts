import { expect, test } from "vitest";
import { readWave } from "../../../src/intake/responses/read-wave.ts";
import { sortOpenOptions } from "../../../src/intake/responses/sort-options.ts";
import { completeSurvey } from "../../../src/survey/complete.ts";
import { rareValues, type WaveReading } from "../../../src/survey/reading.ts";
import { codebook, understood } from "../../codebook/codebook-text.ts";
import { rowsOfText } from "../rows-of-text.ts";

const survey = codebook({
  keys: `base: { minimum: 3 }
dimensions: [{ id: dealer, column: DEALER }, { id: brand, column: BRAND }]
hierarchy: [dealer]`,
});

async function read(text: string, reading: WaveReading) {
  return sortOpenOptions(await readWave(rowsOfText(text), { reading, file: "answers.csv" }), reading);
}

test("values of fewer respondents than the minimum are one option, but the hierarchy's", async () => {
  const interpretation = understood(survey);
  const [reading] = interpretation.reading.waves;
  if (!reading) throw new Error("no wave");
  const rows = ["a,x", "a,x", "b,x", "b,Wang Li", "c,y", "c,y", "c,y", "c,13800138000", "c,"];
  const coded = await read(["DEALER,BRAND,Q1", ...rows.map((row) => `${row},5`)].join("\n"), reading);
  expect(coded.dictionaries).toEqual({ d_dealer: ["a", "b", "c"], d_brand: [rareValues, "x", "y"] });
  const brand = coded.columns.find(({ name }) => name === "d_brand");
  expect([...(brand?.values ?? [])]).toEqual([1, 1, 1, 0, 2, 2, 2, 0, 65535]);
  const complete = completeSurvey(interpretation.survey, [coded.dictionaries]);
  expect(complete.dimensions[1]?.options.map(({ id, label }) => [id, label.en, label.zh])).toEqual([
    ["x", "x", "x"],
    ["y", "y", "y"],
    [rareValues, "Other (rare values)", "其他（少见值）"],
  ]);
});
