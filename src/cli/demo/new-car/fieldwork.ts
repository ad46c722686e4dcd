import { normal } from "../../../stats/random.ts";
import { type Brand, brands } from "./brands.ts";
import type { Wave } from "./waves.ts";

/** A brand in a year: its new owners, and those asked and answering. */
export interface Stratum {
  readonly brand: Brand;
  readonly owners: number;
  readonly handedOut: number;
  readonly returned: number;
}

/** Answers per brand: nearly as many of a small brand as of a large one, so that each can be judged. Weights mend it. */
export function fieldwork(wave: Wave, random: () => number): readonly Stratum[] {
  const quotas = brands.map(({ market }) => 0.75 + 0.25 * market);
  const allQuotas = sum(quotas);
  const allMarkets = sum(brands.map(({ market }) => market));
  return brands.map((brand, at) => {
    const expected = (wave.answers * (quotas[at] ?? 1)) / allQuotas;
    const returned = Math.round(expected * (1 + 0.04 * normal(random)));
    const rate = 0.31 + 0.02 * normal(random);
    const share = brand.market / allMarkets;
    return {
      brand,
      owners: Math.round(wave.registered * share * (1 + 0.03 * normal(random))),
      handedOut: Math.round(returned / rate),
      returned,
    };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
