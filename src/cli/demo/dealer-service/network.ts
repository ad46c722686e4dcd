import { normal, seededRandom } from "../../../stats/random.ts";
import { dealerNames } from "./dealer-names.ts";
import { type City, type Region, regions } from "./geography.ts";
import { type Factor, perFactor } from "./items.ts";
import { type BrandClass, outlierShift } from "./stories.ts";

/** A dealer, where it stands (the one that moves: at first), and what is true of it in every wave. */
export interface Dealer {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  readonly region: Region;
  readonly province: string;
  readonly city: string;
  readonly brandClass: BrandClass;
  /** Customers against the average dealer of its region. */
  readonly volume: number;
  /** Distance from its peers on the 1–10 scale, by factor. */
  readonly effect: Readonly<Record<Factor, number>>;
}

const networkSeed = 20_230_101;
const largeCity: readonly BrandClass[] = ["joint-venture", "domestic", "premium"];
const smallCity: readonly BrandClass[] = ["domestic", "joint-venture"];

/** The 240 dealers of the network, in the order of the geography. */
export function dealerNetwork(): readonly Dealer[] {
  const random = seededRandom(networkSeed);
  const cities = regions.flatMap((region) =>
    region.provinces.flatMap((province) =>
      province.cities.map((city) => ({ region, province: province.code, city })),
    ),
  );
  return cities.flatMap((place, at) =>
    Array.from({ length: place.city[3] }, (_, index) => dealer(place, { at, index, random })),
  );
}

interface Place {
  readonly region: Region;
  readonly province: string;
  readonly city: City;
}

interface Turn {
  /** Number of the city in the network. */
  readonly at: number;
  /** Number of the dealer in its city, from 0. */
  readonly index: number;
  readonly random: () => number;
}

function dealer({ region, province, city }: Place, { at, index, random }: Turn): Dealer {
  const [cityCode, cityEn, cityZh, dealers] = city;
  const classes = dealers < 3 ? smallCity : largeCity;
  const [nameEn, nameZh] = dealerNames[(at * 7 + index) % dealerNames.length] ?? ["", ""];
  const code = `${cityCode}-${String(index + 1).padStart(2, "0")}`;
  const outlier = outlierShift(code);
  const level = clip(0.2 * normal(random), 0.4);
  const effect = perFactor(() => outlier + (outlier === 0 ? level : 0) + clip(0.1 * normal(random), 0.2));
  return {
    code,
    en: `${cityEn} ${nameEn}`,
    zh: `${cityZh}${nameZh}店`,
    region,
    province,
    city: cityCode,
    brandClass: classes[(at + index) % classes.length] ?? "domestic",
    volume: outlier === 0 ? 0.75 + 0.5 * random() : 1.7,
    effect,
  };
}

function clip(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}
