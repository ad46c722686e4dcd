/** Scores by written rules on pages under a view, against published rows added up by this file alone. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PublishedReport } from "../../src/panels/report.ts";
import { readTable } from "../../src/store/read-table.ts";
import { openPage, openSession, type Session, siteFolder } from "./browser.ts";

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

interface Respondent {
  readonly weight: number;
  /** A grade, a tick, or an option's id; undefined where none was given. */
  readonly answer: (column: string) => number | undefined;
  readonly place: (dimension: string) => string | undefined;
}

/** The rows of a wave that anybody may download, decoded without the engine. */
async function rowsOf(survey: string, wave: string) {
  const report: PublishedReport = JSON.parse(
    await readFile(join(siteFolder, survey, "report.json"), "utf-8"),
  );
  const found = report.waves.find(({ layout }) => layout.wave === wave);
  if (!found) throw new Error(`nothing is published of ${wave}`);
  const folder = await mkdtemp(join(tmpdir(), "manyi-view-"));
  const path = join(folder, "wave.duckdb");
  await writeFile(path, gunzipSync(await readFile(join(siteFolder, found.file))));
  const { columns, rows } = await readTable(path, found.layout.columns, found.layout.rows);
  await rm(folder, { recursive: true });
  const byName = new Map(columns.map((column) => [column.name, column]));
  const answerAt = (row: number) => (name: string) => {
    const column = byName.get(name);
    const value = column?.values[row];
    const isMissing = column?.type !== "DOUBLE" && column?.missing === value;
    return value === undefined || Number.isNaN(value) || isMissing ? undefined : Number(value);
  };
  const respondents = Array.from({ length: rows }, (_, row): Respondent => {
    const answer = answerAt(row);
    return {
      weight: found.layout.weighted ? (answer("w") ?? 0) : 1,
      answer,
      place: (dimension) => found.layout.dictionaries[`d_${dimension}`]?.[answer(`d_${dimension}`) ?? -1],
    };
  });
  return { respondents, columns: found.layout.columns, dictionaries: found.layout.dictionaries };
}

/** A weighted mean of those of whom there is a value. */
function meanOf(respondents: readonly Respondent[], value: (one: Respondent) => number | undefined): number {
  let [sum, weights] = [0, 0];
  for (const one of respondents) {
    const known = value(one);
    if (known === undefined) continue;
    sum += one.weight * known;
    weights += one.weight;
  }
  return sum / weights;
}

async function open(path: string): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const { page, record, close } = await openPage(session, { reducedMotion: "reduce" });
  await page.goto(`${session.address}${path}`);
  await page.waitForSelector(".view-band");
  await page.waitForSelector("html:not([data-view])");
  expect(await page.locator("html").getAttribute("data-filtered")).not.toBeNull();
  expect(record.console).toEqual([]);
  return { page, close };
}

const texts = async (page: Page, selector: string) =>
  (await page.locator(selector).allTextContents()).map((text) => text.trim());

describe.each(["2023", "2024"])("problems per 100 of the East in %s", (wave) => {
  test("are those of the rows, in all and kind by kind, and head the page", async () => {
    const { respondents, columns } = await rowsOf("new-car", wave);
    const east = respondents.filter(({ place }) => place("region") === "EA");
    const kinds = ["exterior", "driving", "controls", "infotainment", "seats", "climate", "interior"];
    const ticksOf = (kind: string) => {
      const own = columns.filter((name) => name.startsWith(`q_q_${kind}__`));
      return 100 * meanOf(east, ({ answer }) => own.reduce((sum, name) => sum + (answer(name) ?? 0), 0));
    };
    const all = [...kinds, "engine", "assistance"].map(ticksOf);
    expect(east.length).toBeGreaterThan(500);
    const { page, close } = await open(`en/new-car/${wave === "2024" ? "" : `w/${wave}/`}?region=EA`);
    const total = all.reduce((sum, one) => sum + one, 0);
    expect(Number(await page.textContent(".glance .figure"))).toBeCloseTo(total, 1);
    expect(await page.textContent("h1")).toContain("Problems per 100 cars");
    expect(Number((await page.textContent(".glance .exactness:last-of-type dd"))?.replace(",", ""))).toBe(
      east.length,
    );
    const shown = (await texts(page, '[id="problems-per-100"] td.score')).map(Number);
    expect(shown).toEqual([total, ...all.toSorted((a, b) => b - a)].map((value) => Number(value.toFixed(1))));
    const told = (await texts(page, "#findings li")).find((line) => / cars (at|rose|fell)/.test(line));
    expect(told).toContain(total.toFixed(1));
    expect(told).toContain(`→ ${east.length})`);
    expect(await texts(page, "#trend h2")).toEqual([
      expect.stringMatching(/^Overall quality satisfaction: how has it moved\?/),
    ]);
    await close();
  });
});

