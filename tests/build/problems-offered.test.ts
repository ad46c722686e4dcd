/** M11 and M33: a kind of problem that a wave's questionnaire did not have is not 0 there, it was not asked. */
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenSurvey, openSurvey } from "../../src/build/open-survey.ts";
import { columnAsks } from "../../src/counts/columns/asks.ts";
import { groupOf } from "../../src/counts/request.ts";
import { problemSets } from "../../src/measures/problems.ts";
import { renderPanels } from "../../src/panels/page.ts";
import { pooledAsks } from "../../src/panels/pooled-asks.ts";
import { pooledFacts } from "../../src/panels/pooled-facts.ts";
import { problems } from "../../src/panels/scoring/problems.tsx";
import { estimatesCsv } from "../../src/publish/estimates.ts";
import type { Language } from "../../src/survey/text.ts";
import { poolsOf } from "../../src/views/pools.ts";
import { defaultView } from "../../src/views/view.ts";
import { wordsIn } from "../../src/words/words.ts";
import { plain } from "../browser/engine/plain.ts";
import { preparedColumns } from "../counts/prepared-columns.ts";
import { contextOf } from "../panels/report.ts";
import { onlySurvey, type PreparedFiles, prepareFiles } from "./prepare-files.ts";

/** pa has a column a choice, of which 2023 lacks one; pb a column of codes, of which 2023 gives neither 3 nor 4. */
const codebook = `id: shop
title: Shop
waves:
  - { id: "2023", file: 2023.csv }
  - { id: "2024", file: 2024.csv }
questions:
  - id: pa
    type: multi
    base: asked
    columns: { "2023": { a1: A1, a2: A2 }, default: { a1: A1, a2: A2, a3: A3 } }
    labels: { a1: A 1, a2: A 2, a3: { en: A 3, zh: 甲三 } }
    problems:
      - { id: k1, title: K1, of: [a1, a2] }
      - { id: k2, title: K2, of: [a3] }
  - id: pb
    type: multi
    base: asked
    columns: [B1, B2]
    labels: { "1": B 1, "2": B 2, "3": B 3, "4": B 4, "0": None }
    none: "0"
    recode: { "2023": { "3": "", "4": "" } }
    problems:
      - { id: l1, title: L1, of: ["1", "3"] }
      - { id: l2, title: L2, of: ["2"] }
      - { id: l4, title: L4, of: ["4"] }
`;
const rows = (wave: string) =>
  Array.from({ length: 60 }, (_, at) => {
    const ticks = [at % 2, at % 3 === 0 ? 1 : 0, at % 5 === 0 ? 1 : 0].slice(0, wave === "2023" ? 2 : 3);
    return [...ticks, (at % 3) + (wave === "2023" ? 0 : 1), ""].join(",");
  });
const files = {
  "survey.yaml": codebook,
  "2023.csv": ["A1,A2,B1,B2", ...rows("2023")].join("\n"),
  "2024.csv": ["A1,A2,A3,B1,B2", ...rows("2024")].join("\n"),
};

type Published = Readonly<Record<string, string>>;
let prepared: PreparedFiles;
let open: OpenSurvey;
let published: readonly Published[];
beforeAll(async () => {
  prepared = await prepareFiles(files);
  open = await openSurvey(onlySurvey(prepared), prepared.prepared?.storeFolder ?? "");
  const csv = (await Array.fromAsync(estimatesCsv(open))).join("").slice(1);
  published = Papa.parse<Published>(csv, { header: true, skipEmptyLines: true }).data;
});
afterAll(async () => {
  open?.close();
  await prepared?.remove();
});

const figures = (subject: string, wave: string) =>
  published
    .filter((row) => row["measure"] === "pp100" && row["subject"] === subject && row["wave"] === wave)
    .map(({ option = "", n, value, without }) => [option, n, Number(value).toFixed(2), without]);

describe("a kind of problem that a wave did not offer", () => {
  test("has no row in the open results, and the whole names what it is without", () => {
    // 30 of 60 rows tick a1, 20 a2, 12 a3.
    expect(figures("pa", "2023")).toEqual([
      ["", "60", "83.33", "pa:a3"],
      ["k1", "60", "83.33", ""],
    ]);
    expect(figures("pa", "2024")).toEqual([
      ["", "60", "103.33", ""],
      ["k1", "60", "83.33", ""],
      ["k2", "60", "20.00", ""],
    ]);
  });

  test("nor has one of which the wave's codes can't stand for a choice; of some it names them", () => {
    expect(figures("pb", "2023")).toEqual([
      ["", "60", "66.67", "pb:3 pb:4"],
      ["l1", "60", "33.33", "pb:3"],
      ["l2", "60", "33.33", ""],
    ]);
  });

  test.each<[Language, string]>([
    ["en", "Could not be ticked in 2023, so no figure counts them: “A 3”."],
    ["zh", "2023 的问卷没有列出以下问题，各项数字均不含：“甲三”。"],
  ])("stands on no page; no change is judged, and the page says why (%s)", async (language, said) => {
    const page = async (wave: string) => {
      const context = contextOf(onlySurvey(prepared).survey, [], { wave, language });
      return (await renderPanels([problems("pa")], context, open)).html.join("");
    };
    const [before, after] = [await page("2023"), await page("2024")];
    expect(before).toContain(">K1<");
    expect(before).not.toContain(">K2<");
    expect(before).toContain(said);
    expect(after).toContain(">K2<");
    expect(after.split(`>${wordsIn(language).notComparable}<`)).toHaveLength(4);
    expect(after).toContain(language === "en" ? "Options added: “A 3”" : "新增选项：“甲三”");
    expect(after).not.toContain(said.replace("2023", "2024"));
  });

  test("is counted alike in the browser", async () => {
    const { survey } = onlySurvey(prepared);
    const asks = columnAsks(survey, new Map(await preparedColumns(prepared)));
    for (const { counts: ticked } of problemSets(survey)) {
      const request = { questions: [], waves: ["2023", "2024"], by: [], slice: {}, derived: { ticked } };
      const [own, other] = [await asks.ask(request), await open.ask(request)];
      expect(plain(own)).toEqual(plain(other));
    }
  });

  test("is not counted of waves that are taken together, either", async () => {
    const { survey } = onlySurvey(prepared);
    const pools = poolsOf(survey, { ...defaultView, waves: ["2023", "2024"] }, "2024");
    const facts = { survey, responses: {}, weightedWaves: new Set<string>(), items: {}, strata: [] };
    const pooled = pooledFacts(facts as unknown as Parameters<typeof pooledFacts>[0], pools).survey;
    const [set] = problemSets(pooled);
    const [all, k1, k2] = set?.counts ?? [];
    if (!all || !k1 || !k2) throw new Error("there are two kinds");
    const { ask } = pooledAsks(open, survey, pools);
    const request = { questions: [], waves: ["2023..2024"], by: [], slice: {} };
    const counts = await ask({ ...request, derived: { ticked: [all, k1, k2] } });
    const bases = [all, k1, k2].map(({ id }) => groupOf(counts, "2023..2024", [])?.tallies.get(id)?.base);
    // 2023 asked otherwise: of it nothing is taken in.
    expect(bases.map((base) => (base && "n" in base ? base.n : base))).toEqual([60, 60, 60]);
  });
});
