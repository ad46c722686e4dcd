/**
 * Which breaks real surveys have. Of San Francisco Airport the code lists beside the files tell: 2011 and 2012 hold one
 * answer a person; the ways to the airport were coded off the list in 2013 and renumbered in 2014, when ride services
 * came in. The other two have one wave, or printed boxes of the same names in all.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import { projectRoot } from "../../src/build/settings.ts";
import { comparable } from "../../src/survey/breaks.ts";
import { questionOf, waveIds } from "../../src/survey/survey.ts";
import { onlySurvey } from "../build/prepare-files.ts";
import { isAbsent } from "./real-survey.ts";

async function prepared(name: string) {
  const cache = await mkdtemp(join(tmpdir(), "manyi-real-"));
  const preparation = await prepare({ data: join(import.meta.dirname, name), root: projectRoot, cache });
  await rm(cache, { recursive: true });
  const { survey } = onlySurvey(preparation);
  const breaks = survey.questions.flatMap((question) =>
    (question.breaks ?? []).map(({ wave, cause, allowed }) => [question.id, wave, cause.kind, allowed]),
  );
  const notes = preparation.problems.filter(({ message }) => message.startsWith("No change is computed"));
  return { survey, breaks, notes };
}

for (const name of ["sfo-airport", "telecom-voice", "hcahps"])
  if (isAbsent(name)) console.warn(`skipped: the real files of ${name} are not at ../shared/data`);

describe.skipIf(isAbsent("sfo-airport"))("San Francisco Airport (skipped where its files are absent)", () => {
  test("breaks where answers were recorded or coded otherwise, and nowhere else", async () => {
    const { survey, breaks, notes } = await prepared("sfo-airport");
    expect(breaks).toEqual([
      ["purpose", "2011", "mentions", false],
      ["purpose", "2013", "mentions", false],
      ["getting_here", "2011", "mentions", true],
      ["getting_here", "2013", "options", false],
      ["getting_here", "2013", "mentions", false],
      ["getting_here", "2014", "options", false],
    ]);
    expect(notes).toEqual([]);
    const ways = questionOf(survey, "getting_here");
    const order = waveIds(survey);
    expect(order.slice(1).map((wave, at) => comparable(ways, order, order[at] ?? "", wave))).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
    expect(ways.notOffered).toEqual({
      "2010": ["14"],
      "2011": ["14"],
      "2012": ["14"],
      "2013": ["8", "12", "13", "14"],
    });
    expect(questionOf(survey, "wifi").notAskedIn).toEqual(["2010", "2011", "2012"]);
    expect(questionOf(survey, "parked").notAskedIn).toEqual(["2011"]);
  });
});

test.skipIf(isAbsent("telecom-voice"))("one wave has no breaks", async () => {
  const { breaks, notes } = await prepared("telecom-voice");
  expect([breaks, notes]).toEqual([[], []]);
});

test.skipIf(isAbsent("hcahps"))("printed tables of the same measures have none", async () => {
  const { survey, breaks, notes } = await prepared("hcahps");
  expect([breaks, notes]).toEqual([[], []]);
  expect(survey.questions.flatMap(({ notAskedIn }) => notAskedIn)).toEqual([]);
});
