import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choiceName, type VariableReading } from "../../../src/survey/reading.ts";
import { readCells, valuesOf } from "./read-text.ts";

/** A question, who it is put to by the place of earlier questions, and what each row of the file holds. */
interface Item {
  readonly multi: boolean;
  readonly asked: readonly { readonly of: number; readonly values: readonly string[] }[];
  readonly cells: readonly string[];
}

const rowCount = 6;
const scaleCells = ["", "1", "2", "3", "bad", "-3"];
const multiCells = ["", "1", "2", "1;2", "bad", "-3"];

const item = (at: number): fc.Arbitrary<Item> =>
  fc.boolean().chain((multi) =>
    fc.record({
      multi: fc.constant(multi),
      asked: fc.uniqueArray(
        fc.record({
          of: fc.nat({ max: Math.max(0, at - 1) }),
          values: fc.subarray(["1", "2"], { minLength: 1 }),
        }),
        { selector: ({ of }) => of, maxLength: Math.min(at, 2) },
      ),
      cells: fc.array(fc.constantFrom(...(multi ? multiCells : scaleCells)), {
        minLength: rowCount,
        maxLength: rowCount,
      }),
    }),
  );
const items = fc.tuple(item(0), item(1), item(2), item(3));

function readingOf({ multi, asked }: Item, at: number): VariableReading {
  const shared = {
    name: `q_${at}`,
    column: `Q${at}`,
    missing: [],
    recode: {},
    notAsked: ["-3"],
    ...(asked.length > 0 ? { asked: asked.map(({ of, values }) => ({ variable: `q_${of}`, values })) } : {}),
  };
  return multi
    ? { kind: "separated", separator: ";", options: ["1", "2"], base: "asked", ...shared }
    : { kind: "scale", codes: [1, 2, 3], ...shared };
}

/** What is left of a cell, worked out for one row by itself: its answers, or why there are none. */
function leftOf(all: readonly Item[], at: number, row: number): readonly string[] | string {
  const one = all[at];
  const cell = one?.cells[row] ?? "";
  if (cell === "bad") return "bad";
  if (cell === "-3") return "notAsked";
  const isAsked = one?.asked.every(({ of, values }) => {
    const given = leftOf(all, of, row);
    return typeof given !== "string" && given.some((value) => values.includes(value));
  });
  if (!isAsked) return cell === "" ? "notAsked" : "masked";
  if (cell === "") return one?.multi ? [] : "missing";
  return cell.split(";");
}

async function read(all: readonly Item[], order: readonly number[]) {
  const header = ["ID", ...all.map((_, at) => `Q${at}`)];
  const rows = Array.from({ length: rowCount }, (_, row) => [
    String(row),
    ...all.map(({ cells }) => cells[row] ?? ""),
  ]);
  const readings = all.map(readingOf);
  return readCells(
    [header, ...rows],
    order.flatMap((at) => readings[at] ?? []),
  );
}

describe("who was asked", () => {
  test("is worked out along chains of conditions, in whatever order the questions stand", async () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    await fc.assert(
      fc.asyncProperty(items, order, async (all, places) => {
        const { quality } = await read(all, places);
        all.forEach((_, at) => {
          const left = Array.from({ length: rowCount }, (__, row) => leftOf(all, at, row));
          const count = (what: string) => left.filter((one) => one === what).length;
          const masked = count("masked");
          expect(quality.items[`q_${at}`]).toEqual({
            answered: left.filter((one) => typeof one !== "string").length,
            missing: count("missing"),
            bad: count("bad"),
            notAsked: count("notAsked") + masked,
            ...(masked > 0 ? { masked } : {}),
          });
        });
      }),
    );
  });

  test("leaves the answers of those who were, and only these", async () => {
    await fc.assert(
      fc.asyncProperty(items, async (all) => {
        const wave = await read(all, [3, 1, 0, 2]);
        all.forEach(({ multi }, at) => {
          const left = Array.from({ length: rowCount }, (_, row) => leftOf(all, at, row));
          if (!multi) {
            const codes = left.map((one) => (typeof one === "string" ? undefined : Number(one[0])));
            expect(valuesOf(wave, `q_${at}`)).toEqual(codes);
            return;
          }
          ["1", "2"].forEach((option, place) => {
            const ticks = left.map((one) =>
              typeof one === "string" ? undefined : Number(one.includes(option)),
            );
            expect(valuesOf(wave, choiceName(`q_${at}`, place))).toEqual(ticks);
          });
        });
      }),
    );
  });

  test("tells every answer that is set aside: set aside and kept are all that were given", async () => {
    await fc.assert(
      fc.asyncProperty(items, async (all) => {
        const { quality, problems } = await read(all, [0, 1, 2, 3]);
        all.forEach(({ cells }, at) => {
          const given = cells.filter((cell) => /\d/.test(cell) && cell !== "-3").length;
          const { answered = 0, masked = 0 } = quality.items[`q_${at}`] ?? {};
          const silent = all[at]?.multi
            ? cells.filter((cell, row) => cell === "" && typeof leftOf(all, at, row) !== "string").length
            : 0;
          expect(masked + answered - silent).toBe(given);
          const told = problems.filter(({ column, value }) => column === String(at) && value === undefined);
          const cellProblems = told.filter(({ severity }) => severity === "cell");
          expect(cellProblems.reduce((sum, { count = 0 }) => sum + count, 0)).toBe(masked);
          expect(told.some(({ severity }) => severity === "stop")).toBe(masked > given / 2);
        });
      }),
    );
  });
});

