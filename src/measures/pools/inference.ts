import { intersectionOf, isWithin, spanOf } from "../../stats/subspace.ts";
import { type GroupByWave, type OpenPool, type Run, sizeOver, type WholeByWave } from "./groups-by-wave.ts";
import { type Kind, kindsOf, knowledgeOf, vectorOf, wavesOf } from "./knowledge.ts";
import { fewOver, smallSets } from "./small-sets.ts";

export interface InferenceOptions {
  readonly whole: WholeByWave;
  /** The survey's minimum base. */
  readonly minimum: number;
}

export interface Inference {
  /** Whether published pools give away fewer than the minimum, of one group or of several, over waves in a row. */
  readonly givesFewAway: (open: readonly OpenPool[]) => boolean;
  /** Whether they give away a group that is withheld, or more of the whole than is known of it. */
  readonly givesMoreAway: (open: readonly OpenPool[]) => boolean;
  /** Tells whether a group's answers over a run of waves follow from published pools and the whole. */
  readonly knownFrom: (open: readonly OpenPool[]) => (key: string, run: Run) => boolean;
}

/** What somebody who adds and subtracts learns of the groups of a breakdown. */
export function inferenceOf(groups: readonly GroupByWave[], { whole, minimum }: InferenceOptions): Inference {
  const length = groups[0]?.sizes.length ?? 0;
  const silent = wavesOf(length).filter((wave) =>
    groups.every((group) => sizeOver(group, wave) === undefined),
  );
  const known = spanOf([...whole.known, ...silent.map((wave) => vectorOf(wave, length))]);
  const few = fewOver(groups, minimum);
  const before = knowledgeOf(kindsOf(groups, [], length), { known, length });
  const learnt = (kinds: readonly Kind[]) => {
    const after = knowledgeOf(kinds, { known, length });
    return (some: readonly GroupByWave[], run: Run) => after.has(some, run) && !before.has(some, run);
  };
  const givesFewAway = (open: readonly OpenPool[]) => {
    if (few.length === 0) return false;
    const kinds = kindsOf(groups, open, length);
    const isLearnt = learnt(kinds);
    return few.some((one) => smallSets(one, { kinds, minimum }).some((some) => isLearnt(some, one.run)));
  };
  const givesMoreAway = (open: readonly OpenPool[]) => {
    const kinds = kindsOf(groups, open, length);
    const isLearnt = learnt(kinds);
    const ofAll = intersectionOf(
      kinds.map(({ published }) => published),
      length,
    );
    return (
      ofAll.some((vector) => !isWithin(vector, known)) ||
      open.some((pool) =>
        groups.some((group) => group.key !== null && pool.hidden.has(group.key) && isLearnt([group], pool)),
      )
    );
  };
  const knownFrom = (open: readonly OpenPool[]) => {
    const knowledge = knowledgeOf(kindsOf(groups, open, length), { known, length });
    return (key: string, run: Run) =>
      knowledge.has(
        groups.filter((group) => group.key === key),
        run,
      );
  };
  return { givesFewAway, givesMoreAway, knownFrom };
}
