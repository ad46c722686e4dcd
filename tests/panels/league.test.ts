import { describe, expect, test } from "vitest";
import { pairsRollingUp } from "../../src/counts/pairs/roll-up.ts";
import { remembering } from "../../src/counts/remembering.ts";
import type { CountsRequest } from "../../src/counts/request.ts";
import { renderPanels } from "../../src/panels/page.ts";
import { bestPanels, branchPanels, luckPanels } from "../../src/panels/pages.ts";
import { headlineSubject } from "../../src/panels/subject.ts";
import { askPairRows, askRows } from "../counts/ask-rows.ts";
import { factor, item, settings } from "../measures/index/index-survey.ts";
import { contextOf } from "./report.ts";
import { answersOf, around, networkOf, shops } from "./shops.ts";

const question = networkOf();
const index = networkOf(shops, {
  questions: ["a", "b"].map((id) => item(id)),
  factors: [factor("f", ["a", "b"], 1)],
  index: settings(["f"]),
});
const rows = ["item", "a"].flatMap((id) =>
  shops.flatMap((shop, at) => answersOf(shop, around(5 + (at % 3), 25), { question: id })),
);

describe.each([
  ["a question", question],
  ["an index", index],
])("the league of %s", (_, survey) => {
  test("is worked out once, and read by all other pages without asking for other regions", async () => {
    const asked: CountsRequest[] = [];
    const noting =
      <Request extends CountsRequest, Answer>(ask: (request: Request) => Promise<Answer>) =>
      (request: Request) => {
        asked.push(request);
        return ask(request);
      };
    const asks = {
      ask: noting(remembering(askRows(survey, rows))),
      askPairs: noting(
        pairsRollingUp(askPairRows(rows), { hierarchy: survey.hierarchy, waves: ["w1", "w2"] }),
      ),
    };
    const subject = headlineSubject(survey);
    if (!subject) throw new Error("nothing heads the survey");
    const regionsAsked = async (panels: Parameters<typeof renderPanels>[0], path: readonly string[] = []) => {
      asked.length = 0;
      const page = await renderPanels(panels, contextOf(survey, rows, { path }), asks);
      return { page, regions: [...new Set(asked.flatMap(({ slice }) => slice["region"] ?? []))] };
    };
    expect((await regionsAsked(bestPanels(subject))).regions).toEqual(["east", "west", "north"]);
    const shop = await regionsAsked(branchPanels(survey), ["west", "west1"]);
    expect(shop.page.html.join("")).toContain('id="luck"');
    expect(shop.regions).toEqual(["west"]);
    expect((await regionsAsked(luckPanels(subject))).regions).toEqual([]);
  });
});
