import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hiddenGroups } from "../../src/measures/disclosure.ts";
import { foldGroups, type GroupInWaves } from "../../src/models/moves/fold-groups.ts";
import { hiddenCells, type SizedCell } from "../../src/models/moves/hidden-cells.ts";
import { indexFigure } from "../../src/models/moves/index-figure.ts";
import { moves } from "../../src/models/moves.ts";
import { rareValues } from "../../src/survey/reading.ts";
import type { Row } from "../counts/ask-rows.ts";
import { items } from "../measures/index/index-survey.ts";
import { pairsBy, placedDefinition, placedSurvey } from "./placed-rows.ts";

const minimum = 5;
const waves = ["earlier", "later"] as const;

/** Of one item. */
const bases = (n: number | null | undefined) =>
  new Map(n === null || n === undefined ? [] : [["item", n] as const]);
/** Sizes in both waves by key; "?" stands for those without a known place, null for nobody. */
const groupsOf = (
  sizes: Readonly<Record<string, readonly [number | null, number | null]>>,
): readonly GroupInWaves[] =>
  Object.entries(sizes).map(([key, [earlier, later]]) => ({
    key: key === "?" ? null : key,
    earlier: bases(earlier),
    later: bases(later),
  }));
const foldedIn = (sizes: Readonly<Record<string, readonly [number | null, number | null]>>) => {
  const { folded, unknown } = foldGroups(groupsOf(sizes), minimum);
  return [[...folded].toSorted().join(" "), unknown];
};

describe("groups that are folded into one line", () => {
  test.each([
    ["none, where all have the minimum in both waves", { a: [5, 9], b: [30, 6] }, "", false],
    [
      "a group small in one wave, and the next smallest of that wave",
      { a: [40, 3], b: [30, 60], c: [50, 20] },
      "a c",
      false,
    ],
    [
      "of each wave its own",
      { a: [3, 40], b: [20, 50], c: [40, 2], d: [50, 9], e: [60, 60] },
      "a b c d",
      false,
    ],
    ["none, where a group is new or closed", { a: [null, 9], b: [30, 60], c: [12, null] }, "", false],
    ["a new group that is small", { a: [null, 4], b: [30, 60], c: [50, 20] }, "a c", false],
    ["none, where many have no known place", { a: [9, 9], b: [30, 60], "?": [12, 7] }, "", false],
    [
      "few without a known place, with the smallest group",
      { a: [9, 9], b: [30, 60], "?": [12, 4] },
      "a",
      true,
    ],
    [
      "those without a known place, where small groups rely on them to be out of sight",
      { a: [1, 9], b: [2, 60], c: [40, 40], "?": [12, 12] },
      "a b",
      true,
    ],
    [
      "joined rare values, where they are withheld",
      { a: [9, 9], b: [30, 60], [rareValues]: [3, 9] },
      "a",
      true,
    ],
  ] as const)("%s", (_, sizes, folded, unknown) => {
    expect(foldedIn(sizes)).toEqual([folded, unknown]);
  });

  test("nothing small is left when all that pages show elsewhere is subtracted", () => {
    const size = fc.option(fc.oneof(fc.nat(9), fc.nat(60)), { freq: 8 });
    const breakdown = fc
      .uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", rareValues, null), { minLength: 2 })
      .chain((keys) =>
        fc.tuple(...keys.map((key) => fc.record({ key: fc.constant(key), earlier: size, later: size }))),
      )
      .map((drawn) =>
        drawn.map(({ key, earlier, later }) => ({
          key,
          earlier: earlier ?? undefined,
          later: later ?? undefined,
        })),
      );
    let told = 0;
    fc.assert(
      fc.property(breakdown, (groups) => {
        const { folded, unknown } = foldGroups(
          groups.map(({ key, earlier, later }) => ({ key, earlier: bases(earlier), later: bases(later) })),
          minimum,
        );
        const isUnplaced = (key: string | null) => key === null || key === rareValues;
        const isSmall = (key: string | null) => (isUnplaced(key) ? unknown : folded.has(key ?? ""));
        for (const wave of waves) {
          const present = groups.flatMap(({ key, [wave]: n }) => (n === undefined ? [] : [{ key, n }]));
          const sum = (of: readonly { readonly n: number }[]) => of.reduce((total, { n }) => total + n, 0);
          fc.pre(sum(present) >= minimum);
          // Where everybody stands in one line it is the whole, which pages show by itself.
          if (present.every(({ key }) => isSmall(key))) continue;
          const elsewhere = hiddenGroups(present, { minimum, wholeHidden: false });
          const isPublished = ({ key }: { readonly key: string | null }) =>
            key !== null && !elsewhere.has(key);
          for (const { key, n } of present.filter((group) => !isSmall(group.key)))
            expect(n, `line of ${key} in the ${wave} wave`).toBeGreaterThanOrEqual(minimum);
          const left = present.filter((group) => isSmall(group.key) && !isPublished(group));
          expect(left.length === 0 || sum(left) >= minimum).toBe(true);
          const named = left.filter(({ key, n }) => key !== null && n > 0);
          if (named.some(({ n }) => n < minimum)) expect(named.length).toBeGreaterThan(1);
          told += 1;
        }
      }),
      { numRuns: 3000 },
    );
    expect(told).toBeGreaterThan(1000);
  });
});

