import { hiddenGroups } from "../disclosure.ts";
import { type GroupByWave, type OpenPool, overlap, sizeOver, type WholeByWave } from "./groups-by-wave.ts";

/** M34, the groups of a breakdown that are withheld wave by wave, of a level that is not pooled. */
export function openWaves(
  groups: readonly GroupByWave[],
  { whole, minimum }: { readonly whole: WholeByWave; readonly minimum: number },
): readonly OpenPool[] {
  const waves = groups[0]?.sizes ?? [];
  return [...waves.keys()].map((at) => {
    const wave = { from: at, to: at };
    const named = groups.flatMap((group) => {
      const n = sizeOver(group, wave);
      return n === undefined ? [] : [{ key: group.key, n }];
    });
    const wholeHidden = whole.withheld.some((run) => overlap(run, wave));
    return { ...wave, hidden: hiddenGroups(named, { minimum, wholeHidden }) };
  });
}
