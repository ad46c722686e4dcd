import { describe, expect, test } from "vitest";
import { missingText, shortFault } from "../../src/browser/view/missing-text.ts";
import { mayPass } from "../../src/browser/view/notes.ts";
import type { ReportView } from "../../src/browser/view/report-view.ts";
import type { Shown } from "../../src/browser/view/showing.ts";
import { defaultView, type View } from "../../src/views/view.ts";
import { english } from "../../src/words/en.ts";
import { chinese } from "../../src/words/zh.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const survey = {
  ...surveyOf([], {
    dimensions: [dimension("region", ["east", "west"]), dimension("channel", ["app", "phone"])],
    hierarchy: ["region"],
  }),
  filters: ["region", "channel"],
  waves: [{ id: "a", title: { en: "May", zh: "五月" } }],
};
/** 30 of the 100 in the east are withheld, and 10 of the 200 in the west. */
const wave = {
  layout: { wave: "a", rows: 300, columns: ["d_region", "d_channel"] },
  withheld: { rows: 55, places: { region: 40, channel: 15 } },
  sizes: { region: { '["east"]': 70, '["west"]': 190 }, channel: { '["app"]': 205, '["phone"]': 80 } },
  totals: { region: { '["east"]': 100, '["west"]': 200 }, channel: { '["app"]': 215, '["phone"]': 85 } },
};
const report = { survey, waves: [wave], branches: [["east"], ["west"]] };
const address = { kind: "overview", wave: "a" } as const;
const viewOf = (view: Partial<View>, language: "en" | "zh" = "en") =>
  ({
    ...{ report, address, language },
    links: { branch: ({ slugs }: { readonly slugs: readonly string[] }) => `b/${slugs.join("/")}/` },
    views: { get: () => ({ ...defaultView, ...view }) },
  }) as unknown as ReportView;
const shown = (respondents: number) => ({ kind: "page", page: { respondents } }) as unknown as Shown;

describe("the band's first line", () => {
  test("says of one value how many of all it holds, and leads to the branch's own page", () => {
    const view = viewOf({ slice: { region: ["west"] } });
    const text = missingText(view, shown(190), english);
    expect(text.instead).toMatch(
      /^190 of the 200 respondents in .*west, May; the .*region of 10 is not public/i,
    );
    expect(text.page).toEqual({ href: "b/west/", text: english.view.missing.ownPage("200") });
    expect(missingText(viewOf({ slice: { region: ["west"] } }, "zh"), shown(190), chinese).instead).toMatch(
      /五月.*200 名受访者中的 190 名；另有 10 名/,
    );
  });

  test("leads nowhere from a view of more than the branch", () => {
    const view = viewOf({ slice: { region: ["west"] }, versus: { kind: "rest" } });
    expect(missingText(view, shown(190), english).page).toBeUndefined();
  });

  test("says of several dimensions how many more there are at most", () => {
    const view = viewOf({ slice: { region: ["west"], channel: ["app"] } });
    const text = missingText(view, shown(120), english);
    expect(text.instead).toBeUndefined();
    // 10 whose region is withheld, and 10 whose channel is.
    expect(text.more).toMatch(/^up to 20 more belong here, but their .*region or .*channel is not public/i);
  });

  test("says of everybody what figures of groups lack", () => {
    const text = missingText(viewOf({ versus: { kind: "none" } }), shown(300), english);
    expect(text.more).toMatch(/region of 40, .*channel of 15/i);
  });

  test("says nothing of fewer than the minimum", () => {
    expect(missingText(viewOf({ slice: { region: ["west"] } }), shown(1), english)).toEqual({});
  });
});

test("a view of a value that lacks more than a fifth is refused, for good", () => {
  const faultOf = (view: Partial<View>) =>
    shortFault(report as unknown as Parameters<typeof shortFault>[0], { ...defaultView, ...view }, address);
  const fault = faultOf({ slice: { region: ["east"] } });
  expect(fault).toMatchObject({ kind: "short", values: ["east"], held: 70, all: 100 });
  expect(fault && mayPass(fault)).toBe(false);
  expect(faultOf({ slice: { region: ["west"] } })).toBeUndefined();
  const against = { kind: "slice", slice: { region: ["east"] } } as const;
  expect(faultOf({ slice: { region: ["west"] }, versus: against })).toMatchObject({ values: ["east"] });
});
