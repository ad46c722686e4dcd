import { JSDOM } from "jsdom";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildOrThrow, filesUnder, openWorkshop, type Workshop } from "./build-command.ts";
import {
  caution,
  coverShop,
  fixtureFiles,
  minimum,
  type Row,
  rowsOf,
  shops,
  tinyShop,
  type WaveId,
  waveIds,
  weightedWave,
} from "./fixture-survey.ts";

/** As the architecture names them. */
const columns =
  "survey,wave,slice,subject,option,measure,method,weighted,unit,n,n_eff,value,low,high,status,without".split(
    ",",
  );
type Estimate = Readonly<Record<string, string>>;

let workshop: Workshop;
let site: ReadonlyMap<string, Buffer>;
let bytes: Buffer;
let estimates: readonly Estimate[];
beforeAll(async () => {
  workshop = await openWorkshop();
  await workshop.write("shops", fixtureFiles());
  await buildOrThrow(workshop);
  site = await filesUnder(workshop.out);
  bytes = site.get("shops/estimates.csv") ?? Buffer.alloc(0);
  const text = bytes.toString("utf-8").replace(/^\uFEFF/, "");
  estimates = Papa.parse<Estimate>(text, { header: true, skipEmptyLines: true }).data;
});
afterAll(() => workshop?.remove());

/** Slices of the fixture as the file names them, with the rows that are in each. */
const slices: readonly { readonly slice: string; readonly has: (row: Row) => boolean }[] = [
  { slice: "", has: () => true },
  { slice: "channel=web", has: ({ CHANNEL }) => CHANNEL === "web" },
  { slice: "age=80%2B", has: ({ AGE }) => AGE === "80+" },
  { slice: "area=south", has: ({ AREA }) => AREA === "south" },
  ...shops.map(({ area, shop }) => ({
    slice: `area=${area}&shop=${shop.replace(/[ &]/g, encodeURIComponent)}`,
    has: ({ SHOP }: Row) => SHOP === shop,
  })),
];

function find(wanted: Partial<Record<string, string>>): readonly Estimate[] {
  return estimates.filter((row) => Object.entries(wanted).every(([column, value]) => row[column] === value));
}

