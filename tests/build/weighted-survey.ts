/**
 * A survey of 100 people a wave whose answers depend on sex and age alone, so that every weighted figure can be worked
 * out by hand. Women young and old, men young and old: 40, 20, 30 and 10 respondents, who answer 4, 2, 5 and 1.
 */
import type { Files } from "./prepare-files.ts";

export interface Kind {
  readonly sex: string;
  readonly age: string;
  readonly n: number;
  readonly answer: number;
}

export const kinds: readonly Kind[] = [
  { sex: "f", age: "1", n: 40, answer: 4 },
  { sex: "f", age: "2", n: 20, answer: 2 },
  { sex: "m", age: "1", n: 30, answer: 5 },
  { sex: "m", age: "2", n: 10, answer: 1 },
];

/** (160 + 40 + 150 + 10) / 100. */
export const unweightedMean = 3.6;

/** People in every combination, a thousand in all. */
export const combined = "sex,age,people\nf,1,300\nf,2,200\nm,1,200\nm,2,300\n";
/** (300·4 + 200·2 + 200·5 + 300·1) / 1000. */
export const cellsMean = 2.9;

/** The same people, known by each dimension alone. */
export const alone = "sex,age,people\nf,,500\nm,,500\n,1,500\n,2,500\n";
/**
 * Raking keeps the sample's odds ratio 40·10 / (20·30) = 2/3 and makes the cells t, 50−t, 50−t, t of 100, so that
 * t/(50−t) = √(2/3); the mean is (4t + 2(50−t) + 5(50−t) + t) / 100 = 3.5 − t/50.
 */
const t = (50 * Math.sqrt(2 / 3)) / (1 + Math.sqrt(2 / 3));
export const rakedMean = 3.5 - t / 50;
/** Weights of the four kinds, in their order. */
export const rakedWeights = [t / 40, (50 - t) / 20, (50 - t) / 30, t / 10] as const;

export interface WeightedOptions {
  /** The value of the key; blank: no weights. */
  readonly weight: string;
  readonly population?: string | undefined;
  /** Rows added to the last wave: sex,age,answer,weight. */
  readonly more?: readonly string[];
  readonly respondents?: readonly Kind[];
  readonly waves?: readonly string[];
  readonly minimum?: number;
}

/** The survey's files. */
export function weightedFiles({
  weight,
  population,
  more = [],
  respondents = kinds,
  waves = ["2024"],
  minimum = 5,
}: WeightedOptions): Files {
  const rows = respondents.flatMap(({ sex, age, n, answer }) =>
    Array.from({ length: n }, (_, at) => `${sex},${age},${answer},${at % 2 === 0 ? "0.5" : "1.5"}`),
  );
  const exported = (wave: string) =>
    ["SEX,AGE,Q,W", ...rows, ...(wave === waves.at(-1) ? more : [])].join("\n");
  return {
    "survey.yaml": codebook(weight, waves, minimum),
    ...Object.fromEntries(waves.map((wave) => [`${wave}.csv`, `${exported(wave)}\n`])),
    ...(population === undefined ? {} : { "population.csv": population }),
  };
}

function codebook(weight: string, waves: readonly string[], minimum: number): string {
  return `id: shop
title: Shop
${weight === "" ? "" : `weight: ${weight}\n`}base: { minimum: ${minimum} }
waves:
${waves.map((wave) => `  - { id: "${wave}", file: ${wave}.csv }`).join("\n")}
dimensions:
  - { id: sex, title: Sex, column: SEX, labels: { f: Women, m: Men } }
  - { id: age, title: Age, column: AGE, labels: { "1": Young, "2": Old } }
questions:
  - { id: overall, type: rating, scale: { min: 1, max: 5 }, column: Q }
`;
}
