import { normal } from "../../../stats/random.ts";
import { type Factor, factors, perFactor } from "./items.ts";
import type { Office } from "./network.ts";
import type { Channel, CustomerType, Respondent, ServiceLine } from "./respondents.ts";
import { claimSpeedShift, factorLevel, factorPull, transitShift } from "./stories.ts";

/** What a respondent lived through, before it becomes answers. In grades of 1–5, not cut at the ends. */
export interface Experience {
  readonly byFactor: Readonly<Record<Factor, number>>;
  readonly overall: number;
  /** How a claim went, of those who had one. */
  readonly claim?: Claim;
}

interface Claim {
  readonly speed: number;
  readonly fairness: number;
}

const channelLevel: Readonly<Record<Channel, number>> = { wechat: -0.03, sms: -0.02, phone: 0.1 };
const customerLevel: Readonly<Record<CustomerType, number>> = { ENT: 0, ECOM: -0.08, IND: 0.08 };

/** Share of customers with a claim in the half-year: freight that is reloaded often is damaged often. */
const claimShare: Readonly<Record<ServiceLine, number>> = { FTL: 0.07, LTL: 0.17, COLD: 0.12 };

/** Spread of a respondent's mood, of each factor around it, and of what overall adds of its own. */
const spread = { mood: 0.4, factor: 0.3, overall: 0.38 };

/** What a claim costs: safety, overall satisfaction; and how much of the latter a prompt settlement gives back. */
const claimCost = { safety: 0.8, overall: 0.75, recovered: 0.35 };
const usualClaimSpeed = 2.75;

/** Draws an experience: level + region + office + channel + customer + mood + factor, and a claim or none. */
export function experience(
  office: Office,
  person: Respondent,
  wave: string,
  random: () => number,
): Experience {
  const base =
    office.region.level +
    office.level +
    channelLevel[person.channel] +
    customerLevel[person.customerType] +
    spread.mood * normal(random);
  const claim = random() < claimShare[person.serviceLine] ? claimed(wave, random) : undefined;
  const byFactor = perFactor((factor) => {
    const late = factor === "transit" ? transitShift(office.region.code, wave) : 0;
    const damage = factor === "safety" && claim ? -claimCost.safety : 0;
    return factorLevel[factor] + base + late + damage + spread.factor * normal(random);
  });
  const pulled = factors.reduce((total, factor) => total + factorPull[factor] * byFactor[factor], 0);
  const overall = pulled + regret(claim) + spread.overall * normal(random);
  return claim ? { byFactor, overall, claim } : { byFactor, overall };
}

function claimed(wave: string, random: () => number): Claim {
  const luck = 0.8 * normal(random);
  return {
    speed: usualClaimSpeed + claimSpeedShift(wave) + luck,
    fairness: 3 + 0.3 * luck + 0.7 * normal(random),
  };
}

function regret(claim: Claim | undefined): number {
  return claim ? claimCost.recovered * (claim.speed - usualClaimSpeed) - claimCost.overall : 0;
}
