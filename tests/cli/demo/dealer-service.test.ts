import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { dealerServiceFiles } from "../../../src/cli/demo/dealer-service/files.ts";

type Row = Readonly<Record<string, string>>;

const files = dealerServiceFiles();
const waveIds = ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"];
const answers = new Map(waveIds.map((wave) => [wave, table(`waves/${wave}.csv`)]));
const everyone = [...answers.values()].flat();

const factorItems: Readonly<Record<string, readonly string[]>> = {
  service_quality: ["sq1", "sq2", "sq3", "sq4"],
  facilities: ["fa1", "fa2", "fa3"],
  pick_up: ["pu1", "pu2", "pu3", "pu4"],
  advisor: ["ad1", "ad2", "ad3", "ad4"],
  initiation: ["in1", "in2", "in3"],
};
const factorWeights: Readonly<Record<string, number>> = {
  service_quality: 0.24,
  facilities: 0.21,
  pick_up: 0.21,
  advisor: 0.18,
  initiation: 0.16,
};
const allFactors = Object.keys(factorItems);
const allItems = Object.values(factorItems).flat();
const otherItems = allItems.filter((item) => item !== "fa2");

describe("the files", () => {
  test("generating twice gives the same bytes", () => {
    expect([...dealerServiceFiles()]).toEqual([...files]);
  });

  test("eight waves of about 4,000 answers, under 6 MB together", () => {
    expect([...files.keys()].filter((path) => path.startsWith("waves/"))).toEqual(
      waveIds.map((wave) => `waves/${wave}.csv`),
    );
    for (const rows of answers.values()) expect(Math.abs(rows.length - 4000)).toBeLessThan(200);
    const bytes = [...files.values()].reduce((total, text) => total + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(6e6);
  });

  test("7 regions, 18 provinces, 60 cities, and dealers that come, go and move in five ways", () => {
    const dealersIn = (wave: string) => distinct(rowsOf(wave), "dealer");
    for (const rows of answers.values())
      expect(["region", "province", "city"].map((level) => distinct(rows, level).size)).toEqual([7, 18, 60]);
    expect(waveIds.map((wave) => dealersIn(wave).size)).toEqual([239, 239, 240, 240, 240, 240, 238, 238]);
    const wavesOf = (dealer: string) => waveIds.filter((wave) => dealersIn(wave).has(dealer));
    expect(wavesOf("wuhan-07")).toEqual(waveIds.slice(2));
    expect(wavesOf("shenyang-06")).toEqual(waveIds.slice(0, 6));
    expect(wavesOf("guangzhou-08")).toEqual(waveIds.slice(0, 6));
    const answersOf = (dealer: string, wave: string) =>
      rowsOf(wave).filter((row) => row.dealer === dealer).length;
    expect(answersOf("guangzhou-05", "2024-Q3")).toBeGreaterThan(1.5 * answersOf("guangzhou-05", "2024-Q2"));
    const cities = waveIds.map((wave) => rowsOf(wave).find((row) => row.dealer === "langfang-03")?.city);
    expect(cities).toEqual([...Array(4).fill("langfang"), ...Array(4).fill("beijing")]);
  });

  test.each([
    ["dealer", "city"],
    ["city", "province"],
    ["province", "region"],
    ["dealer", "brand_class"],
  ] as const)("every %s stands in one %s, but for the dealer that moves", (child, parent) => {
    const settled = everyone.filter((row) => row.dealer !== "langfang-03");
    expect(new Set(settled.map((row) => `${row[child]} ${row[parent]}`)).size).toBe(
      distinct(settled, child).size,
    );
  });

  test.each(["province", "city", "dealer"])("every %s has a name of its own in both languages", (level) => {
    const rows = table("branches.csv").filter((row) => row.level === level);
    expect(distinct(rows, "branch")).toEqual(distinct(everyone, level));
    const states = rows.filter(({ branch }) => branch !== "langfang-03" || level !== "dealer");
    expect(distinct(states, "name_zh").size).toBe(states.length);
    expect(distinct(states, "name").size).toBe(states.length);
    for (const { name_zh } of rows) expect(name_zh).toMatch(/^\p{Script=Han}+$/u);
  });

  test("the file of branches tells the five changes, and no other", () => {
    const told = table("branches.csv").filter(({ from, until }) => from !== "" || until !== "");
    expect(
      told.map(({ branch, parent, from, until, into }) => [branch, parent, from, until, into].join(" ")),
    ).toEqual([
      "qingdao-04 qingdao  2024-03-31 ",
      "qingdao-04 qingdao 2024-04-01  ",
      "guangzhou-08 guangzhou  2024-06-30 guangzhou-05",
      "langfang-03 langfang  2023-12-31 ",
      "langfang-03 beijing 2024-01-01  ",
      "wuhan-07 wuhan 2023-07-01  ",
      "shenyang-06 shenyang  2024-06-30 ",
    ]);
  });

  test("every cell is of its kind", () => {
    const shapes: Readonly<Record<string, RegExp>> = {
      respondent_id: /^2[34]Q[1-4]-\d{4}$/,
      interview_date: /^202[34]-\d\d-\d\d$/,
      brand_class: /^(domestic|joint-venture|premium)$/,
      channel: /^(phone|sms|app)$/,
      recommend: /^(\d|10|99|)$/,
      return_in_warranty: /^([1-5]|99|)$/,
      return_after_warranty: /^([1-4]|99|)$/,
      service_minutes: /^(\d{2,3}|)$/,
      seconds: /^\d{2,3}$/,
      weight: /^[01]\.\d{4}$/,
      ...Object.fromEntries([...allItems, "overall"].map((item) => [item, /^([1-9]|10|99|)$/])),
      ...Object.fromEntries(
        ["near", "price", "skill", "staff", "parts", "bought"].map((why) => [`why_${why}`, /^1?$/]),
      ),
    };
    const bad = everyone.flatMap((row) =>
      Object.entries(shapes).flatMap(([column, shape]) =>
        shape.test(row[column] ?? "absent") ? [] : [`${column}: ${row[column]}`],
      ),
    );
    expect(bad).toEqual([]);
  });

  test("ids are unique and dates lie in the quarter", () => {
    for (const [wave, rows] of answers) {
      expect(distinct(rows, "respondent_id").size).toBe(rows.length);
      const quarters = rows.map(
        ({ interview_date: date = "" }) => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`,
      );
      expect([...new Set(quarters)]).toEqual([wave]);
    }
  });

  test("strata count the rows of their wave, and weights put them back to the customers served", () => {
    const strata = table("strata.csv");
    expect(strata).toHaveLength(8 * 21);
    for (const { wave = "", region, brand_class, customers, handed_out, returned } of strata) {
      const all = rowsOf(wave);
      const rows = all.filter((row) => row.region === region && row.brand_class === brand_class);
      const served = strata
        .filter((other) => other.wave === wave)
        .reduce((total, other) => total + Number(other.customers), 0);
      expect(rows).toHaveLength(Number(returned));
      expect(Number(handed_out)).toBeGreaterThan(rows.length);
      expect(Number(customers)).toBeGreaterThan(Number(handed_out));
      const weighted = rows.reduce((total, row) => total + Number(row.weight), 0);
      expect(weighted / all.length).toBeCloseTo(Number(customers) / served, 4);
    }
  });

  test("comments exercise a reader: commas, quotes, line breaks, and contacts that must stay private", () => {
    const comments = everyone.flatMap(({ comment }) => (comment ? [comment] : []));
    expect(comments.length / everyone.length).toBeCloseTo(0.12, 2);
    for (const mark of [",", '"', "\n", "138-0000-0000", "owner@example.com", "A·00000"]) {
      expect(comments.filter((comment) => comment.includes(mark)).length, mark).toBeGreaterThan(5);
    }
    expect(
      comments.filter((comment) => /\p{Script=Han}/u.test(comment)).length / comments.length,
    ).toBeCloseTo(0.85, 1);
    expect(new Set(comments).size).toBeGreaterThan(1000);
  });

  test("some people hurry, and a few give one grade to everything", () => {
    const tooFast = everyone.filter((row) => Number(row.seconds) < 50).length / everyone.length;
    const straight = everyone.filter(
      (row) => new Set(allItems.map((item) => row[item]).filter(isAnswer)).size === 1,
    ).length;
    expect(tooFast).toBeCloseTo(0.015, 2);
    expect(straight / everyone.length).toBeCloseTo(0.012, 2);
  });
});

describe("the stories", () => {
  test("pick-up falls by about 60 in the south-west in 2024-Q3, and nowhere else", () => {
    const change = (region: string) =>
      slicedFactor("pick_up", "2024-Q3", { region }) - slicedFactor("pick_up", "2024-Q2", { region });
    for (const region of distinct(everyone, "region")) {
      if (region !== "southwest") expect(Math.abs(change(region)), region).toBeLessThan(15);
    }
    expect(change("southwest")).toBeGreaterThan(-70);
    expect(change("southwest")).toBeLessThan(-50);
  });

  test("of the south-west's factors only pick-up fell, in every class; half of it is back in 2024-Q4", () => {
    for (const factor of allFactors.filter((each) => each !== "pick_up")) {
      const change =
        slicedFactor(factor, "2024-Q3", { region: "southwest" }) -
        slicedFactor(factor, "2024-Q2", { region: "southwest" });
      expect(Math.abs(change), factor).toBeLessThan(15);
    }
    const level = (wave: string) =>
      mean(
        classes().map((brand_class) => slicedFactor("pick_up", wave, { region: "southwest", brand_class })),
      );
    expect(level("2024-Q3") - level("2024-Q2")).toBeLessThan(-50);
    expect(level("2024-Q4") - level("2024-Q3")).toBeGreaterThan(18);
    expect(level("2024-Q4") - level("2024-Q2")).toBeLessThan(-18);
  });

  test("twelve dealers, and only they, stand at least 0.8 from the peers of their class", () => {
    const expected = {
      above: ["changsha-02", "dalian-01", "foshan-02", "hangzhou-02", "suzhou-03", "tangshan-02"],
      below: ["beijing-06", "changchun-01", "nanjing-04", "shenzhen-02", "xian-06", "zhengzhou-04"],
    };
    const gaps = dealerGaps([...expected.above, ...expected.below]);
    const found = (far: (gap: number) => boolean) =>
      [...gaps].flatMap(([dealer, gap]) => (far(gap) ? [dealer] : [])).sort();
    expect(found((gap) => gap >= 0.8)).toEqual(expected.above);
    expect(found((gap) => gap <= -0.8)).toEqual(expected.below);
    expect(found((gap) => Math.abs(gap) >= 0.6)).toHaveLength(12);
    for (const rows of answers.values()) {
      for (const dealer of [...expected.above, ...expected.below]) {
        expect(rows.filter((row) => row.dealer === dealer).length, dealer).toBeGreaterThanOrEqual(15);
      }
    }
  });

  test("service quality scores lowest in every wave and matters most", () => {
    for (const rows of answers.values()) {
      const levels = allFactors.map((factor) => factorScore(rows, factor));
      expect(Math.min(...levels)).toBe(levels[0]);
      expect((levels[1] ?? 0) - (levels[0] ?? 0)).toBeGreaterThan(30);
    }
    const effects = regression(
      everyone.map((row) => allFactors.map((factor) => ownFactor(row, factor))),
      everyone.map((row) => (isAnswer(row.overall) ? Number(row.overall) : Number.NaN)),
    );
    const [quality = 0, ...others] = effects;
    expect(quality).toBeGreaterThan(1.5 * Math.max(...others));
    expect(Math.min(...others)).toBeGreaterThan(0.05);
  });

  test("the reworded item jumps by about 40 in 2024-Q1, and no other item does", () => {
    const change = (item: string) =>
      100 * (itemMean(rowsOf("2024-Q1"), item) - itemMean(rowsOf("2023-Q4"), item));
    expect(change("fa2")).toBeGreaterThan(33);
    expect(change("fa2")).toBeLessThan(47);
    for (const item of otherItems) expect(Math.abs(change(item)), item).toBeLessThan(9);
  });

  test("the mix of classes takes about 10 off the total in 2024-Q4, and no class scores differently", () => {
    const [before, after] = [rowsOf("2024-Q3"), rowsOf("2024-Q4")];
    const change = indexScore(after) - indexScore(before);
    const parts = classes().map((brand_class) => {
      const [was, is] = [before, after].map((rows) => rows.filter((row) => row.brand_class === brand_class));
      const share = (rows: readonly Row[] = [], all: readonly Row[]) => totalWeight(rows) / totalWeight(all);
      const [shareWas, shareIs] = [share(was, before), share(is, after)];
      const [scoreWas, scoreIs] = [indexScore(was ?? []), indexScore(is ?? [])];
      return {
        scored: scoreIs - scoreWas,
        mix: (shareIs - shareWas) * ((scoreIs + scoreWas) / 2),
        shareWas,
        shareIs,
      };
    });
    const mix = parts.reduce((total, part) => total + part.mix, 0);
    expect(parts).toHaveLength(3);
    for (const { scored } of parts) expect(Math.abs(scored)).toBeLessThan(6);
    for (const [at, shift] of [0.12, 0, -0.12].entries()) {
      expect((parts[at]?.shareIs ?? 0) - (parts[at]?.shareWas ?? 0), classes()[at]).toBeCloseTo(shift, 2);
    }
    expect(change).toBeLessThan(-7);
    expect(mix).toBeLessThan(-8);
    expect(mix).toBeGreaterThan(-13);
    expect(Math.abs(change - mix)).toBeLessThan(4);
  });

  test("apart from the stories, no factor moves between waves by more than chance", () => {
    const quiet = allFactors.map((factor) =>
      factor === "facilities" ? ["fa1", "fa3"] : (factorItems[factor] ?? []),
    );
    for (const [at, wave] of waveIds.entries()) {
      if (at === 0 || wave === "2024-Q4") continue;
      for (const items of quiet) {
        const elsewhere = (id = "") => rowsOf(id).filter((row) => row.region !== "southwest");
        const level = (id?: string) => 100 * mean(items.map((item) => itemMean(elsewhere(id), item)));
        expect(Math.abs(level(wave) - level(waveIds[at - 1])), `${wave} ${items}`).toBeLessThan(8);
      }
    }
  });
});

function table(path: string): readonly Row[] {
  const parsed = Papa.parse<Row>(files.get(path) ?? "", { header: true, skipEmptyLines: true });
  expect(parsed.errors, path).toEqual([]);
  return parsed.data;
}

function rowsOf(wave: string): readonly Row[] {
  return answers.get(wave) ?? [];
}

function distinct(rows: readonly Row[], column: string): ReadonlySet<string> {
  return new Set(rows.map((row) => row[column] ?? ""));
}

function classes(): readonly string[] {
  return [...distinct(everyone, "brand_class")].sort();
}

function isAnswer(cell: string | undefined): cell is string {
  return cell !== undefined && cell !== "" && cell !== "99";
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function totalWeight(rows: readonly Row[]): number {
  return rows.reduce((total, row) => total + Number(row.weight), 0);
}

/** Weighted mean of an item on its own scale. */
function itemMean(rows: readonly Row[], item: string): number {
  const base = rows.filter((row) => isAnswer(row[item]));
  return base.reduce((total, row) => total + Number(row.weight) * Number(row[item]), 0) / totalWeight(base);
}

/** Points of 1000. */
function factorScore(rows: readonly Row[], factor: string): number {
  return 100 * mean((factorItems[factor] ?? []).map((item) => itemMean(rows, item)));
}

function indexScore(rows: readonly Row[]): number {
  return allFactors.reduce(
    (total, factor) => total + (factorWeights[factor] ?? 0) * factorScore(rows, factor),
    0,
  );
}

function slicedFactor(factor: string, wave: string, slice: Row): number {
  const rows = rowsOf(wave).filter((row) =>
    Object.entries(slice).every(([column, value]) => row[column] === value),
  );
  return factorScore(rows, factor);
}

/** Each dealer's mean over all items and waves, against the mean of the ordinary dealers of its class. */
function dealerGaps(outliers: readonly string[]): ReadonlyMap<string, number> {
  const dealers = [...Map.groupBy(everyone, (row) => row.dealer ?? "")].map(([dealer, rows]) => {
    const grades = rows.flatMap((row) =>
      allItems
        .map((item) => row[item])
        .filter(isAnswer)
        .map(Number),
    );
    return { dealer, brandClass: rows[0]?.brand_class, level: mean(grades) };
  });
  return new Map(
    dealers.map(({ dealer, brandClass, level }) => {
      const peers = dealers.filter(
        (peer) => peer.brandClass === brandClass && !outliers.includes(peer.dealer),
      );
      return [dealer, level - mean(peers.map((peer) => peer.level))];
    }),
  );
}

/** A respondent's plain mean over the items of a factor; NaN where none was answered. */
function ownFactor(row: Row, factor: string): number {
  return mean(
    (factorItems[factor] ?? [])
      .map((item) => row[item])
      .filter(isAnswer)
      .map(Number),
  );
}

/** Least-squares slopes by Gauss–Seidel on centred columns; rows with a gap are left out. */
function regression(drivers: readonly (readonly number[])[], outcome: readonly number[]): readonly number[] {
  const rows = drivers
    .map((row, at) => [...row, outcome[at] ?? Number.NaN])
    .filter((row) => row.every(Number.isFinite));
  const width = (drivers[0] ?? []).length;
  const means = Array.from({ length: width + 1 }, (_, column) => mean(rows.map((row) => row[column] ?? 0)));
  const centred = rows.map((row) => row.map((value, column) => value - (means[column] ?? 0)));
  const product = (a: number, b: number) =>
    centred.reduce((total, row) => total + (row[a] ?? 0) * (row[b] ?? 0), 0);
  const products = means.map((_, a) => means.map((__, b) => product(a, b)));
  const slopes = new Array<number>(width).fill(0);
  for (let round = 0; round < 500; round++) {
    for (let a = 0; a < width; a++) {
      const rest = slopes.reduce(
        (total, slope, b) => total + (b === a ? 0 : slope * (products[a]?.[b] ?? 0)),
        0,
      );
      slopes[a] = ((products[a]?.[width] ?? 0) - rest) / (products[a]?.[a] ?? 1);
    }
  }
  return slopes;
}
