import { normal } from "../../../stats/random.ts";
import { pick } from "../draws.ts";
import { quarterDays, type Wave } from "./waves.ts";

/** Who answered, when and how; drawn without regard to any score. */
export interface Respondent {
  readonly date: string;
  readonly channel: Channel;
  readonly ageBand: string;
  readonly gender: string;
  readonly outOfWarranty: boolean;
  readonly language: "en" | "zh";
  /** Length of the interview. */
  readonly seconds: number;
  /** In a hurry: answers in less time than reading takes. */
  readonly speeder: boolean;
  /** Gives every rated item the same grade. */
  readonly straightLiner: boolean;
}

export type Channel = "phone" | "sms" | "app";

const channels = [
  ["phone", 0.35],
  ["sms", 0.25],
  ["app", 0.4],
] as const satisfies readonly (readonly [Channel, number])[];

const ageBands = [
  ["18-29", 0.17],
  ["30-39", 0.36],
  ["40-49", 0.26],
  ["50-59", 0.13],
  ["60+", 0.05],
  ["", 0.03],
] as const;

const genders = [
  ["male", 0.64],
  ["female", 0.34],
  ["", 0.02],
] as const;

/** Mean and spread of an interview's seconds, by channel. */
const interviewSeconds: Readonly<Record<Channel, readonly [number, number]>> = {
  phone: [310, 60],
  sms: [205, 50],
  app: [165, 40],
};

/** Draws one respondent of a wave. */
export function respondent(wave: Wave, random: () => number): Respondent {
  const channel = pick(channels, random);
  const speeder = random() < 0.015;
  const [mean, spread] = interviewSeconds[channel];
  const careful = Math.max(75, Math.round(mean + spread * normal(random)));
  return {
    date: interviewDate(wave, random),
    channel,
    ageBand: pick(ageBands, random),
    gender: pick(genders, random),
    outOfWarranty: random() < 0.28,
    language: random() < 0.85 ? "zh" : "en",
    seconds: speeder ? 14 + Math.floor(31 * random()) : careful,
    speeder,
    straightLiner: random() < (speeder ? 0.4 : 0.006),
  };
}

function interviewDate(wave: Wave, random: () => number): string {
  const { first, days } = quarterDays(wave);
  return new Date(first + Math.floor(days * random()) * 86_400_000).toISOString().slice(0, 10);
}
