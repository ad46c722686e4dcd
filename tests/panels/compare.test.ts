import { describe, expect, test } from "vitest";
import { type CompareModel, compareModel } from "../../src/panels/compare-model.ts";
import { sidesOf } from "../../src/panels/compare-sides.ts";
import { subjectOf } from "../../src/panels/subject.ts";
import { branchTree } from "../../src/survey/branches.ts";
import type { Slice } from "../../src/views/slice.ts";
import { defaultView, type Versus } from "../../src/views/view.ts";
import { askPairRows, askRows, type Row } from "../counts/ask-rows.ts";
import { item } from "../measures/index/index-survey.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const survey = surveyOf([item("q")], {
  dimensions: [
    dimension("region", ["east", "west"]),
    dimension("city", ["e1", "e2", "w1"]),
    dimension("channel", ["app", "phone"]),
  ],
  hierarchy: ["region", "city"],
});
const tree = branchTree(survey, [
  ["east", "e1"],
  ["east", "e2"],
  ["west", "w1"],
]);
/** Answers that follow no pattern, the same every time. */
const rows = Array.from({ length: 600 }, (_, at): Row => {
  const city = ["e1", "e2", "w1"][(at * 7) % 3] ?? "e1";
  return {
    wave: at % 5 === 0 ? "w1" : "w2",
    places: {
      region: city.startsWith("e") ? "east" : "west",
      city,
      channel: (at * 11) % 7 < 3 ? "app" : "phone",
    },
    answers: { q: 1 + ((at * at * 13 + Math.floor(at / 3)) % 10) },
  };
});
const [question] = survey.questions;
const subject = question && subjectOf(survey, question);
if (!subject) throw new Error("there is no score");
const asks = { ask: askRows(survey, rows), askPairs: askPairRows(rows) };
const overview = { kind: "overview", wave: "w2" } as const;

function compared(slice: Slice, versus: Versus, page: Parameters<typeof sidesOf>[2] = overview) {
  const sides = sidesOf({ survey, tree }, { ...defaultView, slice, versus }, page, "w2");
  if (!sides || !subject) throw new Error("nothing is compared");
  return compareModel({ survey }, asks, sides, [subject]);
}

type Of = (row: Row) => boolean;
/** Mean and base of respondents, worked out one by one. */
function figureOf(of: Of, wave = "w2") {
  const values = rows
    .filter((row) => row.wave === wave && of(row))
    .map(({ answers }) => Number(answers["q"]));
  return { n: values.length, value: values.reduce((sum, value) => sum + value, 0) / values.length };
}
const at = (name: string, id: string) => (row: Row) => row.places[name] === id;

function expectSides({ rows: [row] }: CompareModel, own: ReturnType<typeof figureOf>, other: typeof own) {
  const [mine, theirs] = [row?.own, row?.other];
  if (mine?.status !== "ok" || theirs?.status !== "ok") throw new Error("a side is not shown");
  expect([mine.n, theirs.n]).toEqual([own.n, other.n]);
  expect(mine.value).toBeCloseTo(own.value, 9);
  expect(theirs.value).toBeCloseTo(other.value, 9);
  if (row?.difference.status !== "tested") throw new Error("the difference is not tested");
  expect(row.difference.value).toBeCloseTo(own.value - other.value, 9);
}

