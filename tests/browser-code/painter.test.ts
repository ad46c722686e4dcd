/** Pages as views show them, over rows that are counted one by one. */
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { paintedPage } from "../../src/browser/view/painter.ts";
import type { PageAddress } from "../../src/panels/page-address.ts";
import type { ReportFacts } from "../../src/panels/page-context.ts";
import { branchTree } from "../../src/survey/branches.ts";
import { sameText } from "../../src/survey/text.ts";
import { readView } from "../../src/views/permalink.ts";
import { askPairRows, askRows, type Row } from "../counts/ask-rows.ts";
import { item } from "../measures/index/index-survey.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const waves = ["2023-H1", "2023-H2", "2024-H1", "2024-H2"];
const titled = ["H1 2023", "H2 2023", "H1 2024", "H2 2024"];
const survey = surveyOf(
  [
    { ...item("q"), short: sameText("Service") },
    {
      ...item("tracking"),
      short: sameText("Tracking"),
      breaks: [{ wave: "2024-H1", until: "2023-H2", cause: { kind: "declared" }, allowed: false }],
    },
  ],
  {
    headline: "q",
    waves: waves.map((id, at) => ({ id, title: sameText(titled[at] ?? id) })),
    dimensions: [
      { ...dimension("region", ["east", "west"]), title: sameText("Region") },
      dimension("channel", ["app", "web"]),
    ],
    hierarchy: ["region"],
    filters: ["region", "channel"],
  },
);
const rows = Array.from(
  { length: 800 },
  (_, at): Row => ({
    wave: waves[at % 4] ?? "",
    places: { region: at % 8 < 5 ? "east" : "west", channel: at % 3 === 0 ? "app" : "web" },
    answers: {
      q: 4 + ((at * 7 + Math.floor(at / 5)) % 6),
      tracking: 3 + ((at * 11 + Math.floor(at / 3)) % 7),
    },
  }),
);
const facts: ReportFacts = {
  survey,
  tree: branchTree(survey, [["east"], ["west"]]),
  weightedWaves: new Set(),
  responses: {},
  strata: [],
  items: {},
};
const { document } = new JSDOM("").window;

async function painted(
  query: string,
  page: PageAddress = { kind: "overview", wave: "2024-H2" },
  language: "en" | "zh" = "en",
) {
  const asks = { ask: askRows(survey, rows), askPairs: askPairRows(rows) };
  const found = await paintedPage(facts, readView(survey, query).view, asks, {
    ...{ page, language, document },
    root: "/",
    unknown: new Set(),
  });
  const text = new JSDOM(found.html.join("\n")).window.document.body.textContent.replace(/\s+/g, " ");
  return { ...found, text };
}

describe("waves taken together, on the page of a question", () => {
  const eastern = (since: string) =>
    rows.filter(({ wave, places }) => places["region"] === "east" && wave >= since).length;
  const query = "?region=east&wave=2023-H1..2024-H2";

  test("are those that asked it alike: title, base and how many are in the view", async () => {
    const page = await painted(query, { kind: "question", id: "tracking", wave: "2024-H2" });
    expect(page.waves).toEqual(["2024-H1", "2024-H2"]);
    expect(page.respondents).toBe(eastern("2024"));
    expect(page.title).toContain("H1 2024–H2 2024");
    expect(page.text).not.toContain("H1 2023–H2 2024");
    expect(page.text).not.toContain(String(eastern("2023")));
  });

  test("are all, where all asked it alike, and on every other page", async () => {
    for (const address of [
      { kind: "question", id: "q", wave: "2024-H2" },
      { kind: "overview", wave: "2024-H2" },
    ] as const) {
      const page = await painted(query, address);
      expect(page.waves).toEqual(waves);
      expect(page.respondents).toBe(eastern("2023"));
    }
  });
});

describe("a filter that nobody is in", () => {
  test.each([
    ["en", "Nobody is in this filter", "not asked"],
    ["zh", "没有受访者符合筛选条件", "未问"],
  ] as const)("is said as that, on every page (%s)", async (language, said, wrong) => {
    const pages: readonly PageAddress[] = [
      { kind: "overview", wave: "2024-H2" },
      { kind: "question", id: "q", wave: "2024-H2" },
      { kind: "why", wave: "2024-H2" },
    ];
    for (const address of pages) {
      const { title, text, respondents } = await painted("?region=east&region!=east", address, language);
      expect(title).toContain(said);
      expect(text).not.toContain(wrong);
      expect(respondents).toBe(0);
    }
  });
});

describe("a minimum base that a reader raised", () => {
  test("is named as what hides a figure, in digits that can be read", async () => {
    const { text, html } = await painted("?min=100000");
    expect(text).toContain("Fewer than 100,000 answers, the minimum base that is chosen here");
    expect(html.join()).toContain("the survey’s own minimum base is 5");
    expect(html.join()).not.toMatch(/100000|Neither the value nor the number/);
    const chinese = await painted("?min=100000", undefined, "zh");
    expect(chinese.text).toContain("当前所选的最小基数 100,000 份");
  });

  test("is not where the survey’s own hides it", async () => {
    const { html } = await painted("?min=3&region=east");
    expect(html.join()).not.toContain("that is chosen here");
  });
});

test("under a filter no sentence speaks of all respondents", async () => {
  for (const address of [
    { kind: "overview", wave: "2024-H2" },
    { kind: "branch", path: ["east"], wave: "2024-H2" },
  ] as const) {
    const { text } = await painted("?channel=app", address);
    expect(text).not.toMatch(/all respondents(?! in the filter)/i);
  }
  const { text } = await painted("?channel=app", { kind: "branch", path: ["east"], wave: "2024-H2" });
  expect(text).toContain("Against all others in the filter");
});
