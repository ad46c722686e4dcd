import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { estimatesCsv } from "../../src/publish/estimates.ts";
import { branchTree } from "../../src/survey/branches.ts";
import { sameText } from "../../src/survey/text.ts";
import { askPairRows, askRows, type Row } from "../counts/ask-rows.ts";
import { factor, item, settings } from "../measures/index/index-survey.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const waves = ["w1", "w2", "w3"];
const survey = surveyOf(
  ["a", "b", "c"].map((id) => item(id)),
  {
    waves: waves.map((id) => ({ id, title: sameText(id) })),
    dimensions: [
      dimension("region", ["east", "west"]),
      dimension("shop", ["e1", "e2", "w1"]),
      dimension("channel", ["web", "desk"]),
    ],
    hierarchy: ["region", "shop"],
    base: { minimum: 5, caution: 30, pool: { shop: 2 } },
    factors: [factor("f", ["a", "b"], 3), factor("g", ["c"], 1)],
    index: settings(["f", "g"]),
  },
);

/** Twenty answers of a shop in a wave, spread around a level; few on the desk answer c, and nobody in e2. */
function answersOf(wave: string, shop: string): readonly Row[] {
  const level = { e1: 8, e2: 6, w1: 4 }[shop] ?? 5;
  return Array.from({ length: 20 }, (_, at): Row => {
    const isDesk = at < 8;
    const c = shop === "e2" || (isDesk && at > 0) ? null : level - 2;
    return {
      wave,
      places: { region: shop.startsWith("e") ? "east" : "west", shop, channel: isDesk ? "desk" : "web" },
      // The first wave did not ask c.
      answers: { a: level + (at % 3), b: level - (at % 2), ...(wave === "w1" ? {} : { c }) },
      ...(wave === "w2" ? { weight: 0.5 + (at % 4) / 3 } : {}),
    };
  });
}

const rows = waves.flatMap((wave) => ["e1", "e2", "w1"].flatMap((shop) => answersOf(wave, shop)));
const text = String(
  (
    await Array.fromAsync(
      estimatesCsv({
        survey,
        ask: askRows(survey, rows),
        askPairs: askPairRows(rows),
        tree: branchTree(
          survey,
          rows.map(({ places }) => [places["region"] ?? null, places["shop"] ?? null]),
        ),
        weightedWaves: new Set(["w2"]),
      }),
    )
  ).join(""),
);
type Estimate = Readonly<Record<string, string>>;
const estimates = Papa.parse<Estimate>(text.slice(1), { header: true, skipEmptyLines: true }).data;

function find(wanted: Estimate): readonly Estimate[] {
  return estimates.filter((row) => Object.entries(wanted).every(([column, value]) => row[column] === value));
}

/** The weighted mean of an item over rows, counted here. */
function meanOf(members: readonly Row[], id: string, weighted: boolean): number {
  let [sum, size] = [0, 0];
  for (const { answers, weight } of members) {
    const answer = answers[id];
    if (typeof answer !== "number") continue;
    const w = weighted ? (weight ?? 1) : 1;
    sum += w * answer;
    size += w;
  }
  return sum / size;
}

/** Of 1000: a factor is the plain mean of its items over 10; of the index, f weighs 3 and g 1. */
function scoresOf(members: readonly Row[], weighted: boolean) {
  const f = 100 * ((meanOf(members, "a", weighted) + meanOf(members, "b", weighted)) / 2);
  const g = 100 * meanOf(members, "c", weighted);
  return { f, g, csi: (3 * f + g) / 4 };
}

function valuesOf(wanted: Estimate): Readonly<Record<string, number>> {
  return Object.fromEntries(
    find({ ...wanted, status: "ok" })
      .concat(find({ ...wanted, status: "low" }))
      .map(({ subject = "", measure, value }) => [
        measure === "contribution" ? `lost ${subject}` : subject,
        Number(value),
      ]),
  );
}

const isIndex = ({ method }: Estimate) => method === "M10";

