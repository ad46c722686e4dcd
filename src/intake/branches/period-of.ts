import type { Period } from "../../survey/network.ts";
import type { Wave } from "../../survey/survey.ts";

/** The days of a wave, as far as the codebook gives them. */
export function periodOf({ start, end }: Pick<Wave, "start" | "end">): Period {
  return { ...(start === undefined ? {} : { from: start }), ...(end === undefined ? {} : { until: end }) };
}
