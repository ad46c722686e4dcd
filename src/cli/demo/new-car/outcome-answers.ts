import { normal } from "../../../stats/random.ts";
import { answerCell, type Silence } from "../answer-cell.ts";
import { grade } from "../draws.ts";

const rated: Silence = { blank: 0.012, unsure: 0.01, cannotSay: "99" };
const chosen: Silence = { blank: 0.02, unsure: 0.02, cannotSay: "99" };

/** What an owner of so many problems thinks of the car: each further problem costs less than the one before. */
export function outcomeAnswers(problems: number, random: () => number) {
  const overall = 8.9 - 0.8 * Math.sqrt(problems) + 0.95 * normal(random);
  return {
    overall: answerCell(grade(overall, [1, 10]), rated, random),
    recommend: answerCell(grade(overall + 0.2 + 1.1 * normal(random), [0, 10]), rated, random),
    again: answerCell(intention(overall + 0.9 * normal(random)), chosen, random),
    outcome: answerCell(whatCameOfThem(problems, random), chosen, random),
  };
}

/** 1 certainly … 4 certainly not */
function intention(loyalty: number): number {
  if (loyalty >= 8.6) return 1;
  if (loyalty >= 6.9) return 2;
  return loyalty >= 5.6 ? 3 : 4;
}

/** 1 solved by the dealer, 2 not solved, 3 not taken to the dealer, 4 there were none */
function whatCameOfThem(problems: number, random: () => number): number {
  const luck = random();
  if (problems === 0) return 4;
  if (luck < 0.31) return 1;
  return luck < 0.46 ? 2 : 3;
}
