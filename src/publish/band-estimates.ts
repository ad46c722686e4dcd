import { groupsOf } from "../counts/request.ts";
import { bandDimension, bandRule, bandShare, sureShare } from "../measures/bands.ts";
import { scoreMeasures } from "../measures/score-registry.ts";
import type { Weighting } from "../measures/weighting.ts";
import { waveIds } from "../survey/survey.ts";
import { everybody } from "../views/slice.ts";
import type { EstimatesInput } from "./published-groups.ts";
import type { PublishedScore } from "./published-score.ts";

/**
 * M18, bands of the respondents' own index among everybody: how many are in each, and how many of these surely return.
 * Not of parts: a band of a part would stand in two breakdowns at once, each of which could give the other's away.
 */
export async function bandEstimates({
  survey,
  ask,
  weightedWaves,
}: EstimatesInput): Promise<readonly PublishedScore[]> {
  const rule = bandRule(survey);
  const { bands, index, base } = survey;
  if (!rule || !bands || !index) return [];
  const waves = waveIds(survey);
  const questions = [...new Set(bands.outcomes.map(({ question }) => question))];
  const level = { questions, waves, slice: everybody };
  const whole = await ask({ ...level, by: [] });
  const counts = await ask({ ...level, by: [bandDimension], derived: { bands: rule } });
  const weightingsIn = (wave: string): readonly Weighting[] =>
    weightedWaves.has(wave) ? ["unweighted", "weighted"] : ["unweighted"];
  return waves.flatMap((wave) => {
    if (groupsOf(counts, wave).every(({ key }) => key[0] === null)) return [];
    return weightingsIn(wave).flatMap((weighting) => {
      const options = { weighting, base };
      return bands.bands.flatMap(({ id: band }): readonly PublishedScore[] => {
        const of = { wave, slice: everybody, option: band, weighting };
        const share = bandShare(counts, { wave, band, survey }, options);
        const sure = bands.outcomes.flatMap((outcome): readonly PublishedScore[] => {
          const estimate = sureShare([whole, counts], [band], { survey, wave, outcome }, options);
          return estimate
            ? [{ ...of, subject: outcome.question, measure: scoreMeasures.sure, estimate }]
            : [];
        });
        return [{ ...of, subject: index.id, measure: scoreMeasures.band, estimate: share }, ...sure];
      });
    });
  });
}
