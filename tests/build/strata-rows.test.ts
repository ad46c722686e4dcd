/** M06: strata that the answers contradict stop the build, so that no page says 510 % of anything. */
import { afterEach, expect, test } from "vitest";
import { type PreparedFiles, prepareFiles } from "./prepare-files.ts";

const codebook = `id: shop
title: Shop
waves: [{ id: "2023", file: 2023.csv }, { id: "2024", file: 2024.csv }]
dimensions: [{ id: region, title: Region, column: R, labels: { e: East, w: West } }]
hierarchy: [region]
questions: [{ id: overall, type: rating, scale: { min: 1, max: 5 }, column: Q }]
scoring: { sample: { rule: 1, plus: 10, share: 0.05 } }
strata: strata.csv
`;
const rows = (east: number, west: number) =>
  [
    "R,Q",
    ...Array.from({ length: east }, (_, at) => `e,${(at % 5) + 1}`),
    ...Array.from({ length: west }, (_, at) => `w,${(at % 5) + 1}`),
  ].join("\n");
const east = "2023,e,1000,150";
const rest = "2023,w,800,90,60\n2024,e,900,90,20\n2024,w,700,80,30\n";

let prepared: PreparedFiles | undefined;
afterEach(() => prepared?.remove());

async function stops(strata: string) {
  prepared = await prepareFiles({
    "survey.yaml": codebook,
    "2023.csv": rows(51, 60),
    "2024.csv": rows(20, 30),
    "strata.csv": strata,
  });
  const found = prepared.problems.filter(({ severity }) => severity === "stop");
  expect(prepared.prepared === undefined).toBe(found.length > 0);
  return found;
}

const header = "wave,region,customers,handed_out,returned\n";

test.each([
  ["fewer came back", `${header}2023,e,1000,150,10\n`, "returned", "10"],
  ["fewer were handed out", `wave,region,customers,handed_out\n2023,e,1000,50\n`, "handed_out", "50"],
  ["there are fewer customers", `${header}2023,e,20,70,60\n`, "customers", "20"],
  ["none went out and none came back", `${header}2023,e,1000,0,0\n`, "returned", "0"],
])("%s than the 51 answers of a stratum that were kept", async (_, strata, column, value) => {
  const [found, ...others] = await stops(strata);
  expect(found).toMatchObject({ file: expect.stringMatching(/strata\.csv$/), line: 2, column, value });
  expect(found?.message).toContain('"2023" has 51 answers');
  expect(found?.expected).toBe("at least 51");
  expect(found?.mend).toMatch(/\S/);
  expect(others).toEqual([]);
});

test("each stratum is held against its own rows, wave by wave", async () => {
  const found = await stops(`${header}${east},51\n2023,w,800,90,59\n2024,e,900,90,19\n2024,w,700,80,30\n`);
  expect(found.map(({ line, column, value }) => [line, column, value])).toEqual([
    [3, "returned", "59"],
    [4, "returned", "19"],
  ]);
});

test("as many as came back may count, and fewer", async () => {
  expect(await stops(`${header}${east},51\n${rest}`)).toEqual([]);
  expect(await stops(`${header}2023,e,40000,400,300\n${rest}`)).toEqual([]);
});
