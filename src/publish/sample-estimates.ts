import { exact } from "../measures/exact.ts";
import { scoreMeasures } from "../measures/score-registry.ts";
import { samplePlan } from "../panels/scoring/sample-model.ts";
import type { EstimatesInput } from "./published-groups.ts";
import type { PublishedScore } from "./published-score.ts";

/** The subject of figures of the sample itself. */
const sample = "sample";

/** The sample of every stratum as published figures. */
export async function sampleEstimates(input: EstimatesInput): Promise<readonly PublishedScore[]> {
  const figures = [
    ["required", scoreMeasures.required],
    ["responseRate", scoreMeasures.responseRate],
    ["validRate", scoreMeasures.validRate],
    ["shortfall", scoreMeasures.shortfall],
    ["margin", scoreMeasures.margin],
  ] as const;
  const plan = await samplePlan(input);
  return plan.flatMap((line) =>
    figures.flatMap(([key, measure]): readonly PublishedScore[] => {
      const value = line[key];
      const slice = Object.fromEntries(Object.entries(line.place).map(([id, value]) => [id, [value]]));
      const of = { wave: line.wave, slice, subject: sample, option: "", weighting: "unweighted" as const };
      if (value !== undefined) return [{ ...of, measure, estimate: exact(value, line.valid) }];
      return line.withheld ? [{ ...of, measure, estimate: { status: "withheld" } }] : [];
    }),
  );
}
