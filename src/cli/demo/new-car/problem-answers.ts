import type { Brand, Powertrain } from "./brands.ts";
import { type Category, type CategoryId, categories, problemCode } from "./categories.ts";
import type { Owner } from "./owners.ts";
import type { Problem } from "./problems/problem.ts";
import { categoryLevel } from "./stories.ts";
import type { Wave } from "./waves.ts";

/** Stands between the problems of one cell. */
export const separator = ";";

/** Codes of the problems that an owner reports, by category. */
export type Reported = Readonly<Record<CategoryId, readonly string[]>>;

/** Draws what an owner reports: every problem by itself, as often as its category, brand, car and owner have it. */
export function reportedProblems(
  brand: Brand,
  { powertrain, eye }: Owner,
  wave: Wave,
  random: () => number,
): Reported {
  const place = { brand: brand.code, powertrain, wave: wave.id };
  const cells = categories.map((category) => {
    const expected = (category.level / 100) * brand.quality * eye * categoryLevel(category.id, place);
    return [category.id, drawn(category, { expected, powertrain, random })] as const;
  });
  return Object.fromEntries(cells) as Reported;
}

interface Draw {
  /** Problems that one owner reports on average, were the car to have every part. */
  readonly expected: number;
  readonly powertrain: Powertrain;
  readonly random: () => number;
}

function drawn(category: Category, { expected, powertrain, random }: Draw): readonly string[] {
  const all = category.problems.reduce((sum, { frequency }) => sum + frequency, 0);
  return category.problems.flatMap((problem, at) => {
    const luck = random();
    const chance = has(powertrain, problem) ? (expected * problem.frequency) / all : 0;
    return luck < chance ? [problemCode(category, at)] : [];
  });
}

/** Whether a car has the part that must be there for the problem to occur. */
function has(powertrain: Powertrain, { needs }: Problem): boolean {
  if (needs === undefined || powertrain === "hybrid") return true;
  return needs === (powertrain === "electric" ? "plugged" : "engine");
}
