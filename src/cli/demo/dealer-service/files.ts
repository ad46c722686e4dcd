import { csvText } from "../csv-text.ts";
import { branchColumns, branchRows } from "./changes.ts";
import { dealerNetwork } from "./network.ts";
import type { Stratum } from "./strata.ts";
import { waveColumns, waveRows } from "./wave-rows.ts";
import { type Wave, waves } from "./waves.ts";

/**
 * The generated files of the demo survey `dealer-service`: path inside the survey's folder → text.
 * The same texts every time; the stories in them are told in `stories.md`.
 */
export function dealerServiceFiles(): ReadonlyMap<string, string> {
  const dealers = dealerNetwork();
  const drawn = waves.map((wave) => ({ wave, ...waveRows(dealers, wave) }));
  return new Map([
    ...drawn.map(({ wave, rows }) => [`waves/${wave.id}.csv`, csvText(waveColumns, rows)] as const),
    ["strata.csv", csvText(strataColumns, drawn.flatMap(strataRows))],
    ["branches.csv", csvText(branchColumns, branchRows(dealers))],
  ]);
}

const strataColumns = ["wave", "region", "brand_class", "customers", "handed_out", "returned"] as const;

function strataRows({ wave, strata }: { readonly wave: Wave; readonly strata: readonly Stratum[] }) {
  return strata.map(({ region, brandClass, customers, handedOut, returned }) => ({
    wave: wave.id,
    region,
    brand_class: brandClass,
    customers,
    handed_out: handedOut,
    returned,
  }));
}
