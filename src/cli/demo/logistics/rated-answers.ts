import { normal } from "../../../stats/random.ts";
import { answerCell, type Silence } from "../answer-cell.ts";
import { grade } from "../draws.ts";
import type { Experience } from "./experience.ts";
import { type Expectation, expectations, factors, type Item, itemsOf, modestExpectation } from "./items.ts";
import type { Respondent } from "./respondents.ts";
import { cannotSay, cannotSayOfTen } from "./special-cells.ts";
import { expectationShift, wordingShift } from "./stories.ts";

type Random = () => number;

const silence = {
  item: { blank: 0.012, unsure: 0.018, cannotSay },
  overall: { blank: 0.004, unsure: 0.004, cannotSay },
  recommend: { blank: 0.012, unsure: 0.012, cannotSay: cannotSayOfTen },
} as const satisfies Record<string, Silence>;

const grades = [1, 5] as const;

/** A grade of 1–5 as a cell. */
export function gradeCell(felt: number, random: Random): string {
  return answerCell(grade(felt, grades), silence.item, random);
}

/** The cells of the rated items. */
export function itemAnswers({ byFactor }: Experience, wave: string, random: Random) {
  const cells = factors.flatMap((factor) =>
    itemsOf(factor).map(([item, level]) => {
      const felt = byFactor[factor] + level + wordingShift(item, wave) + 0.5 * normal(random);
      return [item, gradeCell(felt, random)] as const;
    }),
  );
  return Object.fromEntries(cells) as Readonly<Record<Item, string>>;
}

/** The cells of overall satisfaction, recommendation and the wish to stay. */
export function outcomeAnswers({ overall }: Experience, random: Random) {
  const recommend = 2 * overall - 0.4 + 1.1 * normal(random);
  return {
    overall: answerCell(grade(overall, grades), silence.overall, random),
    recommend: answerCell(grade(recommend, [0, 10]), silence.recommend, random),
    stay: answerCell(intention(overall + 0.5 * normal(random)), silence.item, random),
  };
}

/** 1 certainly … 4 certainly not */
function intention(loyalty: number): number {
  if (loyalty >= 4) return 1;
  if (loyalty >= 3.1) return 2;
  return loyalty >= 2.3 ? 3 : 4;
}

/** How much is demanded of the pick-up staff, asked at the end. */
export function modestExpectationAnswer(random: Random): { readonly ex6: string } {
  return { ex6: gradeCell(modestExpectation.level + 0.65 * normal(random), random) };
}

/** How much is demanded: a matter of the person, whatever was found. */
export function expectationAnswers({ customerType }: Respondent, wave: string, random: Random) {
  const demanding = 0.35 * normal(random);
  const cells = Object.entries(expectations).map(([id, { level }]) => {
    const shift = expectationShift(id as Expectation, customerType, wave);
    return [id, gradeCell(level + shift + demanding + 0.55 * normal(random), random)] as const;
  });
  return Object.fromEntries(cells) as Readonly<Record<Expectation, string>>;
}
