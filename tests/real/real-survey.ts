import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import type { PreparedSurvey } from "../../src/build/prepared.ts";
import { projectRoot } from "../../src/build/settings.ts";
import { type Counts, type CountsRequest, tallyOf } from "../../src/counts/request.ts";
import type { CountedTally, Tally } from "../../src/counts/tally.ts";
import { isShown, type Shown } from "../../src/measures/estimate.ts";
import type { Measure } from "../../src/measures/measure.ts";
import type { Weighting } from "../../src/measures/weighting.ts";
import type { NodeStore } from "../../src/store/node.ts";
import { questionOf } from "../../src/survey/survey.ts";
import { onlySurvey, openPrepared } from "../build/prepare-files.ts";

/** Real survey files that are no part of the project; `answers.json` beside each holds figures worked out elsewhere. */
export const shared = resolve(projectRoot, "../shared/data");

/** Published figures are rounded to six digits, in their own unit: points of a scale, or percent. */
export function expectPublished(found: number, published: number | undefined, what: string): void {
  if (published === undefined) throw new Error(`${what} is not published`);
  expect(Math.abs(found - published), `${what}: ${found}, published ${published}`).toBeLessThanOrEqual(1e-6);
}

export function answersOf<Answers>(survey: string): Answers {
  return JSON.parse(readFileSync(join(shared, survey, "answers.json"), "utf-8")) as Answers;
}

/** A real survey, read and stored, with the figures of its pages at hand. */
export class RealSurvey {
  readonly survey: PreparedSurvey;
  readonly #store: NodeStore;
  readonly #cache: string;

  private constructor(survey: PreparedSurvey, store: NodeStore, cache: string) {
    this.survey = survey;
    this.#store = store;
    this.#cache = cache;
  }

  static async open(name: string): Promise<RealSurvey> {
    const cache = await mkdtemp(join(tmpdir(), "manyi-real-"));
    const preparation = await prepare({ data: join(import.meta.dirname, name), root: projectRoot, cache });
    const survey = onlySurvey(preparation);
    if (!preparation.prepared) throw new Error("nothing was prepared");
    return new RealSurvey(survey, await openPrepared(preparation.prepared, survey), cache);
  }

  async close(): Promise<void> {
    this.#store.close();
    await rm(this.#cache, { recursive: true });
  }

  ask(request: CountsRequest): Promise<Counts> {
    return this.#store.ask(request);
  }

  async tally(
    question: string,
    wave: string,
    by: Readonly<Record<string, string | null>> = {},
  ): Promise<CountedTally> {
    const request = { questions: [question], waves: [wave], by: Object.keys(by), slice: {} };
    const tally = tallyOf(await this.#store.ask(request), wave, question, Object.values(by));
    if (!tally || tally.kind === "shares")
      throw new Error(`${question} was not counted in ${wave} for ${JSON.stringify(by)}`);
    return tally;
  }

  async rows(wave: string, by: Readonly<Record<string, string | null>>): Promise<number> {
    const { groups } = await this.#store.ask({
      questions: [],
      waves: [wave],
      by: Object.keys(by),
      slice: {},
    });
    const wanted = Object.values(by).join();
    return groups.find(({ key }) => key.join() === wanted)?.rows?.n ?? 0;
  }

  figure(measure: Measure, tally: Tally, question: string, weighting: Weighting = "unweighted"): Shown {
    const { survey } = this.survey;
    const estimate = measure.estimate(tally, questionOf(survey, question), { weighting, base: survey.base });
    if (!isShown(estimate)) throw new Error(`${measure.name} of ${question} is ${estimate.status}`);
    return estimate;
  }

  /** How often each option or code was given, by its English label or the code; those never given are left out. */
  async counts(
    question: string,
    wave: string,
    by: Readonly<Record<string, string | null>> = {},
  ): Promise<Readonly<Record<string, number>>> {
    const tally = await this.tally(question, wave, by);
    if (tally.kind !== "codes") throw new Error(`${question} has no codes`);
    const asked = questionOf(this.survey.survey, question);
    const options = "options" in asked ? asked.options : [];
    const given = [...tally.cells].filter(([, { n }]) => n > 0);
    return Object.fromEntries(given.map(([code, { n }]) => [options[code]?.label.en ?? String(code), n]));
  }

  /** Number of respondents that a question's shares stand on. */
  async base(question: string, wave: string): Promise<number> {
    return (await this.tally(question, wave)).base.n;
  }

  quality(wave: string) {
    const found = this.survey.waves.find((candidate) => candidate.wave === wave)?.quality;
    if (!found) throw new Error(`there is no wave ${wave}`);
    return found;
  }
}

/** True where a survey's real files are not there. */
export function isAbsent(survey: string): boolean {
  return !existsSync(join(shared, survey));
}
