import { climate } from "./problems/climate.ts";
import { controlsDisplays } from "./problems/controls-displays.ts";
import { driverAssistance } from "./problems/driver-assistance.ts";
import { drivingExperience } from "./problems/driving-experience.ts";
import { exterior } from "./problems/exterior.ts";
import { infotainment } from "./problems/infotainment.ts";
import { interior } from "./problems/interior.ts";
import { powertrain } from "./problems/powertrain.ts";
import type { Problem } from "./problems/problem.ts";
import { seats } from "./problems/seats.ts";

/** A category of the questionnaire: one column of the export, one multiple choice of the codebook. */
export interface Category {
  readonly id: CategoryId;
  readonly column: string;
  readonly problems: readonly Problem[];
  /** Problems per 100 of the average brand in the first year, were every car to have every part. */
  readonly level: number;
}

const written = {
  exterior: { column: "P1_EXTERIOR", problems: exterior, level: 26 },
  driving: { column: "P2_DRIVING", problems: drivingExperience, level: 20 },
  controls: { column: "P3_CONTROLS", problems: controlsDisplays, level: 29 },
  infotainment: { column: "P4_INFOTAINMENT", problems: infotainment, level: 45 },
  seats: { column: "P5_SEATS", problems: seats, level: 14 },
  climate: { column: "P6_CLIMATE", problems: climate, level: 14 },
  interior: { column: "P7_INTERIOR", problems: interior, level: 23 },
  engine: { column: "P8_POWERTRAIN", problems: powertrain, level: 34 },
  assistance: { column: "P9_ASSISTANCE", problems: driverAssistance, level: 16 },
} as const;

export type CategoryId = keyof typeof written;

/** The nine categories in the order of the questionnaire. */
export const categories: readonly Category[] = Object.entries(written).map(([id, category]) => ({
  id: id as CategoryId,
  ...category,
}));

/** Code of a problem: the category's number and two digits, such as 407 for the seventh of infotainment. */
export function problemCode(category: Category, at: number): string {
  return String(100 * (categories.indexOf(category) + 1) + at + 1);
}
