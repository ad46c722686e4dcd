import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isShown } from "../../src/measures/estimate.ts";
import { mean, momentsOf } from "../../src/measures/mean.ts";
import type { Measure } from "../../src/measures/measure.ts";
import { bottom2, shareOfCodes, top2 } from "../../src/measures/share.ts";
import type { Weighting } from "../../src/measures/weighting.ts";
import { questionOf } from "../../src/survey/survey.ts";
import { answersOf, expectPublished, RealSurvey, shared } from "./real-survey.ts";

interface AirportItem {
  readonly n_valid: number;
  readonly n_na_6: number;
  readonly n_blank: number;
  readonly mean: number;
  readonly sd: number;
  readonly top2box_pct: number;
  readonly bottom2box_pct: number;
  readonly weighted_mean?: number;
  readonly weighted_top2box_pct?: number;
}
interface Split {
  readonly n_rows: number;
  readonly n_valid: number;
  readonly mean_ALL: number;
  readonly top2box_pct_ALL: number;
}
interface AirportWave {
  readonly n_rows: number;
  readonly n_cols: number;
  readonly items: Readonly<Record<string, AirportItem>>;
  readonly by_TERM?: Readonly<Record<string, Split>>;
  readonly by_AREA?: Readonly<Record<string, Split>>;
  readonly by_BAREA?: Readonly<Record<string, Split>>;
}

const absent = (survey: string) => !existsSync(join(shared, survey, "answers.json"));
for (const survey of ["sfo-airport", "telecom-voice"])
  if (absent(survey)) console.warn(`skipped: the real files of ${survey} are not at ../shared/data`);

describe.skipIf(absent("sfo-airport"))(
  "San Francisco Airport, 2010–2015 (skipped where ../shared/data is absent)",
  () => {
    const waves = absent("sfo-airport")
      ? []
      : Object.entries(answersOf<{ waves: Record<string, AirportWave> }>("sfo-airport").waves);
    const items = waves.flatMap(([wave, { items: published }]) =>
      Object.entries(published).map(([name, figures]) => [wave, name, figures] as const),
    );
    const idOf = (name: string) => (name === "ALL" ? "overall" : name.toLowerCase());
    let airport: RealSurvey;
    beforeAll(async () => {
      airport = await RealSurvey.open("sfo-airport");
    });
    afterAll(() => airport?.close());

    test("six waves with fourteen or fifteen rated items each are published", () => {
      expect(waves.map(([wave]) => wave)).toEqual(["2010", "2011", "2012", "2013", "2014", "2015"]);
      expect(items).toHaveLength(3 * 14 + 3 * 15);
    });

    test.each(waves)("%s: every row is read and kept or rejected", (wave, { n_rows, n_cols }) => {
      const { rowsRead, kept, rejected } = airport.quality(wave);
      expect(rowsRead).toBe(n_rows);
      expect(kept + rejected.duplicate + rejected.ragged + rejected.empty).toBe(n_rows);
      expect(kept).toBe(n_rows);
      expect(airport.survey.waves.find((one) => one.wave === wave)?.header).toHaveLength(n_cols);
    });

    test.each(items)("%s %s: base, mean, sd, boxes and weighted figures", async (wave, name, published) => {
      const id = idOf(name);
      const tally = await airport.tally(id, wave);
      expect(tally.base.n).toBe(published.n_valid);
      const item = airport.quality(wave).items[`q_${id}`];
      expect(item).toEqual({
        answered: published.n_valid,
        missing: published.n_na_6 + published.n_blank,
        notAsked: 0,
        bad: 0,
      });
      const figure = (measure: Measure, weighting?: Weighting) =>
        airport.figure(measure, tally, id, weighting).value;
      expectPublished(figure(mean), published.mean, "mean");
      expectPublished(momentsOf(tally, "unweighted").sd, published.sd, "sd");
      expectPublished(100 * figure(top2), published.top2box_pct, "top-2");
      expectPublished(100 * figure(bottom2), published.bottom2box_pct, "bottom-2");
      const { weighted } = airport.survey.waves.find((one) => one.wave === wave)?.layout ?? {};
      expect(weighted).toBe(published.weighted_mean !== undefined);
      if (!weighted) return;
      expectPublished(figure(mean, "weighted"), published.weighted_mean, "weighted mean");
      expectPublished(100 * figure(top2, "weighted"), published.weighted_top2box_pct, "weighted top-2");
    });

    // 2 was the International Terminal until Terminal 2 opened; then 4 was.
    const terminals: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      "2010": { "1": "1", "2": "I", "3": "3" },
      "2011": { "1": "1", "2": "2", "3": "3", "4": "I" },
    };
    const splits = waves.flatMap(([wave, { by_TERM, by_AREA, by_BAREA }]) => [
      ...Object.entries(by_TERM ?? {}).map(([code, split]) => {
        return [wave, "terminal", terminals[wave]?.[code] ?? "", split] as const;
      }),
      ...Object.entries(by_AREA ?? by_BAREA ?? {}).map(
        ([code, split]) => [wave, "area", code, split] as const,
      ),
    ]);

    test.each(splits)("%s by %s, %s", async (wave, dimension, value, split) => {
      const by = { [dimension]: value };
      const tally = await airport.tally("overall", wave, by);
      expect(await airport.rows(wave, by)).toBe(split.n_rows);
      expect(tally.base.n).toBe(split.n_valid);
      expectPublished(airport.figure(mean, tally, "overall").value, split.mean_ALL, "mean");
      expectPublished(100 * airport.figure(top2, tally, "overall").value, split.top2box_pct_ALL, "top-2");
    });

    test("27 splits are published", () => {
      expect(splits).toHaveLength(3 + 4 + 6 + 7 + 7);
    });
  },
);

