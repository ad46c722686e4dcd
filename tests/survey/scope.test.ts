import { describe, expect, test } from "vitest";
import { branchEvents } from "../../src/survey/branch-events.ts";
import { formerBranches } from "../../src/survey/former-branches.ts";
import type { BranchHistory } from "../../src/survey/network.ts";
import { readScope, scopedSurvey } from "../../src/survey/scope.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";

const option = (id: string, en: string, zh = en) => ({ id, label: { en, zh } });
const dimensions = [
  {
    id: "region",
    title: sameText("Region"),
    options: [option("east", "East", "华东"), option("south", "South")],
  },
  {
    id: "dealer",
    title: sameText("Dealer"),
    options: ["d1", "d2", "d3", "d4"].map((id) => option(id, `Dealer ${id}`)),
  },
];
const state = (parent: string, rest: object = {}) => ({
  name: sameText(`Dealer of ${parent}`),
  parent,
  ...rest,
});
const branches: readonly BranchHistory[] = [
  { level: 1, id: "d1", states: [state("east")] },
  // Came from the south, and was called otherwise there.
  {
    level: 1,
    id: "d2",
    states: [
      { ...state("south", { until: "2023-12-31" }), name: sameText("Southern name") },
      state("east", { from: "2024-01-01" }),
    ],
  },
  { level: 1, id: "d3", states: [state("south")] },
  // Stood in the south and went into one of the east.
  { level: 1, id: "d4", states: [state("south", { until: "2023-06-30", into: "d1" })] },
];
const survey = {
  id: "s",
  title: { en: "Survey", zh: "调查" },
  waves: [{ id: "w", title: sameText("w"), invited: 900 }],
  dimensions,
  hierarchy: ["region", "dealer"],
  network: { levels: ["region", "dealer"], branches },
  sets: [
    { id: "a", title: sameText("A"), slice: { dealer: ["d1", "d3"] } },
    { id: "b", title: sameText("B"), slice: { region: ["south"] } },
  ],
  questions: [],
} as unknown as Survey;

describe("a scope as it is written", () => {
  test.each([
    ["region=east", { region: ["east"] }],
    ["region=East", { region: ["east"] }],
    ["region=华东&dealer=d1,Dealer d2", { region: ["east"], dealer: ["d1", "d2"] }],
    ["region=%E5%8D%8E%E4%B8%9C", { region: ["east"] }],
  ])("%s", (text, scope) => {
    expect(readScope(text, survey)).toEqual({ scope });
  });

  test.each([
    ["colour=red", { dimension: "colour" }],
    ["region=north", { dimension: "region", value: "north" }],
    ["region", { dimension: "region", value: "" }],
  ])("%s is unknown", (text, unknown) => {
    expect(readScope(text, survey)).toEqual({ unknown });
  });
});

describe("a survey within a scope", () => {
  const found = { region: new Set(["east"]), dealer: new Set(["d1", "d2"]) };
  const scoped = scopedSurvey(survey, { region: ["east"] }, found);

  test("knows its own branches only, and nobody invited elsewhere", () => {
    expect(scoped.dimensions.map(({ options }) => options.map(({ id }) => id))).toEqual([
      ["east"],
      ["d1", "d2"],
    ]);
    expect(scoped.waves[0]).not.toHaveProperty("invited");
    expect(scoped.sets).toEqual([{ id: "a", title: sameText("A"), slice: { dealer: ["d1"] } }]);
    expect(scoped.title).toEqual({ en: "Survey: East", zh: "调查：华东" });
  });

  test("tells nothing of where its branches stood under others", () => {
    expect(JSON.stringify(scoped)).not.toMatch(/south|d3/i);
    const [moved] = scoped.network?.branches.filter(({ id }) => id === "d2") ?? [];
    expect(moved?.states).toEqual([state("east")]);
    const tree = ["d1", "d2"].map((id) => ({
      path: ["east", id],
      level: 1,
      children: [],
      slugs: ["east", id],
    }));
    const told = JSON.stringify([
      formerBranches(scoped, tree as never),
      tree.map((branch) => branchEvents(scoped.network as never, branch as never)),
    ]);
    expect(told).not.toMatch(/south/i);
  });
});