describe("the national score of banks", () => {
  const scores = [0, 3, 6, 8, 10];
  const items = ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"];
  const cardOf = (respondents: readonly Respondent[]) =>
    items
      .map((item) =>
        meanOf(respondents, ({ answer }) => {
          const grade = answer(`q_${item}`);
          return grade === undefined ? undefined : scores[grade - 1];
        }),
      )
      .reduce((sum, q) => sum + (100 * q) / (10 * items.length), 0);

  test("and the mean over its sampled halls are those of the rows", async () => {
    const { respondents } = await rowsOf("service-hall", "2024");
    const banks = respondents.filter(({ place }) => place("industry") === "bank");
    const halls = [...Map.groupBy(banks, ({ place }) => place("firm")).values()].map(cardOf);
    const { page, close } = await open("zh/service-hall/?industry=bank");
    expect(await page.textContent("#national .lead")).toContain(` ${cardOf(banks).toFixed(1)} 分`);
    const overHalls = halls.reduce((sum, score) => sum + score, 0) / halls.length;
    expect((await texts(page, '[id="national-firms"] tbody td'))[0]).toContain(overHalls.toFixed(1));
    expect(await page.textContent('[id="national-firms"] .lead')).toContain(`有 ${halls.length} 个抽样单位`);
    await close();
  });

  test("is deducted for whoever is shown, and where that is not known the page says so", async () => {
    const strata: PublishedReport["strata"] = JSON.parse(
      await readFile(join(siteFolder, "service-hall", "report.json"), "utf-8"),
    ).strata;
    const own = (strata ?? []).filter(({ wave, place }) => wave === "2024" && place["industry"] === "bank");
    const sum = (of: "handedOut" | "returned") => own.reduce((total, one) => total + (one[of] ?? 0), 0);
    const rate = ((100 * sum("returned")) / sum("handedOut")).toFixed(1);
    const known = await open("en/service-hall/?industry=bank");
    await known.page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    expect((await texts(known.page, "#national td")).join(" ")).toContain(`${rate}% returned`);
    expect(await known.page.textContent(".glance")).toContain(`${rate}%`);
    await known.close();
    const unknown = await open("en/service-hall/?purpose=private");
    expect(await unknown.page.textContent("#national .lead")).toContain("is not known for these groups");
    await unknown.close();
  });
});

describe("the deduction of one hall", () => {
  test("is the hall's under a filter, and a comparison says that its scores are before it", async () => {
    // 86 of 235 came back, 36.6%: 13.4 under 50 and two full steps of 5.
    const { page, close } = await open("en/service-hall/?firm=B04&vs.firm=B01");
    const lead = (await page.textContent("#national .lead")) ?? "";
    expect(lead).toMatch(/Points come off[^.]+: Nanyuan branch \(86\.2 → 84\.2, 36\.6% returned\)\./);
    expect(lead).not.toContain("Bank branches (");
    expect(await page.textContent('[id="national-firms"] .lead')).toContain("Nanyuan branch (86.2 → 84.2");
    expect((await texts(page, "#compared tbody th")).join()).toContain(
      "Service quality score, before the deduction",
    );
    await close();
  });

  test("is told of two halls that lose nothing together, in Chinese as well", async () => {
    const { page, close } = await open("zh/service-hall/?firm=B04,B01");
    expect(await page.textContent("#national .lead")).toContain(
      "这一级没有因回收率过低而扣分，但下级有：南苑支行（86.2 → 84.2，回收率 36.6%）。",
    );
    await close();
  });
});

