import { type Counts, groupsOf } from "../../counts/request.ts";
import { bandDimension, bandRule, bandShare, sureShare } from "../../measures/bands.ts";
import { type Difference, differenceOf } from "../../measures/difference.ts";
import type { Estimate } from "../../measures/estimate.ts";
import type { Band, SureOutcome } from "../../survey/scoring.ts";
import { everybody } from "../../views/slice.ts";
import { previousWave, type ReportContext } from "../context.ts";
import { scoringFamiliesIn } from "./family.ts";

/** An outcome by band. */
export interface OutcomeBands {
  readonly outcome: SureOutcome;
  /** Share of each band that would surely, highest band first; undefined where the wave did not ask. */
  readonly sure: readonly (Estimate | undefined)[];
  /** Highest band less the lowest. */
  readonly spread: Difference;
}

export interface BandsModel {
  /** Highest first. */
  readonly bands: readonly { readonly band: Band; readonly share: Estimate }[];
  readonly outcomes: readonly OutcomeBands[];
}

/** What must be counted of all respondents: outcomes in all, and by band. */
export function bandRequests({ survey, wave }: ReportContext) {
  const rule = bandRule(survey);
  const { bands } = survey;
  if (!rule || !bands) return [];
  const questions = [...new Set(bands.outcomes.map(({ question }) => question))];
  const level = { questions, waves: [wave], slice: everybody };
  return [
    { ...level, by: [] },
    { ...level, by: [bandDimension], derived: { bands: rule } },
  ];
}

/** M18 of all respondents: how many are in each band, and how many of these would surely return or recommend. */
export function readBands(
  context: ReportContext,
  [whole, counts]: readonly Counts[],
): BandsModel | undefined {
  const { survey, wave } = context;
  const { bands, index, base } = survey;
  if (!bands || !index || !whole || !counts) return undefined;
  if (groupsOf(counts, wave).every(({ key }) => key[0] === null)) return undefined;
  const options = { weighting: "weighted" as const, base };
  const highest = bands.bands.toReversed();
  return {
    bands: highest.map((band) => ({
      band,
      share: bandShare(counts, { wave, band: band.id, survey }, options),
    })),
    outcomes: bands.outcomes.flatMap((outcome): readonly OutcomeBands[] => {
      const sure = highest.map(({ id }) =>
        sureShare([whole, counts], [id], { survey, wave, outcome }, options),
      );
      return sure.some((estimate) => estimate)
        ? [{ outcome, sure, spread: spreadOf(context, outcome, sure) }]
        : [];
    }),
  };
}

function spreadOf(
  context: ReportContext,
  { question, sure: codes }: SureOutcome,
  sure: readonly (Estimate | undefined)[],
): Difference {
  const [top, low] = [sure[0], sure.at(-1)];
  if (!top || !low || sure.length < 2) return { status: "untested", reason: "base" };
  const { wave } = context;
  return differenceOf(top, low, {
    claim: ["bands", question, codes.join(","), wave].join(" "),
    families: scoringFamiliesIn(everybody, { from: previousWave(context), to: wave }),
  });
}