describe("the index in the open results", () => {
  test("is the weighted mean of its factors, of all respondents, under both weightings", () => {
    const members = rows.filter(({ wave }) => wave === "w2");
    for (const weighted of ["0", "1"]) {
      const scores = scoresOf(members, weighted === "1");
      const found = valuesOf({ slice: "", wave: "w2", weighted, method: "M10" });
      const lost = { f: (3 / 4) * (1000 - scores.f), g: (1000 - scores.g) / 4 };
      const wanted = { ...scores, "lost csi": 1000 - scores.csi, "lost f": lost.f, "lost g": lost.g };
      expect(Object.keys(found).toSorted()).toEqual(Object.keys(wanted).toSorted());
      for (const [name, value] of Object.entries(wanted)) expect(found[name], name).toBeCloseTo(value, 9);
      expect((found["lost f"] ?? 0) + (found["lost g"] ?? 0)).toBeCloseTo(found["lost csi"] ?? 0, 9);
    }
    expect(find({ wave: "w3", weighted: "1" })).toEqual([]);
  });

  test("names measure, method and unit; points lost have the base and the interval of the score", () => {
    const [score] = find({ wave: "w3", slice: "region=west", subject: "f", measure: "factor" });
    const [lost] = find({ wave: "w3", slice: "region=west", subject: "f", measure: "contribution" });
    expect(score).toMatchObject({ option: "", method: "M10", unit: "index1000", n: "20", status: "low" });
    expect(lost).toMatchObject({ option: "", method: "M10", unit: "index1000", n: "20", status: "low" });
    expect(Number(lost?.["low"])).toBeCloseTo(0.75 * (1000 - Number(score?.["high"])), 9);
    expect(Number(lost?.["high"])).toBeCloseTo(0.75 * (1000 - Number(score?.["low"])), 9);
    expect(Number(score?.["low"])).toBeLessThan(Number(score?.["value"]));
    expect(find({ subject: "csi", measure: "index" }).length).toBeGreaterThan(5);
    expect(find({ subject: "f", measure: "index" })).toEqual([]);
  });

  test("has no row for a factor that the wave did not ask, whose weight the others have", () => {
    expect(find({ wave: "w1", subject: "g" })).toEqual([]);
    const members = rows.filter(({ wave }) => wave === "w1");
    const { f } = scoresOf(members, false);
    expect(valuesOf({ wave: "w1", slice: "", method: "M10" })).toEqual({
      csi: expect.closeTo(f, 9),
      f: expect.closeTo(f, 9),
      "lost csi": expect.closeTo(1000 - f, 9),
      "lost f": expect.closeTo(1000 - f, 9),
    });
  });

  test("does without a factor of which too few answered, which is withheld without value and base", () => {
    // On the desk one respondent of a shop answers c, and none in e2: two in all.
    const members = rows.filter(({ wave, places }) => wave === "w3" && places["channel"] === "desk");
    const { f } = scoresOf(members, false);
    const at = { wave: "w3", slice: "channel=desk", weighted: "0" };
    expect(valuesOf({ ...at, method: "M10" })).toMatchObject({ csi: expect.closeTo(f, 9) });
    const hidden = find({ ...at, subject: "g" });
    expect(hidden.map(({ measure }) => measure)).toEqual(["factor", "contribution"]);
    for (const { status, n, n_eff, value, low, high } of hidden)
      expect([status, n, n_eff, value, low, high]).toEqual(["withheld", "", "", "", "", ""]);
  });

  test("says that nobody answered a factor that was asked", () => {
    const [row] = find({ wave: "w2..w3", slice: "region=east&shop=e2", subject: "g", measure: "factor" });
    expect(row).toMatchObject({ status: "none", n: "0", value: "" });
  });
});

