import { normal, seededRandom } from "../../../stats/random.ts";
import { type Branch, type Place, type Region, regions } from "./geography.ts";
import { smallOffices, weakOfficeShift } from "./stories.ts";

/** An office (营业部), where it stands, and what is true of it in every wave. */
export interface Office {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  readonly region: Region;
  readonly branch: string;
  /** Customers against the average office of its region. */
  readonly volume: number;
  /** Distance from the other offices, in grades. */
  readonly level: number;
}

const networkSeed = 20_230_701;

/** The eighty offices of the network, in the order of the geography. */
export function officeNetwork(): readonly Office[] {
  const random = seededRandom(networkSeed);
  return regions.flatMap((region) =>
    region.branches.flatMap((branch) =>
      branch.districts.map((district, at) => office({ region, branch, district, at }, random)),
    ),
  );
}

interface Site {
  readonly region: Region;
  readonly branch: Branch;
  readonly district: Place;
  /** Number of the office in its branch, from 0. */
  readonly at: number;
}

function office({ region, branch, district, at }: Site, random: () => number): Office {
  const code = `${branch.code}${String(at + 1).padStart(2, "0")}`;
  const volume = 0.7 + 0.7 * random();
  const level = Math.max(-0.2, Math.min(0.2, 0.1 * normal(random)));
  return {
    code,
    en: `${branch.en} ${district.en}`,
    zh: `${branch.zh}${district.zh}营业部`,
    region,
    branch: branch.code,
    volume: smallOffices.includes(code) ? 0.38 / region.market : volume,
    level: weakOfficeShift(code) || level,
  };
}
