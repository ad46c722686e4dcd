import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { projectRoot } from "../../src/build/settings.ts";
import type { PairCounts } from "../../src/counts/pairs/request.ts";
import { indexDefinition, indexSets } from "../../src/measures/index/definition.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";
import { type JointRow, pairsOfRows } from "../counts/joint-rows.ts";
import { factor, item, settings } from "../measures/index/index-survey.ts";
import { surveyOf } from "../measures/surveys.ts";

/** The demo's index as its codebook states it. */
const factors: Readonly<Record<string, readonly [weight: number, items: readonly string[]]>> = {
  service_quality: [24, ["sq1", "sq2", "sq3", "sq4"]],
  facilities: [21, ["fa1", "fa2", "fa3"]],
  pick_up: [21, ["pu1", "pu2", "pu3", "pu4"]],
  advisor: [18, ["ad1", "ad2", "ad3", "ad4"]],
  initiation: [16, ["in1", "in2", "in3"]],
};
const items = Object.values(factors).flatMap(([, of]) => of);

const survey: Survey = surveyOf(
  items.map((id) => item(id)),
  { factors: Object.entries(factors).map(([id, [weight, of]]) => factor(id, of, weight)) },
);
const waves = ["2024-Q2", "2024-Q3", "2024-Q4"].map((id) => ({ id, title: sameText(id) }));
export const demoDefinition = indexDefinition(
  { ...survey, waves },
  settings(Object.keys(factors)),
  "2024-Q4",
);

interface PlacedRow extends JointRow {
  readonly places: Readonly<Record<string, string>>;
}

/** The rows of a wave of the demo, read without the product's own preparation. */
export function demoRows(wave: string): readonly PlacedRow[] {
  const text = readFileSync(join(projectRoot, "data/dealer-service/waves", `${wave}.csv`), "utf-8");
  const { data } = Papa.parse<Readonly<Record<string, string>>>(text, { header: true, skipEmptyLines: true });
  return data.map((row) => ({
    places: row,
    weight: Number(row["weight"]),
    answers: Object.fromEntries(
      items.map((id) => [id, row[id] === "" || row[id] === "99" ? null : Number(row[id])]),
    ),
  }));
}

/** Pair counts of the index's items by dimensions. */
export function demoPairs(waves: readonly string[], by: readonly string[]): PairCounts {
  const sets = indexSets(demoDefinition);
  const groups = waves.flatMap((wave) =>
    [...Map.groupBy(demoRows(wave), ({ places }) => JSON.stringify(by.map((id) => places[id])))].map(
      ([key, rows]) => ({ ...pairsOfRows(rows, items, sets), wave, key: JSON.parse(key) as string[] }),
    ),
  );
  return { request: { questions: items, sets, waves, by, slice: {} }, groups };
}
