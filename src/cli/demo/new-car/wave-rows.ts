import { seededRandom } from "../../../stats/random.ts";
import { numberedRows } from "../numbered-rows.ts";
import type { Brand } from "./brands.ts";
import { categories } from "./categories.ts";
import { fieldwork, type Stratum } from "./fieldwork.ts";
import { outcomeAnswers } from "./outcome-answers.ts";
import { owner } from "./owners.ts";
import { type Reported, reportedProblems, separator } from "./problem-answers.ts";
import type { Wave } from "./waves.ts";

/** The columns of a wave's file, in order. */
export const waveColumns: readonly string[] = [
  "respondent_id",
  "INTDATE",
  "SEGMENT",
  "BRAND",
  "MODEL",
  "POWERTRAIN",
  "REGION",
  "AGE",
  "KM",
  ...categories.map(({ column }) => column),
  "ALLPROBLEMS",
  "Q_OUTCOME",
  "Q_OVERALL",
  "Q_RECOMMEND",
  "Q_AGAIN",
  "SECONDS",
];

/** A wave's rows in the order of the interviews, and its strata. */
export function waveRows(wave: Wave): {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly strata: readonly Stratum[];
} {
  const random = seededRandom(wave.seed);
  const strata = fieldwork(wave, random);
  const answered = strata.flatMap(({ brand, returned }) =>
    Array.from({ length: returned }, () => {
      const cells = answerRow(brand, wave, random);
      return { when: cells.INTDATE, order: random(), cells };
    }),
  );
  return { rows: numberedRows(answered, `${wave.year % 100}-`), strata };
}

function answerRow(brand: Brand, wave: Wave, random: () => number) {
  const person = owner(brand, wave, random);
  const reported = reportedProblems(brand, person, wave, random);
  const all = Object.values(reported).flat();
  const { overall, recommend, again, outcome } = outcomeAnswers(all.length, random);
  return {
    INTDATE: person.date,
    SEGMENT: brand.segment,
    BRAND: brand.code,
    MODEL: person.model,
    POWERTRAIN: person.powertrain,
    REGION: person.region,
    AGE: person.ageBand,
    KM: person.kilometres,
    ...problemCells(reported),
    ALLPROBLEMS: all.join(separator),
    Q_OUTCOME: outcome,
    Q_OVERALL: overall,
    Q_RECOMMEND: recommend,
    Q_AGAIN: again,
    SECONDS: String(person.seconds),
  };
}

function problemCells(reported: Reported): Readonly<Record<string, string>> {
  return Object.fromEntries(categories.map(({ id, column }) => [column, reported[id].join(separator)]));
}
