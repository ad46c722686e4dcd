/** Whose car it is: an independent domestic brand, a joint venture's, a premium one. */
export type Segment = "domestic" | "joint-venture" | "premium";
export type Powertrain = "petrol" | "hybrid" | "electric";

export interface Model {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  /** Each with its share of the model's owners. */
  readonly powertrains: readonly (readonly [Powertrain, number])[];
}

export interface Brand {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  readonly segment: Segment;
  /** Cars registered against the average brand. */
  readonly market: number;
  /** Problems against the average brand, the same in every category and year. */
  readonly quality: number;
  /** The model that was there first, and the newer one. */
  readonly models: readonly [Model, Model];
}

type Written = readonly [
  code: string,
  en: string,
  zh: string,
  market: number,
  quality: number,
  older: string,
  newer: string,
  newerIs: "electric" | "hybrid",
];

const petrol = [["petrol", 1]] as const;
const petrolOrHybrid = [
  ["petrol", 0.66],
  ["hybrid", 0.34],
] as const;

/** Every brand and every model is invented. */
const written: Readonly<Record<Segment, readonly Written[]>> = {
  domestic: [
    ["YT", "Yuanting", "远霆", 2.1, 0.96, "S5", "E7", "electric"],
    ["CG", "Chengguang", "澄光", 1.7, 1.02, "M6", "E5", "electric"],
    ["HL", "Haoling", "昊岭", 1.6, 1.1, "70", "90", "hybrid"],
    ["QZ", "Qingzhou", "青舟", 1.2, 0.9, "A3", "E3", "electric"],
    ["LQ", "Lanque", "蓝雀", 1.1, 1.08, "C2", "E2", "electric"],
    ["TS", "Tuoshan", "拓山", 0.8, 1.2, "T4", "T6", "hybrid"],
    ["SC", "Shuochi", "朔驰", 0.7, 1.16, "V5", "E8", "electric"],
    ["YC", "Yuncen", "云岑", 0.6, 0.98, "L6", "E9", "electric"],
    ["XF", "Xunfeng", "迅枫", 0.5, 1.14, "30", "E40", "electric"],
  ],
  "joint-venture": [
    ["GH", "Guanghe Mitara", "广和美塔", 1.6, 0.84, "Corin", "Corin Cross", "hybrid"],
    ["HN", "Huaxin Nordal", "华信诺达", 1.4, 0.56, "Sava", "Sava Tour", "hybrid"],
    ["DK", "Dongrui Kessler", "东瑞凯斯", 1.3, 1, "Lauda", "Lauda E", "electric"],
    ["BO", "Beitai Orvell", "北泰奥威", 0.9, 1.04, "Relin", "Relin Max", "hybrid"],
    ["SK", "Shenlian Kasto", "申联卡斯托", 0.7, 0.93, "Venna", "Venna E", "electric"],
    ["JH", "Jinhai Halden", "津海哈顿", 0.5, 1.12, "Ostra", "Ostra Plus", "hybrid"],
  ],
  premium: [
    ["AU", "Aurelis", "奥睿利", 0.9, 0.88, "Solen", "Solen E", "electric"],
    ["VM", "Velmar", "维玛尔", 0.8, 0.94, "Cadre", "Cadre E", "electric"],
    ["NV", "Norrvik", "诺维克", 0.6, 0.98, "N60", "N60 E", "electric"],
    ["ST", "Sterova", "斯黛娃", 0.5, 1.06, "G30", "G30 E", "electric"],
    ["CS", "Casarin", "卡萨林", 0.5, 1.02, "Lira", "Lira L", "hybrid"],
  ],
};

/** The twenty brands, segment by segment. */
export const brands: readonly Brand[] = Object.entries(written).flatMap(([segment, lines]) =>
  lines.map((line) => brand(segment as Segment, line)),
);

function brand(segment: Segment, [code, en, zh, market, quality, older, newer, newerIs]: Written): Brand {
  const model = (name: string, powertrains: Model["powertrains"]): Model => ({
    code: `${code}-${name.replaceAll(" ", "")}`,
    en: `${en} ${name}`,
    zh: `${zh} ${name}`,
    powertrains,
  });
  const first = model(older, segment === "joint-venture" ? petrol : petrolOrHybrid);
  return { code, en, zh, segment, market, quality, models: [first, model(newer, [[newerIs, 1]])] };
}
