import { describe, expect, test } from "vitest";
import { bestPanels, branchPanels, luckPanels, overviewPanels } from "../../src/panels/pages.ts";
import { headlineSubject } from "../../src/panels/subject.ts";
import { normal, seededRandom } from "../../src/stats/random.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";
import type { SliceTable } from "../../src/survey/wave-table.ts";
import { wordsIn } from "../../src/words/words.ts";
import type { Row } from "../counts/ask-rows.ts";
import { dimension } from "../measures/surveys.ts";
import { type PageOptions, renderPage } from "./report.ts";
import { answersOf, around, networkOf, type Shop, shops } from "./shops.ts";

const survey = networkOf();

async function best(rows: readonly Row[], of: Survey = survey, options: PageOptions = {}) {
  const subject = headlineSubject(of);
  if (!subject) throw new Error("nothing heads the survey");
  return renderPage(bestPanels(subject), of, rows, options);
}

/** Of each row of a table its name, and what stands in a column counted from the end. */
function column(table: Element | undefined, fromEnd: number): Readonly<Record<string, string>> {
  const rows = [...(table?.querySelectorAll("tbody tr:not(.group)") ?? [])];
  const text = (cell: Element | undefined | null) => cell?.textContent?.trim() ?? "";
  return Object.fromEntries(
    rows.map((row) => [
      text(row.querySelector("th a") ?? row.querySelector("th")),
      text([...row.children].at(-fromEnd)),
    ]),
  );
}
const tableIn = (page: Awaited<ReturnType<typeof best>>, section: string) =>
  page.all(`[id="${section}"] table`)[0];
const namesIn = (page: Awaited<ReturnType<typeof best>>, section: string) =>
  Object.keys(column(tableIn(page, section), 1));

/** All alike at 7, but one plain shop at 9 and one fancy shop at 5. */
const differing = shops.flatMap((shop) =>
  answersOf(shop, around(shop.shop === "east1" ? 9 : shop.shop === "west2" ? 5 : 7, 40)),
);
const alike = shops.flatMap((shop) => answersOf(shop, around(7, 25)));

describe("who is really best", () => {
  test.each([
    [
      "en",
      "By region, 1 of 3 is in the top group, and 1 in the bottom group; by shop, 1 of 24 is in the top group, and 1 in the bottom group",
    ],
    ["zh", "按 region，3 个中有 1 个属第一组，1 个属末组；按 shop，24 个中有 1 个属第一组，1 个属末组"],
  ] as const)("is said in the title, of the widest and of the lowest level (%s)", async (language, title) => {
    const page = await best(differing, survey, { language });
    expect(page.title).toBe(title);
    expect(page.texts("h1.title")).toEqual([title]);
  });

  test("is nobody where all are alike", async () => {
    expect((await best(alike)).title).toBe("By region, none of 3 stands out; by shop, none of 24 stands out");
  });

  test("is told level by level, of the lowest within segments, and the contents lead to every table", async () => {
    const page = await best(differing);
    const links = page.all(".contents-list a").map((link) => [link.textContent, link.getAttribute("href")]);
    expect(links).toEqual([
      ["region (3)", "#region"],
      ["plain (12)", "#shop-1"],
      ["fancy (12)", "#shop-2"],
    ]);
    for (const [, href] of links) expect(page.all(`[id="${href?.slice(1)}"] table`)).toHaveLength(1);
    expect(namesIn(page, "shop-1").slice(0, 2)).toEqual(["All respondents: plain", "east1"]);
    expect(namesIn(page, "shop-2").at(-1)).toBe("west2");
    expect(namesIn(page, "shop-2").some((name) => name === "east1")).toBe(false);
  });

  test("ranks by score with ties, and every figure has its base", async () => {
    const table = tableIn(await best(differing), "shop-1");
    const [ranks, bases] = [column(table, 2), column(table, 1)];
    expect(ranks["east1"]).toBe("1by score: 1");
    expect(ranks["north1"]).toMatch(/by score: 2$/);
    expect(ranks["west7"]).toMatch(/by score: 2$/);
    expect(bases["All respondents: plain"]).toBe("960");
    expect(bases["east1"]).toBe("80");
  });
});

