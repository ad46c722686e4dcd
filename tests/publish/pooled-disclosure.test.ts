import { describe, expect, test } from "vitest";
import { freedomsOf, isGivenAway } from "./attacker.ts";
import {
  type Estimate,
  factorWeights,
  type Invented,
  invent,
  isShown,
  minimum,
  parts,
  publish,
} from "./invented-pools.ts";

/** Respondents of one wave whom no published group divides, and how many of them count. */
interface Cell {
  readonly path: readonly (string | null)[];
  readonly wave: number;
  readonly n: number;
}

/** A published group over waves in a row. */
interface Published {
  readonly path: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly shown: boolean;
}

/** Everything that is published of one question, factor or index under one weighting. */
interface Target {
  readonly name: string;
  readonly subject: string;
  readonly waves: number;
  readonly cells: readonly Cell[];
  readonly published: readonly Published[];
}

function targetsOf(invented: Invented, estimates: readonly Estimate[]): readonly Target[] {
  return ["a", "b", "c", "f", "g", "csi"].flatMap((subject) =>
    (["pages", "plain"] as const).map((weighting) => targetOf(invented, estimates, { subject, weighting })),
  );
}

/**
 * pages: bases in the weighting of the pages, of respondents with a weight where a wave has weights. plain: unweighted
 * bases, wherever they are listed.
 */
function targetOf(
  { seed, survey, rows, weightedWaves }: Invented,
  estimates: readonly Estimate[],
  { subject, weighting }: { readonly subject: string; readonly weighting: "pages" | "plain" },
): Target {
  const order = survey.waves.map(({ id }) => id);
  const items = parts[subject] ?? [subject];
  const answered = rows.filter(({ answers }) => items.some((id) => (answers[id] ?? null) !== null));
  const cells = Map.groupBy(answered, ({ wave, places }) =>
    JSON.stringify([survey.hierarchy.map((level) => places[level] ?? null), order.indexOf(wave)]),
  );
  const published = estimates.flatMap((row): readonly Published[] => {
    const [first = "", last = first] = (row["wave"] ?? "").split("..");
    const [from, to] = [order.indexOf(first), order.indexOf(last)];
    const isWeighted = order.slice(from, to + 1).some((wave) => weightedWaves.has(wave));
    const wanted = weighting === "pages" && isWeighted ? "1" : "0";
    if (row["subject"] !== subject || row["option"] !== "" || row["weighted"] !== wanted) return [];
    const slice = row["slice"] ?? "";
    const path = slice === "" ? [] : slice.split("&").map((pair) => pair.split("=")[1] ?? "");
    return row["status"] === "none" ? [] : [{ path, from, to, shown: isShown(row) }];
  });
  return {
    name: `${seed} ${subject} ${weighting}`,
    subject,
    waves: order.length,
    cells: [...cells].map(([key, members]) => {
      const [path, wave] = JSON.parse(key) as [Cell["path"], number];
      const counted = members.filter(({ weight }) => weighting === "plain" || weight !== null);
      return { path, wave, n: counted.length };
    }),
    published,
  };
}

interface Waves {
  readonly from: number;
  readonly to: number;
}

/** Places of the cells of a branch in waves in a row. */
function within(cells: readonly Cell[], path: Cell["path"], { from, to }: Waves): readonly number[] {
  return [...cells.keys()].filter((at) => {
    const cell = cells[at];
    if (!cell || cell.wave < from || cell.wave > to) return false;
    return path.every((id, level) => cell.path[level] === id);
  });
}

function total(cells: readonly Cell[], places: readonly number[]): number {
  return places.reduce((sum, at) => sum + (cells[at]?.n ?? 0), 0);
}

function freedoms({ cells }: Target, shown: readonly Published[]) {
  const rows = shown.map((group) => {
    const places = within(cells, group.path, group);
    return cells.map((_, at) => (places.includes(at) ? 1 : 0));
  });
  return freedomsOf(rows, cells.length);
}

