import type { Problem } from "../../survey/problem.ts";
import type { StratumCount } from "../../survey/stratum.ts";
import type { Wave } from "../../survey/survey.ts";
import { ProblemLog } from "../responses/problem-log.ts";
import { periodOf } from "./period-of.ts";
import { place } from "./place.ts";
import type { WaveNetwork } from "./standing.ts";

/**
 * Puts strata on today's network as answers are. Strata of branches that are one today are added up; a count that one
 * of them lacks is lacking in the sum.
 */
export function placeStrata(
  strata: readonly StratumCount[],
  {
    network,
    waves,
    file,
    lines,
  }: {
    readonly network: WaveNetwork["network"];
    readonly waves: readonly Wave[];
    readonly file: string;
    /** The line that each stratum stands in. */
    readonly lines: readonly number[];
  },
): {
  readonly strata: readonly StratumCount[];
  /** The first line of each. */
  readonly lines: readonly number[];
  readonly problems: readonly Problem[];
} {
  const log = new ProblemLog(file);
  const periods = new Map(waves.map((wave) => [wave.id, periodOf(wave)]));
  const placed = strata.map((stratum, at) => {
    const ids = network.levels.map((level) => stratum.place[level] || undefined);
    const found = place(ids, { network, period: periods.get(stratum.wave) ?? {} });
    for (const { level, id, ...what } of found.remarks)
      log.note(lines[at], network.levels[level] ?? "", id, what);
    // A level that the file leaves out stays out: the strata are as fine as the analyst made them.
    const moved = network.levels.flatMap((level, depth) =>
      stratum.place[level] === undefined ? [] : [[level, found.ids[depth] ?? ""]],
    );
    return { ...stratum, place: { ...stratum.place, ...Object.fromEntries(moved) } };
  });
  const keyOf = ({ wave, place: at }: StratumCount) => JSON.stringify([wave, at]);
  const firsts = new Map(placed.map((stratum, at) => [keyOf(stratum), lines[at] ?? 0] as const).toReversed());
  const today = addedUp(placed, keyOf);
  return { strata: today, lines: today.map((one) => firsts.get(keyOf(one)) ?? 0), problems: log.problems };
}

function addedUp(
  strata: readonly StratumCount[],
  keyOf: (stratum: StratumCount) => string,
): readonly StratumCount[] {
  return [...Map.groupBy(strata, keyOf).values()].flatMap((parts) => {
    const [first] = parts;
    return first ? { wave: first.wave, place: first.place, ...sums(parts) } : [];
  });
}

function sums(parts: readonly StratumCount[]): Omit<StratumCount, "wave" | "place"> {
  const counts = (["customers", "handedOut", "returned", "valid"] as const).flatMap((key) => {
    const values = parts.flatMap((part) => part[key] ?? []);
    return values.length < parts.length ? [] : [[key, values.reduce((sum, value) => sum + value, 0)]];
  });
  return Object.fromEntries(counts);
}
