/**
 * Slices of real files as readers filter them: counted from the rows that are published, and from the CSV by itself
 * with no code of the product.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import type { PreparedSurvey } from "../../src/build/prepared.ts";
import { projectRoot } from "../../src/build/settings.ts";
import { tallyOf } from "../../src/counts/request.ts";
import { isShown } from "../../src/measures/estimate.ts";
import { mean } from "../../src/measures/mean.ts";
import { type NodeStore, openNodeStore } from "../../src/store/node.ts";
import { questionOf } from "../../src/survey/survey.ts";
import { readView } from "../../src/views/permalink.ts";
import { onlySurvey } from "../build/prepare-files.ts";
import { airportIsAbsent, type Mean, meanOf, residenceOf, respondentsOf } from "./airport-answers.ts";

if (airportIsAbsent) console.warn("skipped: the real files of sfo-airport are not at ../shared/data");

const international = "International Terminal";
interface RealSlice {
  readonly wave: string;
  /** As in a permalink. */
  readonly query: string;
  /** The same in the words of the code lists. */
  readonly terminals: readonly string[];
  readonly residence?: "local" | "visitor";
}
const slices: readonly RealSlice[] = [
  { wave: "2010", query: "terminal=3&residence=visitor", terminals: ["Terminal 3"], residence: "visitor" },
  { wave: "2012", query: "terminal=1", terminals: ["Terminal 1"] },
  { wave: "2013", query: "terminal=I&residence=local", terminals: [international], residence: "local" },
  {
    wave: "2014",
    query: "terminal!=3,I&residence=visitor",
    terminals: ["Terminal 1", "Terminal 2"],
    residence: "visitor",
  },
  { wave: "2015", query: "terminal=2,I", terminals: ["Terminal 2", international] },
];

/** Counted from the file. */
function byHand({ wave, terminals, residence }: RealSlice): Mean {
  const rows = respondentsOf(wave).filter(
    ({ terminal = "", home }) =>
      terminals.includes(terminal) && (residence === undefined || residenceOf(wave, home) === residence),
  );
  return meanOf(rows);
}

describe.skipIf(airportIsAbsent)("five slices of the airport's published rows", () => {
  let cache: string;
  let survey: PreparedSurvey;
  const stores: { protected: NodeStore; whole: NodeStore }[] = [];
  beforeAll(async () => {
    cache = await mkdtemp(join(tmpdir(), "manyi-slices-"));
    survey = onlySurvey(
      await prepare({ data: join(import.meta.dirname, "sfo-airport"), root: projectRoot, cache }),
    );
    const open = (waves: PreparedSurvey["published"]) =>
      openNodeStore(
        survey.survey,
        waves.map(({ name, layout }) => ({ path: join(cache, name), layout })),
      );
    stores.push({ protected: await open(survey.published), whole: await open(survey.waves) });
  });
  afterAll(async () => {
    for (const store of stores) for (const one of Object.values(store)) one.close();
    await rm(cache, { recursive: true });
  });

  async function counted({ wave, query }: RealSlice, kind: "protected" | "whole") {
    const { view, ignored } = readView(survey.survey, query);
    expect(ignored).toEqual([]);
    const overall = "overall";
    const counts = await stores[0]?.[kind].ask({
      questions: [overall],
      waves: [wave],
      by: [],
      slice: view.slice,
    });
    const tally = counts && tallyOf(counts, wave, overall, []);
    const weighted = survey.waves.find((one) => one.wave === wave)?.layout.weighted;
    const estimate =
      tally &&
      mean.estimate(tally, questionOf(survey.survey, overall), {
        weighting: weighted ? "weighted" : "unweighted",
        base: survey.survey.base,
      });
    if (!estimate || !isShown(estimate)) throw new Error(`${wave} ${query} is not shown`);
    return estimate;
  }

  test.each(slices)("$wave, $query: rows as they are give base and mean of the file", async (slice) => {
    const [found, own] = [await counted(slice, "whole"), byHand(slice)];
    expect(own.n).toBeGreaterThan(100);
    expect(found.n).toBe(own.n);
    expect(Math.abs(found.value - own.value)).toBeLessThan(1e-9);
  });

  test.each(slices)(
    "$wave, $query: protected rows lack few people, and the mean is within its interval",
    async (slice) => {
      const [found, own] = [await counted(slice, "protected"), byHand(slice)];
      const lacking = own.n - found.n;
      console.log(
        `${slice.wave} ${slice.query}: ${found.n} of ${own.n} answers, mean ${found.value.toFixed(3)} of ${own.value.toFixed(3)} ± ${(1.96 * own.error).toFixed(3)}`,
      );
      // Of whom a place is withheld is in no group, also where values are left out: nobody counts where they don't belong.
      expect(lacking).toBeGreaterThanOrEqual(0);
      expect(lacking).toBeLessThan(own.n / 4);
      expect(Math.abs(found.value - own.value)).toBeLessThan(1.96 * own.error);
    },
  );

  test("what was withheld, in rows, is what a reader of the rows counts", async () => {
    const lines = survey.published.map(
      ({ wave, layout, withheld }) => `${wave}: of ${layout.rows} rows ${withheld?.rows} without a place`,
    );
    console.log(lines.join("\n"));
    for (const { wave, withheld } of survey.published) {
      const { dimensions } = survey.survey;
      for (const [id, places] of Object.entries(withheld?.places ?? {})) {
        const known = new Set(dimensions.find((one) => one.id === id)?.options.map((option) => option.id));
        const of = async (kind: "protected" | "whole") => {
          const counts = await stores[0]?.[kind].ask({ questions: [], waves: [wave], by: [id], slice: {} });
          const groups =
            counts?.groups.filter(({ key: [value] }) => value !== null && known.has(value ?? "")) ?? [];
          return groups.reduce((sum, { rows }) => sum + (rows?.n ?? 0), 0);
        };
        const gone = (await of("whole")) - (await of("protected"));
        // Who had no place to begin with may be put with those of whom it is withheld.
        expect(gone, `${wave} ${id}`).toBeLessThanOrEqual(places);
        expect(gone, `${wave} ${id}`).toBeGreaterThanOrEqual(places === 0 ? 0 : 1);
      }
    }
  });
});
