import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { Cell, Tally } from "../../src/counts/tally.ts";
import { isShown } from "../../src/measures/estimate.ts";
import { shareOfCodes } from "../../src/measures/share.ts";
import { unweighted } from "./questions.ts";

interface Option {
  readonly question: string;
  readonly type: string;
  readonly option: string;
  readonly count: string;
  readonly published_percent: string;
}

const respondents = 76;
const text = readFileSync(`${import.meta.dirname}/golden/mobile-76.csv`, "utf-8");
const { data } = Papa.parse<Option>(text, { header: true, skipEmptyLines: true });
const questions = Map.groupBy(data, ({ question }) => question);

/** Only the tabulation survives: cells by place, on a base of all respondents. */
function tallyOf(options: readonly Option[]): Tally {
  const cell = (n: number): Cell => ({ n, m: n, w: n, w2: n });
  const cells = new Map(options.map(({ count }, place) => [place, cell(Number(count))]));
  return { kind: "codes", base: cell(respondents), cells };
}

describe("M01, the published distribution of a survey of 76 respondents", () => {
  test("holds fourteen questions", () => {
    expect(questions.size).toBe(14);
    expect(data).toHaveLength(63);
  });

  test.each([...questions])("%s", (_, options) => {
    const shares = options.map((option, place) => {
      const estimate = shareOfCodes(tallyOf(options), [place], unweighted);
      if (!isShown(estimate)) throw new Error(`${option.option} is ${estimate.status}`);
      expect((100 * estimate.value).toFixed(1), option.option).toBe(
        Number(option.published_percent).toFixed(1),
      );
      expect(estimate.low).toBeLessThanOrEqual(estimate.value);
      expect(estimate.high).toBeGreaterThan(estimate.value);
      return estimate.value;
    });
    const sum = shares.reduce((total, share) => total + share, 0);
    if (options[0]?.type === "multi") expect(sum).toBeGreaterThan(1);
    else expect(sum).toBeCloseTo(1, 12);
  });
});