describe("a level that is shown over several waves", () => {
  const shop = (row: Estimate) => row["slice"]?.includes("shop=") === true;

  test("has a row for each full pool, of questions and of the index, and none of a single wave", () => {
    const ofShops = estimates.filter(shop);
    expect(new Set(ofShops.filter(isIndex).map(({ wave }) => wave))).toEqual(new Set(["w1..w2", "w2..w3"]));
    expect(new Set(ofShops.filter((row) => !isIndex(row)).map(({ wave }) => wave))).toEqual(
      new Set(["w1..w2", "w2..w3"]),
    );
    expect(new Set(estimates.filter((row) => !shop(row)).map(({ wave }) => wave))).toEqual(new Set(waves));
  });

  test("has the figures of all respondents of the pool, with the weights of the waves that have any", () => {
    const members = rows.filter(({ wave, places }) => wave !== "w1" && places["shop"] === "e1");
    const at = { wave: "w2..w3", slice: "region=east&shop=e1" };
    expect(new Set(find(at).map(({ weighted }) => weighted))).toEqual(new Set(["1"]));
    const { f, g, csi } = scoresOf(members, true);
    expect(valuesOf({ ...at, method: "M10" })).toMatchObject({
      csi: expect.closeTo(csi, 9),
      f: expect.closeTo(f, 9),
      g: expect.closeTo(g, 9),
    });
    const [mean] = find({ ...at, subject: "a", measure: "mean" });
    expect(mean?.["n"]).toBe("40");
    expect(Number(mean?.["value"])).toBeCloseTo(meanOf(members, "a", true), 10);
  });
});

describe("what a figure of the index is made without", () => {
  const withoutOf = (wanted: Estimate) =>
    Object.fromEntries(
      find(wanted).map(({ subject = "", measure, without }) => [`${measure} ${subject}`, without]),
    );

  test("is nothing where all questions of the codebook are in it, nor of a question", () => {
    expect(new Set(find({ wave: "w3", slice: "" }).map(({ without }) => without))).toEqual(new Set([""]));
    expect(new Set(estimates.filter((row) => !isIndex(row)).map(({ without }) => without))).toEqual(
      new Set([""]),
    );
  });

  test("are the questions that the wave did not ask; points lost are without those whose weight they took over", () => {
    expect(withoutOf({ wave: "w1", slice: "", method: "M10" })).toEqual({
      "index csi": "c",
      "contribution csi": "c",
      "factor f": "",
      "contribution f": "c",
    });
  });

  test("are those that too few answered; a withheld figure names none", () => {
    expect(withoutOf({ wave: "w3", slice: "channel=desk", weighted: "0", method: "M10" })).toEqual({
      "index csi": "c",
      "contribution csi": "c",
      "factor f": "",
      "contribution f": "c",
      "factor g": "",
      "contribution g": "",
    });
  });

  test("are those that pooled waves did not ask alike, until all have", async () => {
    const cause = { kind: "declared" } as const;
    const b = { ...item("b"), breaks: [{ wave: "w3", until: "w2", allowed: false, cause }] };
    const changed = { ...survey, questions: [item("a"), b, item("c")] };
    const later = rows.filter(({ wave }) => wave === "w3").map((row) => ({ ...row, wave: "w4" }));
    const ids = [...waves, "w4", "w5"];
    const all = [...rows, ...later, ...later.map((row) => ({ ...row, wave: "w5" }))];
    const pooled = { ...changed, waves: ids.map((id) => ({ id, title: sameText(id) })) };
    const file = String(
      (
        await Array.fromAsync(
          estimatesCsv({
            survey: pooled,
            ask: askRows(pooled, all),
            askPairs: askPairRows(all),
            tree: branchTree(
              pooled,
              all.map(({ places }) => [places["region"] ?? null, places["shop"] ?? null]),
            ),
            weightedWaves: new Set(),
          }),
        )
      ).join(""),
    );
    const found = Papa.parse<Estimate>(file.slice(1), { header: true, skipEmptyLines: true }).data;
    const own = found.filter(({ slice, method }) => slice === "region=east&shop=e1" && method === "M10");
    const of = (subject: string, measure: string) =>
      own
        .filter((row) => row["subject"] === subject && row["measure"] === measure)
        .map(({ wave, without }) => [wave, without]);
    const wanted = [
      ["w1..w2", ""],
      ["w2..w3", "b"],
      ["w3..w4", ""],
      ["w4..w5", ""],
    ];
    expect(of("csi", "index")).toEqual(wanted);
    expect(of("f", "factor")).toEqual(wanted);
    expect(of("f", "contribution")).toEqual(wanted);
    // What g costs the index is the same with and without b.
    expect(of("g", "contribution").map(([, without]) => without)).toEqual(["", "", "", ""]);
  });
});