describe("estimates.csv", () => {
  test("is UTF-8 with one byte-order mark, CRLF at every line's end, the columns of the architecture", () => {
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.indexOf(Buffer.from([0xef, 0xbb, 0xbf]), 3)).toBe(-1);
    const text = bytes.toString("utf-8");
    expect(text.endsWith("\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text.split("\r\n")[0]).toBe(`\uFEFF${columns.join(",")}`);
    for (const line of Papa.parse<string[]>(text, { skipEmptyLines: true }).data)
      expect(line).toHaveLength(columns.length);
  });

  test("says every estimate once", () => {
    const keys = estimates.map((row) =>
      columns
        .slice(1, 8)
        .map((column) => row[column])
        .join("|"),
    );
    expect(keys.length).toBeGreaterThan(500);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test("holds no cell that a spreadsheet would run", () => {
    const cells = Papa.parse<string[]>(bytes.toString("utf-8").slice(1), {
      skipEmptyLines: true,
    }).data.flat();
    expect(
      cells.filter((cell) => /^[=@\t]/.test(cell) || (/^[+-]/.test(cell) && Number.isNaN(Number(cell)))),
    ).toEqual([]);
    expect(cells).toContain("'@till");
  });

  test("has no n and no value where a figure is withheld, and a whole figure where it is not", () => {
    const statuses = new Set(estimates.map(({ status }) => status));
    expect([...statuses].sort()).toEqual(["low", "ok", "withheld"]);
    for (const { status, n, n_eff, value, low, high } of estimates) {
      const figures = [n, n_eff, value, low, high];
      if (status === "withheld") expect(figures).toEqual(["", "", "", "", ""]);
      else {
        expect(figures.every((figure) => figure !== "" && Number.isFinite(Number(figure)))).toBe(true);
        expect(status).toBe(Number(n) < caution ? "low" : "ok");
        expect(Number(n)).toBeGreaterThanOrEqual(minimum);
        expect(Number(low)).toBeLessThanOrEqual(Number(value));
        expect(Number(high)).toBeGreaterThanOrEqual(Number(value));
      }
    }
  });

  test("has weighted figures in the wave that has weights, with unweighted ones beside them above shops", () => {
    const ofShops = ({ slice }: Estimate) => slice?.includes("shop=") === true;
    const weighted = find({ weighted: "1" });
    expect(new Set(weighted.map(({ wave }) => wave))).toEqual(new Set([weightedWave]));
    const beside = find({ weighted: "0", wave: weightedWave });
    expect(beside.filter(ofShops)).toEqual([]);
    const key = ({ slice, subject, option, measure }: Estimate) =>
      [slice, subject, option, measure].join("|");
    expect(beside.map(key).sort()).toEqual(
      weighted
        .filter((row) => !ofShops(row))
        .map(key)
        .sort(),
    );
    expect(weighted.filter(ofShops).length).toBeGreaterThan(30);
    expect(find({ wave: "2025-H1" }).some(({ weighted: flag }) => flag !== "0")).toBe(false);
  });

  test.each(slices)("has the mean of the rows themselves for slice '$slice'", ({ slice, has }) => {
    for (const wave of waveIds) {
      // Below the widest level only the weighting that pages show is listed.
      const both = slice.includes("shop=") ? ["1"] : ["0", "1"];
      for (const weighted of wave === weightedWave ? both : ["0"]) {
        const expected = meanOf(rowsOf(wave).filter(has), weighted === "1");
        const [found, ...more] = find({ wave, slice, subject: "overall", measure: "mean", weighted });
        expect(more).toEqual([]);
        expect(found, `${wave} ${slice}`).toBeDefined();
        if (expected.n < minimum || isCover(slice)) expect(found?.["status"]).toBe("withheld");
        else {
          expect(found?.["n"]).toBe(String(expected.n));
          expect(Number(found?.["value"])).toBeCloseTo(expected.mean, 10);
          expect(Number(found?.["n_eff"])).toBeCloseTo(expected.effective, 8);
        }
      }
    }
  });

  test("has shares of a multiple choice on those who ticked something", () => {
    for (const wave of waveIds) {
      const ticked = rowsOf(wave).filter((row) =>
        [row["WHY_NEAR"], row["WHY_PRICE"], row["WHY_STAFF"]].includes("1"),
      );
      const [near] = find({ wave, slice: "", subject: "why", option: "near", weighted: "0" });
      expect(near?.["n"]).toBe(String(ticked.length));
      const count = ticked.filter((row) => row["WHY_NEAR"] === "1").length;
      expect(Number(near?.["value"])).toBeCloseTo(count / ticked.length, 12);
    }
  });

  test("lists for a value of a dimension what pages show, under both weightings", () => {
    // The codebook shows mean, top2 and nps; a total has every measure that fits and the share of every answer.
    const measuresOf = (slice: string, subject: string, weighted: string) =>
      new Set(
        find({ slice, subject, weighted, wave: weightedWave, option: "" }).map(({ measure }) => measure),
      );
    for (const weighted of ["0", "1"]) {
      for (const slice of ["channel=web", "age=80%2B", "area=south"]) {
        expect(measuresOf(slice, "overall", weighted), slice).toEqual(new Set(["mean", "top2"]));
        expect(measuresOf(slice, "recommend", weighted), slice).toEqual(new Set(["nps", "mean", "top2"]));
      }
      const whole = ["mean", "top1", "top2", "bottom2", "net", "satisfied"];
      expect(measuresOf("", "overall", weighted)).toEqual(new Set(whole));
      expect(measuresOf("", "recommend", weighted).isSupersetOf(new Set(["promoters", "detractors"]))).toBe(
        true,
      );
    }
    expect(estimates.filter(({ slice, measure }) => slice !== "" && measure === "share")).toEqual([]);
    expect(find({ slice: "", measure: "share", subject: "overall", wave: weightedWave })).toHaveLength(10);
  });

  test("has no rows for a question in a wave that did not ask it", () => {
    expect(new Set(find({ subject: "parking" }).map(({ wave }) => wave))).toEqual(new Set(["2024-H1"]));
    expect(find({ subject: "comment" })).toEqual([]);
  });
});

describe("a branch with three answers a wave", () => {
  const slice = `area=${tinyShop.area}&shop=${tinyShop.shop}`;
  const page = (path: string) =>
    new JSDOM(site.get(`en/shops/${path}index.html`)?.toString("utf-8") ?? "").window.document;
  const texts = (within: ParentNode, selector: string) =>
    [...within.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());

  test("is withheld in every row of the open results", () => {
    expect(find({ slice }).length).toBeGreaterThan(10);
    expect(new Set(find({ slice }).map(({ status }) => status))).toEqual(new Set(["withheld"]));
  });

  test("takes the next smallest branch with it, and no other", () => {
    const withheld = shops.filter(({ area, shop }) => {
      const text = `area=${area}&shop=${shop.replace(/[ &]/g, encodeURIComponent)}`;
      const statuses = find({ slice: text, subject: "overall" }).map(({ status }) => status);
      expect(new Set(statuses).size, shop).toBe(1);
      return statuses[0] === "withheld";
    });
    expect(withheld).toEqual([tinyShop, coverShop]);
    const document = page(`b/${coverShop.area}/${coverShop.shop}/`);
    expect(texts(document, ".glance dd").some((text) => text.startsWith("withheld"))).toBe(true);
    expect(document.querySelector(".figure")).toBeNull();
  });

  test("has a page that says so, without a figure or a base of its own", () => {
    const document = page(`b/${tinyShop.area}/${tinyShop.shop}/`);
    const own = texts(document, ".glance dd");
    expect(own.some((text) => text.startsWith("withheld"))).toBe(true);
    expect(document.querySelector(".figure")).toBeNull();
    const questions = document.querySelector("#questions");
    expect(questions && texts(questions, "td.score").every((text) => text === "withheld")).toBe(true);
    expect(questions && texts(questions, "td.score").length).toBeGreaterThan(3);
    expect(questions && texts(questions, "td.base-cell").every((text) => text === "")).toBe(true);
    expect(questions?.querySelector(".dot")).toBeNull();
    expect(texts(document, "dd, td, p, text").filter((text) => /^(n )?3( answers)?$/.test(text))).toEqual([]);
  });

  test("is withheld, without its base, on its parent's page", () => {
    const document = page(`b/${tinyShop.area}/`);
    const row = [...document.querySelectorAll("#branches tr")].find(
      (candidate) => candidate.querySelector("th")?.textContent === tinyShop.shop,
    );
    expect(row && texts(row, "td.score")).toEqual(["withheld"]);
    expect(row && texts(row, "td.base-cell")).toEqual([""]);
    expect(row?.querySelector(".dot")).toBeNull();
  });

  test("is no figure in any chart's text", () => {
    const document = page(`b/${tinyShop.area}/${tinyShop.shop}/`);
    const tiny = meanOf(
      rowsOf(latest()).filter(({ SHOP }) => SHOP === tinyShop.shop),
      false,
    ).mean.toFixed(2);
    expect(document.body.textContent).not.toContain(tiny);
  });
});

/** Withheld with the tiny shop beside it, though it has answers enough. */
function isCover(slice: string): boolean {
  return slice === `area=${coverShop.area}&shop=${coverShop.shop}`;
}

function latest(): WaveId {
  return waveIds[waveIds.length - 1] as WaveId;
}

/** The mean of the overall rating, counted here row by row. */
function meanOf(rows: readonly Row[], weighted: boolean) {
  const answers = rows.filter(({ OVERALL }) => OVERALL !== "");
  let [sumOfWeights, sum, squares] = [0, 0, 0];
  for (const { OVERALL, W } of answers) {
    const weight = weighted ? Number(W) : 1;
    sumOfWeights += weight;
    sum += weight * Number(OVERALL);
    squares += weight ** 2;
  }
  return { n: answers.length, mean: sum / sumOfWeights, effective: sumOfWeights ** 2 / squares };
}
