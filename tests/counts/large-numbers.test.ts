import { expect, test } from "vitest";
import { tallyOf } from "../../src/counts/request.ts";
import { momentsOf } from "../../src/measures/mean.ts";
import { onlySurvey, openPrepared, prepareFiles } from "../build/prepare-files.ts";

test("sums and squares of quantities in the hundreds of millions are counted, and do not overflow", async () => {
  const amounts = [174_541_422, 900_000_001, 5];
  const codebook = `
id: usage
title: Usage
waves: [{ id: "2024", file: usage.csv }]
questions: [{ id: bytes, type: number, column: KB }]
`;
  const files = { "survey.yaml": codebook, "usage.csv": `KB\n${amounts.join("\n")}\n` };
  const prepared = await prepareFiles(files);
  const survey = onlySurvey(prepared);
  if (!prepared.prepared) throw new Error("nothing was prepared");
  const store = await openPrepared(prepared.prepared, survey);
  const tally = tallyOf(
    await store.ask({ questions: ["bytes"], waves: ["2024"], by: [], slice: {} }),
    "2024",
    "bytes",
    [],
  );
  store.close();
  await prepared.remove();
  if (tally?.kind !== "sums") throw new Error("nothing was counted");
  const mean = amounts.reduce((sum, amount) => sum + amount, 0) / 3;
  const sd = Math.sqrt(amounts.reduce((sum, amount) => sum + (amount - mean) ** 2, 0) / 2);
  const moments = momentsOf(tally, "unweighted");
  expect(moments.mean / mean).toBeCloseTo(1, 12);
  expect(moments.sd / sd).toBeCloseTo(1, 9);
});
