import { describe, expect, test } from "vitest";
import { readStrata, responseOf } from "../../../src/intake/strata/read-strata.ts";
import { sameText } from "../../../src/survey/text.ts";

const region = ["east", "west", "north"].map((id) => ({ id, label: sameText(id) }));
const options = {
  file: "strata.csv",
  waves: ["2023", "2024"],
  dimensions: [
    { id: "region", options: region },
    { id: "city", options: [] },
  ],
};
const read = (text: string) => readStrata(text, options);

describe("readStrata", () => {
  test("counts by wave and place; a blank count is absent", () => {
    const { strata, problems } = read(
      "\uFEFFwave,region,customers,handed_out,returned\n2023,east,1000,50,19\n2024,east,900,,\n",
    );
    expect(problems).toEqual([]);
    expect(strata).toEqual([
      { wave: "2023", place: { region: "east" }, customers: 1000, handedOut: 50, returned: 19 },
      { wave: "2024", place: { region: "east" }, customers: 900 },
    ]);
  });

  test.each([
    ["an unknown wave", "wave,region\n2023,east\n2025,east\n", 3, "wave", "2025"],
    ["an unknown column", "wave,regoin\n2023,east\n", 1, "regoin", "regoin"],
    ["no column wave", "region\neast\n", 1, "wave", ""],
    ["a count that is none", "wave,returned\n2023,12.5\n", 2, "returned", "12.5"],
    ["an unknown place", "wave,region\n\n2023,esat\n", 3, "region", "esat"],
    ["a negative count", "wave,handed_out\n2023,-3\n", 2, "handed_out", "-3"],
    ["a stratum twice", "wave,region,returned\n2023,east,1\n2023,west,1\n2023,east,2\n", 4, "wave", "2023"],
    ["more returned than handed out", "wave,handed_out,returned\n2023,5,6\n", 2, "returned", "6"],
    ["more valid than returned", "wave,returned,valid\n2023,6,7\n", 2, "valid", "7"],
    ["more valid than handed out", "wave,handed_out,valid\n2023,6,7\n", 2, "valid", "7"],
    ["more valid than customers", "wave,customers,handed_out,valid\n2023,6,9,7\n", 2, "valid", "7"],
    ["a column twice", "wave,returned,returned\n2023,5,6\n", 1, "returned", "returned"],
    ["a row of fewer cells", "wave,region,returned\n2023,east\n", 2, undefined, undefined],
    ["a quote that stays open", 'wave,city\n2023,x\n2023,"y\n', 3, undefined, undefined],
    ["a place after a quoted line break", 'wave,city\n2023,"x\ny"\n2025,z\n', 4, "wave", "2025"],
  ])("%s stops, at its place", (_, text, line, column, value) => {
    const problem = read(text).problems.find(({ severity }) => severity === "stop");
    expect(problem).toMatchObject({ severity: "stop", file: "strata.csv", line });
    expect([problem?.column, problem?.value]).toEqual([column, value]);
    for (const said of [problem?.message, problem?.expected, problem?.mend]) expect(said).toMatch(/\S/);
  });
});

test("more handed out than there are customers is noted: some may have been handed several", () => {
  const { strata, problems } = read("wave,region,customers,handed_out,returned\n2023,east,20,70,12\n");
  expect(strata).toHaveLength(1);
  expect(problems).toMatchObject([
    { severity: "note", file: "strata.csv", line: 2, column: "handed_out", value: "70" },
  ]);
  expect(read("wave,region,customers,returned\n2023,east,20,21\n").problems).toMatchObject([
    { severity: "note", column: "returned", value: "21" },
  ]);
  expect(read("wave,region,customers,handed_out,returned\n2023,east,70,70,70\n").problems).toEqual([]);
});

describe("responseOf", () => {
  const { strata } = read(
    "wave,region,handed_out,returned\n2023,east,50,19\n2023,west,50,21\n2023,north,80,\n2024,east,,3\n",
  );

  test("adds strata up that give both, over their own questionnaires only", () => {
    expect(responseOf(strata, "2023")).toEqual({ handedOut: 100, returned: 40 });
  });

  test("knows nothing of a wave in which none were handed out", () => {
    expect(responseOf(read("wave,handed_out,returned\n2023,0,0\n").strata, "2023")).toBeUndefined();
  });

  test("knows nothing of a wave without both", () => {
    expect(responseOf(strata, "2024")).toBeUndefined();
  });
});