/** Branches beside each other, those without a known place among them, by what is above them. */
function familiesOf(cells: readonly Cell[]): readonly (readonly Cell["path"][])[] {
  const depth = cells[0]?.path.length ?? 0;
  return Array.from({ length: depth }, (_, level) => {
    const known = cells.filter(({ path }) => path.slice(0, level).every((id) => id !== null));
    const branches = new Map(
      known.map(({ path }) => [JSON.stringify(path.slice(0, level + 1)), path.slice(0, level + 1)]),
    );
    return [...Map.groupBy(branches.values(), (path) => JSON.stringify(path.slice(0, -1))).values()];
  }).flat();
}

/** Sets of sibling branches with fewer than the minimum over waves in a row, of which the number is given away. */
function smallGivenAway(target: Target, shown: readonly Published[]): readonly string[] {
  const { cells, waves, name } = target;
  const free = freedoms(target, shown);
  const runs = Array.from({ length: waves }, (_, from) =>
    Array.from({ length: waves - from }, (_, more) => ({ from, to: from + more })),
  ).flat();
  const found: string[] = [];
  for (const siblings of familiesOf(cells))
    for (const run of runs) {
      const present = siblings.flatMap((path) => {
        const places = within(cells, path, run);
        const n = total(cells, places);
        return n > 0 && n < minimum ? [{ path, places, n }] : [];
      });
      const grow = (from: number, chosen: readonly (typeof present)[number][], n: number) => {
        for (const [at, branch] of present.entries()) {
          if (at < from || n + branch.n >= minimum) continue;
          const larger = [...chosen, branch];
          const places = larger.flatMap(({ places }) => places);
          if (isGivenAway(places, free))
            found.push(
              `${name} waves ${run.from + 1} to ${run.to + 1}: ${JSON.stringify(larger.map(({ path }) => path))}`,
            );
          grow(at + 1, larger, n + branch.n);
        }
      };
      grow(0, [], 0);
    }
  return found;
}

const seeds = Array.from({ length: 60 }, (_, at) => 4000 + at);
const surveys = await Promise.all(
  seeds.map(async (seed) => {
    const invented = invent(seed);
    return { invented, estimates: await publish(invented) };
  }),
);
const targets = surveys.flatMap(({ invented, estimates }) => targetsOf(invented, estimates));
const isPool = ({ from, to }: Published) => to > from;

describe("somebody who subtracts bases of siblings and of pools", () => {
  test("meets many pools that are shown, and many that are withheld", () => {
    const pools = targets.flatMap(({ published }) => published.filter(isPool));
    expect(pools.filter(({ shown }) => shown).length).toBeGreaterThan(1000);
    expect(pools.filter(({ shown }) => !shown).length).toBeGreaterThan(1000);
  });

  test("sees no branch of a pooled level in a single wave, nor a small base", () => {
    const small = targets.flatMap(({ name, cells, published }) =>
      published
        .filter((group) => group.shown && total(cells, within(cells, group.path, group)) < minimum)
        .map((group) => `${name} ${JSON.stringify(group)}`),
    );
    expect(small).toEqual([]);
  });

  test("learns of no siblings under the minimum, one or several, over one wave or several in a row", () => {
    const found = targets.flatMap((target) =>
      smallGivenAway(
        target,
        target.published.filter(({ shown }) => shown),
      ),
    );
    expect(found).toEqual([]);
  });

  test("nor works out a pool that is withheld to cover another", () => {
    // A factor can be withheld for want of items that may be shown; how many answered it is then no secret.
    const ofItems = targets.filter(({ subject }) => parts[subject] === undefined);
    const found = ofItems.flatMap((target) => {
      const { cells, published, name } = target;
      const free = freedoms(
        target,
        published.filter(({ shown }) => shown),
      );
      return published.flatMap((group) => {
        const places = within(cells, group.path, group);
        const isOut = !group.shown && isPool(group) && places.length > 0 && isGivenAway(places, free);
        return isOut ? [`${name} ${JSON.stringify(group)}`] : [];
      });
    });
    expect(found).toEqual([]);
  });

  test("would learn of hundreds if pools were judged by their own bases alone", () => {
    const naive = targets.filter(({ subject }) => parts[subject] === undefined);
    const found = naive.flatMap((target) => {
      const { cells, published, waves } = target;
      const pools = published.filter(isPool);
      const branches = new Map(pools.map((pool) => [JSON.stringify(pool.path), pool]));
      const all = [...branches.values()].flatMap(({ path, from, to }) =>
        Array.from({ length: waves - (to - from) }, (_, at): Published => {
          const pool = { path, from: at, to: at + to - from, shown: true };
          return { ...pool, shown: total(cells, within(cells, path, pool)) >= minimum };
        }),
      );
      const shown = [...published.filter((group) => !isPool(group)), ...all].filter((group) => group.shown);
      return smallGivenAway(target, shown);
    });
    expect(found.length).toBeGreaterThan(500);
  });
});

