import { normal } from "../../../stats/random.ts";
import { pick } from "../draws.ts";
import type { Brand, Powertrain } from "./brands.ts";
import { fieldworkDays, type Wave } from "./waves.ts";

/** Who answered, about which car; drawn without regard to any problem. */
export interface Owner {
  readonly date: string;
  readonly model: string;
  readonly powertrain: Powertrain;
  readonly region: string;
  readonly ageBand: string;
  /** Kilometres driven so far; blank where not told. */
  readonly kilometres: string;
  /** Length of the interview. */
  readonly seconds: number;
  /** How readily this owner sees a problem: 1 on average. */
  readonly eye: number;
}

const regions = [
  ["EA", 0.3],
  ["SO", 0.21],
  ["NO", 0.16],
  ["CE", 0.15],
  ["WE", 0.12],
  ["NE", 0.06],
] as const;

const ageBands = [
  ["1", 0.22],
  ["2", 0.4],
  ["3", 0.22],
  ["4", 0.12],
  ["", 0.04],
] as const;

/** Spread of the logarithm of an owner's eye for problems. */
const eyeSpread = 0.55;

/** Draws one owner of a brand's car in a year. */
export function owner(brand: Brand, wave: Wave, random: () => number): Owner {
  const model = brand.models[random() < wave.newer ? 1 : 0];
  const hurried = random() < 0.012;
  const kilometres = 50 * Math.round(Math.exp(8.25 + 0.55 * normal(random)) / 50);
  const careful = Math.max(260, Math.round(640 + 150 * normal(random)));
  return {
    date: interviewDate(wave, random),
    model: model.code,
    powertrain: pick(model.powertrains, random),
    region: pick(regions, random),
    ageBand: pick(ageBands, random),
    kilometres: random() < 0.03 ? "" : String(Math.max(100, Math.min(40_000, kilometres))),
    seconds: hurried ? 60 + Math.floor(80 * random()) : careful,
    eye: Math.exp(eyeSpread * normal(random) - eyeSpread ** 2 / 2),
  };
}

function interviewDate(wave: Wave, random: () => number): string {
  const { first, days } = fieldworkDays(wave);
  return new Date(first + Math.floor(days * random()) * 86_400_000).toISOString().slice(0, 10);
}