describe("segments", () => {
  const [first = { region: "", shop: "", kind: "" }, ...others] = shops;
  /** The first shop has plain customers but for some of its fifty. */
  const withFancy = (fancy: number): readonly Row[] => [
    ...answersOf(first, { 6: 25 - fancy, 8: 25 }),
    ...answersOf({ ...first, kind: "fancy" }, { 6: fancy }),
    ...others.flatMap((shop) => answersOf(shop, around(7, 25))),
  ];

  test("hold a branch with nine in ten of its respondents", async () => {
    const page = await best(withFancy(5));
    expect(namesIn(page, "shop-1")).toContain("east1");
    expect(page.html).not.toContain("Of more than one kind");
  });

  test("don't hold one with fewer: it is listed apart, without a rank", async () => {
    const page = await best(withFancy(6));
    expect(namesIn(page, "shop-1")).not.toContain("east1");
    const apart = page.all('[id="shop"] > section').at(-1);
    expect(apart?.querySelector("h3")?.textContent).toBe("Of more than one kind");
    expect(apart?.querySelector("tbody")?.textContent).toMatch(/^east1/);
    expect(apart?.querySelector(".labelled")).toBeNull();
  });

  test("of a survey without them: the lowest level is one table", async () => {
    const plain = networkOf(shops, { segments: [] });
    const page = await best(differing, plain);
    expect(namesIn(page, "shop")).toHaveLength(25);
    expect(page.html).not.toContain("Not ranked within");
  });
});

test("of two dimensions segments are their combinations, without an average of their own", async () => {
  const sizes = dimension("size", ["small", "large"]);
  const of = networkOf(shops, { segments: ["kind", "size"], dimensions: [...survey.dimensions, sizes] });
  const rows = differing.map((row) => ({ ...row, places: { ...row.places, size: "small" } }));
  const page = await best(rows, of);
  expect(page.texts(".contents-list a")).toEqual(["region (3)", "plain · small (12)", "fancy · small (12)"]);
  expect(page.all('[id="shop"] tr.whole')).toEqual([]);
  expect(namesIn(page, "shop-1")[0]).toBe("east1");
});

