import { normal } from "../../../stats/random.ts";
import { type Firm, firms } from "./firms.ts";
import { answersAgainstRequired, returnedShare } from "./stories.ts";
import type { Wave } from "./waves.ts";

/** A hall in a wave: the customers served, and the cards handed out and returned. */
export interface Stratum {
  readonly firm: Firm;
  readonly customers: number;
  readonly handedOut: number;
  readonly returned: number;
}

/** Cards that the scheme requires of so many customers: ten and a twentieth. */
const required = (customers: number) => Math.ceil(10 + 0.05 * customers);

/** Draws the fieldwork of a wave, hall by hall. */
export function fieldwork(wave: Wave, random: () => number): readonly Stratum[] {
  return firms.map((firm) => {
    const customers = Math.round(firm.customers * (1 + 0.03 * normal(random)));
    const more = answersAgainstRequired(firm, wave.id) + 0.03 * (random() - 0.5);
    const returned = Math.round(required(customers) * more);
    const share = returnedShare(firm, wave.id) + 0.04 * (random() - 0.5);
    return { firm, customers, handedOut: Math.round(returned / share), returned };
  });
}
