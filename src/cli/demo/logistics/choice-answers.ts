import { normal } from "../../../stats/random.ts";
import { answerCell, type Silence } from "../answer-cell.ts";
import { pick, pickEvenly } from "../draws.ts";
import type { Experience } from "./experience.ts";
import type { Office } from "./network.ts";
import type { CustomerType, Respondent, ServiceLine } from "./respondents.ts";
import { cannotSay, separator } from "./special-cells.ts";
import { extraDays } from "./stories.ts";

type Random = () => number;

const choiceSilence: Silence = { blank: 0.015, unsure: 0.02, cannotSay };
const daysSilence: Silence = { blank: 0.06, unsure: 0, cannotSay };

/** Share of each kind of customer that used a service beside transport. */
const services: readonly (readonly [code: string, shares: Readonly<Record<CustomerType, number>>])[] = [
  ["1", { ENT: 0.62, ECOM: 0.55, IND: 0.38 }],
  ["2", { ENT: 0.24, ECOM: 0.2, IND: 0.41 }],
  ["3", { ENT: 0.21, ECOM: 0.33, IND: 0.3 }],
  ["4", { ENT: 0.48, ECOM: 0.36, IND: 0.27 }],
  ["5", { ENT: 0.06, ECOM: 0.29, IND: 0.03 }],
  ["6", { ENT: 0.57, ECOM: 0.31, IND: 0.04 }],
];
const noService = "7";
const otherService = "8";

/** What people type under "other": it stands in the cell in place of a code. */
const typedServices = ["木箱定制", "代为报关", "夜间卸货", "托盘租赁"] as const;

/** The services used, all in one cell. Who used none ticks "none of these"; one in fifty leaves the cell blank. */
export function servicesAnswer({ customerType }: Respondent, random: Random): string {
  const silent = random() < 0.02;
  const used = services.flatMap(([code, shares]) => (random() < shares[customerType] ? [code] : []));
  const other = random() < 0.035 ? [random() < 0.4 ? otherService : pickEvenly(typedServices, random)] : [];
  const ticked = [...used, ...other];
  if (silent) return "";
  return ticked.length > 0 ? ticked.join(separator) : noService;
}

/** More, as much, less freight in the next half-year. */
export function volumeAnswer({ overall }: Experience, random: Random): string {
  const outlook = overall - 3.8 + 0.9 * normal(random);
  const code = outlook > 0.5 ? 1 : outlook > -0.9 ? 2 : 3;
  return answerCell(code, choiceSilence, random);
}

/** Whether one would pay for trucks without emissions; asked from 2024 on. */
const greenShares: Readonly<Record<CustomerType, readonly (readonly [number, number])[]>> = {
  ENT: [
    [1, 0.24],
    [2, 0.5],
    [3, 0.26],
  ],
  ECOM: [
    [1, 0.1],
    [2, 0.46],
    [3, 0.44],
  ],
  IND: [
    [1, 0.12],
    [2, 0.58],
    [3, 0.3],
  ],
};

export function greenAnswer({ customerType }: Respondent, random: Random): string {
  return answerCell(pick(greenShares[customerType], random), choiceSilence, random);
}

/** Usual days from pick-up to delivery. */
const usualDays: Readonly<Record<ServiceLine, number>> = { FTL: 2.4, LTL: 3.7, COLD: 2 };

/** Days in transit: skewed, whole, longer where a hub is in trouble. */
export function daysAnswer(
  { region }: Office,
  { serviceLine }: Respondent,
  wave: string,
  random: Random,
): string {
  const luck = normal(random);
  const days = usualDays[serviceLine] + extraDays(region.code, wave) + luck + 0.45 * luck * luck;
  return answerCell(Math.max(1, Math.round(days)), daysSilence, random);
}
