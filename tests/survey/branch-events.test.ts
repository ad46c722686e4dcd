import { describe, expect, test } from "vitest";
import { branchEvents } from "../../src/survey/branch-events.ts";
import type { BranchHistory, Network } from "../../src/survey/network.ts";
import { sameText } from "../../src/survey/text.ts";

type State = Partial<BranchHistory["states"][0]>;

function branch(level: number, id: string, ...states: readonly State[]): BranchHistory {
  const [first = {}, ...others] = states.map((state) => ({ name: sameText(id), ...state }));
  return { level, id, states: [{ name: sameText(id), ...first }, ...others] };
}

const branches = [
  branch(0, "east"),
  branch(0, "west"),
  branch(
    1,
    "a",
    { parent: "east", name: sameText("Old A"), until: "2023-05-31" },
    { parent: "east", from: "2023-06-01" },
  ),
  branch(1, "b", { parent: "east", until: "2023-12-31" }, { parent: "west", from: "2024-01-01" }),
  branch(1, "c", { parent: "west", from: "2023-03-01", until: "2024-02-29" }),
  branch(1, "d", { parent: "east", until: "2023-06-30", into: "e" }),
  branch(1, "e", { parent: "east", until: "2023-09-30", into: "a" }),
  branch(1, "k1", { parent: "west", until: "2023-12-31", into: "k2" }),
  branch(1, "k2", { parent: "west", from: "2024-01-01" }),
];
const network: Network = { levels: ["region", "shop"], branches };

const said = (path: readonly string[], on?: string) =>
  branchEvents({ ...network, ...(on ? { on } : {}) }, path).map((event) =>
    [
      event.on,
      event.kind,
      ...("name" in event ? [event.name.en] : []),
      ...("parent" in event ? [event.parent.en] : []),
    ].join(" "),
  );

describe("what happened to a branch", () => {
  test("renamed, and others merged into it, directly and by way of a third", () => {
    expect(said(["east", "a"])).toEqual([
      "2023-06-01 renamed Old A",
      "2023-07-01 joined d",
      "2023-10-01 joined e",
    ]);
    const [, by, directly] = branchEvents(network, ["east", "a"]);
    expect(by).toMatchObject({ into: sameText("e"), since: "2023-10-01" });
    expect(directly).not.toHaveProperty("into");
  });

  test("moved: on its own page, and on those of both its parents", () => {
    expect(branchEvents(network, ["west", "b"])).toEqual([
      { kind: "moved", on: "2024-01-01", parent: sameText("east"), to: sameText("west") },
    ]);
    expect(said(["west"])).toEqual(["2024-01-01 arrived b east"]);
    expect(said(["east"])).toEqual(["2024-01-01 left b west"]);
  });

  test("opened and closed", () => {
    expect(said(["west", "c"])).toEqual(["2023-03-01 opened", "2024-02-29 closed"]);
  });

  test("a new code is not an opening", () => {
    expect(branchEvents(network, ["west", "k2"])).toEqual([
      { kind: "recoded", on: "2024-01-01", name: sameText("k1"), code: "k1" },
    ]);
  });

  test("until the day whose network is shown, and no later", () => {
    expect(said(["west", "c"], "2024-02-29")).toEqual(["2023-03-01 opened"]);
    expect(said(["east", "e"], "2023-09-30")).toEqual(["2023-07-01 joined d"]);
    expect(said(["east", "a"], "2023-06-30")).toEqual(["2023-06-01 renamed Old A"]);
  });

  test("nothing, of a branch that is not listed", () => {
    expect(said(["west", "zz"])).toEqual([]);
  });
});
