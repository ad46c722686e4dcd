import { describe, expect, test } from "vitest";
import { entriesOf } from "../../src/browser/search/entries.ts";
import { search } from "../../src/browser/search/match.ts";
import { branchRows, pinyinOf } from "../../src/build/search-index.ts";
import { allBranches, branchTree } from "../../src/survey/branches.ts";
import { formerBranches } from "../../src/survey/former-branches.ts";
import type { BranchHistory, BranchState } from "../../src/survey/network.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";

const name = (en: string, zh: string) => ({ en, zh });
type States = readonly [BranchState, ...BranchState[]];
const history = (level: number, id: string, states: States): BranchHistory => ({ level, id, states });

/** Two regions; in the east a city that was renamed, one that went into it, and one that closed; one moved west. */
const branches = [
  history(1, "a", [
    { name: name("Old Wu", "老吴店"), parent: "east", until: "2022-12-31" },
    { name: name("New Wu", "新吴店"), parent: "east", from: "2023-01-01" },
  ]),
  history(1, "b", [{ name: name("Gone", "并店"), parent: "east", until: "2023-06-30", into: "a" }]),
  history(1, "c", [{ name: name("Shut", "关店"), parent: "east", until: "2023-06-30" }]),
  history(1, "d", [
    { name: name("Mover", "迁店"), parent: "east", until: "2022-12-31" },
    { name: name("Mover", "迁店"), parent: "west", from: "2023-01-01" },
  ]),
];
const labels = { east: name("East", "华东"), west: name("West", "华西") };
const survey = {
  id: "s",
  hierarchy: ["region", "city"],
  dimensions: [
    {
      id: "region",
      title: sameText("Region"),
      options: Object.entries(labels).map(([id, label]) => ({ id, label })),
    },
    {
      id: "city",
      title: sameText("City"),
      options: branches.map(({ id, states }) => ({ id, label: states.at(-1)?.name ?? sameText(id) })),
    },
  ],
  network: { levels: ["region", "city"], branches, on: "2023-12-31" },
} as unknown as Survey;
const tree = branchTree(survey, [
  ["east", "a"],
  ["east", "c"],
  ["west", "d"],
]);
const all = allBranches(tree);
const site = { survey, tree, branches: all, former: formerBranches(survey, all) };

describe("the list of branches that is searched", () => {
  const rows = branchRows(site, "en");

  test("stands level by level, each with the place of the one above, and both names", () => {
    expect(rows.map(([own, others, slug, parent]) => [own, others[0], others[1], slug, parent])).toEqual([
      ["East", "华东", "hua dong", "east", -1],
      ["West", "华西", "hua xi", "west", -1],
      ["New Wu", "新吴店", "xin wu dian", "a", 0],
      ["Shut", "关店", "guan dian", "c", 0],
      ["Mover", "迁店", "qian dian", "d", 1],
    ]);
  });

  test("marks what is closed, and knows former names and those of what went into a branch", () => {
    expect(rows.find(([own]) => own === "Shut")?.[4]).toBe(1);
    expect(rows.find(([own]) => own === "New Wu")?.slice(4)).toEqual([
      0,
      ["Old Wu", "老吴店", "Gone", "并店"],
    ]);
    expect(rows.find(([own]) => own === "Mover")).toHaveLength(4);
  });

  test("finds a branch by each of them, where it stands now", () => {
    const index = {
      survey: "S",
      root: "/en/s/",
      levels: ["Region", "City"],
      pages: [],
      factors: [],
      questions: [],
    };
    const entries = entriesOf({ ...index, branches: rows });
    for (const query of ["new wu", "新吴", "xwd", "old wu", "老吴", "gone", "并店"])
      expect(
        search(entries, query).entries.map(({ href }) => href),
        query,
      ).toEqual(["/en/s/b/east/a/"]);
    expect(search(entries, "mover").entries.map(({ href }) => href)).toEqual(["/en/s/b/west/d/"]);
  });

  test("is the same whenever it is made", () => {
    expect(branchRows(site, "zh")).toEqual(branchRows({ ...site }, "zh"));
  });
});

test.each([
  ["苏州", "su zhou"],
  ["重庆", "chong qing"],
  ["厦门 01 店", "xia men 01 dian"],
  ["吕梁", "lv liang"],
  ["绿地 Auto（北）", "lv di auto bei"],
  ["Suzhou", ""],
])("%s is spelt %s", (text, spelt) => {
  expect(pinyinOf(text)).toBe(spelt);
});
