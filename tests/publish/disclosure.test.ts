import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { estimatesCsv } from "../../src/publish/estimates.ts";
import { seededRandom } from "../../src/stats/random.ts";
import { branchTree } from "../../src/survey/branches.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { askPairRows, askRows, type Row } from "../counts/ask-rows.ts";
import { factor, settings } from "../measures/index/index-survey.ts";
import { rating } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { freedomsOf, isGivenAway, type Part, smallSetsGivenAway } from "./attacker.ts";

const minimum = 5;
const waves = ["w1", "w2"] as const;
const questions = ["everyone", "some"].map((id) => ({ ...rating(1, 5), id }));
/** The index and its factors, each with its items. */
const indexItems = { always: ["everyone"], often: ["some"], csi: ["everyone", "some"] };
const index = {
  factors: [factor("always", indexItems.always, 2), factor("often", indexItems.often, 1)],
  index: settings(["always", "often"]),
};
const levels = ["region", "city", "shop"];

interface Invented {
  readonly survey: Survey;
  readonly rows: readonly Row[];
}

/** A survey of two or three levels and a channel, in which small groups and respondents without a place are common. */
function invent(seed: number): Invented {
  const random = seededRandom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const hierarchy = levels.slice(0, 2 + (seed % 2));
  const options = hierarchy.map((level, at) =>
    dimension(level, optionIds(level, at === 0 ? 3 : 2 + whole(2))),
  );
  const channels = dimension("channel", optionIds("channel", 2 + whole(3)));
  const rows: Row[] = [];
  const fill = (path: readonly string[], wave: string) => {
    const below = options[path.length];
    const size = below ? (random() < 0.3 ? 1 + whole(8) : 0) : ([0, 1, 2, 3, 4, 5, 7, 12][whole(8)] ?? 0);
    for (let count = 0; count < size; count++)
      rows.push(invented(path, { wave, random, hierarchy, channels }));
    for (const { id } of below?.options ?? []) fill([...path, id], wave);
  };
  for (const wave of waves) fill([], wave);
  return {
    survey: surveyOf(questions, { dimensions: [...options, channels], hierarchy, base, ...index }),
    rows,
  };
}

const base = { minimum, caution: 30 };

