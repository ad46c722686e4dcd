import { describe, expect, test } from "vitest";
import type { PairGroup } from "../../src/counts/pairs/request.ts";
import { startOf } from "../../src/counts/pairs/table.ts";
import { changesOfView, comparedFacts } from "../../src/panels/compared-facts.ts";
import type { ReportFacts } from "../../src/panels/page-context.ts";
import { pooledAsks } from "../../src/panels/pooled-asks.ts";
import { pooledFacts, wavesAlike } from "../../src/panels/pooled-facts.ts";
import type { Question } from "../../src/survey/question.ts";
import { poolsOf } from "../../src/views/pools.ts";
import { defaultView } from "../../src/views/view.ts";
import { askPairRows, askRows, type Row } from "../counts/ask-rows.ts";
import { item } from "../measures/index/index-survey.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const waves = ["w1", "w2", "w3", "w4"];
/** Another wording from the fourth wave on, which is not to be compared. */
const changed: Question = {
  ...item("changed"),
  versions: [{ from: "w4", comparable: false, text: { en: "new", zh: "新" } }],
};
const late: Question = { ...item("late"), notAskedIn: ["w1", "w2", "w3"] };
const survey = surveyOf([item("q"), changed, late], {
  waves: waves.map((id, at) => ({
    id,
    title: { en: id, zh: id },
    start: `2024-0${at + 1}-01`,
    end: `2024-0${at + 1}-28`,
  })),
  dimensions: [dimension("channel", ["app", "phone"])],
});
const rows = Array.from({ length: 480 }, (_, at): Row => {
  const wave = waves[at % 4] ?? "";
  return {
    wave,
    places: { channel: (at * 7) % 5 < 2 ? "app" : "phone" },
    answers: {
      q: at % 9 === 0 ? null : 1 + ((at * at * 13 + at) % 10),
      changed: 1 + ((at * 17) % 10),
      ...(wave === "w4" ? { late: 1 + (at % 10) } : {}),
    },
    weight: 0.5 + ((at * 31) % 100) / 100,
  };
});
const view = { ...defaultView, waves: ["w3", "w4"] as const };
const pools = poolsOf(survey, view, "w4");
const asks = { ask: askRows(survey, rows), askPairs: askPairRows(rows) };
const pooled = pooledAsks(asks, survey, pools);
/** The same respondents as if they had answered in one wave. */
const asOne = rows.filter(({ wave }) => wave === "w3" || wave === "w4").map((row) => ({ ...row, wave: "x" }));

describe("waves that are taken together", () => {
  test.each([[[]], [["channel"]]])("count as the rows of both do (%j)", async (by) => {
    const request = { questions: ["q"], by, slice: {} };
    const { groups } = await pooled.ask({ ...request, waves: ["w3..w4"] });
    const whole = await askRows(survey, asOne)({ ...request, waves: ["x"] });
    const sorted = (all: typeof groups) => all.toSorted((a, b) => `${a.key}`.localeCompare(`${b.key}`));
    expect(groups.map(({ wave }) => wave)).toEqual(whole.groups.map(() => "w3..w4"));
    for (const [at, group] of sorted(whole.groups).entries()) {
      const own = sorted(groups)[at];
      expect(own?.key).toEqual(group.key);
      expect(own?.rows?.n).toBe(group.rows?.n);
      expect(own?.rows?.w2).toBeCloseTo(group.rows?.w2 ?? 0, 9);
      const [mine, theirs] = [own?.tallies.get("q"), group.tallies.get("q")];
      if (mine?.kind !== "codes" || theirs?.kind !== "codes") throw new Error("no codes");
      expect(mine.base.n).toBe(theirs.base.n);
      for (const [code, cell] of theirs.cells) {
        expect(mine.cells.get(code)?.n).toBe(cell.n);
        expect(mine.cells.get(code)?.w).toBeCloseTo(cell.w, 9);
      }
    }
  });

  test("leave out the waves of a question that asked something else (M33)", async () => {
    expect(wavesAlike(changed, survey, { waves: ["w3", "w4"] })).toEqual(["w4"]);
    expect(wavesAlike(changed, survey, { waves: ["w2", "w3"] })).toEqual(["w2", "w3"]);
    const request = { questions: ["changed", "late"], by: [], slice: {} };
    const { groups } = await pooled.ask({ ...request, waves: ["w1..w2", "w3..w4"] });
    const only = await asks.ask({ ...request, waves: ["w4"] });
    expect(groups[1]?.tallies.get("changed")).toEqual(only.groups[0]?.tallies.get("changed"));
    expect(groups[1]?.tallies.get("late")).toEqual(only.groups[0]?.tallies.get("late"));
    expect(groups[0]?.tallies.get("changed")?.base?.n).toBe(240);
    expect(groups[0]?.tallies.has("late")).toBe(false);
  });

  test("add up pairs, of questions that were asked alike", async () => {
    const request = { questions: ["q", "changed"], by: [], slice: {}, sets: { all: ["q", "changed"] } };
    const { groups } = await pooled.askPairs({ ...request, waves: ["w3..w4"] });
    const both = await askPairRows(asOne)({ ...request, questions: ["q"], waves: ["x"] });
    const one = await askPairRows(rows)({ ...request, questions: ["changed"], waves: ["w4"] });
    const [pairs, alone, last] = [groups[0], both.groups[0], one.groups[0]];
    if (!pairs || !alone || !last) throw new Error("nobody answered");
    const cell = ({ answered }: typeof pairs) => answered.get("all")?.n;
    expect(groups.map(({ wave }) => wave)).toEqual(["w3..w4"]);
    expect(cell(pairs)).toBe(240);
    expect(answers(pairs, "q")).toBe(answers(alone, "q"));
    expect(answers(pairs, "changed")).toBe(answers(last, "changed"));
  });
});

