import { derivedQuestions } from "../counts/derived/request.ts";
import { estimateAt } from "../measures/cascade.ts";
import { problemSets, problemsNotOffered, problemsPer100 } from "../measures/problems.ts";
import { scoreMeasures } from "../measures/score-registry.ts";
import { waveIds } from "../survey/survey.ts";
import type { EstimatesInput } from "./published-groups.ts";
import type { PublishedScore } from "./published-score.ts";
import { countedGroups } from "./score-cascades.ts";

/**
 * M11, problems per 100 of every group, in all and by kind, with the problems that a wave did not offer; nothing of a
 * kind of which it offered none.
 */
export async function* problemEstimates(input: EstimatesInput): AsyncGenerator<readonly PublishedScore[]> {
  const { survey, ask } = input;
  const { base } = survey;
  for (const { id: subject, counts: ticked } of problemSets(survey)) {
    const derived = { ticked };
    const numbers = derivedQuestions({ derived });
    for await (const group of countedGroups(input, (level) => ask({ questions: [], derived, ...level }))) {
      const { cascade, path, slice, weightingsIn } = group;
      yield waveIds(survey).flatMap((wave) =>
        weightingsIn(wave).flatMap((weighting) =>
          numbers.flatMap((number, at): readonly PublishedScore[] => {
            const figure = { question: number, wave, base };
            const estimate = estimateAt(cascade, path, figure, ({ tally, siblings }) =>
              problemsPer100(tally, { weighting, base, siblings }),
            );
            const count = ticked[at];
            const option = count?.kind ?? "";
            const lacking = count ? problemsNotOffered(survey, count, wave) : [];
            const without = lacking.map((one) => `${one.question}:${one.option}`.replaceAll(/\s/g, "_"));
            const of = { wave, slice, subject, option, weighting, without };
            return estimate ? [{ ...of, measure: scoreMeasures.problems, estimate }] : [];
          }),
        ),
      );
    }
  }
}
