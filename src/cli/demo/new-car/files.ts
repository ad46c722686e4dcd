import { csvText } from "../csv-text.ts";
import { brands } from "./brands.ts";
import { type Category, categories, problemCode } from "./categories.ts";
import type { Stratum } from "./fieldwork.ts";
import { waveColumns, waveRows } from "./wave-rows.ts";
import { type Wave, waves } from "./waves.ts";

/**
 * The generated files of the demo survey `new-car`: path inside the survey's folder → text. The same texts every time;
 * the stories in them are told in `stories.md`.
 */
export function newCarFiles(): ReadonlyMap<string, string> {
  const drawn = waves.map((wave) => ({ wave, ...waveRows(wave) }));
  return new Map([
    ...drawn.map(({ wave, rows }) => [`waves/${wave.id}.csv`, csvText(waveColumns, rows)] as const),
    ["strata.csv", csvText(strataColumns, drawn.flatMap(strataRows))],
    ["population.csv", csvText(populationColumns, drawn.flatMap(populationRows))],
    ["labels/brand.csv", csvText(labelColumns, brands)],
    [
      "labels/model.csv",
      csvText(
        labelColumns,
        brands.flatMap(({ models }) => models),
      ),
    ],
    ...categories.map(
      (category) => [`labels/${category.id}.csv`, csvText(labelColumns, problemLabels(category))] as const,
    ),
  ]);
}

const labelColumns = ["code", "en", "zh"] as const;
const strataColumns = ["wave", "brand", "customers", "handed_out", "returned"] as const;
const populationColumns = ["wave", "brand", "people"] as const;

interface Drawn {
  readonly wave: Wave;
  readonly strata: readonly Stratum[];
}

function strataRows({ wave, strata }: Drawn) {
  return strata.map(({ brand, owners, handedOut, returned }) => ({
    wave: wave.id,
    brand: brand.code,
    customers: owners,
    handed_out: handedOut,
    returned,
  }));
}

function populationRows({ wave, strata }: Drawn) {
  return strata.map(({ brand, owners }) => ({ wave: wave.id, brand: brand.code, people: owners }));
}

function problemLabels(category: Category) {
  return category.problems.map(({ en, zh }, at) => ({ code: problemCode(category, at), en, zh }));
}
