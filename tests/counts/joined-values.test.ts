import { afterAll, beforeAll, expect, test } from "vitest";
import { type Counts, tallyOf } from "../../src/counts/request.ts";
import { estimateAt } from "../../src/measures/cascade.ts";
import { isOffered } from "../../src/measures/share.ts";
import type { NodeStore } from "../../src/store/node.ts";
import { rareValues } from "../../src/survey/reading.ts";
import { questionOf, type Survey } from "../../src/survey/survey.ts";
import { everybody } from "../../src/views/slice.ts";
import { onlySurvey, openPrepared, type PreparedFiles, prepareFiles } from "../build/prepare-files.ts";

const codebook = `id: s
title: S
base: { minimum: 3 }
waves:
  - { id: "1", file: w1.csv }
  - { id: "2", file: w2.csv }
dimensions:
  - { id: brand, column: BRAND }
questions:
  - { id: colour, type: single, column: COLOUR }
`;
const rows = (red: number, blue: number) =>
  ["BRAND,COLOUR", ...Array(red).fill("x,red"), ...Array(blue).fill("y,blue")].join("\n");

let files: PreparedFiles;
let store: NodeStore;
let survey: Survey;

beforeAll(async () => {
  // Blue is given by six in the first wave and by two, too few to be named, in the second.
  files = await prepareFiles({ "survey.yaml": codebook, "w1.csv": rows(6, 6), "w2.csv": rows(10, 2) });
  const { prepared } = files;
  if (!prepared) throw new Error(JSON.stringify(files.problems));
  survey = onlySurvey(files).survey;
  store = await openPrepared(prepared, onlySurvey(files));
});

afterAll(async () => {
  store.close();
  await files.remove();
});

const request = { questions: ["colour"], waves: ["1", "2"], slice: everybody };
const place = (id: string) => {
  const question = questionOf(survey, "colour");
  return question.type === "single" ? question.options.findIndex((option) => option.id === id) : -1;
};

test("an option that was joined with other rare ones has no share in that wave, not a share of 0", async () => {
  const counts: Counts = await store.ask({ ...request, by: [] });
  const offered = (wave: string, id: string) => {
    const tally = tallyOf(counts, wave, "colour");
    return tally && isOffered(tally, questionOf(survey, "colour"), place(id));
  };
  expect([offered("1", "blue"), offered("2", "blue")]).toEqual([true, false]);
  expect([offered("1", rareValues), offered("2", rareValues)]).toEqual([false, true]);
});

test("a group that was joined with other rare ones is withheld, not said to be empty", async () => {
  const cascade = [await store.ask({ ...request, by: [] }), await store.ask({ ...request, by: ["brand"] })];
  const status = (wave: string) =>
    estimateAt(cascade, ["y"], { question: questionOf(survey, "colour"), wave, base: survey.base }, () => ({
      status: "none",
    }))?.status;
  expect(status("2")).toBe("withheld");
});
