/**
 * The twelve dealers that are planted in the demo (src/cli/demo/dealer-service/stories.md), from its files to the tables
 * of its pages. Golden numbers were worked out from the same CSV files with Python, item by item and without this code:
 * the index over four waves, its linearised variance, the pooled variance within dealers, DerSimonian and Laird's
 * variance between them, and the limits average ± 3.0902 · √(within/base).
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenSurvey, openSurvey } from "../../src/build/open-survey.ts";
import { prepare } from "../../src/build/prepare.ts";
import { projectRoot } from "../../src/build/settings.ts";
import { farAbove, farBelow } from "../../src/cli/demo/dealer-service/stories.ts";
import type { ReportContext } from "../../src/panels/context.ts";
import { leagueOf } from "../../src/panels/league.ts";
import { type LeagueTable, leagueLevels } from "../../src/panels/league-tables.ts";
import { headlineSubject } from "../../src/panels/subject.ts";
import { everybody } from "../../src/views/slice.ts";
import { wordsIn } from "../../src/words/words.ts";
import { onlySurvey } from "./prepare-files.ts";

let folder: string;
let open: OpenSurvey;
let tables: readonly LeagueTable[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "manyi-test-"));
  const data = join(projectRoot, "data/dealer-service");
  const found = await prepare({ data, root: projectRoot, cache: join(folder, "cache") });
  open = await openSurvey(onlySurvey(found), join(folder, "cache"));
  const { survey, tree } = open;
  const subject = headlineSubject(survey);
  const wave = survey.waves.at(-1)?.id ?? "";
  if (!subject) throw new Error("the demo has no index");
  // Leagues know no language, links or document.
  const context = { survey, tree, wave, slice: everybody, ancestors: [], words: wordsIn("en") };
  const league = await leagueOf(context as unknown as ReportContext, subject, open);
  tables = leagueLevels(survey, subject, { league, wave }).at(-1)?.tables ?? [];
});
afterAll(async () => {
  open?.close();
  await rm(folder, { recursive: true, force: true });
});

const dealerOf = (id: string): string => (JSON.parse(id) as string[]).at(-1) ?? "";
const standingsOf = ({ standings }: LeagueTable) =>
  [...standings].map(([id, standing]) => ({ dealer: dealerOf(id), ...standing }));
const everywhere = () => tables.flatMap(standingsOf);

describe("the dealers' league tables of 2024", () => {
  test("are of the three classes, with the averages of their customers", () => {
    const found = tables.map(({ segment, branches, average }) => [
      segment?.key[0],
      branches.length,
      average && "value" in average && average.value,
      average && "n" in average && average.n,
    ]);
    expect(found).toEqual([
      ["domestic", 83, expect.closeTo(786.1203, 4), 5060],
      ["joint-venture", 88, expect.closeTo(830.6713, 4), 6192],
      ["premium", 67, expect.closeTo(867.3064, 4), 4877],
    ]);
  });

  test("shrink scores by what is within and between dealers", () => {
    const spreads = tables.map(({ ranking }) => [
      Math.sqrt(ranking?.within ?? 0),
      Math.sqrt(ranking?.between ?? 0),
    ]);
    expect(spreads).toEqual([
      [expect.closeTo(82.4454, 4), expect.closeTo(39.3292, 4)],
      [expect.closeTo(76.929, 3), expect.closeTo(34.8913, 4)],
      [expect.closeTo(72.0206, 4), expect.closeTo(29.7086, 4)],
    ]);
    const fair = new Map(everywhere().map(({ dealer, place }) => [dealer, place.shrunken]));
    expect(fair.get("hangzhou-02")).toBeCloseTo(898.4957, 3);
    expect(fair.get("nanjing-04")).toBeCloseTo(678.7964, 3);
    expect(fair.get("shenzhen-02")).toBeCloseTo(760.6221, 3);
  });

  test("have the twelve at their ends: six first, six last, whatever class they are of", () => {
    for (const table of tables) {
      const order = (table.ranking?.siblings ?? []).map(({ id }) => dealerOf(id));
      const [above, below] = [farAbove, farBelow].map((some) =>
        some.filter((dealer) => order.includes(dealer)),
      );
      expect(order.slice(0, above?.length).toSorted()).toEqual(above?.toSorted());
      expect(order.slice(order.length - (below?.length ?? 0)).toSorted()).toEqual(below?.toSorted());
    }
    const planted = everywhere().filter(({ dealer }) => [...farAbove, ...farBelow].includes(dealer));
    expect(planted).toHaveLength(12);
  });

  test("no planted dealer is in a group with an ordinary one at the low end, and stars are in the first", () => {
    for (const { ranking } of tables) {
      const groups = new Map((ranking?.siblings ?? []).map(({ id, group }) => [dealerOf(id), group]));
      const last = Math.max(...groups.values());
      const inLast = [...groups].filter(([, group]) => group === last).map(([dealer]) => dealer);
      expect(inLast.every((dealer) => farBelow.includes(dealer))).toBe(true);
      expect(farAbove.map((dealer) => groups.get(dealer) ?? 0)).toEqual([0, 0, 0, 0, 0, 0]);
    }
  });
});

describe("the dealers' funnels of 2024", () => {
  const outside = () => everywhere().filter(({ luck }) => luck.outside !== "no");

  test("leave the twelve outside, in 2024 as in 2023", () => {
    const found = new Map(outside().map(({ dealer, luck, repeated }) => [dealer, { luck, repeated }]));
    for (const [dealers, side] of [
      [farAbove, "above"],
      [farBelow, "below"],
    ] as const)
      for (const dealer of dealers) {
        expect(found.get(dealer)?.luck.outside, dealer).toBe(side);
        expect(found.get(dealer)?.repeated, dealer).toEqual({ times: 2, periods: 2 });
      }
  });

  test("leave 34 others outside, 19 of them in both years", () => {
    const ordinary = outside().filter(({ dealer }) => ![...farAbove, ...farBelow].includes(dealer));
    const named = (side: string) =>
      ordinary.flatMap(({ dealer, luck }) => (luck.outside === side ? [dealer] : [])).toSorted();
    // Ordinary dealers differ, too: with a deviation of 0.2 on the scale of 10, which is 20 points before the scale's end
    // cuts it, beside a standard error of some 10 points. A normal deviate of √(20² + 10²) points is beyond 31 points
    // either way 17 times in 100, which would be 38 of 226.
    expect(named("above")).toEqual(
      [
        ...["shenzhen-04", "wuhan-05"],
        ...["huizhou-02", "jiaxing-02", "nanjing-03", "suzhou-05"],
        ...["beijing-09", "huizhou-01", "lanzhou-03", "mianyang-01", "nanjing-05", "nanyang-01"],
        ...["ningbo-02", "qingdao-03", "tangshan-04"],
      ].toSorted(),
    );
    expect(named("below")).toEqual(
      [
        ...["beijing-05", "handan-03", "huizhou-03", "jinan-03", "wuxi-02", "xian-03", "xiangyang-03"],
        ...["guilin-01", "jinzhou-02", "nanning-04", "shanghai-07", "shenyang-02", "tianshui-02"],
        ...["xian-05", "xianyang-02"],
        ...["changsha-03", "shijiazhuang-05", "wuhan-03", "xiangyang-01"],
      ].toSorted(),
    );
    expect(ordinary.filter(({ repeated: { times } }) => times === 2)).toHaveLength(19);
  });
});
