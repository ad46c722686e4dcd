/** The tiny trends of league tables: every branch's figures wave by wave, and nothing of a figure that is withheld (M34). */
import { describe, expect, test } from "vitest";
import { bestPanels } from "../../src/panels/pages.ts";
import { headlineSubject } from "../../src/panels/subject.ts";
import { sameText } from "../../src/survey/text.ts";
import { wordsIn } from "../../src/words/words.ts";
import { renderPage } from "./report.ts";
import { answersOf, around, networkOf, shops } from "./shops.ts";

const waves = ["w1", "w2", "w3"];
const survey = networkOf(shops, { waves: waves.map((id) => ({ id, title: sameText(id) })) });
const subject = headlineSubject(survey);
if (!subject) throw new Error("nothing heads the survey");

/** All score 5, 6, 7 over the waves; west2 has three answers in the second, all of one value. */
const rows = (secret: number, few = true) =>
  waves.flatMap((wave, at) =>
    shops.flatMap((shop) =>
      answersOf(shop, few && wave === "w2" && shop.shop === "west2" ? { [secret]: 3 } : around(5 + at, 25), {
        wave,
      }),
    ),
  );

const pageOf = async (of: ReturnType<typeof rows>, language: "en" | "zh" = "en") => {
  const page = await renderPage(bestPanels(subject), survey, of, { language, wave: "w3" });
  /** What a row's trend draws and says, by the row's name. */
  const trends = new Map(
    page.all("table.scores tbody tr:not(.group)").map((row) => {
      const drawn = row.querySelector("td.spark-cell svg");
      const name = (row.querySelector("th a") ?? row.querySelector("th"))?.textContent?.trim() ?? "";
      const [path, said] = [
        drawn?.querySelector("path")?.getAttribute("d"),
        drawn?.getAttribute("aria-label"),
      ];
      return [name, { path, said }] as const;
    }),
  );
  return { page, trends };
};

describe("league tables", () => {
  test.each(["en", "zh"] as const)("show every branch's trend, and what all score (%s)", async (language) => {
    const { trends } = await pageOf(rows(5, false), language);
    // Regions, shops, everybody, and everybody of each kind of customers.
    expect(trends.size).toBe(3 + 24 + 1 + 2);
    const { tables } = wordsIn(language);
    for (const { path, said } of trends.values()) {
      // From the lowest place at the left over the middle to the highest at the right, on a drawing of 64 × 18.
      expect(path).toBe("M3 15L32 9L61 3");
      expect(said).toBe(tables.trendOf("w1", "5.00", "w3", "7.00"));
    }
  });

  test("leave a gap where a wave's figure is withheld, whatever it is", async () => {
    const [low, high] = [await pageOf(rows(1)), await pageOf(rows(10))];
    for (const { trends } of [low, high]) {
      // Of two figures that are not side by side no line is drawn, only the points.
      expect(trends.get("west2")?.path).toBe("M3 15h0M61 3h0");
      expect(trends.get("east1")?.path).toBe("M3 15L32 9L61 3");
    }
    // Another shop of its kind goes with it, so that neither can be worked out from the rest.
    const gaps = [...low.trends].filter(([, { path }]) => path === "M3 15h0M61 3h0").map(([name]) => name);
    expect(gaps.length).toBeGreaterThan(1);
    for (const name of gaps) expect(high.trends.get(name)).toEqual(low.trends.get(name));
  });

  test("say nothing of trends where there is one wave", async () => {
    const { page } = await pageOf(rows(5, false).filter(({ wave }) => wave === "w3"));
    expect(page.all("table.scores").length).toBeGreaterThan(2);
    expect(page.all(".spark-cell")).toEqual([]);
  });
});
