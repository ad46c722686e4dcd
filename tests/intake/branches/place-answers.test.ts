import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeAnswers } from "../../../src/intake/branches/place-answers.ts";
import { readBranches } from "../../../src/intake/branches/read-branches.ts";
import type { WaveNetwork } from "../../../src/intake/branches/standing.ts";
import { type CodedWave, missingCode } from "../../../src/intake/responses/coded-wave.ts";
import type { Network, Period } from "../../../src/survey/network.ts";
import type { WaveReading } from "../../../src/survey/reading.ts";

const levels = ["region", "shop"] as const;
const reading = {
  hierarchy: ["d_region", "d_shop"],
  variables: [
    { kind: "options", name: "d_region", column: "REGION", options: "open", missing: [], recode: {} },
    { kind: "options", name: "d_shop", column: "SHOP", options: "open", missing: [], recode: {} },
  ],
} as unknown as WaveReading;

function networkOf(rows: string, on?: string): Network {
  const { network, problems } = readBranches(`branch,level,parent,from,until,into\n${rows}\n`, {
    file: "branches.csv",
    levels: levels.map((id) => ({ id, options: [] })),
    ...(on ? { on } : {}),
  });
  expect(problems).toEqual([]);
  return network;
}

/** A wave of places and one answer each, as the file has them; a blank is missing, no column at all is absent. */
function waveOf(places: readonly (readonly [region: string | undefined, shop: string])[]): CodedWave {
  const columns = levels.flatMap((level, at) => {
    if (places.every((place) => place[at] === undefined)) return [];
    const dictionary = [...new Set(places.map((place) => place[at] ?? ""))].filter((id) => id !== "").sort();
    const values = Uint16Array.from(places, (place) => {
      const code = dictionary.indexOf(place[at] ?? "");
      return code < 0 ? missingCode : code;
    });
    return [{ column: { name: `d_${level}`, kind: "code" as const, values }, dictionary }];
  });
  const scores = Float64Array.from(places, (_, row) => row + 1);
  return {
    wave: "2024",
    rows: places.length,
    columns: [...columns.map(({ column }) => column), { name: "q_score", kind: "number", values: scores }],
    dictionaries: Object.fromEntries(columns.map(({ column, dictionary }) => [column.name, dictionary])),
    lines: Uint32Array.from(places, (_, row) => row + 2),
    quality: { outsideHierarchy: places.length } as CodedWave["quality"],
    problems: [],
    header: [],
  };
}

const placed = (coded: CodedWave, network: Network, period: Period = {}) =>
  placeAnswers(coded, { wave: { network, period } satisfies WaveNetwork, reading, file: "answers.csv" });

/** The places of a wave's rows as text, an unknown level as a dot. */
function placesOf({ columns, dictionaries, rows }: CodedWave): readonly string[] {
  return Array.from({ length: rows }, (_, row) =>
    levels
      .map((level) => {
        const column = columns.find(({ name }) => name === `d_${level}`);
        return dictionaries[`d_${level}`]?.[column?.values[row] ?? missingCode] ?? ".";
      })
      .join("/"),
  );
}

describe("answers on today's network", () => {
  const network = networkOf(
    "e,region,,,,\nw,region,,,,\na,shop,e,,,\nb,shop,w,,2023-12-31,a\nc,shop,e,,2023-12-31,\nc,shop,w,2024-01-01,,",
  );

  test("count to what took their branch over, under its parents, with or without the export's own", () => {
    const rows = [
      ["e", "a"],
      ["w", "b"],
      ["e", "c"],
      ["", "b"],
      ["w", ""],
    ] as const;
    expect(placesOf(placed(waveOf(rows), network))).toEqual(["e/a", "e/a", "w/c", "e/a", "w/."]);
    const lowest = rows.map(([, shop]) => [undefined, shop] as const);
    expect(placesOf(placed(waveOf(lowest), network))).toEqual(["e/a", "e/a", "w/c", "e/a", "./."]);
  });

  test("stay where the export has them, where the network does not know the branch", () => {
    const wave = placed(
      waveOf([
        ["e", "zz"],
        ["x", ""],
        ["x", "a"],
      ]),
      network,
    );
    expect(placesOf(wave)).toEqual(["e/zz", "x/.", "e/a"]);
    expect(wave.problems.map(({ column, value, lines }) => [column, value, lines])).toEqual([
      ["SHOP", "zz", [2]],
      ["REGION", "x", [3]],
      ["REGION", "x", [4]],
    ]);
  });

  test("keep their order, their other columns and their number", () => {
    const before = waveOf([
      ["w", "b"],
      ["e", "a"],
    ]);
    const after = placed(before, network);
    expect(after.rows).toBe(2);
    expect(after.columns.map(({ name }) => name)).toEqual(["d_region", "d_shop", "q_score"]);
    expect(after.columns.at(-1)).toBe(before.columns.at(-1));
    expect(after.quality.outsideHierarchy).toBe(0);
  });

  test("hold the ids that occur, sorted, whatever the order of the file", () => {
    expect(
      placed(
        waveOf([
          ["w", "c"],
          ["w", "b"],
        ]),
        network,
      ).dictionaries,
    ).toEqual({
      d_region: ["e", "w"],
      d_shop: ["a", "c"],
    });
  });

  test("a spreadsheet's 05 is branch 5, and branch 05 is not 5", () => {
    const numbered = networkOf("e,region,,,,\n5,shop,e,,,");
    expect(
      placesOf(
        placed(
          waveOf([
            [undefined, "05"],
            [undefined, "5"],
          ]),
          numbered,
        ),
      ),
    ).toEqual(["e/5", "e/5"]);
    const padded = networkOf("e,region,,,,\n05,shop,e,,,");
    expect(
      placesOf(
        placed(
          waveOf([
            [undefined, "05"],
            [undefined, "5"],
          ]),
          padded,
        ),
      ),
    ).toEqual(["e/05", "./5"]);
  });

  test("of a level that the file of branches leaves out go along with the one above", () => {
    const regions = networkOf("e,region,,,2023-12-31,w\nw,region,,,,");
    const wave = placed(
      waveOf([
        ["e", "a"],
        ["w", "b"],
      ]),
      regions,
    );
    expect(placesOf(wave)).toEqual(["w/a", "w/b"]);
    expect(wave.problems).toEqual([]);
  });
});

