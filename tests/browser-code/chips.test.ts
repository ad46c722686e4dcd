import { describe, expect, test } from "vitest";
import { chipsOf } from "../../src/browser/filters/chips.tsx";
import type { PublishedReport } from "../../src/panels/report.ts";
import { readView, viewText } from "../../src/views/permalink.ts";
import { defaultView, type View } from "../../src/views/view.ts";
import { english } from "../../src/words/en.ts";
import { chinese } from "../../src/words/zh.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const odd = ["Xi'an", "a, b & c", "广州", "d", "e", "f", "g"];
const survey = {
  ...surveyOf([], { dimensions: [dimension("city", odd), dimension("channel", ["app", "phone"])] }),
  sets: [{ id: "coast", title: { en: "Coast", zh: "沿海" }, slice: { city: ["广州"] } }],
};
const report = { survey } as unknown as PublishedReport;
const view: View = {
  ...defaultView,
  slice: { city: ["Xi'an", "a, b & c", "广州"], "channel!": ["phone"] },
  set: "coast",
  waves: ["w1", "w2"],
  minimum: 100,
  versus: { kind: "slice", slice: { channel: ["phone"] } },
};

describe("chips", () => {
  test("say everything that was chosen, in the reader's language", () => {
    expect(chipsOf({ report, language: "en" }, view, english).map(({ text }) => text)).toEqual([
      ...["city: Xi'an", "city: a, b & c", "city: 广州", "channel: not phone"],
      ...["Group: Coast", "Wave: w1–w2", "Minimum base: 100", "Compare: channel: phone"],
    ]);
    expect(chipsOf({ report, language: "zh" }, view, chinese).at(4)?.text).toBe("人群：沿海");
    expect(chipsOf({ report, language: "en" }, defaultView, english)).toEqual([]);
  });

  test("taken away one after the other leave the default, and each is an address of its own", () => {
    let left = view;
    const addresses = new Set([viewText(survey, left)]);
    for (let [chip] = chipsOf({ report, language: "en" }, left, english); chip; ) {
      left = chip.without;
      expect(readView(survey, viewText(survey, left)).view).toEqual(left);
      addresses.add(viewText(survey, left));
      [chip] = chipsOf({ report, language: "en" }, left, english);
    }
    expect(viewText(survey, left)).toBe("");
    expect(addresses.size).toBe(9);
  });

  test("of many values of one dimension are one chip", () => {
    const many = { ...defaultView, slice: { city: odd } };
    const [chip, ...others] = chipsOf({ report, language: "en" }, many, english);
    expect(others).toEqual([]);
    expect(chip?.text).toBe("city: Xi'an, a, b & c and 5 more");
    expect(chip?.without.slice).toEqual({});
  });
});
