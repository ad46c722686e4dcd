import { describe, expect, test } from "vitest";
import { notesOf } from "../../src/browser/view/notes.ts";
import type { ReportView } from "../../src/browser/view/report-view.ts";
import type { Shown } from "../../src/browser/view/showing.ts";
import type { PageAddress } from "../../src/panels/page-address.ts";
import type { Question } from "../../src/survey/question.ts";
import { readView } from "../../src/views/permalink.ts";
import type { Words } from "../../src/words/words.ts";
import { wordsIn } from "../../src/words/words.ts";
import { item } from "../measures/index/index-survey.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const tracking: Question = {
  ...item("tracking"),
  breaks: [{ wave: "w2", until: "w1", cause: { kind: "declared" }, allowed: false }],
};
const survey = surveyOf([item("q"), tracking], {
  dimensions: [
    { ...dimension("region", ["east", "west"]), title: { en: "Region", zh: "大区" } },
    { ...dimension("city", ["e1", "e2", "w1"]), title: { en: "City", zh: "城市" } },
    { ...dimension("channel", ["app", "phone"]), title: { en: "Channel", zh: "渠道" } },
  ],
  hierarchy: ["region", "city"],
  filters: ["region", "city", "channel"],
});
const wave = {
  layout: { wave: "w2", rows: 900, columns: ["d_region", "d_city", "d_channel"] },
  withheld: { rows: 130, places: { region: 40, city: 110, channel: 15 } },
};
const report = { survey, waves: [wave], branches: [], dataVersion: "new", weightedWaves: [] };

/** What the band says of a link on a page of the survey. */
function notesAt(
  query: string,
  address: PageAddress = { kind: "overview", wave: "w2" },
  language: "en" | "zh" = "en",
  published: unknown = report,
) {
  const read = readView(survey, query);
  const view = {
    ...{ report: published, address, language },
    views: { get: () => read.view, read: () => read },
  } as unknown as ReportView;
  const shown = { kind: "page", page: { respondents: 500, waves: ["w2"] }, missing: [] } as unknown as Shown;
  return notesOf(view, shown, wordsIn(language) as Words);
}

describe("of whom a place is withheld the band says that they are on neither side", () => {
  const branch = { kind: "branch", path: ["east"], wave: "w2" } as const;

  test.each([
    ["everybody else", "?region=east&vs=rest", undefined, ["Region", "40"]],
    ["everybody else, on a branch's page", "?vs=rest", branch, ["Region", "40"]],
    [
      "all others, which a branch's page speaks of under any filter",
      "?channel=app",
      branch,
      ["Region", "40"],
    ],
    ["a city of a region, by what tells it apart", "?region=east&vs.city=e1", undefined, ["City", "110"]],
    ["all but a city", "?city!=e1", undefined, ["City", "110"]],
  ] as const)("%s", (_, query, address, [title, count]) => {
    const said = notesAt(query, address).vain.filter((note) => note.includes("withheld (M34)"));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(new RegExp(`^${title} .*of ${count} respondents`));
    const chinese = notesAt(query, address, "zh").vain.join("");
    expect(chinese).toContain(`${count} 名受访者的${title === "Region" ? "大区" : "城市"}未公布`);
  });

  test("and nothing where nobody is set against others", () => {
    expect(notesAt("?channel=app").vain).toEqual([]);
  });
});

describe("waves that are taken together", () => {
  const query = "?wave=w1..w2";

  test("are named on the page of a question that only some of them asked alike, not as one wave", () => {
    const page = { kind: "question", id: "tracking", wave: "w2" } as const;
    expect(notesAt(query, page).vain).toEqual([
      "Not all waves of w1–w2 asked this question alike (M33): this page shows w2, with the respondents of that time alone.",
    ]);
    expect(notesAt(query, page, "zh").vain[0]).toMatch(/问法不同.*本页只显示/);
  });

  test("are one wave on all other pages, which name the question", () => {
    const { vain, without } = notesAt(query);
    expect(vain.join()).toContain("all their answers count as one wave");
    expect(without.join()).toContain("tracking (w2)");
    expect(notesAt(query, { kind: "question", id: "q", wave: "w2" }).vain.join()).toContain(
      "count as one wave",
    );
  });
});

describe("weights that are joined in published rows", () => {
  const weights = { rows: 620, moved: 0.012, most: 0.37 };
  const joined = { ...report, waves: [{ ...wave, withheld: { ...wave.withheld, weights } }] };

  test("are said in the band, and how far they are from what they were below it", () => {
    const { vain, without } = notesAt("?channel=app", undefined, "en", joined);
    expect(vain).toContain(wordsIn("en").view.weightsDiffer);
    expect(without.join()).toMatch(/those of 620 of 900 respondents.*at most 37\.0% .*1\.2% of all weight/);
    expect(notesAt("?channel=app", undefined, "zh", joined).without.join()).toMatch(
      /900 名受访者中有 620 名/,
    );
  });

  test("and nothing where none is, or where everybody is shown", () => {
    const said = notesAt("?channel=app");
    expect([...said.vain, ...said.without].join()).not.toMatch(/weight/i);
    expect(notesAt("", undefined, "en", joined).vain).toEqual([]);
  });
});
