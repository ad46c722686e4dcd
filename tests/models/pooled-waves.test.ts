import { describe, expect, test } from "vitest";
import type { Counts } from "../../src/counts/request.ts";
import { pooledTally, pooledWaves, rollingPools } from "../../src/models/pooled-waves.ts";
import type { MultiQuestion } from "../../src/survey/question.ts";
import { sameText } from "../../src/survey/text.ts";
import { askRows, type Row } from "../counts/ask-rows.ts";
import { countCodes } from "../counts/count-answers.ts";
import { rating } from "../measures/questions.ts";
import { surveyOf } from "../measures/surveys.ts";

const order = ["w1", "w2", "w3", "w4", "w5"];
const question = rating(1, 5);
const media: MultiQuestion = {
  ...rating(1, 5),
  id: "media",
  type: "multi",
  base: "answered",
  options: ["tv", "web"].map((id) => ({ id, label: sameText(id) })),
};
const survey = surveyOf([question, media], {
  waves: order.map((id) => ({ id, title: sameText(id) })),
});
/** Answers of a dealer: w2 has none. */
const values: Readonly<Record<string, readonly number[]>> = { w1: [1], w3: [3, 4], w4: [5], w5: [2, 2, 2] };
const rows: readonly Row[] = Object.entries(values).flatMap(([wave, given]) =>
  given.map((value, at) => ({
    wave,
    places: { dealer: "d" },
    answers: { item: value, media: [0] },
    weight: 0.5 + at,
  })),
);
const counts = (offered?: (wave: string) => readonly number[]): Promise<Counts> =>
  askRows(
    survey,
    rows,
    offered ? { offered } : {},
  )({
    questions: ["item", "media"],
    waves: order,
    by: ["dealer"],
    slice: {},
  });
const pool = { order, span: 4, key: ["d"] };

describe("pooled waves (M35)", () => {
  test("are a wave and those before it, as many as there are", () => {
    expect(pooledWaves({ order, wave: "w5", span: 4 })).toEqual(["w2", "w3", "w4", "w5"]);
    expect(pooledWaves({ order, wave: "w2", span: 4 })).toEqual(["w1", "w2"]);
    expect(() => pooledWaves({ order, wave: "w9", span: 4 })).toThrow(/w9/);
    expect(() => pooledWaves({ order, wave: "w1", span: 0 })).toThrow(RangeError);
  });

  test("do not reach over a break of the question", () => {
    const comparable = (earlier: string) => earlier !== "w1" && earlier !== "w3";
    expect(pooledWaves({ order, wave: "w5", span: 5, comparable })).toEqual(["w4", "w5"]);
  });

  test("count what all their respondents answered, each with the weight of its wave", async () => {
    const found = pooledTally(await counts(), question, { ...pool, wave: "w5" });
    expect(found?.waves).toEqual(["w3", "w4", "w5"]);
    const answers = ["w3", "w4", "w5"].flatMap((wave) =>
      (values[wave] ?? []).map((value, at) => ({ value, weight: 0.5 + at })),
    );
    expect(found?.tally).toEqual(countCodes(answers));
  });

  test("roll along, one pool for each wave with answers of its own", async () => {
    const pools = rollingPools(await counts(), question, pool);
    expect([...pools].map(([wave, { waves }]) => [wave, waves])).toEqual([
      ["w1", ["w1"]],
      ["w3", ["w1", "w3"]],
      ["w4", ["w1", "w3", "w4"]],
      ["w5", ["w3", "w4", "w5"]],
    ]);
  });

  test("stop where other choices were offered, and are none where nobody answered", async () => {
    const offered = await counts((wave) => (wave === "w3" ? [0] : [0, 1]));
    expect(pooledTally(offered, media, { ...pool, wave: "w5" })?.waves).toEqual(["w4", "w5"]);
    expect(pooledTally(offered, media, { ...pool, wave: "w5", key: ["e"] })).toBeUndefined();
  });
});
