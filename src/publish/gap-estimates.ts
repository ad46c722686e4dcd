import { pairGroupOf } from "../counts/pairs/request.ts";
import { gapRequest, gapsAt } from "../measures/gap.ts";
import { scoreMeasures } from "../measures/score-registry.ts";
import { waveIds } from "../survey/survey.ts";
import type { EstimatesInput } from "./published-groups.ts";
import type { PublishedScore } from "./published-score.ts";
import { countedGroups } from "./score-cascades.ts";

/** The subject of the survey's whole gap. */
const wholeGap = "gap";

/** M09, gaps of every group: item by item, named by the perception, and the whole. */
export async function* gapEstimates(input: EstimatesInput): AsyncGenerator<readonly PublishedScore[]> {
  const { survey, askPairs } = input;
  const request = gapRequest(survey);
  if (!request) return;
  const { base } = survey;
  const measure = scoreMeasures.gap;
  for await (const group of countedGroups(input, (level) => askPairs({ ...request, ...level }))) {
    const { cascade, path, slice, weightingsIn } = group;
    const [everybody] = cascade;
    yield waveIds(survey).flatMap((wave) => {
      if (!everybody || !pairGroupOf(everybody, wave)) return [];
      return weightingsIn(wave).flatMap((weighting): readonly PublishedScore[] => {
        const gaps = gapsAt(cascade, path, { survey, wave, weighting, base });
        const of = { wave, slice, option: "", measure, weighting };
        if (!gaps) return [{ ...of, subject: wholeGap, estimate: { status: "none" } }];
        return [
          ...(gaps.whole ? [{ ...of, subject: wholeGap, estimate: gaps.whole }] : []),
          ...gaps.items.map(({ pair, estimate }) => ({ ...of, subject: pair.perception, estimate })),
        ];
      });
    });
  }
}
