/**
 * A small survey with every type of question, two levels of hierarchy, weights in one wave, and private text in every
 * row. The rows are kept beside the files that say them, so that a test can count them itself.
 */
import Papa from "papaparse";
import { seededRandom } from "../../src/stats/random.ts";

/** What marks a private text, by the column that it stands in. None may leave the build. */
export const privateMarks = {
  respondent: "zq7respondent",
  comment: "zq7comment",
  chinese: "私房话甲乙丙",
  phone: "zq7phone",
  note: "zq7unmapped",
  badCell: "zq7badcell",
} as const;

export const waveIds = ["2024-H1", "2024-H2", "2025-H1"] as const;
export type WaveId = (typeof waveIds)[number];
/** Only this wave's export has weights. */
export const weightedWave: WaveId = "2024-H2";

/**
 * Answers a wave by place. The ferry has three, fewer than the survey's minimum; the mill, the next smallest of the
 * north, would give it away and is withheld with it; the first shop of the south flags as a small base.
 */
export const shops = [
  { area: "north", shop: "ferry", answers: 3 },
  { area: "north", shop: "mill", answers: 26 },
  { area: "north", shop: "Old Town & Co", answers: 41 },
  { area: "south", shop: "城东 1店", answers: 28 },
  { area: "south", shop: "harbour", answers: 52 },
] as const;
export const tinyShop = shops[0];
export const coverShop = shops[1];
export const minimum = 5;
export const caution = 30;

/** One respondent as the export has them: cells by column. */
export type Row = Readonly<Record<string, string>>;

export interface FixtureOptions {
  readonly waves?: readonly WaveId[];
  readonly publish?: "protected" | "rows" | "pages";
}

/** The survey's files by path inside its folder. */
export function fixtureFiles({
  waves = waveIds,
  publish = "protected",
}: FixtureOptions = {}): Readonly<Record<string, string>> {
  const exports = waves.map((wave) => [`waves/${wave}.csv`, csvOf(rowsOf(wave))] as const);
  return { "survey.yaml": codebook(waves, publish), ...Object.fromEntries(exports) };
}

/** The respondents of a wave, the same at every call. */
export function rowsOf(wave: WaveId): readonly Row[] {
  const at = waveIds.indexOf(wave);
  const random = seededRandom(20240101 + at);
  const places = shops.flatMap(({ area, shop, answers }) =>
    Array.from({ length: answers }, () => ({ area, shop })),
  );
  return places.map(({ area, shop }, row) => {
    const whole = (below: number) => Math.floor(random() * below);
    const maybe = (value: string) => (random() < 0.97 ? value : "");
    const tick = () => (random() < 0.4 ? "1" : "0");
    return {
      RID: `${privateMarks.respondent}-${at}-${row}`,
      DAY: dayOf(wave, whole(9)),
      SECS: String(30 + whole(300)),
      ...(wave === weightedWave ? { W: (0.5 + whole(30) / 10).toFixed(1) } : {}),
      AREA: area,
      SHOP: shop,
      CHANNEL: row % 3 === 0 ? "web" : "desk",
      AGE: row % 75 === 10 ? "80+" : row % 2 === 0 ? "under 40" : "40–79",
      OVERALL: maybe(String(1 + whole(5))),
      SPEED: maybe(String(1 + whole(10))),
      // Rated in the first wave only.
      ...(at === 0 ? { PARKING: maybe(String(1 + whole(5))) } : {}),
      NPS: maybe(String(whole(11))),
      PAID: maybe(["@till", "card", "cash"][whole(3)] ?? ""),
      WHY_NEAR: tick(),
      WHY_PRICE: tick(),
      WHY_STAFF: tick(),
      SEEN1: maybe(["tv", "web"][whole(2)] ?? ""),
      SEEN2: row % 4 === 0 ? "paper" : "",
      WAIT: row === 60 ? privateMarks.badCell : maybe(String(1 + whole(90))),
      BOUGHT: dayOf(wave, whole(9)),
      COMMENT:
        row % 2 === 0
          ? `${privateMarks.comment}-${at}-${row} ${privateMarks.chinese}, "call me"\nat home`
          : "",
      PHONE: `${privateMarks.phone}-${at}-${row}`,
      REMARK: `${privateMarks.note}-${at}-${row}`,
    };
  });
}

/** Every exact day that the exports hold; none is a wave's first or last. */
export const privateDays: readonly string[] = waveIds.flatMap((wave) =>
  Array.from({ length: 9 }, (_, day) => dayOf(wave, day)),
);

function dayOf(wave: WaveId, day: number): string {
  return `${wave.slice(0, 4)}-${wave.endsWith("H1") ? "03" : "09"}-${11 + day}`;
}

function csvOf(rows: readonly Row[]): string {
  return Papa.unparse(rows as Record<string, string>[], { newline: "\n" });
}

function codebook(waves: readonly WaveId[], publish: string): string {
  return `id: shops
title: { en: Shop survey, zh: 门店调查 }
respondent: RID
date: { column: DAY, publish: month }
weight: W
base: { minimum: ${minimum}, caution: ${caution} }
quality: { duration: SECS, minimum: 40 }
publish: ${publish}
waves:
${waves.map((id) => `  - { id: ${id}, start: ${startOf(id)}, file: waves/${id}.csv, invited: 400 }`).join("\n")}
dimensions:
  - { id: area, title: { en: Area, zh: 片区 }, column: AREA, labels: { north: North, south: { en: South, zh: 南区 } }, order: labels }
  - { id: shop, title: { en: Shop, zh: 门店 }, column: SHOP }
  - { id: channel, title: { en: Channel, zh: 渠道 }, column: CHANNEL, labels: { web: Web, desk: Desk } }
  - { id: age, title: { en: Age, zh: 年龄 }, column: AGE, labels: { "40–79": "40–79", "80+": "80+", "under 40": under 40 } }
hierarchy: [area, shop]
scales:
  five: { codes: [1, 2, 3, 4, 5], labels: { en: [Awful, Poor, Fair, Good, Great], zh: [很差, 差, 一般, 好, 很好] }, satisfied: [4, 5] }
questions:
  - { id: overall, type: rating, scale: five, column: OVERALL, text: { en: "All in all?", zh: 总体如何？ }, short: { en: Overall, zh: 总体 } }
  - { id: speed, type: rating, scale: { min: 1, max: 10 }, column: SPEED${waves.length > 2 ? `, versions: [{ from: 2025-H1, text: How quick?, comparable: no }]` : ""} }
  - { id: parking, type: rating, scale: five, column: PARKING }
  - { id: recommend, type: nps, column: NPS }
  - { id: paid, type: single, column: PAID, labels: { "@till": At the till, card: { en: By card, zh: 刷卡 }, cash: Cash } }
  - { id: why, type: multi, columns: { near: WHY_NEAR, price: WHY_PRICE, staff: WHY_STAFF }, mentioned: ["1"] }
  - { id: seen, type: multi, columns: [SEEN1, SEEN2], labels: { tv: TV, web: Web, paper: Paper } }
  - { id: wait, type: number, unit: { en: minutes, zh: 分钟 }, better: lower, column: WAIT }
  - { id: bought, type: date, column: BOUGHT, publish: month }
  - { id: comment, type: text, column: COMMENT, publish: no }
factors:
  - { id: service, title: { en: Service, zh: 服务 }, of: [speed, parking] }
outcome: overall
measures: [mean, top2, nps]
`;
}

function startOf(wave: WaveId): string {
  return `${wave.slice(0, 4)}-${wave.endsWith("H1") ? "01" : "07"}-01`;
}
