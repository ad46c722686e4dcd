import { describe, expect, test } from "vitest";
import { allBranches, branchTree } from "../../src/survey/branches.ts";
import { formerBranches } from "../../src/survey/former-branches.ts";
import type { BranchHistory } from "../../src/survey/network.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";

type State = Partial<BranchHistory["states"][0]>;

function branch(level: number, id: string, ...states: readonly State[]): BranchHistory {
  const [first = {}, ...others] = states.map((state) => ({ name: sameText(id), ...state }));
  return { level, id, states: [{ name: sameText(id), ...first }, ...others] };
}

const levels = ["region", "city", "desk"];

/** Old addresses → what leads on from them, of a network in which the live paths have answers. */
function found(branches: readonly BranchHistory[], live: readonly (readonly string[])[], on?: string) {
  const dimensions = levels.map((id, level) => ({
    id,
    title: sameText(id),
    options: [...new Set(live.flatMap((path) => path[level] ?? []))].map((option) => ({
      id: option,
      label: sameText(option),
    })),
  }));
  const network = { levels, branches, ...(on ? { on } : {}) };
  const survey = { hierarchy: levels, dimensions, network } as unknown as Survey;
  const tree = allBranches(branchTree(survey, live));
  return formerBranches(survey, tree).map(({ slugs, now, reason }) => [
    slugs.join("/"),
    now.slugs.join("/"),
    reason,
  ]);
}

const regions = [branch(0, "east"), branch(0, "west")];

describe("old addresses", () => {
  test("of a merged branch lead to what it went into, those of its own old parents too", () => {
    const branches = [
      ...regions,
      branch(1, "a", { parent: "east" }),
      branch(
        1,
        "b",
        { parent: "west", until: "2022-12-31" },
        { parent: "east", from: "2023-01-01", until: "2023-06-30", into: "a" },
      ),
    ];
    expect(found(branches, [["east", "a"]])).toEqual([
      ["west/b", "east/a", { kind: "merged", on: "2023-07-01" }],
      ["east/b", "east/a", { kind: "merged", on: "2023-07-01" }],
    ]);
  });

  test("of a moved branch lead to where it stands, and take along what the network does not list", () => {
    const branches = [
      ...regions,
      branch(1, "a", { parent: "east", until: "2022-12-31" }, { parent: "west", from: "2023-01-01" }),
    ];
    expect(found(branches, [["west", "a", "desk 1"]])).toEqual([
      ["east/a", "west/a", { kind: "moved", on: "2023-01-01", from: sameText("east"), to: sameText("west") }],
      ["east/a/desk-1", "west/a/desk-1", { kind: "above" }],
    ]);
  });

  test("of branches under one that was merged lead on, though they name the old parent", () => {
    const branches = [
      branch(0, "east", { until: "2022-12-31", into: "west" }),
      branch(0, "west"),
      branch(1, "a", { parent: "east" }),
    ];
    expect(found(branches, [["west", "a"]])).toEqual([
      ["east", "west", { kind: "merged", on: "2023-01-01" }],
      ["east/a", "west/a", { kind: "above" }],
    ]);
  });

  test("are the live page's where one stands there, in whatever case", () => {
    const branches = [
      ...regions,
      branch(1, "a", { parent: "east" }),
      branch(1, "B", { parent: "east", until: "2022-12-31", into: "a" }),
    ];
    expect(
      found(branches, [
        ["east", "a"],
        ["east", "b"],
      ]),
    ).toEqual([]);
  });

  test("lead nowhere where nothing of the branch has a page, and are none before the change", () => {
    const branches = [
      ...regions,
      branch(1, "a", { parent: "east", until: "2022-12-31" }, { parent: "west", from: "2023-01-01" }),
    ];
    expect(found(branches, [["east"]])).toEqual([]);
    expect(found(branches, [["east", "a"]], "2022-12-31")).toEqual([]);
  });
});