test("of several items, groups fold that are small in any, and every item has its minimum in their line", () => {
  const of = (key: string, sizes: Readonly<Record<string, number>>): GroupInWaves => {
    const own = new Map(Object.entries(sizes));
    return { key, earlier: own, later: own };
  };
  const groups = [
    of("a", { x: 40, y: 3 }),
    of("b", { x: 50, y: 60 }),
    of("c", { x: 4 }),
    of("d", { x: 60, y: 70 }),
    of("e", { x: 70, y: 80 }),
  ];
  // Of y: a and the next smallest, b. Of x: c and the next smallest, a. Nobody of c was asked y.
  const { folded, unknown } = foldGroups(groups, minimum);
  expect([...folded].toSorted()).toEqual(["a", "b", "c"]);
  expect(unknown).toBe(false);
});

describe("cells of branch and factor that are withheld", () => {
  const table = (rows: readonly (readonly (number | null)[])[]): readonly (readonly SizedCell[])[] =>
    rows.map((row) => row.map((n) => ({ n: n ?? undefined, hidden: n !== null && n < minimum })));

  test("with one small cell, the next smallest of its row and column, and what these give away", () => {
    const hidden = hiddenCells(
      table([
        [3, 20, 30],
        [10, 40, 50],
        [60, 70, 80],
      ]),
      minimum,
    );
    expect(hidden).toEqual([
      [true, true, false],
      [true, true, false],
      [false, false, false],
    ]);
  });

  test("whatever the sizes, no row or column has a single one, or too few answers out of sight", () => {
    const size = fc.option(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 99 })), {
      freq: 9,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(size, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 }),
        (sizes) => {
          const cells = table(sizes);
          const hidden = hiddenCells(cells, minimum);
          const lines = [
            ...cells.map((row, at) => row.map((cell, column) => ({ ...cell, hidden: hidden[at]?.[column] }))),
            ...[0, 1, 2].map((column) =>
              cells.map((row, at) => ({ n: row[column]?.n, hidden: hidden[at]?.[column] })),
            ),
          ];
          for (const [at, row] of cells.entries())
            for (const [column, cell] of row.entries())
              if (cell.hidden) expect(hidden[at]?.[column]).toBe(true);
          for (const line of lines) {
            const out = line.filter((cell) => cell.hidden);
            const shown = line.filter((cell) => !cell.hidden && cell.n !== undefined);
            const unseen = out.reduce((sum, { n = 0 }) => sum + n, 0);
            if (out.length > 0 && shown.length > 0) expect(out.length > 1 && unseen >= minimum).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

test("a branch of which few answered a factor stands in a line with the next smallest", () => {
  const people = (wave: string, region: string, n: number, answers: Row["answers"]): readonly Row[] =>
    Array.from({ length: n }, (_, at) => ({
      wave,
      places: { region, city: `${region} ${at % 2}` },
      answers: Object.fromEntries(
        Object.entries(answers).map(([id, value]) => [id, value === null ? null : Number(value) + (at % 3)]),
      ),
    }));
  const all = Object.fromEntries(items.map((id) => [id, 6]));
  const without = { ...all, c: null, d: null, e: null };
  const rows = ["w1", "w2"].flatMap((wave) => [
    ...people(wave, "north", 37, without),
    ...people(wave, "north", 3, all),
    ...["south", "east", "west"].flatMap((region, at) => people(wave, region, 40 + 10 * at, all)),
  ]);
  const figure = indexFigure(pairsBy(rows, ["region", "city"]), {
    definitionOf: () => placedDefinition,
    base: placedSurvey.base,
  });
  const found = moves(figure, { from: "w1", to: "w2", minimum });
  if (found.status !== "split") throw new Error(found.reason);
  const statuses = Object.fromEntries(
    found.level.lines.map(({ id, members }) => [id, members.map(({ status }) => status).join(" ")]),
  );
  // Factor g was answered by three in the north.
  expect(statuses).toEqual({ east: "shown shown", west: "shown shown", small: "shown shown" });
  const small = found.level.lines.find(({ kind }) => kind === "small");
  expect([small?.groups, small?.level]).toEqual([2, undefined]);
  // 40 in the north, 40 in the south.
  expect(small?.earlier?.estimate).toMatchObject({ n: 80 });
  const cityStatuses = (region: string) =>
    found.level.lines
      .find(({ id }) => id === region)
      ?.level?.lines.flatMap(({ members }) => members.map(({ status }) => status));
  expect(cityStatuses("east")).toEqual(["shown", "shown", "shown", "shown"]);
  expect(cityStatuses("south")).toBeUndefined();
});
