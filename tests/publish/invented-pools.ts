import Papa from "papaparse";
import { seededRandom } from "../../src/stats/random.ts";
import { branchTree } from "../../src/survey/branches.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";
import { askPairRows, askRows, type Row } from "../counts/ask-rows.ts";
import { factor, item, settings } from "../measures/index/index-survey.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { csvText } from "./csv-text.ts";

export const minimum = 5;
/** The items of each part of the index. */
export const parts: Readonly<Record<string, readonly string[]>> = {
  f: ["a", "b"],
  g: ["c"],
  csi: ["a", "b", "c"],
};
export const factorWeights: Readonly<Record<string, number>> = { f: 3, g: 1 };

export interface Invented {
  readonly seed: number;
  readonly survey: Survey;
  readonly rows: readonly Row[];
  readonly weightedWaves: ReadonlySet<string>;
}

type Pools = Readonly<Record<string, number>>;

/** Hierarchies, and over how many waves their levels are shown. */
const shapes: readonly { readonly hierarchy: readonly string[]; readonly pool: Pools }[] = [
  { hierarchy: ["region", "shop"], pool: { shop: 3 } },
  { hierarchy: ["region", "city", "shop"], pool: { shop: 2 } },
  { hierarchy: ["region", "city", "shop"], pool: { city: 2, shop: 2 } },
  { hierarchy: ["shop"], pool: { shop: 2 } },
  { hierarchy: ["region", "city", "shop"], pool: { city: 2, shop: 4 } },
];
const sizes = [0, 1, 1, 2, 3, 4, 5, 6, 7, 9, 12] as const;

/**
 * A survey of five or six waves in which small branches, branches that open and close, items that few answer,
 * respondents without a place or a weight, and an item that changed are common.
 */
export function invent(seed: number): Invented {
  const random = seededRandom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const maybe = <Value>(value: Value, chance: number) => (random() < chance ? value : null);
  const { hierarchy, pool } = shapes[seed % shapes.length] ?? { hierarchy: [], pool: {} };
  const waves = Array.from({ length: 5 + (seed % 2) }, (_, at) => `w${at + 1}`);
  const weightedWaves = new Set(waves.filter(() => random() < 0.3));
  const options = hierarchy.map((level, depth) =>
    Array.from({ length: depth === hierarchy.length - 1 ? 3 : 2 }, (_, at) => `${level}${at + 1}`),
  );
  const rows: Row[] = [];
  const respondents = (path: readonly string[], wave: string, size: number) => {
    for (let count = 0; count < size; count++)
      rows.push({
        wave,
        places: Object.fromEntries(hierarchy.map((level, at) => [level, path[at] ?? null])),
        answers: {
          a: maybe(1 + whole(10), 0.95),
          b: maybe(1 + whole(10), 0.6),
          c: maybe(1 + whole(10), 0.3),
        },
        ...(weightedWaves.has(wave) ? { weight: maybe(0.5 + random(), 0.85) } : {}),
      });
  };
  const fill = (path: readonly string[]) => {
    const [opened, closed] = [random() < 0.3 ? whole(4) : 0, random() < 0.3 ? 2 + whole(4) : waves.length];
    const usual = sizes[whole(sizes.length)] ?? 0;
    for (const [at, wave] of waves.entries()) {
      const isLowest = path.length === hierarchy.length;
      if (isLowest && at >= opened && at < closed)
        respondents(path, wave, random() < 0.5 ? usual : (sizes[whole(sizes.length)] ?? 0));
      else if (!isLowest && random() < 0.2) respondents(path, wave, 1 + whole(6));
    }
    for (const option of options[path.length] ?? []) if (random() < 0.85) fill([...path, option]);
  };
  fill([]);
  const changed = { from: waves[1 + whole(4)] ?? "", comparable: false };
  const items = ["a", "b", "c"].map((id) => item(id));
  const survey = surveyOf(
    items.map((question) =>
      question.id === "b" && seed % 3 === 0 ? { ...question, versions: [changed] } : question,
    ),
    {
      waves: waves.map((id) => ({ id, title: sameText(id) })),
      dimensions: hierarchy.map((level, depth) => dimension(level, options[depth] ?? [])),
      hierarchy,
      filters: hierarchy,
      base: { minimum, caution: 30, pool },
      factors: Object.entries(factorWeights).map(([id, weight]) => factor(id, parts[id] ?? [], weight)),
      index: settings(Object.keys(factorWeights)),
    },
  );
  return { seed, survey, rows, weightedWaves };
}

export type Estimate = Readonly<Record<string, string>>;

export async function publish({ survey, rows, weightedWaves }: Invented): Promise<readonly Estimate[]> {
  const tree = branchTree(
    survey,
    rows.map(({ places }) => survey.hierarchy.map((level) => places[level] ?? null)),
  );
  const asks = { ask: askRows(survey, rows), askPairs: askPairRows(rows) };
  const text = await csvText({ survey, ...asks, tree, weightedWaves });
  return Papa.parse<Estimate>(text.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true }).data;
}

export function isShown({ status }: Estimate): boolean {
  return status === "ok" || status === "low";
}