interface VoiceItem {
  readonly n_valid: number;
  readonly n_bad: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly sd: number;
  readonly top2box_pct: number;
  readonly bottom6_pct: number;
  readonly nps_like: number;
  readonly dist: Readonly<Record<string, number>>;
}
interface Voice {
  readonly n_rows: number;
  readonly n_cols: number;
  readonly duplicate_headers: Readonly<Record<string, number>>;
  readonly items: Readonly<Record<string, VoiceItem>>;
  readonly overall_by_客户星级标识: Readonly<Record<string, { readonly n: number; readonly mean: number }>>;
  readonly scene_flag_yes: Readonly<Record<string, number>>;
}

describe.skipIf(absent("telecom-voice"))(
  "telecom voice service (skipped where ../shared/data is absent)",
  () => {
    const published = absent("telecom-voice")
      ? undefined
      : answersOf<{ voice: Voice }>("telecom-voice").voice;
    const ids: Readonly<Record<string, string>> = {
      语音通话整体满意度: "overall",
      网络覆盖与信号强度: "coverage",
      语音通话清晰度: "clarity",
      语音通话稳定性: "stability",
    };
    let voice: RealSurvey;
    beforeAll(async () => {
      voice = await RealSurvey.open("telecom-voice");
    });
    afterAll(() => voice?.close());

    test("every row of the GB18030 file is read, with its repeated headers", () => {
      const { rowsRead, kept, encoding } = voice.quality("voice");
      expect([rowsRead, kept, encoding]).toEqual([published?.n_rows, published?.n_rows, "gb18030"]);
      const header = voice.survey.waves[0]?.header ?? [];
      expect(header).toHaveLength(published?.n_cols ?? 0);
      for (const [name, times] of Object.entries(published?.duplicate_headers ?? {}))
        expect(header.filter((one) => one === name || one.startsWith(`${name}#`))).toHaveLength(times);
    });

    test("four rated items are published", () => {
      expect(Object.keys(published?.items ?? {}).toSorted()).toEqual(Object.keys(ids).toSorted());
    });

    test.each(Object.entries(published?.items ?? {}))(
      "%s: base, mean, sd, boxes, distribution",
      async (header, item) => {
        const id = ids[header] ?? "";
        const tally = await voice.tally(id, "voice");
        if (tally.kind !== "codes") throw new Error("a rating is counted by code");
        expect(tally.base.n).toBe(item.n_valid);
        expect(voice.quality("voice").items[`q_${id}`]?.bad).toBe(item.n_bad);
        expectPublished(voice.figure(mean, tally, id).value, item.mean, "mean");
        expectPublished(momentsOf(tally, "unweighted").sd, item.sd, "sd");
        const best = voice.figure(top2, tally, id).value;
        expectPublished(100 * best, item.top2box_pct, "top-2");
        const options = { weighting: "unweighted", base: voice.survey.survey.base } as const;
        const worst = shareOfCodes(tally, [1, 2, 3, 4, 5, 6], options);
        if (!isShown(worst)) throw new Error(`the share of 1–6 is ${worst.status}`);
        expectPublished(100 * worst.value, item.bottom6_pct, "1–6");
        expectPublished(100 * (best - worst.value), item.nps_like, "top-2 less 1–6");
        const counted = [...tally.cells].filter(([, { n }]) => n > 0);
        expect(Object.fromEntries(counted.map(([code, { n }]) => [code, n]))).toEqual(item.dist);
        const codes = counted.map(([code]) => code);
        expect([Math.min(...codes), Math.max(...codes)]).toEqual([item.min, item.max]);
      },
    );

    test.each(Object.entries(published?.overall_by_客户星级标识 ?? {}))(
      "overall by tier: %s",
      async (tier, split) => {
        const tally = await voice.tally("overall", "voice", { star: tier === "" ? null : tier });
        expect(tally.base.n).toBe(split.n);
        expectPublished(voice.figure(mean, tally, "overall").value, split.mean, "mean");
      },
    );

    test("scene flags: any number but −1 is a mention, on the base of everybody", async () => {
      const question = questionOf(voice.survey.survey, "scenes");
      const tally = await voice.tally("scenes", "voice");
      if (question.type !== "multi" || tally.kind !== "codes") throw new Error("scenes is a multiple choice");
      const mentioned = question.options.map(({ label }, place) => [label.zh, tally.cells.get(place)?.n]);
      expect(Object.fromEntries(mentioned)).toMatchObject(published?.scene_flag_yes ?? {});
      expect(Object.keys(published?.scene_flag_yes ?? {})).toHaveLength(7);
      expect(tally.base.n).toBe(published?.n_rows);
    });
  },
);