/** Rows of the index and its factors that are shown, each with the items that are shown beside it. */
const scores = surveys.flatMap(({ invented: { seed }, estimates }) => {
  const last = ({ wave = "" }: Estimate) => wave.split("..").at(-1);
  const items = Map.groupBy(
    estimates.filter((row) => row["measure"] === "mean"),
    (row) => JSON.stringify([row["subject"], row["slice"], last(row)]),
  );
  return estimates
    .filter((row) => row["method"] === "M10" && isShown(row))
    .map((row) => {
      const meanOf = (id: string) => {
        // An item that changed can be over fewer waves of the pool, none of which has weights.
        const rows = items.get(JSON.stringify([id, row["slice"], last(row)])) ?? [];
        const own = rows.find(({ weighted }) => weighted === row["weighted"]) ?? rows[0];
        return own && isShown(own) ? Number(own["value"]) : undefined;
      };
      return { name: `${seed} ${JSON.stringify(row)}`, row, meanOf };
    });
});

/** A factor's score of 1000 from the means of its items that are shown; undefined where none is. */
function factorOf(id: string, meanOf: (item: string) => number | undefined): number | undefined {
  const means = (parts[id] ?? []).flatMap((item) => meanOf(item) ?? []);
  return means.length === 0 ? undefined : (100 * means.reduce((sum, mean) => sum + mean, 0)) / means.length;
}

/** Of 1000, from what is published of items alone; a factor of which none is shown leaves its weight to the others. */
function indexOf(meanOf: (item: string) => number | undefined) {
  const factors = Object.entries(factorWeights).flatMap(([id, weight]) => {
    const score = factorOf(id, meanOf);
    return score === undefined ? [] : [{ id, weight, score }];
  });
  const whole = factors.reduce((sum, { weight }) => sum + weight, 0);
  return {
    score: factors.reduce((sum, { weight, score }) => sum + weight * score, 0) / whole,
    shareOf: (id: string) => (id === "csi" ? 1 : (factorWeights[id] ?? 0) / whole),
  };
}

describe("somebody who solves an index for an item", () => {
  test("finds nothing in it but the items that are published of the same group", () => {
    const wrong = scores.filter(({ row, meanOf }) => {
      const { score, shareOf } = indexOf(meanOf);
      const subject = row["subject"] ?? "";
      const own = subject === "csi" ? score : (factorOf(subject, meanOf) ?? Number.NaN);
      const expected = row["measure"] === "contribution" ? shareOf(subject) * (1000 - own) : own;
      return !(Math.abs(Number(row["value"]) - expected) < 1e-6);
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
    expect(scores.length).toBeGreaterThan(3000);
  });

  test("meets many from which items are missing, of pools and of single waves", () => {
    const missing = scores.filter(
      ({ row, meanOf }) => row["subject"] === "csi" && ["a", "b", "c"].some((id) => meanOf(id) === undefined),
    );
    expect(missing.filter(({ row }) => row["wave"]?.includes("..")).length).toBeGreaterThan(200);
    expect(missing.filter(({ row }) => !row["wave"]?.includes("..")).length).toBeGreaterThan(200);
  });
});
