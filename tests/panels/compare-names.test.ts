import { describe, expect, test } from "vitest";
import type { Overlap } from "../../src/panels/compare-model.ts";
import { namesOf, sameText, titleOf } from "../../src/panels/compare-names.ts";
import type { Sides } from "../../src/panels/compare-sides.ts";
import type { ReportContext } from "../../src/panels/context.ts";
import type { Slice } from "../../src/views/slice.ts";
import { wordsIn } from "../../src/words/words.ts";
import { item } from "../measures/index/index-survey.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const label = (id: string, en: string, zh: string) => ({ id, label: { en, zh } });
const regions = [
  label("east", "East", "华东"),
  label("south", "South", "华南"),
  label("north", "North", "华北"),
  label("shanghai", "Shanghai", "上海"),
];
const survey = surveyOf([item("q")], {
  dimensions: [
    { ...dimension("region", []), title: { en: "Region", zh: "大区" }, options: regions },
    { ...dimension("city", []), title: { en: "City", zh: "城市" }, options: regions.slice(3) },
  ],
  hierarchy: ["region", "city"],
});

function said(
  language: "en" | "zh",
  own: Slice,
  other: Slice,
  overlap: Overlap,
  kind: Sides["kind"] = "slice",
) {
  const context = { survey, language, words: wordsIn(language) } as unknown as ReportContext;
  const sides = {
    kind,
    own: { wave: "w2", slice: own },
    other: { wave: "w2", slice: other },
  } satisfies Sides;
  const names = namesOf(context, { sides, overlap });
  return overlap === "same" ? sameText(context, sides) : titleOf(context, { sides, names });
}

describe("what a comparison asks names its groups", () => {
  test.each([
    [
      { "region!": ["east", "south"] },
      { region: ["east"] },
      "apart",
      "All but East and South against East: what differs?",
      "华东和华南以外的受访者，与华东相比有何差异？",
    ],
    [
      { region: ["east"] },
      { region: ["east", "north"] },
      "own-in-other",
      "East against North: what differs?",
      "华东，与华北相比有何差异？",
    ],
    [
      { region: ["east", "north"] },
      { region: ["east"] },
      "other-in-own",
      "North against East: what differs?",
      "华北，与华东相比有何差异？",
    ],
    [
      { region: ["east"] },
      { region: ["south"] },
      "apart",
      "What differs between East and South?",
      "华东与华南有何差异？",
    ],
    [
      { region: ["east"] },
      {},
      "own-in-other",
      "What differs between East and everybody without East?",
      "华东与全体（不含华东）有何差异？",
    ],
    [
      { "region!": ["east", "south"] },
      { "region!": ["east"] },
      "own-in-other",
      "All but East and South against South: what differs?",
      "华东和华南以外的受访者，与华南相比有何差异？",
    ],
    [
      { region: ["shanghai"], city: ["shanghai"] },
      { region: ["shanghai"] },
      "own-in-other",
      "What differs between Shanghai (City) and Shanghai (Region) without Shanghai (City)?",
      "上海（城市）与上海（大区）（不含上海（城市））有何差异？",
    ],
  ] as readonly (readonly [Slice, Slice, Overlap, string, string])[])(
    "%j and %j, %s",
    (own, other, overlap, en, zh) => {
      expect(said("en", own, other, overlap)).toBe(en);
      expect(said("zh", own, other, overlap)).toBe(zh);
    },
  );

  test("of the rest of a branch, whose rest it is", () => {
    const city = { region: ["east"], city: ["shanghai"] };
    expect(said("en", city, { region: ["east"] }, "own-in-other", "rest")).toBe(
      "What differs between Shanghai and the rest of East?",
    );
    expect(said("zh", city, { region: ["east"] }, "own-in-other", "rest")).toBe(
      "上海与华东其余受访者有何差异？",
    );
    expect(said("en", city, {}, "own-in-other", "rest")).toBe(
      "What differs between Shanghai and everybody else?",
    );
  });

  test("where both are the same respondents, that they are", () => {
    expect(said("en", {}, {}, "same")).toBe(
      "Both sides are everybody: choose a filter, or another group to compare with.",
    );
    expect(said("zh", {}, {}, "same")).toBe("双方都是全体受访者：请先选择筛选条件，或选择其他对比对象。");
    const city = { region: ["shanghai"], city: ["shanghai"] };
    expect(said("en", city, { region: ["shanghai"] }, "same")).toBe(
      "Shanghai (City) and Shanghai (Region) are the same respondents: choose another group to compare with.",
    );
    expect(said("zh", city, { region: ["shanghai"] }, "same")).toBe(
      "上海（城市）与上海（大区）是同一批受访者：请选择其他对比对象。",
    );
    expect(said("en", { region: ["east"] }, { region: ["east"] }, "same")).toBe(
      "Both sides are the same respondents, East: choose another group to compare with.",
    );
  });
});

test("a branch in a filter stands against all others in the filter", () => {
  const [english, chinese] = [wordsIn("en"), wordsIn("zh")];
  expect(english.index.rest(english.view.all)).toBe("Against all others in the filter");
  expect(chinese.index.rest(chinese.view.all)).toBe("与筛选范围内其余受访者相比");
  expect(english.index.rest(english.all)).toBe("Against all others");
  expect(chinese.index.rest(chinese.all)).toBe("与其余全部受访者相比");
});

test("what a link names and what was ignored stand in whole quotation marks", () => {
  const [english, chinese] = [wordsIn("en"), wordsIn("zh")];
  const waves = (separator: string) => ["2024-Q1", "2024-Q3"].join(`”${separator}“`);
  expect(english.view.ignored.gap(waves(english.listSeparator))).toMatch(/\(“2024-Q1”, “2024-Q3”\)\.$/);
  expect(chinese.view.ignored.gap(waves(chinese.listSeparator))).toMatch(/（“2024-Q1”、“2024-Q3”）。$/);
});

test("the time at which a copy was fetched stands apart from what is said before it", () => {
  const [english, chinese] = [wordsIn("en"), wordsIn("zh")];
  expect(english.hosting.kept.before).toMatch(/: $/);
  expect(chinese.hosting.kept.before).toMatch(/：$/);
});

test("a sentence that begins with all but some begins with a capital", () => {
  const { branchSubject, view } = wordsIn("en");
  expect(branchSubject("all but East", "index")).toBe("All but East: index");
  expect(view.about("all but East", "index")).toBe("All but East: index");
});
