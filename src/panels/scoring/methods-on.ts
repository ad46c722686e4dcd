import type { Tally } from "../../counts/tally.ts";
import { easy } from "../../measures/effort.ts";
import { type Estimate, isShown } from "../../measures/estimate.ts";
import { grade } from "../../measures/graded.ts";
import { mean } from "../../measures/mean.ts";
import type { Measure, MeasureOptions } from "../../measures/measure.ts";
import { net, nps } from "../../measures/net.ts";
import { bottom2, satisfied, top1, top2 } from "../../measures/share.ts";
import type { ScaleQuestion } from "../../survey/question.ts";
import { scaleEnds } from "../../survey/scale.ts";

/** Ways to score one question's answers. */
export type MethodName =
  | "mean"
  | "shareOfMaximum"
  | "rescaled"
  | "grade"
  | "satisfied"
  | "top1"
  | "top2"
  | "bottom2"
  | "net"
  | "easy"
  | "nps";

/** What a way makes of some answers. */
export interface ScoredBy {
  readonly name: MethodName;
  /** Method id of the methods page. */
  readonly method: string;
  readonly unit: string;
  /** The least and the most that it can be. */
  readonly ends: { readonly min: number; readonly max: number };
  readonly estimate: Estimate;
}

/** The same answers by every method that fits their question, in the order of the methods (M02–M08). */
export function scoredByAll(
  tally: Tally,
  question: ScaleQuestion,
  options: MeasureOptions,
): readonly ScoredBy[] {
  const ends = scaleEnds(question.scale);
  const { scores = [] } = question.scale;
  const best = Math.max(...scores);
  const estimateOf = (measure: Measure) => measure.estimate(tally, question, options);
  const average = estimateOf(mean);
  const hundred = { min: 0, max: 100 };
  const line = (name: MethodName, measure: Measure, rest: Pick<ScoredBy, "ends">): readonly ScoredBy[] =>
    measure.appliesTo(question)
      ? [
          {
            ...{ name, method: measure.method, unit: measure.unitOf(question) },
            ...{ ...rest, estimate: estimateOf(measure) },
          },
        ]
      : [];
  const share = { ends: { min: 0, max: 1 } };
  const onHundred = { method: question.scale.codes.length === 5 ? "M04" : "M10", unit: "index100" };
  return [
    ...line("mean", mean, { ends }),
    ...(ends.min === 1
      ? [
          {
            ...{ name: "shareOfMaximum" as const, ...onHundred, ends: { min: 100 / ends.max, max: 100 } },
            estimate: onLine(average, { slope: 100 / ends.max, from: 0 }),
          },
        ]
      : []),
    {
      ...{ name: "rescaled", ...onHundred, method: "M10", ends: hundred },
      estimate: onLine(average, { slope: 100 / (ends.max - ends.min), from: ends.min }),
    },
    ...(grade.appliesTo(question)
      ? [
          {
            ...{ name: "grade" as const, method: grade.method, unit: "index100", ends: hundred },
            estimate: onLine(estimateOf(grade), { slope: 100 / best, from: 0 }),
          },
        ]
      : []),
    ...line("satisfied", satisfied, share),
    ...line("top1", top1, share),
    ...line("top2", top2, share),
    ...line("bottom2", bottom2, share),
    ...line("net", net, { ends: { min: -1, max: 1 } }),
    ...line("easy", easy, share),
    ...line("nps", nps, { ends: { min: -100, max: 100 } }),
  ];
}

/** A figure on another scale: slope · (value − from). */
function onLine(
  estimate: Estimate,
  { slope, from }: { readonly slope: number; readonly from: number },
): Estimate {
  if (!isShown(estimate)) return estimate.status === "published" ? { status: "none" } : estimate;
  const put = (value: number) => slope * (value - from);
  const { deviation, ...rest } = estimate;
  return {
    ...rest,
    value: put(estimate.value),
    low: put(estimate.low),
    high: put(estimate.high),
    standardError: slope * estimate.standardError,
    ...(deviation === undefined ? {} : { deviation: slope * deviation }),
  };
}
