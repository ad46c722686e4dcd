import { normal } from "../../../stats/random.ts";
import { isOpen } from "./changes.ts";
import type { Dealer } from "./network.ts";
import { type BrandClass, brandClasses, classShare } from "./stories.ts";
import type { Wave } from "./waves.ts";

/** A region × brand class in a wave: the customers served, and those asked and answering. */
export interface Stratum {
  readonly region: string;
  readonly brandClass: BrandClass;
  readonly customers: number;
  readonly handedOut: number;
  readonly returned: number;
  /** Weight of one answer: share of the customers ÷ share of the answers, so that it is 1 on average. */
  readonly weight: number;
}

/** What a wave's fieldwork brought in. */
export interface Fieldwork {
  readonly answers: ReadonlyMap<Dealer, number>;
  readonly strata: readonly Stratum[];
}

/** Premium customers answer more readily than domestic ones: what the weights put right. */
const readiness: Readonly<Record<BrandClass, number>> = { domestic: 0.9, "joint-venture": 1, premium: 1.12 };

/** Returned ÷ handed out, before the region's own habit. */
const returnRate: Readonly<Record<BrandClass, number>> = {
  domestic: 0.43,
  "joint-venture": 0.48,
  premium: 0.55,
};

/** Draws how many customers and answers each dealer and each stratum of a wave has. */
export function fieldwork(dealers: readonly Dealer[], wave: Wave, random: () => number): Fieldwork {
  const answers = dealerAnswers(dealers, wave, random);
  const customers = dealerShares(
    dealers,
    (dealer) => classShare(dealer.brandClass, wave.id),
    (dealer) => dealer.region.market,
  );
  const counted = strataOf(dealers.filter((dealer) => isOpen(dealer, wave))).map((members) =>
    stratumCounts(members, { answers, customers, wave, random }),
  );
  const allCustomers = sum(counted.map((stratum) => stratum.customers));
  const allReturned = sum(counted.map((stratum) => stratum.returned));
  const strata = counted.map((stratum) => ({
    ...stratum,
    weight: stratum.customers / allCustomers / (stratum.returned / allReturned),
  }));
  return { answers, strata };
}

function dealerAnswers(
  dealers: readonly Dealer[],
  wave: Wave,
  random: () => number,
): ReadonlyMap<Dealer, number> {
  const total = sum(brandClasses.map((each) => classShare(each, wave.id) * readiness[each]));
  const shares = dealerShares(
    dealers,
    ({ brandClass }) => (classShare(brandClass, wave.id) * readiness[brandClass]) / total,
    (dealer) => Math.sqrt(dealer.region.market),
  );
  return new Map(
    dealers.map((dealer) => {
      const expected = wave.answers * (shares.get(dealer) ?? 0);
      return [dealer, Math.max(4, Math.round(expected * (1 + 0.06 * normal(random))))];
    }),
  );
}

/** Splits each brand class's share among its dealers, by volume × size. */
function dealerShares(
  dealers: readonly Dealer[],
  shareOfClass: (dealer: Dealer) => number,
  size: (dealer: Dealer) => number,
): ReadonlyMap<Dealer, number> {
  const bulk = (dealer: Dealer) => dealer.volume * size(dealer);
  const totals = Map.groupBy(dealers, (dealer) => dealer.brandClass);
  return new Map(
    dealers.map((dealer) => {
      const total = sum((totals.get(dealer.brandClass) ?? []).map(bulk));
      return [dealer, (shareOfClass(dealer) * bulk(dealer)) / total];
    }),
  );
}

interface Draw {
  readonly answers: ReadonlyMap<Dealer, number>;
  readonly customers: ReadonlyMap<Dealer, number>;
  readonly wave: Wave;
  readonly random: () => number;
}

function stratumCounts(
  members: readonly [Dealer, ...Dealer[]],
  { answers, customers, wave, random }: Draw,
): Omit<Stratum, "weight"> {
  const { region, brandClass } = members[0];
  const share = sum(members.map((dealer) => customers.get(dealer) ?? 0));
  const returned = sum(members.map((dealer) => answers.get(dealer) ?? 0));
  const rate = returnRate[brandClass] - 0.12 * (region.market - 1) + 0.015 * normal(random);
  return {
    region: region.code,
    brandClass,
    customers: Math.round(wave.customers * share * (1 + 0.01 * normal(random))),
    handedOut: Math.round(returned / rate),
    returned,
  };
}

/** The dealers of each region × brand class, regions in the order of the network. */
function strataOf(dealers: readonly Dealer[]): readonly (readonly [Dealer, ...Dealer[]])[] {
  return [...Map.groupBy(dealers, (dealer) => dealer.region).values()].flatMap((members) =>
    brandClasses.flatMap((brandClass) => {
      const [first, ...others] = members.filter((dealer) => dealer.brandClass === brandClass);
      return first ? [[first, ...others] as const] : [];
    }),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
