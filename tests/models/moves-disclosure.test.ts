import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hiddenGroups } from "../../src/measures/disclosure.ts";
import { isShown } from "../../src/measures/estimate.ts";
import { foldGroups, type GroupInWaves } from "../../src/models/moves/fold-groups.ts";
import { indexFigure } from "../../src/models/moves/index-figure.ts";
import type { MoveLevel, MoveLine } from "../../src/models/moves/level.ts";
import { moves } from "../../src/models/moves.ts";
import { rareValues } from "../../src/survey/reading.ts";
import type { Row } from "../counts/ask-rows.ts";
import { items } from "../measures/index/index-survey.ts";
import { pairsBy, placedDefinition, placedSurvey, twoWaves } from "./placed-rows.ts";

const minimum = 5;
const waves = ["earlier", "later"] as const;

/** Sizes in both waves by key; "?" stands for those without a known place, null for nobody. */
const groupsOf = (
  sizes: Readonly<Record<string, readonly [number | null, number | null]>>,
): readonly GroupInWaves[] =>
  Object.entries(sizes).map(([key, [earlier, later]]) => ({
    key: key === "?" ? null : key,
    earlier: earlier ?? undefined,
    later: later ?? undefined,
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
        const { folded, unknown } = foldGroups(groups, minimum);
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

describe("a factor that few of a branch answered", () => {
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
  const line = (id: string) => found.level.lines.find((each) => each.id === id);
  const statuses = (of: MoveLine | undefined) => of?.members.map(({ status }) => status).join(" ");

  test("is withheld there and in the next smallest, and both stand in the line of the small", () => {
    expect(found.level.lines.map((each) => [each.id, each.groups, statuses(each)]).toSorted()).toEqual([
      ["east", 1, "shown shown"],
      ["north", 1, "shown withheld"],
      ["small", 0, "withheld shown"],
      ["south", 1, "shown withheld"],
      ["west", 1, "shown shown"],
    ]);
    // Three of the north and forty of the south.
    const [, g] = line("small")?.members ?? [];
    expect(g?.status === "shown" && g.earlier).toMatchObject({ n: 43 });
    expect(line("small")?.earlier?.estimate).toMatchObject({ n: 43 });
    expect(line("north")?.earlier?.estimate).toMatchObject({ status: "ok", n: 40 });
  });

  test("is in no figure of theirs: these rest on the other factor alone", () => {
    const f = line("south")?.members[0];
    const own = line("south")?.earlier?.estimate;
    expect(f?.status === "shown" && isShown(f.earlier) && f.earlier.value).toBe(
      own && isShown(own) && own.value,
    );
    expect(JSON.stringify(line("north"))).not.toMatch(/"n":3[,}]/);
  });

  test("is not told of their cities either", () => {
    const cities = line("south")?.level?.lines.map(statuses);
    expect(cities).toEqual(["shown withheld", "shown withheld"]);
    expect(line("east")?.level?.lines.map(statuses)).toEqual(["shown shown", "shown shown"]);
  });
});

test("a factor that is withheld as a whole is, also where one item of it could be told", () => {
  // Of factor f, four of the north answered a; nine of the south hide them, and only these and the west answered b.
  const people = (region: string, n: number, asked: readonly string[]): readonly Row[] =>
    ["w1", "w2"].flatMap((wave) =>
      Array.from({ length: n }, (_, at) => ({
        wave,
        places: { region },
        answers: Object.fromEntries(asked.map((id) => [id, 4 + (at % 3)])),
      })),
    );
  const g = ["c", "d", "e"];
  const rows = [
    ...people("north", 40, g),
    ...people("north", 4, ["a"]),
    ...people("south", 9, ["a", "b", ...g]),
    ...people("south", 40, g),
    ...people("west", 50, ["a", "b", ...g]),
  ];
  const figure = indexFigure(pairsBy(rows, ["region"]), {
    definitionOf: () => placedDefinition,
    base: placedSurvey.base,
  });
  const found = moves(figure, { from: "w1", to: "w2", minimum });
  if (found.status !== "split") throw new Error(found.reason);
  const south = found.level.lines.find(({ id }) => id === "south");
  expect(south?.members.map(({ member, status }) => [member, status])).toEqual([
    ["f", "withheld"],
    ["g", "shown"],
  ]);
});

test("whatever is missing, no factor of a line rests on fewer answers than the minimum", () => {
  const members = (level: MoveLevel): readonly MoveLine[] =>
    level.lines.flatMap((each) => [each, ...(each.level ? members(each.level) : [])]);
  let cells = 0;
  fc.assert(
    fc.property(twoWaves, fc.constantFrom(["region"], ["region", "city"], ["channel"]), (rows, by) => {
      const figure = indexFigure(pairsBy(rows, by), {
        definitionOf: () => placedDefinition,
        base: placedSurvey.base,
      });
      const found = moves(figure, { from: "w1", to: "w2", minimum });
      if (found.status !== "split") return;
      for (const move of members(found.level).flatMap((each) => each.members)) {
        if (move.status !== "shown") continue;
        cells += 1;
        for (const estimate of [move.earlier, move.later])
          expect(isShown(estimate) && estimate.n).toBeGreaterThanOrEqual(minimum);
      }
    }),
    { numRuns: 100 },
  );
  expect(cells).toBeGreaterThan(50);
});
