import { describe, expect, test } from "vitest";
import { isDay, shiftDay } from "../../src/survey/calendar.ts";
import {
  type BranchHistory,
  closedOn,
  hasChanged,
  historyOf,
  type Network,
  pathsDuring,
  placeOf,
} from "../../src/survey/network.ts";
import { sameText } from "../../src/survey/text.ts";

type State = Partial<BranchHistory["states"][0]>;

function branch(level: number, id: string, ...states: readonly State[]): BranchHistory {
  const [first = {}, ...others] = states.map((state) => ({ name: sameText(id), ...state }));
  return { level, id, states: [{ name: sameText(id), ...first }, ...others] };
}

/** Two regions became one, a city moved and changed its code twice, a shop closed. */
const branches = [
  branch(0, "east", { until: "2022-12-31", into: "coast" }),
  branch(0, "coast"),
  branch(0, "inland"),
  branch(1, "old", { parent: "east", until: "2021-06-30", into: "older" }),
  branch(1, "older", { parent: "east", from: "2021-07-01", until: "2023-06-30", into: "new" }),
  branch(
    1,
    "new",
    { parent: "coast", from: "2023-07-01", until: "2023-12-31" },
    { parent: "inland", from: "2024-01-01" },
  ),
  branch(2, "shop", { parent: "old", until: "2024-03-31" }),
];
const on = (day?: string): Network => ({
  levels: ["region", "city", "shop"],
  branches,
  ...(day ? { on: day } : {}),
});

const paths = (network: Network, level: number, id: string, period = {}) => {
  const history = historyOf(network, level, id);
  return history ? pathsDuring(network, history, period).map((path) => path.join("/")) : [];
};

describe("a day", () => {
  test("is one of the calendar", () => {
    expect(["2024-02-29", "2023-02-29", "2024-13-01", "2024-1-1", "20240101", ""].filter(isDay)).toEqual([
      "2024-02-29",
    ]);
  });

  test("is followed and preceded by another, over the ends of months and years", () => {
    expect(shiftDay("2024-02-28", 1)).toBe("2024-02-29");
    expect(shiftDay("2024-01-01", -1)).toBe("2023-12-31");
  });
});

describe("the place of a branch today", () => {
  test("is that of what it went into, by whatever steps, under its parent of today", () => {
    expect(placeOf(on(), 1, "old")).toEqual(["inland", "new"]);
    expect(placeOf(on(), 2, "shop")).toEqual(["inland", "new", "shop"]);
  });

  test("is that of the day whose network is shown", () => {
    expect(placeOf(on("2021-06-30"), 1, "old")).toEqual(["east", "old"]);
    expect(placeOf(on("2021-07-01"), 1, "old")).toEqual(["east", "older"]);
    // The region of its own last state went into another meanwhile.
    expect(placeOf(on("2023-06-30"), 1, "old")).toEqual(["coast", "older"]);
    expect(placeOf(on("2023-12-31"), 1, "old")).toEqual(["coast", "new"]);
  });

  test("is not known of what is not listed", () => {
    expect(placeOf(on(), 1, "else")).toBeUndefined();
    expect(placeOf(on(), 0, "new")).toBeUndefined();
  });
});

describe("the paths of a branch through time", () => {
  test("have the codes and parents of the time", () => {
    expect(paths(on(), 1, "new")).toEqual(["coast/new", "inland/new"]);
    expect(paths(on(), 1, "older")).toEqual(["east/older", "coast/older"]);
    expect(paths(on(), 1, "older", { until: "2022-12-31" })).toEqual(["east/older"]);
  });

  test("follow a parent into what took it over, though the branch names the old one", () => {
    expect(paths(on(), 2, "shop")).toEqual([
      "east/old/shop",
      "east/older/shop",
      "coast/older/shop",
      "coast/new/shop",
      "inland/new/shop",
    ]);
  });

  test("are none while it was not open", () => {
    expect(paths(on(), 1, "new", { until: "2023-06-30" })).toEqual([]);
    expect(paths(on(), 2, "shop", { from: "2024-04-01" })).toEqual([]);
  });
});

test("a branch is closed from the day after its last one, unless another took it over", () => {
  expect(closedOn(on("2024-03-31"), 2, "shop")).toBeUndefined();
  expect(closedOn(on("2024-04-01"), 2, "shop")).toBe("2024-03-31");
  expect(closedOn(on(), 1, "old")).toBeUndefined();
});

test("a network in which nothing ever happened has not changed", () => {
  expect(hasChanged(on())).toBe(true);
  expect(hasChanged({ levels: ["region"], branches: [branch(0, "coast"), branch(0, "inland")] })).toBe(false);
});