describe("gaps and bands of the East's shippers", () => {
  test("are those of the rows", async () => {
    const { respondents, dictionaries } = await rowsOf("logistics", "2024-H2");
    const east = respondents.filter(({ place }) => place("region") === "HD");
    const gap = meanOf(east, ({ answer }) => {
      const [wanted, found] = [answer("q_ex5"), answer("q_pr2")];
      return wanted === undefined || found === undefined ? undefined : found - wanted;
    });
    const items = ["pu", "tr", "sa", "se", "pr"].flatMap((factor) =>
      [1, 2, 3].map((at) => `q_${factor}${at}`),
    );
    const happy = east.filter(({ answer }) => {
      const given = items.flatMap((item) => answer(item) ?? []);
      const own = given.reduce((sum, grade) => sum + 25 * (grade - 1), 0) / given.length;
      return 2 * given.length >= items.length && own >= 80 - 1e-9;
    });
    const surely = dictionaries["q_stay"]?.indexOf("1");
    const stays = meanOf(happy, ({ answer }) => {
      const code = answer("q_stay");
      return code === undefined ? undefined : Number(code === surely);
    });
    const { page, close } = await open("zh/logistics/?region=HD");
    expect(gap).toBeLessThan(-0.5);
    expect(await page.textContent("#gaps .lead")).toContain(`收费透明（−${Math.abs(gap).toFixed(2)}）`);
    expect(await page.textContent("#bands .lead")).toContain(
      `“80 分及以上”中占 ${(100 * stays).toFixed(1)}%`,
    );
    await close();
  });
});

describe("scores side by side", () => {
  test("are of whoever a filter leaves", async () => {
    const { respondents } = await rowsOf("service-hall", "2024");
    const banks = respondents.filter(({ place }) => place("industry") === "bank");
    const mean = meanOf(banks, ({ answer }) => answer("q_overall"));
    const satisfied = meanOf(banks, ({ answer }) => {
      const grade = answer("q_overall");
      return grade === undefined ? undefined : Number(grade >= 3);
    });
    const { page, close } = await open("en/service-hall/which-score/?industry=bank");
    const rows = await texts(page, "#own tbody tr");
    const rowOf = (name: string) => rows.find((row) => row.startsWith(name));
    expect(rowOf("Mean")).toContain(mean.toFixed(2));
    expect(rowOf("Satisfied")).toContain(`${(100 * satisfied).toFixed(1)}%`);
    expect(await page.textContent("h1")).toBe("Which score should I use?");
    await close();
  });

  test("have the rule's score of a hall before and after what 36.6% returned costs", async () => {
    const { respondents } = await rowsOf("service-hall", "2024");
    const hall = respondents.filter(({ place }) => place("firm") === "B04");
    const points = [0, 3, 6, 8, 10];
    const items = Array.from({ length: 8 }, (_, at) => `q_q${at + 1}`);
    const total = (scoreOf: (grade: number) => number, most: number) => {
      const means = items.map((item) =>
        meanOf(hall, ({ answer }) => {
          const grade = answer(item);
          return grade === undefined ? undefined : scoreOf(grade);
        }),
      );
      return (100 * means.reduce((sum, mean) => sum + mean, 0)) / (most * items.length);
    };
    const { page, close } = await open("en/service-hall/which-score/?firm=B04");
    const rows = await texts(page, "#own tbody tr");
    for (const [name, score] of [
      ["Service quality score", total((grade) => points[grade - 1] ?? 0, 10)],
      ["Five-to-one score", total((grade) => grade, 5)],
    ] as const) {
      const before = rows.find((row) => row.startsWith(`${name}, before the deduction`));
      // 86 of 235 are 13.4 points below 50: two full steps of five.
      const after = rows.find((row) => row.startsWith(`${name}, after the deduction`));
      expect(before).toContain(score.toFixed(1));
      expect(after).toContain((score - 2).toFixed(1));
      expect(after).toContain("36.6% returned");
    }
    await close();
  });

  test("are of an earlier wave that is asked for", async () => {
    const { respondents } = await rowsOf("service-hall", "2023");
    const mean = meanOf(respondents, ({ answer }) => answer("q_overall"));
    const { page, close } = await open("en/service-hall/which-score/?wave=2023");
    expect((await texts(page, "#own tbody tr:not(.group)"))[0]).toContain(mean.toFixed(2));
    await close();
  });
});
