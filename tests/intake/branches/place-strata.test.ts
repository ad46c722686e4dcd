import { expect, test } from "vitest";
import { placeStrata } from "../../../src/intake/branches/place-strata.ts";
import { readBranches } from "../../../src/intake/branches/read-branches.ts";
import { sameText } from "../../../src/survey/text.ts";

const { network } = readBranches(
  "branch,level,parent,from,until,into\ne,region,,,,\nw,region,,,,\na,shop,e,,,\nb,shop,w,,2023-12-31,a\n",
  {
    file: "branches.csv",
    levels: [
      { id: "region", options: [] },
      { id: "shop", options: [] },
    ],
  },
);
const waves = [
  { id: "2023", title: sameText("2023"), start: "2023-01-01", end: "2023-12-31" },
  { id: "2024", title: sameText("2024"), start: "2024-01-01", end: "2024-12-31" },
];
const options = { network, waves, file: "strata.csv", lines: [2, 3, 4, 5] };

test("strata of branches that are one today are added up, wave by wave and group by group", () => {
  const strata = [
    {
      wave: "2023",
      place: { region: "e", shop: "a", age: "old" },
      customers: 100,
      handedOut: 10,
      returned: 4,
    },
    { wave: "2023", place: { region: "w", shop: "b", age: "old" }, customers: 50, handedOut: 5, returned: 3 },
    { wave: "2023", place: { region: "w", shop: "b", age: "young" }, customers: 20, handedOut: 2 },
    { wave: "2024", place: { region: "e", shop: "a", age: "old" }, handedOut: 10, returned: 9 },
  ];
  expect(placeStrata(strata, options)).toEqual({
    strata: [
      {
        wave: "2023",
        place: { region: "e", shop: "a", age: "old" },
        customers: 150,
        handedOut: 15,
        returned: 7,
      },
      { wave: "2023", place: { region: "e", shop: "a", age: "young" }, customers: 20, handedOut: 2 },
      { wave: "2024", place: { region: "e", shop: "a", age: "old" }, handedOut: 10, returned: 9 },
    ],
    lines: [2, 4, 5],
    problems: [],
  });
});

test("a count that one of two lacks is lacking in their sum", () => {
  const strata = [
    { wave: "2023", place: { shop: "a" }, handedOut: 10, returned: 4 },
    { wave: "2023", place: { shop: "b" }, handedOut: 5 },
  ];
  expect(placeStrata(strata, options).strata).toEqual([
    { wave: "2023", place: { shop: "a" }, handedOut: 15 },
  ]);
});

test("a level that the file of strata leaves out stays out, and other dimensions stay as they are", () => {
  const strata = [{ wave: "2024", place: { region: "w", age: "old" }, handedOut: 10 }];
  expect(placeStrata(strata, options)).toEqual({ strata, lines: [2], problems: [] });
});

test("a stratum of a branch that was not open is noted with its line", () => {
  const strata = [
    { wave: "2023", place: { shop: "b" }, handedOut: 10 },
    { wave: "2024", place: { shop: "b" }, handedOut: 10 },
  ];
  const { problems } = placeStrata(strata, options);
  expect(problems).toMatchObject([
    { severity: "note", file: "strata.csv", column: "shop", value: "b", line: 3 },
  ]);
});