/** How many answered a question. */
function answers({ pairs }: PairGroup, id: string): number | undefined {
  const start = startOf(pairs, id, id);
  return start === undefined ? undefined : pairs.sums[start];
}

const facts: ReportFacts = {
  survey,
  tree: [],
  weightedWaves: new Set(["w3"]),
  responses: { w3: { handedOut: 10, returned: 5 }, w4: { handedOut: 20, returned: 6 } },
  items: {},
};

test("their pages have waves of their own", () => {
  const together = pooledFacts(facts, pools);
  expect(together.survey.waves).toEqual([
    { id: "w1..w2", title: { en: "w1–w2", zh: "w1 至 w2" }, start: "2024-01-01", end: "2024-02-28" },
    { id: "w3..w4", title: { en: "w3–w4", zh: "w3 至 w4" }, start: "2024-03-01", end: "2024-04-28" },
  ]);
  expect([...together.weightedWaves]).toEqual(["w3..w4"]);
  expect(together.responses).toEqual({ "w3..w4": { handedOut: 30, returned: 11 } });
  const question = together.survey.questions.find(({ id }) => id === "changed");
  expect(question?.breaks?.map(({ wave, until, allowed }) => [wave, until, allowed])).toEqual([
    ["w3..w4", "w1..w2", false],
  ]);
  expect(together.survey.questions.find(({ id }) => id === "late")?.notAskedIn).toEqual(["w1..w2"]);
  expect(pooledFacts(facts, [])).toBe(facts);
});

test("changes are on what the view is set against", () => {
  const of = (versus: typeof defaultView.versus, waves: readonly [string, string] = ["w4", "w4"]) =>
    changesOfView(facts, { ...defaultView, waves, versus }, { wave: waves[1], page: "w4", own: survey });
  expect(of({ kind: "previous" })).toEqual({ kind: "previous" });
  expect(of({ kind: "rest" })).toEqual({ kind: "previous" });
  expect(of({ kind: "none" })).toEqual({ kind: "none", why: "chosen" });
  expect(of({ kind: "wave", wave: "w1" })).toEqual({ kind: "wave", wave: "w1" });
  expect(of({ kind: "wave", wave: "w4" })).toEqual({ kind: "previous" });
  expect(of({ kind: "wave", wave: "w4" }, ["w2", "w2"])).toEqual({ kind: "none", why: "later" });
  expect(
    changesOfView(
      pooledFacts(facts, pools),
      { ...view, waves: ["w1", "w2"] },
      { wave: "w1..w2", page: "w4", own: survey },
    ),
  ).toEqual({ kind: "none", why: "alone" });
  const against = (versus: typeof defaultView.versus) =>
    comparedFacts(facts, "w4", of(versus)).survey.waves.map((wave) => wave.against);
  expect(against({ kind: "wave", wave: "w1" })).toEqual([undefined, undefined, undefined, "w1"]);
  expect(against({ kind: "none" })).toEqual([undefined, undefined, undefined, null]);
});
