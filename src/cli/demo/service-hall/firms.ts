export type Industry = "bank" | "telecom" | "government";

/** How many halls there are of an industry, of which only some are sampled. Stands in the codebook, too. */
export const firmsInAll: Readonly<Record<Industry, number>> = { bank: 52, telecom: 41, government: 58 };

/** A hall that is in the sample. */
export interface Firm {
  readonly code: string;
  readonly industry: Industry;
  readonly en: string;
  readonly zh: string;
  /** Customers served in the ten days, about. */
  readonly customers: number;
  /** Constant distance from the other halls, in grades. */
  readonly level: number;
}

type Written = readonly [code: string, zh: string, en: string, customers: number, level: number];

/** Every hall is invented. */
const written: Readonly<Record<Industry, readonly Written[]>> = {
  bank: [
    ["B01", "临江支行", "Linjiang branch", 1420, 0.02],
    ["B02", "春晖路支行", "Chunhui Road branch", 980, -0.04],
    ["B03", "云桥支行", "Yunqiao branch", 1150, 0.05],
    ["B04", "南苑支行", "Nanyuan branch", 1240, 0.28],
    ["B05", "金穗支行", "Jinsui branch", 3900, -0.42],
    ["B06", "星海支行", "Xinghai branch", 860, 0.16],
    ["B07", "望湖支行", "Wanghu branch", 1040, -0.02],
  ],
  telecom: [
    ["T01", "中心营业厅", "Central hall", 1650, -0.05],
    ["T02", "北岭营业厅", "Beiling hall", 720, 0.06],
    ["T03", "科创园营业厅", "Science Park hall", 900, 0.1],
    ["T04", "滨河营业厅", "Binhe hall", 1080, 0],
    ["T05", "学府路营业厅", "Xuefu Road hall", 1300, -0.02],
    ["T06", "东港营业厅", "Donggang hall", 640, -0.08],
  ],
  government: [
    ["G01", "市民中心大厅", "Citizens' Centre hall", 2300, 0.04],
    ["G02", "青溪区大厅", "Qingxi District hall", 1100, -0.05],
    ["G03", "松原路大厅", "Songyuan Road hall", 1250, 0.02],
    ["G04", "柳塘区大厅", "Liutang District hall", 800, -0.03],
  ],
};

/** The seventeen sampled halls, industry by industry. */
export const firms: readonly Firm[] = Object.entries(written).flatMap(([industry, lines]) =>
  lines.map(([code, zh, en, customers, level]) => ({
    code,
    industry: industry as Industry,
    en,
    zh,
    customers,
    level,
  })),
);
