import type { Powertrain } from "./brands.ts";
import type { CategoryId } from "./categories.ts";

/** Problems of a year against the first: cars get better, slowly. */
export const yearLevel: Readonly<Record<string, number>> = { "2022": 1, "2023": 0.96, "2024": 0.92 };

/** Brands have their quality from `brands.ts`; story "one best": Huaxin Nordal, with little more than half of the average. */
export const bestBrand = "HN";

/** Story "new screens": one brand changes its infotainment system, and its owners report it. */
export const newScreensBrand = "CG";

function newScreens(brand: string, category: CategoryId, wave: string): number {
  return brand === newScreensBrand && category === "infotainment" && wave >= "2023" ? 2.6 : 1;
}

/** Story "assistance in electric cars": in the last year it interferes more often, only there. */
function eagerAssistance(powertrain: Powertrain, category: CategoryId, wave: string): number {
  return powertrain === "electric" && category === "assistance" && wave >= "2024" ? 2.1 : 1;
}

/** Problems of electric cars against the others', the same in every year. */
const electricLevel: Readonly<Partial<Record<CategoryId, number>>> = {
  infotainment: 1.15,
  controls: 1.12,
  driving: 1.08,
  exterior: 1.05,
  assistance: 1.2,
};

export interface Place {
  readonly brand: string;
  readonly powertrain: Powertrain;
  readonly wave: string;
}

/** How often a category's problems are reported of such a car, against the average car of the first year. */
export function categoryLevel(category: CategoryId, { brand, powertrain, wave }: Place): number {
  return (
    (yearLevel[wave] ?? 1) *
    (powertrain === "electric" ? (electricLevel[category] ?? 1) : 1) *
    newScreens(brand, category, wave) *
    eagerAssistance(powertrain, category, wave)
  );
}
