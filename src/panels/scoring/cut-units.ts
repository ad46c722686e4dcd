import type { PairCounts } from "../../counts/pairs/request.ts";
import type { Path } from "../../measures/cascade.ts";
import { afterDeduction, type Deduction } from "../../measures/deduction.ts";
import { isShown, type Shown } from "../../measures/estimate.ts";
import { branchSlice } from "../../views/slice.ts";
import type { ReportContext } from "../context.ts";
import type { Asks } from "../panel.ts";
import { spanOfLevel } from "../pooling.ts";
import { levelTitle } from "../stands-out.ts";
import { type CountedCard, cardPart } from "./card-model.ts";
import { deductionAt, optionLabel } from "./returns.ts";

/** A group that too few returned questionnaires cost points. */
export interface CutUnit {
  readonly label: string;
  readonly before: Shown;
  readonly after: Shown;
  readonly deduction: Deduction;
}

/** What is cut of the groups under those that a panel shows, where questionnaires are counted further down. */
export interface CutBelow {
  /** Those that may be shown, the most points first; none where they are many. */
  readonly units: readonly CutUnit[];
  /** Title of their level, and how many of them lose points; absent where the units are named, or there are none. */
  readonly many?: { readonly level: string; readonly count: number };
  /** True where nothing else under what is shown loses points. */
  readonly isAll: boolean;
}

/**
 * M05 further down than a panel shows: a group's own response rate can be fine where that of a firm in it is not. Of a
 * unit whose score is withheld nothing is told, as what came back of it is its base (M34).
 * @param drawn how many levels of the hierarchy the panel shows
 */
export async function cutBelow(
  context: ReportContext,
  counted: CountedCard,
  { drawn, asks }: { readonly drawn: number; readonly asks: Asks },
): Promise<CutBelow> {
  const { survey, wave, strata = [], branch } = context;
  const { card } = counted;
  if (!card.deduct) return { units: [], isAll: true };
  const inWave = strata.filter((stratum) => stratum.wave === wave);
  const levels = survey.hierarchy.findIndex((level) => inWave.some(({ place }) => !place[level]));
  const told = inWave.length === 0 ? 0 : levels < 0 ? survey.hierarchy.length : levels;
  const shownLevels = new Set(survey.hierarchy.slice(0, drawn));
  if (told <= drawn)
    return {
      units: [],
      isAll: inWave.every(({ place }) => Object.keys(place).every((name) => shownLevels.has(name))),
    };
  const path = branch?.path ?? [];
  const paths = new Map(
    inWave.map(({ place }) => {
      const own = survey.hierarchy.slice(0, told).map((level) => place[level] ?? "");
      return [JSON.stringify(own), own] as const;
    }),
  );
  const cut = [...paths.values()].flatMap((own) => {
    if (!path.every((id, level) => own[level] === id)) return [];
    const deduction = deductionAt(context, { card, wave, slice: branchSlice(survey.hierarchy, own) });
    return deduction && deduction.points > 0 ? [{ path: own, deduction }] : [];
  });
  const isDeepest = inWave.every(({ place }) =>
    Object.keys(place).every((name) => survey.hierarchy.slice(0, told).includes(name)),
  );
  if (cut.length > mostLookedAt)
    return { units: [], many: { level: levelTitle(context, told - 1), count: cut.length }, isAll: isDeepest };
  if (spanOfLevel(survey, told) > 1) return { units: [], isAll: isDeepest && cut.length === 0 };
  const level = survey.hierarchy[told - 1] ?? "";
  const partOf = unitScores(context, counted, asks);
  const units: CutUnit[] = [];
  for (const { path: own, deduction } of cut) {
    const before = (await partOf(own))?.estimate;
    const after = before && afterDeduction(before, deduction);
    if (before && after && isShown(before) && isShown(after))
      units.push({
        label: optionLabel(survey, level, own.at(-1) ?? "")[context.language],
        before,
        after,
        deduction,
      });
  }
  return {
    units: units.toSorted((a, b) => b.deduction.points - a.deduction.points),
    isAll: isDeepest && units.length === cut.length,
  };
}

/** Counts the levels down to a unit, each parent once. */
function unitScores({ survey, wave, branch }: ReportContext, counted: CountedCard, { askPairs }: Asks) {
  const { request, pairs } = counted;
  const depth = branch?.path.length ?? 0;
  const waves = pairs[0]?.request.waves ?? [wave];
  const memory = new Map<string, Promise<PairCounts>>();
  const childrenOf = (parent: Path) => {
    const key = JSON.stringify(parent);
    const level = survey.hierarchy[parent.length] ?? "";
    const found =
      memory.get(key) ??
      askPairs({ ...request, waves, by: [level], slice: branchSlice(survey.hierarchy, parent) });
    memory.set(key, found);
    return found;
  };
  return async (path: Path) => {
    const under = await Promise.all(path.slice(depth).map((_, at) => childrenOf(path.slice(0, depth + at))));
    return cardPart(
      { survey },
      { ...counted, pairs: [...pairs.slice(0, depth + 1), ...under] },
      { wave, path },
    );
  };
}

/** More than so many are counted, not named. */
const mostLookedAt = 12;