describe("the average", () => {
  test("of a segment is that of its respondents, a row and a line down the table", async () => {
    const table = tableIn(await best(differing), "shop-1");
    // Eleven shops at 7 and one at 9.
    expect(table?.querySelector("tr.whole .score")?.textContent).toBe(((11 * 7 + 9) / 12).toFixed(2));
    const lines = [...(table?.querySelectorAll("td.strip-cell > .line") ?? [])];
    expect(lines).toHaveLength(13);
    expect(new Set(lines.map((line) => line.getAttribute("style"))).size).toBe(1);
  });

  const pooling = networkOf(shops, { base: { minimum: 5, caution: 30, pool: { shop: 2 } } });
  const of = (wave: string, value: number, each: number) =>
    shops.flatMap((shop) => answersOf(shop, around(value, each), { wave }));

  test("of pooled shops is over the same waves", async () => {
    const page = await best([...of("w1", 5, 20), ...of("w2", 8, 40)], pooling);
    // 40 answers at 5 and 80 at 8 in each of twelve shops; regions are of the last wave alone.
    const whole = (section: string) =>
      tableIn(page, section)?.querySelector("tr.whole")?.textContent?.replaceAll(/\s+/g, " ");
    expect(whole("shop-1")).toMatch(/7\.00.*1,440$/);
    expect(whole("region")).toMatch(/8\.00.*1,920$/);
  });

  test("has a change over the same waves as its pooled shops, and none where they have none", async () => {
    const four = networkOf(shops, {
      base: { minimum: 5, caution: 30, pool: { shop: 2 } },
      waves: ["w0", "w1", "w2", "w3"].map((id) => ({ id, title: sameText(id) })),
    });
    const rows = [...of("w0", 4, 20), ...of("w1", 6, 20), ...of("w2", 7, 20), ...of("w3", 8, 20)];
    const cells = async (wave: string, section: string) =>
      tableIn(await best(rows, four, { wave }), section)?.querySelector("tr.whole")?.textContent ?? "";
    // (7 + 8)/2 against (4 + 6)/2 for each shop and for all of them; regions are held against one wave before.
    expect(await cells("w3", "shop-1")).toContain("▲ +2.50");
    expect(await cells("w3", "region")).toContain("▲ +1.00");
    const shop = async (wave: string) =>
      tableIn(await best(rows, four, { wave }), "shop-1")?.querySelectorAll("tr:not(.whole) td.number")[1];
    expect((await shop("w3"))?.textContent).toContain("▲ +2.50");
    // Before w1 there is one wave alone, which is no pool: shops have no change, and neither has their average.
    expect((await shop("w2"))?.textContent).toBe("–");
    expect(await cells("w2", "shop-1")).not.toMatch(/[▲▼]|0\.00|clear/);
    const first = tableIn(await best([...of("w1", 5, 20), ...of("w2", 8, 40)], pooling), "shop-1");
    const heads = (found: Element | undefined) =>
      [...(found?.querySelectorAll("thead th") ?? [])].map(({ textContent }) => textContent);
    // In their first period neither shops nor their average have anything to be held against: no column says so.
    expect(heads(first).join()).not.toContain(wordsIn("en").change);
    const firstPage = await best([...of("w1", 5, 20), ...of("w2", 8, 40)], pooling);
    expect(firstPage.texts('[id="shop-1"] .note')).toContain(wordsIn("en").ranking.noEarlier(2));
    expect(firstPage.texts("#region .note")).not.toContain(wordsIn("en").ranking.noEarlier(1));
    expect(heads(tableIn(await best(rows, four, { wave: "w3" }), "shop-1")).join()).toContain(
      wordsIn("en").change,
    );
  });

  test("of pooled shops is not shown where one of its waves may not be", async () => {
    const few = answersOf({ region: "east", shop: "east1", kind: "plain" }, { 5: 3 }, { wave: "w1" });
    const others = shops.filter(({ kind }) => kind === "fancy");
    const before = others.flatMap((shop) => answersOf(shop, around(5, 20), { wave: "w1" }));
    const page = await best([...few, ...before, ...of("w2", 8, 40)], pooling);
    expect(tableIn(page, "shop-1")?.querySelector("tr.whole")).toBeNull();
    expect(tableIn(page, "shop-2")?.querySelector("tr.whole")).toBeNull();
    expect(tableIn(page, "region")?.querySelector("tr.whole")).not.toBeNull();
    expect(namesIn(page, "shop-1")).toHaveLength(12);
  });
});

describe("small bases", () => {
  test.each([
    ["en", "By region, none of 3 stands out; by shop, 1 of 22 ranked is in the top group"],
    ["zh", "按 region，3 个中没有明显领先或落后的；按 shop，参加排名的 22 个中有 1 个属第一组"],
  ] as const)("take no rank, and the title says that so many are ranked (%s)", async (language, title) => {
    const rows = shops.flatMap((shop) =>
      answersOf(
        shop,
        shop.shop === "east1" ? around(8, 40) : around(7, ["north1", "north2"].includes(shop.shop) ? 10 : 40),
      ),
    );
    const page = await best(rows, survey, { language });
    expect(page.title).toBe(title);
    expect(page.texts("#shop h2").join()).toContain(language === "en" ? "22 ranked" : "参加排名的 22 个");
    // All that are listed are counted where the table is opened.
    expect(page.texts(".contents-list li").join()).toMatch(/12.*12/);
  });

  const small: Readonly<Record<string, number>> = { east1: 7, west3: 14, north5: 60 };
  const rows = shops.flatMap((shop) => answersOf(shop, around(7, small[shop.shop] ?? 25)));

  test("under the caution threshold are listed apart, under 100 marked with one note", async () => {
    const page = await best(rows);
    const table = tableIn(page, "shop-1");
    const groups = [...(table?.querySelectorAll("tr.group") ?? [])].map(({ textContent }) => textContent);
    expect(groups).toEqual(["Fewer than 30 answers, listed apart"]);
    expect(namesIn(page, "shop-1").slice(-2).toSorted()).toEqual(["east1", "west3"]);
    const bases = column(table, 1);
    expect([bases["north5"], bases["north1"], bases["east1"]]).toEqual(["120", "50*", "14 small base"]);
    expect(page.texts('[id="shop-1"] .note')).toContain("* fewer than 100 answers");
    // Twelve plain shops, two of them on small bases: ranks go to ten.
    const [fair, ranks] = [column(table, 3), column(table, 2)];
    expect([ranks["east1"], ranks["west3"]]).toEqual(["", ""]);
    expect(ranks["north5"]).toMatch(/^1–10by/);
    expect([fair["east1"], fair["west3"]]).toEqual(["7.00", "7.00"]);
  });

  test("that all have are said once, without marks", async () => {
    const page = await best(rows);
    expect(Object.values(column(tableIn(page, "shop-2"), 1)).join()).not.toContain("*");
    expect(page.texts('[id="shop-2"] .note')).toContain(wordsIn("en").ranking.allUnderHundred);
  });

  test("that are withheld are named, and nothing else is said of them", async () => {
    const withheld = shops.flatMap((shop) =>
      answersOf(shop, shop.shop === "west1" || shop.shop === "west3" ? { 7: 2, 8: 1 } : around(7, 25)),
    );
    const page = await best(withheld);
    expect(page.texts('[id="shop"] > .note').at(-1)).toMatch(/^Withheld: west1, west3\./);
    expect(page.texts("tbody th a").filter((name) => name === "west1" || name === "west3")).toEqual([]);
  });
});

