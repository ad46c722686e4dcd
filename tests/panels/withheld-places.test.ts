/** Published rows of which some don't tell the region (M34), as a reader's view counts them. */
import { describe, expect, test } from "vitest";
import { renderPanels } from "../../src/panels/page.ts";
import { branchPanels, overviewPanels, whyPanels } from "../../src/panels/pages.ts";
import { restGap } from "../../src/panels/rest-gap.ts";
import { subjectOf } from "../../src/panels/subject.ts";
import { withheldValue } from "../../src/survey/reading.ts";
import { sameText } from "../../src/survey/text.ts";
import { branchSlice } from "../../src/views/slice.ts";
import { askPairRows, askRows, type Row } from "../counts/ask-rows.ts";
import { item } from "../measures/index/index-survey.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { contextOf } from "./report.ts";

const survey = surveyOf([{ ...item("q"), short: sameText("Service") }], {
  headline: "q",
  dimensions: [
    { ...dimension("region", ["east", "north", "west"]), title: { en: "Region", zh: "大区" } },
    dimension("channel", ["app", "web"]),
  ],
  hierarchy: ["region"],
});
const regions = ["east", "north", "west"];
/** Those whose region is withheld fell most, so that a finding could name them. */
const rows = Array.from({ length: 1200 }, (_, at): Row => {
  const wave = at % 2 === 0 ? "w1" : "w2";
  const isWithheld = at % 12 < 2;
  const fell = wave === "w2" && isWithheld ? 4 : 0;
  return {
    wave,
    places: {
      region: isWithheld ? withheldValue : (regions[Math.floor(at / 2) % 3] ?? "east"),
      channel: at % 24 < 3 ? withheldValue : at % 5 === 0 ? "app" : "web",
    },
    answers: { q: 5 + ((at * at * 13 + Math.floor(at / 3)) % 6) - fell },
  };
});
const asks = { ask: askRows(survey, rows), askPairs: askPairRows(rows) };
const known = rows.filter(({ places }) => places["region"] !== withheldValue);

async function pageOf(
  panels: Parameters<typeof renderPanels>[0],
  language: "en" | "zh",
  path: readonly string[] = [],
) {
  const context = { ...contextOf(survey, known, { language, path }), fromRows: true };
  return (await renderPanels(panels, context, asks)).html.join("\n");
}

describe("of whom published rows don't tell the region", () => {
  test.each([
    ["en", "Region not public (M34)", "channel not public (M34)"],
    ["zh", "大区未公布（M34）", "channel未公布（M34）"],
  ] as const)("no page names the code (%s)", async (language, region, channel) => {
    const why = await pageOf(whyPanels(survey), language);
    expect(why).toContain(region);
    expect(why).toContain(channel);
    const pages = [
      why,
      await pageOf(overviewPanels(survey), language),
      await pageOf(branchPanels(survey), language, ["east"]),
    ];
    for (const html of pages) expect(html).not.toContain(withheldValue);
    // No finding names them, though they fell most by far.
    const findings = [...why.matchAll(/<li[^>]*class="finding".*?<\/li>/gs)].map(([found]) => found);
    for (const found of findings) expect(found).not.toContain(region);
    // They stand after all branches, and are no link.
    const table = why.slice(why.indexOf('id="where"'));
    for (const branch of regions)
      expect(table.lastIndexOf(`>${branch}<`)).toBeLessThan(table.lastIndexOf(region));
    expect(why).not.toMatch(new RegExp(`<a [^>]*>[^<]*${region.replace(/[()]/g, "\\$&")}`));
  });

  test("is on neither side of a branch and everybody else", async () => {
    const [question] = survey.questions;
    const subject = question && subjectOf(survey, question);
    if (subject?.kind !== "question") throw new Error("there is no score");
    const path = ["east"];
    const branch = contextOf(survey, known, { path }).branch;
    if (!branch) throw new Error("there is no branch");
    const scope = { survey, slice: branchSlice(survey.hierarchy, path), branch };
    const counted = (by: readonly string[]) => asks.ask({ questions: ["q"], waves: ["w2"], by, slice: {} });
    const sums = { counts: [await counted([]), await counted(["region"])], pairs: [] };
    const gap = restGap(scope, subject, sums, "w2");
    const meanOf = (of: readonly string[]) => {
      const values = rows
        .filter(({ wave, places }) => wave === "w2" && of.includes(places["region"] ?? ""))
        .map(({ answers }) => Number(answers["q"]));
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    if (gap?.status !== "tested") throw new Error("the difference is not tested");
    expect(gap.value).toBeCloseTo(meanOf(["east"]) - meanOf(["north", "west"]), 9);
  });
});
