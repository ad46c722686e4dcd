import { describe, expect, test } from "vitest";
import { printedTables } from "../../src/counts/printed-tables.ts";
import { type CountsRequest, groupOf, tallyOf } from "../../src/counts/request.ts";
import { askSources } from "../../src/counts/sources.ts";
import { unweightedCell } from "../../src/counts/tally.ts";
import type { SliceTable, WaveTable } from "../../src/survey/wave-table.ts";
import { rating } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { askRows } from "./ask-rows.ts";

const survey = surveyOf([rating(1, 3)], {
  dimensions: [dimension("region", ["east", "west", "north"]), dimension("age", ["young", "old"])],
});

/** 1, 2 and 3 in this order. */
function printed(slice: SliceTable["slice"], counts: readonly number[]): SliceTable {
  const cells = counts.map((n, at) => ({ option: String(at + 1), n }));
  const base = counts.reduce((sum, n) => sum + n, 0);
  return { slice, questions: [{ question: "item", base, cells }] };
}

const table: WaveTable = {
  wave: "w1",
  respondents: 110,
  slices: [
    printed({}, [10, 40, 50]),
    printed({ region: "east" }, [4, 20, 16]),
    printed({ region: "west" }, [1, 10, 9]),
    printed({ age: "young" }, [10, 40, 50]),
    printed({ region: "east", age: "old" }, [4, 20, 16]),
  ],
};
const { ask } = printedTables(survey, [table]);
const request: CountsRequest = { questions: ["item"], waves: ["w1", "w2"], by: [], slice: {} };

describe("counts from printed tables", () => {
  test("everybody: the total as it is printed, never the sum of its parts", async () => {
    const { groups } = await ask(request);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ wave: "w1", key: [], rows: unweightedCell(110) });
    expect(tallyOf(await ask(request), "w1", "item")).toEqual({
      kind: "codes",
      base: unweightedCell(100),
      cells: new Map([
        [1, unweightedCell(10)],
        [2, unweightedCell(40)],
        [3, unweightedCell(50)],
      ]),
    });
    const partsOnly = printedTables(survey, [{ ...table, slices: table.slices.slice(1) }]);
    expect((await partsOnly.ask(request)).groups).toEqual([]);
  });

  test("by a dimension: its groups, and what the total has beyond them, as of no known place", async () => {
    const counts = await ask({ ...request, by: ["region"] });
    expect(counts.groups.map(({ key }) => key)).toEqual([["east"], ["west"], [null]]);
    expect(tallyOf(counts, "w1", "item", ["west"])?.base).toEqual(unweightedCell(20));
    expect(tallyOf(counts, "w1", "item", [null])).toMatchObject({
      base: unweightedCell(40),
      cells: new Map([
        [1, unweightedCell(5)],
        [2, unweightedCell(10)],
        [3, unweightedCell(25)],
      ]),
    });
    expect(groupOf(counts, "w1", ["north"])).toBeUndefined();
  });

  test("groups that make up their whole leave nobody over", async () => {
    const { groups } = await ask({ ...request, by: ["age"] });
    expect(groups.map(({ key }) => key)).toEqual([["young"]]);
  });

  test("a slice, and a slice by a dimension, where a table has exactly that", async () => {
    const east = { region: ["east"], age: [] };
    expect(tallyOf(await ask({ ...request, slice: east }), "w1", "item")?.base?.n).toBe(40);
    const byAge = await ask({ ...request, slice: east, by: ["age"] });
    expect(byAge.groups.map(({ key }) => key)).toEqual([["old"]]);
    const byBoth = await ask({ ...request, by: ["age", "region"] });
    expect(byBoth.groups.map(({ key }) => key)).toEqual([["old", "east"]]);
  });

  test("two values at once are in no table, though their sum would be easy", async () => {
    const { groups } = await ask({ ...request, slice: { region: ["east", "west"] } });
    expect(groups).toEqual([]);
  });

  test("say which waves are printed, and with which questions", async () => {
    const { printed: said } = await ask({ ...request, by: ["region"] });
    expect(said).toEqual(new Map([["w1", new Set(["item"])]]));
  });

  test("shares without a base stay shares; on a base they count as that many people", async () => {
    const cells = [
      { option: "1", share: 0.25 },
      { option: "3", share: 0.5 },
      { option: "2", unknown: true as const },
    ];
    const of = async (base?: number) => {
      const questions = [{ question: "item", cells, ...(base === undefined ? {} : { base }) }];
      const source = printedTables(survey, [{ wave: "w1", slices: [{ slice: {}, questions }] }]);
      return tallyOf(await source.ask(request), "w1", "item");
    };
    expect(await of()).toEqual({
      kind: "shares",
      shares: new Map([
        [1, 0.25],
        [3, 0.5],
      ]),
    });
    expect(await of(10)).toEqual({
      kind: "codes",
      base: unweightedCell(10),
      cells: new Map([
        [1, unweightedCell(2.5)],
        [3, unweightedCell(5)],
      ]),
      unknown: new Set([2]),
    });
  });
});

describe("several sources", () => {
  const rows = [{ wave: "w2", places: { region: "east" }, answers: { item: 3 } }];
  const both = askSources([
    { waves: ["w2"], ask: askRows(survey, rows) },
    { waves: ["w1"], ask },
  ]);

  test("answer each for its own waves, in the order asked for", async () => {
    const counts = await both(request);
    expect(counts.request).toBe(request);
    expect(counts.groups.map(({ wave }) => wave)).toEqual(["w1", "w2"]);
    expect(tallyOf(counts, "w2", "item")?.base?.n).toBe(1);
    expect(counts.printed?.has("w1")).toBe(true);
    expect(counts.printed?.has("w2")).toBe(false);
  });

  test("one that knows all waves asked for is handed through", async () => {
    const answer = await ask({ ...request, waves: ["w1"] });
    const through = askSources([{ waves: ["w1"], ask: async () => answer }]);
    expect(await through({ ...request, waves: ["w1"] })).toBe(answer);
  });
});