describe("a view beside what it is set against", () => {
  test("everybody else is the whole without it", async () => {
    const model = await compared({ channel: ["app"] }, { kind: "rest" });
    expect(model.overlap).toBe("own-in-other");
    expectSides(model, figureOf(at("channel", "app")), figureOf(at("channel", "phone")));
  });

  test("whose place is withheld is not everybody else, and not in the branch above without the branch", async () => {
    const hidden = rows.map((row, at): Row => {
      if (at % 9 !== 0) return row;
      return { ...row, places: { ...row.places, channel: "_withheld", city: "_withheld" } };
    });
    const some = { ask: askRows(survey, hidden), askPairs: askPairRows(hidden) };
    const base = (of: Of) => hidden.filter((row) => row.wave === "w2" && of(row)).length;
    const model = async (slice: Slice, kind: "rest" | "parent") => {
      const sides = sidesOf({ survey, tree }, { ...defaultView, slice, versus: { kind } }, overview, "w2");
      if (!sides || !subject) throw new Error("nothing is compared");
      return compareModel({ survey }, some, sides, [subject]);
    };
    const rest = await model({ channel: ["app"] }, "rest");
    expect(rest.respondents).toEqual({
      own: base(at("channel", "app")),
      other: base(at("channel", "phone")),
    });
    const above = await model({ city: ["e1"] }, "parent");
    expect(above.respondents).toEqual({ own: base(at("city", "e1")), other: base(at("city", "e2")) });
    expect(base(at("city", "_withheld"))).toBeGreaterThan(20);
    // Everybody in the whole is on one of the two sides, or said to be on neither.
    const unplaced = (name: string) => base(at(name, "_withheld"));
    expect(rest.neither).toEqual({ count: unplaced("channel"), dimensions: ["channel"] });
    const eastern = base((row) => at("region", "east")(row) && at("city", "_withheld")(row));
    expect(above.neither).toEqual({ count: eastern, dimensions: ["city"] });
    const sides = sidesOf(
      { survey, tree },
      { ...defaultView, slice: { region: ["east"] }, versus: { kind: "slice", slice: { city: ["e1"] } } },
      overview,
      "w2",
    );
    if (!sides) throw new Error("nothing is compared");
    const part = await compareModel({ survey }, some, sides, [subject]);
    expect(part.neither).toEqual({ count: eastern, dimensions: ["city"] });
  });

  test("the branch above is compared without the branch (M20)", async () => {
    const model = await compared({ city: ["e1"] }, { kind: "parent" });
    expectSides(model, figureOf(at("city", "e1")), figureOf(at("city", "e2")));
    const page = { kind: "branch", path: ["east"], wave: "w2" } as const;
    const ofPage = await compared({}, { kind: "parent" }, page);
    expectSides(ofPage, figureOf(at("region", "east")), figureOf(at("region", "west")));
  });

  test("another group of the same wave, in the page's own branch where it names none", async () => {
    const model = await compared({ channel: ["app"] }, { kind: "slice", slice: { channel: ["phone"] } });
    expect(model.overlap).toBe("apart");
    expectSides(model, figureOf(at("channel", "app")), figureOf(at("channel", "phone")));
    const page = { kind: "branch", path: ["east"], wave: "w2" } as const;
    const inBranch = await compared(
      { channel: ["app"] },
      { kind: "slice", slice: { channel: ["phone"] } },
      page,
    );
    const isEast = at("region", "east");
    expectSides(
      inBranch,
      figureOf((row) => isEast(row) && at("channel", "app")(row)),
      figureOf((row) => isEast(row) && at("channel", "phone")(row)),
    );
  });

  test("a chosen wave, the later less the earlier whichever is the view's", async () => {
    const everyone: Of = () => true;
    expectSides(
      await compared({}, { kind: "wave", wave: "w1" }),
      figureOf(everyone),
      figureOf(everyone, "w1"),
    );
  });

  test("groups that cross are shown and not tested; the same group is not compared", async () => {
    const crossing = await compared({ channel: ["app"] }, { kind: "slice", slice: { region: ["east"] } });
    expect(crossing.overlap).toBe("crossing");
    expect(crossing.rows[0]?.difference.status).toBe("untested");
    const same = await compared({ channel: ["app"] }, { kind: "slice", slice: { channel: ["app"] } });
    expect(same.overlap).toBe("same");
  });

  test("where a part or its rest is too small both are withheld: the whole would give it away (M34)", async () => {
    const raised = { ...survey, base: { ...survey.base, minimum: 200 } };
    const sides = sidesOf(
      { survey: raised, tree },
      { ...defaultView, slice: { city: ["e1"] }, versus: { kind: "rest" } },
      overview,
      "w2",
    );
    if (!sides) throw new Error("nothing is compared");
    const { rows: compared } = await compareModel({ survey: raised }, asks, sides, [subject]);
    expect(figureOf(at("city", "e1")).n).toBeLessThan(200);
    expect(compared[0]).toMatchObject({ own: { status: "withheld" }, other: { status: "withheld" } });
  });
});

test("the wave before, a branch of nothing and everybody's rest compare nothing", () => {
  const sides = (slice: Slice, versus: Versus) =>
    sidesOf({ survey, tree }, { ...defaultView, slice, versus }, overview, "w2");
  expect(sides({}, { kind: "previous" })).toBeUndefined();
  expect(sides({}, { kind: "rest" })).toBeUndefined();
  expect(sides({ channel: ["app"] }, { kind: "parent" })).toBeUndefined();
  expect(sides({}, { kind: "wave", wave: "w2" })).toBeUndefined();
});
