import { standingOf, type WaveNetwork } from "../intake/branches/standing.ts";
import type { CodedWave } from "../intake/responses/coded-wave.ts";
import { dimensionName } from "../survey/reading.ts";
import { hashOf } from "./fingerprint.ts";
import type { PreparedWave } from "./prepared.ts";

type Places = NonNullable<PreparedWave["places"]>;

/** The codes that a wave's file holds, level by level, and a hash of what the network says of them. */
export function placesIn({ dictionaries }: CodedWave, network: WaveNetwork): Places {
  const codes = network.network.levels.map((level) => dictionaries[dimensionName(level)] ?? []);
  return { codes, hash: hashOfCodes(codes, network) };
}

/**
 * True where an earlier run put a wave's answers where the network puts them now. A branch that the wave does not
 * know may come, go or move, and the wave need not be read again.
 */
export function standsAsBefore(places: Places | undefined, network: WaveNetwork | undefined): boolean {
  if (!places || !network) return places === network;
  return places.hash === hashOfCodes(places.codes, network);
}

function hashOfCodes(codes: Places["codes"], network: WaveNetwork): string {
  return hashOf(
    network.network.levels,
    codes.map((ids, level) => ids.map((id) => standingOf(network, level, id))),
  );
}
