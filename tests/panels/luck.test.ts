import { describe, expect, test } from "vitest";
import { branchPanels, luckPanels, overviewPanels } from "../../src/panels/pages.ts";
import { headlineSubject } from "../../src/panels/subject.ts";
import { normal, seededRandom } from "../../src/stats/random.ts";
import type { Survey } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";
import { wordsIn } from "../../src/words/words.ts";
import type { Row } from "../counts/ask-rows.ts";
import { minutes, rating } from "../measures/questions.ts";
import { type PageOptions, renderPage } from "./report.ts";
import { answersOf, around, networkOf, type Shop, shops } from "./shops.ts";

const survey = networkOf();
const words = wordsIn("en").ranking;

async function luck(rows: readonly Row[], of: Survey = survey, options: PageOptions = {}) {
  const subject = headlineSubject(of);
  if (!subject) throw new Error("nothing heads the survey");
  return renderPage(luckPanels(subject), of, rows, options);
}

/** All at 7 but one plain shop, with 50 answers each, all with a variance of 50/49. */
const withOne = (value: number, wave = "w2") =>
  shops.flatMap((shop) => answersOf(shop, around(shop.shop === "east1" ? value : 7, 25), { wave }));
/** The plain shops together are at (11 · 7 + 9)/12; a standard error is √(1/49). */
const average = (11 * 7 + 9) / 12;
const [low, high] = [-1, 1].map((side) => (average + side * 3.090232 * Math.sqrt(1 / 49)).toFixed(2));