describe("what the page says of differences", () => {
  test("from best to worst, by score with its interval, and by fair score", async () => {
    const page = await best(differing);
    // Means of 9 and 7 with variances of 80/79 on 80 answers: ± 1.97509 · √(2/79), Student's t on 158 degrees.
    const half = 1.97509 * Math.sqrt(2 / 79);
    const note = page.texts('[id="shop-1"] .note').find((text) => text.startsWith("From best"));
    expect(note).toContain(`2.00 by score (95% interval ${(2 - half).toFixed(2)}–${(2 + half).toFixed(2)})`);
    const fair = Object.values(column(tableIn(page, "shop-1"), 3)).flatMap((text) =>
      text ? [Number(text)] : [],
    );
    expect(note).toContain(`and ${(Math.max(...fair) - Math.min(...fair)).toFixed(2)} by fair score`);
  });

  test("a change is clear here where it is on the branch's own page, and nowhere else", async () => {
    const before = shops.flatMap((shop) =>
      answersOf(shop, around(shop.shop === "east3" ? 9 : 7, 25), { wave: "w1" }),
    );
    const rows = [...before, ...alike];
    // Behind the change stand fair score, rank, base and trend.
    const changes = column(tableIn(await best(rows), "shop-1"), 5);
    // Student's t on 98 degrees: ± 1.98447 · √(2/49), which is 0.40.
    expect(changes["east3"]).toBe("▼ −2.00 clear fall−2.40 to −1.60");
    const others = Object.entries(changes).filter(
      ([name]) => !["east3", "All respondents: plain"].includes(name),
    );
    expect(others.map(([, text]) => text).every((text) => text === "0.00 no clear change−0.40 to 0.40")).toBe(
      true,
    );
    const own = await renderPage(branchPanels(survey), survey, rows, { path: ["east", "east3"] });
    expect(own.title).toContain("fell 2.00");
  });

  test("groups of the widest level are those of the overview", async () => {
    const page = await best(differing);
    const overview = await renderPage(overviewPanels(survey), survey, differing);
    const parts = (found: typeof page, selector: string) =>
      found.texts(`${selector} tbody tr:not(.whole) th`).map((text) => text.trim());
    expect(parts(page, "#region")).toEqual(parts(overview, "#branches"));
    expect(parts(page, "#region")).toEqual([
      "Group 1",
      "east",
      expect.stringMatching(/^Group 2/),
      "north",
      expect.stringMatching(/^Group 3/),
      "west",
    ]);
  });
});

