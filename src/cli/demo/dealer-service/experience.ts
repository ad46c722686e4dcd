import { normal } from "../../../stats/random.ts";
import { type Factor, factors, perFactor } from "./items.ts";
import type { Dealer } from "./network.ts";
import type { Channel, Respondent } from "./respondents.ts";
import { classLevel, factorLevel, factorPull, pickUpShift } from "./stories.ts";

/** What a respondent lived through, before it becomes answers. On the 1–10 scale, not cut at its ends. */
export interface Experience {
  readonly byFactor: Readonly<Record<Factor, number>>;
  readonly overall: number;
}

/** People are kinder on the phone than in an app. The mix of channels is the same in every wave. */
const channelLevel: Readonly<Record<Channel, number>> = { phone: 0.1, sms: -0.02, app: -0.08 };

/** Spread of a respondent's mood, of each factor around it, and of what overall adds of its own. */
const spread = { mood: 0.8, factor: 0.5, overall: 0.6 };

/** Draws an experience: level + class + region + channel + dealer + mood + factor, plus the pick-up story. */
export function experience(
  dealer: Dealer,
  person: Respondent,
  wave: string,
  random: () => number,
): Experience {
  const base =
    classLevel[dealer.brandClass] +
    dealer.region.level +
    channelLevel[person.channel] +
    spread.mood * normal(random);
  const byFactor = perFactor((factor) => {
    const shift = factor === "pick_up" ? pickUpShift(dealer.region.code, wave) : 0;
    return factorLevel[factor] + base + dealer.effect[factor] + shift + spread.factor * normal(random);
  });
  const pulled = factors.reduce((total, factor) => total + factorPull[factor] * byFactor[factor], 0);
  return { byFactor, overall: pulled + spread.overall * normal(random) };
}