describe("the network against chance", () => {
  test.each([
    ["en", "By shop within kind, 1 of 24 scores lies outside what luck alone explains (99.8% limits)"],
    ["zh", "按 shop（同一 kind 内），24 家机构中有 1 家的得分超出随机波动范围（99.8% 控制限）"],
  ] as const)("is told in the title (%s)", async (language, title) => {
    const page = await luck(withOne(9), survey, { language });
    expect(page.title).toBe(title);
    expect(page.texts("h1.title")).toEqual([title]);
    expect((await luck(withOne(7), survey, { language })).title).toMatch(/24/);
  });

  test("says how many lie outside, and how many would by chance alone", async () => {
    const page = await luck(withOne(9));
    // 12 · 0.002 = 0.024 and 12 · 0.05 = 0.6. The eleven others are 0.17 below their average, 1.2 standard errors.
    expect(page.texts('[id="shop-1"] .lead')[0]).toBe(
      `${words.counts("1", "12", "0.02")} ${words.innerCounts("1", "0.6")}`,
    );
  });

  /** Some plain shops at 7.4 and as many at 6.6, between two and three standard errors of 0.14 from the average of 7. */
  const nearEdge = (above: readonly string[], below: readonly string[]) =>
    shops.flatMap((shop) =>
      answersOf(
        shop,
        above.includes(shop.shop)
          ? { 6: 15, 8: 35 }
          : below.includes(shop.shop)
            ? { 6: 35, 8: 15 }
            : around(7, 25),
      ),
    );

  test.each([
    ["en", "none of 24 scores lies far outside what luck explains", ", but 4 lie outside the 95% limits"],
    ["zh", "24 家机构的得分均未明显超出随机波动范围", "，但有 4 家在 95% 控制限之外"],
  ] as const)(
    "says of none far outside no more than that, and when more are near the edge than chance puts there (%s)",
    async (language, none, but) => {
      const { moreThanLuck } = wordsIn(language).ranking;
      // P(X ≥ 4) of 24 at 5 % is 0.030, of 12 it is 0.002; P(X ≥ 2) of 24 is 0.34, of 12 it is 0.118 (exact fractions).
      const many = await luck(nearEdge(["east1", "east3"], ["west1", "west3"]), survey, { language });
      expect(many.title).toContain(`${none}${but}`);
      expect(many.texts('[id="shop-1"] .lead')[0]).toContain(moreThanLuck);
      expect(many.texts('[id="shop-2"] .lead')[0]).not.toContain(moreThanLuck);
      const few = await luck(nearEdge(["east1"], ["west1"]), survey, { language });
      expect(few.title?.endsWith(none)).toBe(true);
      expect(few.texts('[id="shop-1"] .lead')[0]).toContain("95%");
      expect(few.html).not.toContain(moreThanLuck);
    },
  );

  test("draws each table, and lists who is outside with the limits at its base", async () => {
    const page = await luck(withOne(9));
    const section = page.all('[id="shop-1"]')[0];
    expect(section?.querySelectorAll(".chart svg")).toHaveLength(2);
    expect(section?.querySelector(".chart .wide")?.textContent).toContain("east1");
    const cells = [...(section?.querySelectorAll("tbody tr > *") ?? [])].map(
      ({ textContent }) => textContent,
    );
    expect(section?.querySelector("tbody a")?.getAttribute("href")).toBe("/b/east/east1");
    expect(cells.slice(0, 4)).toEqual(["east1east", expect.stringMatching(/^9\.00/), "50", `${low}–${high}`]);
    // One wave is no repetition: no column counts it, and a note says so.
    expect(cells.slice(5)).toEqual(["1"]);
    expect(page.texts('[id="shop-1"] p.note')).toEqual([words.notRepeated(1)]);
    expect(page.texts(".note")).not.toContain(words.repeats);
    expect(page.all('[id="shop-2"] table')).toEqual([]);
  });

  test("lists one on a small base without a rank", async () => {
    const rows = shops.flatMap((shop) =>
      answersOf(shop, around(shop.shop === "east1" ? 9 : 7, shop.shop === "east1" ? 10 : 25)),
    );
    const page = await luck(rows);
    expect(page.texts('[id="shop-1"] tbody td')[4]).toBe(words.unranked);
    expect(page.title).toContain("1 of 24");
  });

  test("counts in how many waves it was outside on the same side", async () => {
    const times = async (before: number) => {
      const page = await luck([...withOne(before, "w1"), ...withOne(9)]);
      return page.texts('[id="shop-1"] tbody td').at(-1);
    };
    expect(await times(9)).toBe("2 of 2");
    expect(await times(7)).toBe("1 of 2");
    expect(await times(5)).toBe("1 of 2");
    expect((await luck([...withOne(7, "w1"), ...withOne(9)])).texts(".note")).toContain(words.repeats);
  });

  test("takes no wave for comparable in which the question was another", async () => {
    const changed = networkOf(shops, {
      questions: [
        {
          ...rating(1, 10),
          versions: [{ from: "w2", comparable: false, text: sameText("How was it?") }],
        },
      ],
    });
    const page = await luck([...withOne(9, "w1"), ...withOne(9)], changed);
    expect(page.texts('[id="shop-1"] p.note')).toEqual([words.notRepeated(1)]);
  });

  test("says of a newcomer beside others that it can be judged but once", async () => {
    const before = withOne(9, "w1").filter(({ places }) => places["shop"] !== "east3");
    const now = shops.flatMap((shop) =>
      answersOf(shop, around(shop.shop === "east1" || shop.shop === "east3" ? 9 : 7, 25)),
    );
    const page = await luck([...before, ...now]);
    const last = page
      .all('[id="shop-1"] tbody tr')
      .map((row) => [row.querySelector("a")?.textContent, row.lastElementChild?.textContent]);
    expect(Object.fromEntries(last)).toEqual({ east1: words.timesOf("2", "2"), east3: words.onlyOnce });
  });

  test("where less is better, few minutes are better than luck explains", async () => {
    const waiting = networkOf(shops, { questions: [minutes] });
    const rows = shops.flatMap((shop) =>
      answersOf(shop, around(shop.shop === "east1" ? 9 : shop.shop === "west1" ? 12 : 10, 25), {
        question: "wait",
      }),
    );
    const page = await luck(rows, waiting);
    expect(page.texts('[id="shop-1"] h4')).toEqual([`${words.above} (1)`, `${words.below} (1)`]);
    expect(page.texts('[id="shop-1"] tbody a')).toEqual(["east1", "west1"]);
  });

  test("of whom all gave one answer, six are not outside, neither in the table nor in the chart", async () => {
    const lucky: Shop = { region: "north", shop: "lucky", kind: "plain" };
    const of = networkOf([...shops, lucky]);
    const page = await luck([...withOne(7), ...answersOf(lucky, { 10: 6 })], of);
    expect(page.title).toBe("By shop within kind, none of 25 scores lies far outside what luck explains");
    expect(page.all(".chart .wide")[1]?.textContent).not.toContain("lucky");
    // With a usual spread the same six would be: 10 is 3 above 7, and 3.09 · √(50/49/6) is 1.27.
    const usual = await luck([...withOne(7), ...answersOf(lucky, { 9: 1, 10: 5 })], of);
    expect(usual.title).toContain("1 of 25 scores lies outside what luck alone explains");
  });

  test("claims a shop by chance about twice in 1,000", async () => {
    let outside = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const random = seededRandom(seed);
      const rows = shops.flatMap((shop, at) =>
        Array.from({ length: 30 + 5 * (at % 8) }, () => {
          const value = Math.min(10, Math.max(1, Math.round(8 + 1.8 * normal(random))));
          return answersOf(shop, { [value]: 1 });
        }).flat(),
      );
      const title = (await luck(rows)).title ?? "";
      outside += Number(/explain (\d+) of/.exec(title)?.[1] ?? 0);
    }
    // 720 shops: 1.4 expected; more than 6 would be a chance of 1 in 1,000.
    expect(outside).toBeLessThanOrEqual(6);
  });
});