function optionIds(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${name}${at + 1}`);
}

/** One respondent of a place; skewed to the first channels. Some have no weight in the first wave. */
function invented(
  path: readonly string[],
  {
    wave,
    random,
    hierarchy,
    channels,
  }: {
    readonly wave: string;
    readonly random: () => number;
    readonly hierarchy: readonly string[];
    readonly channels: Survey["dimensions"][number];
  },
): Row {
  const maybe = <Value>(value: Value, chance: number) => (random() < chance ? value : null);
  const channel = channels.options[Math.floor(channels.options.length * random() ** 3)]?.id ?? null;
  return {
    wave,
    places: {
      ...Object.fromEntries(hierarchy.map((level, at) => [level, path[at] ?? null])),
      channel: maybe(channel, 0.95),
    },
    answers: { everyone: 1 + Math.floor(random() * 5), some: maybe(1 + Math.floor(random() * 5), 0.7) },
    ...(wave === "w1" ? { weight: maybe(0.5 + random(), 0.85) } : {}),
  };
}

type Estimate = Readonly<Record<string, string>>;

async function publish({ survey, rows }: Invented): Promise<readonly Estimate[]> {
  const tree = branchTree(
    survey,
    rows.map(({ places }) => survey.hierarchy.map((level) => places[level] ?? null)),
  );
  const weightedWaves = new Set(["w1"]);
  const text = String(
    (
      await Array.fromAsync(
        estimatesCsv({
          survey,
          ask: askRows(survey, rows),
          askPairs: askPairRows(rows),
          tree,
          weightedWaves,
        }),
      )
    ).join(""),
  );
  return Papa.parse<Estimate>(text.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true }).data;
}

/** What is published of a question in a wave along some levels, and the parts that it is made of. */
interface Target {
  readonly name: string;
  readonly parts: readonly Part[];
  /** Whether the number of a group is published, by its path as JSON. */
  readonly published: ReadonlyMap<string, boolean>;
}

const subjects = [
  ...questions.map(({ id }) => ({ id, items: [id] })),
  ...Object.entries(indexItems).map(([id, items]) => ({ id, items })),
];

function targetsOf(invented: Invented, estimates: readonly Estimate[]): readonly Target[] {
  const { survey } = invented;
  const ways = waves.flatMap((wave) =>
    subjects.flatMap(({ id, items }) =>
      (wave === "w1" ? ["0", "1"] : ["0"]).flatMap((weighted) =>
        [survey.hierarchy, ["channel"]].map((along) => ({ wave, id, items, weighted, along })),
      ),
    ),
  );
  return ways.map(({ wave, id, items, weighted, along }) => {
    const rows = invented.rows.filter(
      (row) =>
        row.wave === wave &&
        items.some((item) => (row.answers[item] ?? null) !== null) &&
        (weighted === "0" || row.weight !== null),
    );
    const paths = Map.groupBy(rows, ({ places }) =>
      JSON.stringify(along.map((level) => places[level] ?? null)),
    );
    const own = estimates.filter(
      (row) =>
        row["wave"] === wave &&
        row["subject"] === id &&
        row["weighted"] === weighted &&
        (row["slice"] === "" || row["slice"]?.startsWith(`${along[0]}=`)),
    );
    const groups = Map.groupBy(own, ({ slice }) => JSON.stringify(pathOf(slice ?? "")));
    return {
      name: [wave, id, weighted, along.join("/")].join(" "),
      parts: [...paths].map(([path, members]) => ({ path: JSON.parse(path), n: members.length })),
      published: new Map([...groups].map(([path, found]) => [path, found.some(({ n }) => n !== "")])),
    };
  });
}

function pathOf(slice: string): readonly string[] {
  return slice === "" ? [] : slice.split("&").map((pair) => pair.split("=")[1] ?? "");
}

/** Places of the parts that make up a group. */
function within(path: readonly (string | null)[], parts: readonly Part[]): readonly number[] {
  return [...parts.keys()].filter((at) => path.every((id, level) => parts[at]?.path[level] === id));
}

function sizeOf(places: readonly number[], parts: readonly Part[]): number {
  return places.reduce((sum, at) => sum + (parts[at]?.n ?? 0), 0);
}

function indicator(places: readonly number[], parts: readonly Part[]): readonly number[] {
  return parts.map((_, at) => (places.includes(at) ? 1 : 0));
}

/** Numbers that the attacker has: those of published groups. */
function known({ parts, published }: Target): readonly (readonly number[])[] {
  return [...published].flatMap(([path, shown]) =>
    shown ? [indicator(within(JSON.parse(path), parts), parts)] : [],
  );
}

/** Small groups of one level whose number is given away to those who know how many have no place. */
function smallGivenAway(target: Target, seed: number): readonly string[] {
  const { parts, name } = target;
  const unplaced = parts.map(({ path }) => (path[0] === null ? 1 : 0));
  const freedoms = freedomsOf([...known(target), unplaced], parts.length);
  const named = [...parts.keys()].filter((at) => unplaced[at] === 0);
  // Where there is but one group, the total itself would have to go.
  if (named.length === 1) return [];
  return named
    .filter((at) => (parts[at]?.n ?? 0) < minimum && isGivenAway([at], freedoms))
    .map((at) => `${seed} ${name}: ${JSON.stringify(parts[at])}`);
}

const seeds = Array.from({ length: 150 }, (_, at) => 7000 + at);
const targets = (
  await Promise.all(
    seeds.map(async (seed) => {
      const survey = invent(seed);
      return targetsOf(survey, await publish(survey)).map((target) => ({ seed, ...target }));
    }),
  )
).flat();

describe("the attacker who subtracts", () => {
  test("meets many groups that are small, and many that are shown", () => {
    const groups = targets.flatMap(({ parts, published }) =>
      [...published].map(([path, shown]) => ({ shown, n: sizeOf(within(JSON.parse(path), parts), parts) })),
    );
    expect(groups.filter(({ n }) => n > 0 && n < minimum).length).toBeGreaterThan(1000);
    expect(groups.filter(({ n, shown }) => shown && n >= minimum).length).toBeGreaterThan(1000);
    expect(groups.filter(({ n, shown }) => shown && n > 0 && n < minimum)).toEqual([]);
  });

  test("learns the number of no set of respondents under the minimum, down all levels", () => {
    const found = targets.flatMap((target) =>
      smallSetsGivenAway(target.parts, freedomsOf(known(target), target.parts.length), minimum).map(
        (set) => `${target.seed} ${target.name}: ${JSON.stringify(set)}`,
      ),
    );
    expect(found).toEqual([]);
  });

  test("nor of a small group of one level with the data page in hand, which counts those without a place", async () => {
    const found = await Promise.all(
      seeds.map(async (seed) => {
        const { survey, rows } = invent(seed);
        const flat = { survey: { ...survey, hierarchy: ["region"] }, rows };
        return targetsOf(flat, await publish(flat)).flatMap((target) => smallGivenAway(target, seed));
      }),
    );
    expect(found.flat()).toEqual([]);
  });

  test("would learn of hundreds if only small groups were withheld", () => {
    const naive = targets.map((target) => ({
      ...target,
      published: new Map(
        [...target.published.keys()].map((path) => {
          const n = sizeOf(within(JSON.parse(path), target.parts), target.parts);
          return [path, n === 0 || n >= minimum];
        }),
      ),
    }));
    const found = naive.filter(
      (target) =>
        smallSetsGivenAway(target.parts, freedomsOf(known(target), target.parts.length), minimum).length > 0,
    );
    expect(found.length).toBeGreaterThan(200);
  });
});
