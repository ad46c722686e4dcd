import { normal } from "../../../stats/random.ts";
import { pick } from "../draws.ts";
import { halfYearDays, type Wave } from "./waves.ts";

/** Company, online seller, private person. */
export type CustomerType = "ENT" | "ECOM" | "IND";
/** Full truck load, less than truck load, cold chain. */
export type ServiceLine = "FTL" | "LTL" | "COLD";
export type Channel = "wechat" | "sms" | "phone";

/** Who answered, when and how; drawn without regard to any score. */
export interface Respondent {
  /** Day and minute, written so that texts sort as times do. */
  readonly when: string;
  readonly channel: Channel;
  readonly customerType: CustomerType;
  readonly serviceLine: ServiceLine;
  /** Length of the interview. */
  readonly seconds: number;
  /** Gives one grade to whatever is graded. */
  readonly straightLiner: boolean;
}

const channels = [
  ["wechat", 0.52],
  ["sms", 0.28],
  ["phone", 0.2],
] as const satisfies readonly (readonly [Channel, number])[];

const customerTypes = [
  ["ENT", 0.48],
  ["ECOM", 0.26],
  ["IND", 0.26],
] as const satisfies readonly (readonly [CustomerType, number])[];

const serviceLines: Readonly<Record<CustomerType, readonly (readonly [ServiceLine, number])[]>> = {
  ENT: [
    ["FTL", 0.34],
    ["LTL", 0.44],
    ["COLD", 0.22],
  ],
  ECOM: [
    ["FTL", 0.1],
    ["LTL", 0.74],
    ["COLD", 0.16],
  ],
  IND: [
    ["FTL", 0.05],
    ["LTL", 0.92],
    ["COLD", 0.03],
  ],
};

/** Mean and spread of an interview's seconds, by channel. */
const interviewSeconds: Readonly<Record<Channel, readonly [number, number]>> = {
  wechat: [245, 60],
  sms: [265, 65],
  phone: [420, 80],
};

/** Draws one respondent of a wave. */
export function respondent(wave: Wave, random: () => number): Respondent {
  const channel = pick(channels, random);
  const customerType = pick(customerTypes, random);
  const hurried = random() < 0.018;
  const [mean, spread] = interviewSeconds[channel];
  const careful = Math.max(95, Math.round(mean + spread * normal(random)));
  return {
    when: submitted(wave, random),
    channel,
    customerType,
    serviceLine: pick(serviceLines[customerType], random),
    seconds: hurried ? 21 + Math.floor(36 * random()) : careful,
    straightLiner: random() < (hurried ? 0.4 : 0.007),
  };
}

/** Day and minute of the half-year, between 8 and 22 o'clock: 2023/03/05 14:22. */
function submitted(wave: Wave, random: () => number): string {
  const { first, days } = halfYearDays(wave);
  const minute = 8 * 60 + Math.floor(14 * 60 * random());
  const time = new Date(first + Math.floor(days * random()) * 86_400_000 + minute * 60_000);
  return time.toISOString().slice(0, 16).replaceAll("-", "/").replace("T", " ");
}