describe("on a branch's own page", () => {
  const own = async (rows: readonly Row[], path: readonly string[], options: PageOptions = {}) => {
    const page = await renderPage(branchPanels(survey), survey, rows, { path, ...options });
    return { text: page.texts("#luck .lead").join(), page };
  };

  test.each(["en", "zh"] as const)(
    "it says where luck would keep its score, and that it is outside (%s)",
    async (language) => {
      const { ranking } = wordsIn(language);
      const rows = [...withOne(9, "w1"), ...withOne(9)];
      const { text, page } = await own(rows, ["east", "east1"], { language });
      const [whole] = [
        `shop · plain${wordsIn(language).clauseSeparator}w2${wordsIn(language).colon}${average.toFixed(2)}`,
      ];
      expect(text).toContain(ranking.range(whole, low ?? "", high ?? "", ranking.basis("50", "50")));
      expect(text).toContain(ranking.verdicts.outside("9.00"));
      expect(text).toContain(ranking.repeatedWaves("2", "2"));
      expect(text).toMatch(language === "en" ? /its rank is 1 of 12 with/ : /在 12 个中排第 1（/);
      const links = page.all("#luck .note a").map((link) => link.getAttribute("href"));
      expect(links).toEqual(["/luck#shop-1", "/best#shop-1"]);
      expect(page.all("#luck svg")).toEqual([]);
    },
  );

  test.each(["en", "zh"] as const)(
    "in its first wave, it says that nothing tells of repeats (%s)",
    async (language) => {
      const { ranking } = wordsIn(language);
      const { text } = await own(withOne(9), ["east", "east1"], { language });
      expect(text).toContain(ranking.notRepeated(1));
      expect((await own(withOne(9), ["east", "east3"], { language })).text).not.toContain(
        ranking.notRepeated(1),
      );
    },
  );

  test("inside, it says that the distance may be luck; between the limits, that it hardly is", async () => {
    expect((await own(withOne(9), ["east", "east3"])).text).toContain(words.verdicts.inside("7.00"));
    // The others' average is 7.03; 2.6 standard errors of a seventh above is between 1.96 and 3.09.
    const rows = shops.flatMap((shop) =>
      answersOf(shop, shop.shop === "east1" ? { 6: 15, 8: 35 } : around(7, 25)),
    );
    expect((await own(rows, ["east", "east1"])).text).toContain(words.verdicts.edge("7.40"));
  });

  test.each(["en", "zh"] as const)(
    "on a small base it has a fair score, and no rank (%s)",
    async (language) => {
      const { ranking } = wordsIn(language);
      const rows = shops.flatMap((shop) =>
        answersOf(shop, around(shop.shop === "east1" ? 9 : 7, shop.shop === "east1" ? 10 : 25)),
      );
      const { text } = await own(rows, ["east", "east1"], { language });
      expect(text).toContain(ranking.verdicts.outside("9.00"));
      expect(text).toMatch(language === "en" ? /on fewer than 30 answers it takes no rank/ : /不参加排名/);
      // The eleven others are ranked among themselves.
      const other = await own(rows, ["east", "east3"], { language });
      expect(other.text).toMatch(
        language === "en" ? /its rank is 1–11 of 11 ranked with/ : /在参加排名的 11 个中排第 1–11/,
      );
    },
  );

  test("of several segments it is held against none", async () => {
    const [first, ...others] = shops;
    if (!first) throw new Error("there is no shop");
    const rows = [
      ...answersOf(first, { 6: 15, 8: 25 }),
      ...answersOf({ ...first, kind: "fancy" }, { 6: 10 }),
      ...others.flatMap((shop) => answersOf(shop, around(7, 25))),
    ];
    const { page } = await own(rows, ["east", "east1"]);
    expect(page.texts("#luck .lead")).toEqual([words.severalSegments("kind")]);
  });

  test("nothing is said of one that is withheld, nor on a page of everybody", async () => {
    const rows = shops.flatMap((shop) =>
      answersOf(shop, shop.shop === "east1" || shop.shop === "east2" ? { 7: 3 } : around(7, 25)),
    );
    expect((await own(rows, ["east", "east1"])).page.all("#luck")).toEqual([]);
    expect((await renderPage(overviewPanels(survey), survey, rows)).all("#luck")).toEqual([]);
  });
});
