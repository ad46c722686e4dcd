import { type PairCounts, type PairsRequest, pairGroupOf } from "../counts/pairs/request.ts";
import { type CardKind, cardDefinition, cardRequest } from "../measures/card.ts";
import { afterDeduction } from "../measures/deduction.ts";
import type { Estimate } from "../measures/estimate.ts";
import { isShown } from "../measures/estimate.ts";
import { exact } from "../measures/exact.ts";
import { firmMean, firmsIn } from "../measures/firm-mean.ts";
import { indexAt } from "../measures/index/cascade.ts";
import type { IndexPart } from "../measures/index/estimate.ts";
import { itemsLeftOut } from "../measures/index/items-in.ts";
import { scoreMeasures } from "../measures/score-registry.ts";
import type { Weighting } from "../measures/weighting.ts";
import { deductionAt } from "../panels/scoring/returns.ts";
import type { CardScore, FirmStage } from "../survey/scoring.ts";
import { waveIds } from "../survey/survey.ts";
import type { EstimatesInput } from "./published-groups.ts";
import type { PublishedScore } from "./published-score.ts";
import { type CountedGroup, countedGroups } from "./score-cascades.ts";

type Group = CountedGroup<PairCounts>;
type CardRequest = Pick<PairsRequest, "questions" | "sets" | "as">;

const measuresOf = {
  national: { score: scoreMeasures.national, after: scoreMeasures.nationalAfter },
  fiveToOne: { score: scoreMeasures.fiveToOne, after: scoreMeasures.fiveToOneAfter },
} as const;

/** M03–M05, the cards of every group, before and after the deduction, and the means over sampled firms. */
export async function* cardEstimates(input: EstimatesInput): AsyncGenerator<readonly PublishedScore[]> {
  const { survey, askPairs } = input;
  const { scoring } = survey;
  for (const kind of ["national", "fiveToOne"] as const) {
    const card = scoring?.[kind];
    const request = card && cardRequest(survey, kind, card);
    if (!scoring || !card || !request) continue;
    const groups = countedGroups(input, (level) => askPairs({ ...request, ...level }));
    const firms = kind === "national" ? scoring.national?.firms : undefined;
    for await (const group of groups) {
      const at = { input, kind, card, group };
      yield waveIds(survey).flatMap((wave) => scoresIn(at, wave));
      if (firms && isSampledIn(group, firms)) yield await firmEstimates(at, request, firms);
    }
  }
}

interface At {
  readonly input: EstimatesInput;
  readonly kind: CardKind;
  readonly card: CardScore;
  readonly group: Group;
}

/** A group's card in a wave, in every weighting. Nothing of a wave that asked nothing of it. */
function scoresIn(at: At, wave: string): readonly PublishedScore[] {
  const { input, kind, card, group } = at;
  const definition = cardDefinition(input.survey, kind, card, wave);
  const [whole] = group.cascade;
  if (!definition || !whole || !pairGroupOf(whole, wave)) return [];
  const deduction = deductionAt(input, { card, wave, slice: group.slice });
  return group.weightingsIn(wave).flatMap((weighting): readonly PublishedScore[] => {
    const part = partAt(at, group, { wave, weighting });
    const estimate: Estimate = part?.estimate ?? { status: "none" };
    const without = part && isShown(estimate) ? itemsLeftOut(part, definition.root) : [];
    const { slice } = group;
    const of = { wave, slice, subject: card.id, option: "", weighting };
    const { score, after } = measuresOf[kind];
    const row = { ...of, measure: score, estimate, ...(without.length > 0 ? { without } : {}) };
    if (!deduction || !isShown(estimate)) return [row];
    return [
      row,
      { ...row, measure: after, estimate: afterDeduction(estimate, deduction) },
      { ...of, measure: scoreMeasures.deduction, estimate: exact(deduction.points) },
    ];
  });
}

function partAt(
  { input: { survey }, kind, card }: At,
  { cascade, path }: Pick<Group, "cascade" | "path">,
  { wave, weighting }: { readonly wave: string; readonly weighting: Weighting },
): IndexPart | undefined {
  const definition = cardDefinition(survey, kind, card, wave);
  return definition && indexAt(cascade, path, { definition, wave, weighting, base: survey.base });
}

/** True for the group whose firms are sampled: everybody, or one industry. */
function isSampledIn({ path, dimension }: Group, { industry }: FirmStage): boolean {
  return industry === undefined ? path.length === 0 : dimension === industry;
}

/** M03, the second stage of a group: the mean over its firms, and whether there are enough of them. */
async function firmEstimates(
  at: At,
  request: CardRequest,
  stage: FirmStage,
): Promise<readonly PublishedScore[]> {
  const { input, card, group } = at;
  const { survey, askPairs } = input;
  const waves = waveIds(survey);
  const counts = await askPairs({ ...request, waves, by: [stage.firm], slice: group.slice });
  const cascade = [...group.cascade, counts];
  const population = stage.population[stage.industry === undefined ? "" : (group.path.at(-1) ?? "")];
  return waves.flatMap((wave) =>
    group.weightingsIn(wave).flatMap((weighting) => {
      const scores = firmsIn(counts, wave).map((firm) => {
        const part = partAt(at, { cascade, path: [...group.path, firm] }, { wave, weighting });
        const estimate: Estimate = part?.estimate ?? { status: "none" };
        const slice = { ...group.slice, [stage.firm]: [firm] };
        return { estimate, deduction: deductionAt(input, { card, wave, slice }) };
      });
      if (scores.length === 0) return [];
      const of = { wave, slice: group.slice, subject: card.id, option: "", weighting };
      const meanOf = (estimates: readonly Estimate[]) =>
        firmMean(estimates, { population, base: survey.base });
      const { estimate, sampled, required } = meanOf(scores.map((score) => score.estimate));
      const after = scores.flatMap((score) =>
        score.deduction ? [afterDeduction(score.estimate, score.deduction)] : [],
      );
      return [
        { ...of, measure: scoreMeasures.nationalFirms, estimate },
        ...(after.length === scores.length
          ? [{ ...of, measure: scoreMeasures.nationalFirmsAfter, estimate: meanOf(after).estimate }]
          : []),
        { ...of, measure: scoreMeasures.firmsSampled, estimate: exact(sampled) },
        { ...of, measure: scoreMeasures.firmsRequired, estimate: exact(required) },
      ];
    }),
  );
}