describe("what is noted", () => {
  const network = networkOf(
    "e,region,,,,\nw,region,,,,\na,shop,e,,2024-03-31,\nc,shop,e,,2024-06-30,\nc,shop,w,2024-07-01,,",
  );
  const notes = (rows: Parameters<typeof waveOf>[0], period: Period) =>
    placed(waveOf(rows), network, period).problems.map(({ severity, column, value, expected, count }) =>
      [severity, column, value, count, expected].join(" | "),
    );

  test("answers after a branch closed, and none in the wave in which it did", () => {
    const rows = [
      ["e", "a"],
      ["e", "a"],
    ] as const;
    expect(notes(rows, { from: "2024-03-31", until: "2024-05-31" })).toEqual([]);
    expect(notes(rows, { from: "2024-04-01" })).toEqual([
      "note | SHOP | a | 2 | nothing outside the days in which it was open, until 2024-03-31",
    ]);
  });

  test("a parent that is not that of the time; in the wave of the move both are", () => {
    const rows = [
      ["e", "c"],
      ["w", "c"],
    ] as const;
    expect(notes(rows, { from: "2024-06-01", until: "2024-07-31" })).toEqual([]);
    expect(notes(rows, { from: "2024-07-01", until: "2024-07-31" })).toEqual([
      "note | REGION | e | 1 | w above c (2024-07-01 to 2024-07-31)",
    ]);
    expect(notes(rows, {})).toEqual([]);
  });
});

describe("of random histories", () => {
  const day = (at: number) => `20${String(10 + at).padStart(2, "0")}-01-01`;
  const eve = (at: number) => `20${String(9 + at).padStart(2, "0")}-12-31`;
  const shops = 8;
  /** For each shop: where it starts, when it moves if ever, and into which later shop it goes, when. */
  const history = fc.array(
    fc.record({
      start: fc.constantFrom("e", "w"),
      moves: fc.option(fc.integer({ min: 1, max: 4 })),
      into: fc.option(fc.tuple(fc.integer({ min: 1, max: shops }), fc.integer({ min: 5, max: 9 }))),
    }),
    { minLength: shops, maxLength: shops },
  );
  const wave = fc.array(
    fc.tuple(
      fc.constantFrom(undefined, "", "e", "w", "x"),
      fc.constantFrom("", "zz", ...Array.from({ length: shops }, (_, at) => `s${at}`)),
    ),
    { minLength: 1, maxLength: 40 },
  );

  function fileOf(histories: typeof history extends fc.Arbitrary<infer Value> ? Value : never): string {
    const rows = histories.flatMap(({ start, moves, into }, at) => {
      // Only into shops further down, and ever later: no circles, and what is gone takes nobody over.
      const target = into && at + into[0] < shops && histories[at + into[0]]?.into === null ? into : null;
      const end = target ? `${eve(target[1])},s${at + target[0]}` : ",";
      const other = start === "e" ? "w" : "e";
      return moves === null
        ? [`s${at},shop,${start},,${end}`]
        : [`s${at},shop,${start},,${eve(moves)},`, `s${at},shop,${other},${day(moves)},${end}`];
    });
    return ["e,region,,,,", "w,region,,,,", ...rows].join("\n");
  }

  test("every row ends in one branch of today's network, no row is lost, and placing twice is placing once", () => {
    fc.assert(
      fc.property(history, wave, fc.option(fc.integer({ min: 0, max: 10 })), (histories, rows, on) => {
        const network = networkOf(fileOf(histories), on === null ? undefined : day(on));
        const full = rows.every(([region]) => region === undefined)
          ? rows
          : rows.map(([region, shop]) => [region ?? "", shop] as const);
        const once = placed(waveOf(full), network);
        const places = placesOf(once);
        const gone = new Set(
          network.branches.flatMap(({ id, states }) => {
            const last = states.at(-1);
            return last?.into !== undefined && (on === null || (last.until ?? "") < day(on)) ? id : [];
          }),
        );
        const parents = new Map<string, string>();
        places.forEach((place, row) => {
          const [region = "", shop = ""] = place.split("/");
          const written = full[row]?.[1] ?? "";
          expect(gone.has(shop)).toBe(false);
          expect(shop === ".").toBe(written === "");
          if (!shop.startsWith("s")) return;
          expect(parents.get(shop) ?? region).toBe(region);
          parents.set(shop, region);
          expect(["e", "w"]).toContain(region);
        });
        expect(once.rows).toBe(rows.length);
        expect(once.columns.at(-1)?.values).toHaveLength(rows.length);
        const twice = placed(once, network);
        expect(placesOf(twice)).toEqual(places);
        expect(twice.dictionaries).toEqual(once.dictionaries);
      }),
    );
  });
});
