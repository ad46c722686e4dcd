/**
 * The clear year-on-year changes of a real survey against an independent calculation from the same files: a program in
 * Python 3.11 (csv, scipy 1.17.1) that takes only the columns' names from the codebook: weighted means, their variance
 * Σw²(x − m)²/(Σw)²·n/(n − 1), Welch's t with n/deff⁴ − 1 degrees of freedom, and Holm at 1 % over all questions of a year.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Difference, verdictsOf } from "../../src/measures/difference.ts";
import { movedAt } from "../../src/panels/changes-of.ts";
import { subjectOf } from "../../src/panels/subject.ts";
import { questionIn } from "../../src/survey/question.ts";
import { waveIds } from "../../src/survey/survey.ts";
import { everybody } from "../../src/views/slice.ts";
import { RealSurvey, shared } from "./real-survey.ts";

const absent = !existsSync(join(shared, "sfo-airport"));
if (absent) console.warn("skipped: the real files of sfo-airport are not at ../shared/data");

/** By year, against the year before: how many questions were tested, and by how much those moved that clearly did. */
const clear: Readonly<
  Record<string, { readonly tested: number; readonly moved: Readonly<Record<string, number>> }>
> = {
  "2011": {
    tested: 24,
    moved: { clean_boarding: 0.149877, screens: 0.121338, clean_restroom: 0.119042, ease_finding: 0.085177 },
  },
  "2012": {
    tested: 25,
    moved: {
      clean_boarding: 0.132486,
      ease_security: -0.152495,
      safe: 0.090134,
      clean_food: 0.113257,
      art: 0.109031,
      sign: 0.095232,
      walkways: 0.091257,
      clean_garage: 0.136886,
      clean_restroom: 0.081203,
      screens: 0.073841,
    },
  },
  "2013": { tested: 23, moved: { ease_security: 0.320752, ease_finding: -0.079314 } },
  "2014": { tested: 25, moved: { wifi: 0.227091, ease_security: 0.137978 } },
  "2015": { tested: 26, moved: { precheck_rate: -0.217035 } },
};

describe.skipIf(absent)("San Francisco Airport, clear changes on the year before", () => {
  let real: RealSurvey;
  beforeAll(async () => {
    real = await RealSurvey.open("sfo-airport");
  }, 60_000);
  afterAll(async () => {
    await real.close();
  });

  test.each(Object.entries(clear))("%s", async (wave, { tested, moved }) => {
    const { survey } = real.survey;
    const waves = waveIds(survey);
    const subjects = survey.questions.flatMap(
      (question) => subjectOf(survey, questionIn(question, waves, wave)) ?? [],
    );
    const counts = [
      await real.ask({ questions: subjects.map(({ id }) => id), waves, by: [], slice: everybody }),
    ];
    const changes = subjects.map((subject): readonly [string, Difference] => [
      subject.id,
      movedAt({ survey, slice: everybody }, subject, { counts, pairs: [] }, { wave, path: [] }).change,
    ]);
    const judge = verdictsOf(changes.map(([, change]) => change));
    expect(changes.filter(([, { status }]) => status === "tested")).toHaveLength(tested);
    const found = changes.flatMap(([id, change]) =>
      judge(change) === "unclear" ? [] : [[id, change.value ?? 0] as const],
    );
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(moved).map(([id, value]) => [id, expect.closeTo(value, 5)])),
    );
  });
});