describe("luck", () => {
  const lucky: Shop = { region: "north", shop: "lucky", kind: "plain" };
  const listed = [...shops, lucky];

  test("six who all gave the top answer lead no table, also where small bases are not apart", async () => {
    const of = networkOf(listed, { base: { minimum: 5, caution: 5 } });
    const page = await best([...differing, ...answersOf(lucky, { 10: 6 })], of);
    const names = namesIn(page, "shop-1");
    expect(names[1]).toBe("east1");
    expect(column(tableIn(page, "shop-1"), 2)["lucky"]).toMatch(/^[12]–1[0-3]by score: 1$/);
    expect(page.title).toContain("by shop, 1 of 25 is in the top group, and 1 in the bottom group");
  });

  test("makes pages claim something of branches that are all alike in at most two of sixty surveys", async () => {
    let claiming = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const random = seededRandom(100 + seed);
      const rows = shops.flatMap((shop, at) =>
        Array.from({ length: 10 + 4 * (at % 8) }, () => {
          const value = Math.min(10, Math.max(1, Math.round(8.2 + 1.8 * normal(random))));
          return answersOf(shop, { [value]: 1 });
        }).flat(),
      );
      if (/lead|trail/.test((await best(rows)).title ?? "")) claiming++;
    }
    // At 0.5 % a page 0.3 expected; more than 2 would be a chance of 1 in 290.
    expect(claiming).toBeLessThanOrEqual(2);
  });
});

describe("a large network", () => {
  const many: readonly Shop[] = Array.from({ length: 260 }, (_, at) => ({
    region: ["east", "west", "north"][at % 3] ?? "",
    shop: `s${at}`,
    kind: "plain",
  }));
  const of = networkOf(many);
  const rows = many.flatMap((shop, at) => answersOf(shop, around(4 + (at % 5), 18)));

  test("shows the ends of a long table, folds the rest, and says where those are that it leaves out", async () => {
    const page = await best(rows, of);
    const section = page.all('[id="shop-1"]')[0];
    const [open, folded] = [...(section?.querySelectorAll("table") ?? [])];
    const count = (table: Element | undefined) =>
      table?.querySelectorAll("tbody tr:not(.group):not(.whole)").length;
    expect([count(open), count(folded)]).toEqual([20, 100]);
    expect(section?.querySelector("summary")?.textContent).toBe("Show 100 of 260");
    expect(section?.querySelector("details .note")?.textContent).toBe(wordsIn("en").ranking.between("160"));
    const titles = [...(open?.querySelectorAll("tr.group") ?? [])].map(({ textContent }) => textContent);
    expect(titles.some((title) => title.startsWith("The last 10"))).toBe(true);
  });
});

test("a network of two branches is in the order of scores, and the title says that nobody can be ranked", async () => {
  const two = shops.filter(({ shop }) => shop === "east1" || shop === "east2");
  const of = networkOf(two, {
    segments: [],
    dimensions: [...networkOf(two).dimensions.slice(0, 2), dimension("kind", ["x"])],
  });
  const page = await best(
    two.flatMap((shop, at) => answersOf(shop, around(6 + at, 25))),
    of,
  );
  expect(page.title).toBe(wordsIn("en").ranking.noRanking);
  expect(namesIn(page, "shop")).toEqual(["All respondents", "east2", "east1"]);
  expect(page.texts('[id="shop"] .note')).toContain(wordsIn("en").ranking.tooFewToRank);
});

test("figures that were published without a base are listed, and neither ranked nor held against chance", async () => {
  const of = networkOf(shops, {
    hierarchy: ["region"],
    segments: [],
    waves: [{ id: "w2", title: sameText("w2"), tabulated: true }],
  });
  const shares = (top: number) =>
    Array.from({ length: 10 }, (_, at) => ({
      option: String(at + 1),
      share: at === 9 ? top : at === 4 ? 1 - top : 0,
    }));
  const slices = ["", "east", "west", "north"].map(
    (region, at): SliceTable => ({
      slice: region === "" ? {} : { region },
      questions: [{ question: "item", cells: shares(0.4 + at / 10) }],
    }),
  );
  const page = await best([], of, { tables: [{ wave: "w2", slices }] });
  expect(page.title).toBe(wordsIn("en").ranking.noRanking);
  expect(namesIn(page, "region")).toEqual(["north", "west", "east"]);
  expect(page.all(".labelled")).toEqual([]);
  const subject = headlineSubject(of);
  if (!subject) throw new Error("nothing heads the survey");
  const luck = await renderPage(luckPanels(subject), of, [], { tables: [{ wave: "w2", slices }] });
  expect(luck.title).toBe(wordsIn("en").ranking.noLimits);
  expect(luck.all("svg, table, .contents-list")).toEqual([]);
});