describe("a condition", () => {
  const asked = (variable: string, values: readonly string[]) => [{ variable, values }];
  const shared = { missing: [], recode: {} } as const;
  const brand: VariableReading = {
    kind: "options",
    name: "d_brand",
    column: "B",
    options: "open",
    ...shared,
  };
  const score = (conditions: ReturnType<typeof asked>): VariableReading => ({
    kind: "scale",
    name: "q_s",
    column: "S",
    codes: [1, 2],
    asked: conditions,
    ...shared,
  });

  test("on values as found is held against them before rare ones are joined", async () => {
    const rows = [
      ["B", "S"],
      ["x", "1"],
      ["y", "2"],
      ["y", "2"],
      ["y", ""],
    ];
    const wave = await readCells(rows, [score(asked("d_brand", ["x"])), { ...brand, rareBelow: 2 }]);
    expect(valuesOf(wave, "q_s")).toEqual([1, undefined, undefined, undefined]);
    expect(wave.dictionaries["d_brand"]).toEqual(["_other", "y"]);
  });

  test("on a choice that the wave did not offer can't be told", async () => {
    const media: VariableReading = {
      kind: "choices",
      name: "q_m",
      choices: [{ option: "tv", column: "TV" }, { option: "web" }],
      mentioned: { kind: "any" },
      base: "answered",
      ...shared,
    };
    const rows = [
      ["TV", "S"],
      ["1", "1"],
      ["0", "2"],
    ];
    const untold = await readCells(rows, [media, score(asked("q_m", ["web"]))]);
    expect(valuesOf(untold, "q_s")).toEqual([1, 2]);
    expect(untold.problems).toMatchObject([{ severity: "note", column: "s", value: "m" }]);
    const told = await readCells(rows, [media, score(asked("q_m", ["web", "tv"]))]);
    expect(valuesOf(told, "q_s")).toEqual([1, undefined]);
  });

  test("leaves no value behind that only people gave who were not asked", async () => {
    const shop: VariableReading = {
      kind: "options",
      name: "q_shop",
      column: "SHOP",
      options: "open",
      rareBelow: 2,
      asked: asked("q_ok", ["1"]),
      ...shared,
    };
    const ok: VariableReading = { kind: "scale", name: "q_ok", column: "OK", codes: [1, 2], ...shared };
    const rows = [
      ["OK", "SHOP"],
      ["1", "Aldi"],
      ["1", "Aldi"],
      ["1", "Rewe"],
      ["2", "Rewe"],
      ["2", "my uncle"],
    ];
    const wave = await readCells(rows, [shop, ok]);
    expect(wave.dictionaries["q_shop"]).toEqual(["Aldi", "_other"]);
    expect(valuesOf(wave, "q_shop")).toEqual([0, 0, 1, undefined, undefined]);
  });

  test("tells of many answers once, with their number and the first twenty lines", async () => {
    const ok: VariableReading = { kind: "scale", name: "q_ok", column: "OK", codes: [1, 2], ...shared };
    const given = (code: string, n: number) => Array.from({ length: n }, () => [code, "1"]);
    const rows = [["OK", "S"], ...given("1", 30), ...given("2", 25)];
    const { problems } = await readCells(rows, [ok, score(asked("q_ok", ["1"]))]);
    const lines = Array.from({ length: 20 }, (_, at) => 32 + at);
    expect(problems).toMatchObject([{ severity: "cell", column: "s", line: 32, count: 25, lines }]);
    expect(problems[0]?.expected).toBe("answers only where ok is 1");
  });

  test("that leads back to itself comes to an end", async () => {
    const circle = [
      { ...score(asked("q_t", ["1"])) },
      { ...score(asked("q_s", ["1"])), name: "q_t", column: "T" },
    ];
    const rows = [
      ["S", "T"],
      ["1", "1"],
      ["2", "2"],
    ];
    expect((await readCells(rows, circle)).quality.items["q_s"]?.answered).toBe(1);
  });
});
