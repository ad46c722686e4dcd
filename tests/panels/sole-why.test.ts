import { expect, test } from "vitest";
import { renderPanels } from "../../src/panels/page.ts";
import { overviewPanels, whyPanels } from "../../src/panels/pages.ts";
import { narrowedAsks, viewedFacts } from "../../src/panels/viewed.ts";
import { sameText } from "../../src/survey/text.ts";
import { defaultView } from "../../src/views/view.ts";
import { askPairRows, askRows, type Row } from "../counts/ask-rows.ts";
import { factor, item, settings } from "../measures/index/index-survey.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";
import { contextOf } from "./report.ts";

const survey = surveyOf(
  ["a", "b", "c", "d"].map((id) => ({ ...item(id), short: sameText(id) })),
  {
    factors: [factor("f", ["a", "b"], 3), factor("g", ["c", "d"], 2)],
    index: settings(["f", "g"]),
    dimensions: [
      { ...dimension("region", ["east", "west"]), title: sameText("Region") },
      { ...dimension("city", ["e1", "e2", "e3", "w1", "w2"]), title: sameText("City") },
    ],
    hierarchy: ["region", "city"],
  },
);
const cities = ["e1", "e2", "e3", "w1", "w2"];
/** In e1 everything fell by three grades. */
const rows = Array.from({ length: 3000 }, (_, at): Row => {
  const [wave, city] = [at % 2 === 0 ? "w1" : "w2", cities[Math.floor(at / 2) % 5] ?? "e1"];
  const fell = wave === "w2" && city === "e1" ? 3 : 0;
  const grade = (by: number) => 6 + ((at * at * by + Math.floor(at / 3)) % 4) - fell;
  return {
    wave,
    places: { region: city.startsWith("e") ? "east" : "west", city },
    answers: { a: grade(13), b: grade(7), c: grade(11), d: grade(5) },
  };
});

test("a filter that leaves one branch asks where under that branch, on both pages that ask", async () => {
  const view = { ...defaultView, slice: { region: ["east"] } };
  const whole = contextOf(survey, rows, {});
  const facts = viewedFacts({ ...whole }, view);
  const context = { ...whole, ...facts, who: "East" };
  const asks = narrowedAsks({ ask: askRows(survey, rows), askPairs: askPairRows(rows) }, view.slice);
  const { html } = await renderPanels(whyPanels(survey), context, asks);
  const page = html.join("\n");
  const where = page.slice(page.indexOf('id="where"'));
  for (const city of ["e1", "e2", "e3"]) expect(where).toContain(`<a href="/b/east/${city}">${city}</a>`);
  // One bar that is everybody, and one line of a hundred per cent, say nothing.
  expect(where).not.toContain('<a href="/b/east">');
  expect(where).not.toContain("100.0%");
  // The one city that fell is found, and named by its page.
  expect(where).toMatch(/class="finding"><a href="\/b\/east\/e1">/);
  const overview = (await renderPanels(overviewPanels(survey), context, asks)).html.join("\n");
  const said = /<a href="[^"]*\/b\/east\/e1[^"]*">[^<]*e1[^<]*−[\d.]+/;
  expect(overview).toMatch(said);
});
