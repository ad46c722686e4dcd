import { normal } from "../../../stats/random.ts";
import { regions } from "./geography.ts";
import type { Office } from "./network.ts";
import { returnedShare } from "./stories.ts";
import type { Wave } from "./waves.ts";

/** What a wave's fieldwork brought in. */
export interface Fieldwork {
  readonly answers: ReadonlyMap<Office, number>;
  /** A region each. */
  readonly strata: readonly Stratum[];
}

/** A region in a wave: the customers served, and those asked and answering. */
export interface Stratum {
  readonly region: string;
  readonly customers: number;
  readonly handedOut: number;
  readonly returned: number;
}

/** Draws how many customers and answers each office and each region of a wave has. */
export function fieldwork(offices: readonly Office[], wave: Wave, random: () => number): Fieldwork {
  const total = sum(offices.map(bulk));
  const answers = new Map(
    offices.map((office) => {
      const expected = (wave.answers * bulk(office)) / total;
      return [office, Math.max(5, Math.round(expected * (1 + 0.06 * normal(random))))] as const;
    }),
  );
  const strata = regions.map(({ code, market }) => {
    const members = offices.filter(({ region }) => region.code === code);
    const returned = sum(members.map((office) => answers.get(office) ?? 0));
    const share = sum(members.map(bulk)) / total;
    const rate = returnedShare(code, wave.id) - 0.1 * (market - 1) + 0.015 * normal(random);
    return {
      region: code,
      customers: Math.round(wave.customers * share * (1 + 0.01 * normal(random))),
      handedOut: Math.round(returned / rate),
      returned,
    };
  });
  return { answers, strata };
}

function bulk({ volume, region }: Office): number {
  return volume * region.market;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
