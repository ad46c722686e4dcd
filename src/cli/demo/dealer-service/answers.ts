import { normal } from "../../../stats/random.ts";
import { answerCell, type Silence } from "../answer-cell.ts";
import { grade } from "../draws.ts";
import type { Experience } from "./experience.ts";
import { factors, type Item, itemsOf } from "./items.ts";
import type { Dealer } from "./network.ts";
import type { Respondent } from "./respondents.ts";
import { wordingShift } from "./stories.ts";

/** Shares of unanswered and "can't say" cells; the export writes 99 for the latter. */
const silence = {
  item: { blank: 0.022, unsure: 0.009, cannotSay: "99" },
  overall: { blank: 0.006, unsure: 0.003, cannotSay: "99" },
  recommend: { blank: 0.02, unsure: 0.012, cannotSay: "99" },
  other: { blank: 0.03, unsure: 0, cannotSay: "99" },
} as const satisfies Record<string, Silence>;

/** The raw cells of the rated items. */
export function itemAnswers(
  { byFactor }: Experience,
  person: Respondent,
  wave: string,
  random: () => number,
): Readonly<Record<Item, string>> {
  const same = grade(byFactor.advisor, [1, 10]);
  const cells = factors.flatMap((factor) =>
    itemsOf(factor).map(([item, level]) => {
      const felt = byFactor[factor] + level + wordingShift(item, wave) + 0.9 * normal(random);
      const given = person.straightLiner ? same : grade(felt, [1, 10]);
      return [item, answerCell(given, silence.item, random)] as const;
    }),
  );
  return Object.fromEntries(cells) as Record<Item, string>;
}

/** The raw cells of overall satisfaction, recommendation and the two intentions to return. */
export function outcomeAnswers({ overall }: Experience, person: Respondent, random: () => number) {
  const loyalty = overall + normal(random);
  return {
    overall: answerCell(grade(overall, [1, 10]), silence.overall, random),
    recommend: answerCell(grade(overall + 0.25 + 1.1 * normal(random), [0, 10]), silence.recommend, random),
    return_in_warranty: person.outOfWarranty ? "5" : answerCell(intention(loyalty), silence.other, random),
    return_after_warranty: answerCell(intention(loyalty - 1.1), silence.other, random),
  };
}

/** 1 certainly … 4 certainly not */
function intention(loyalty: number): number {
  if (loyalty >= 8) return 1;
  if (loyalty >= 6.2) return 2;
  return loyalty >= 4.8 ? 3 : 4;
}

/** Minutes in the workshop, as people remember them: skewed, in steps of five, shorter where service pleased. */
export function serviceMinutes({ byFactor }: Experience, random: () => number): string {
  const luck = normal(random);
  const minutes =
    78 + 24 * luck + 9 * luck * luck - 7 * (byFactor.service_quality - 7.9) + 8 * normal(random);
  return answerCell(Math.max(15, 5 * Math.round(minutes / 5)), silence.other, random);
}

/** Share of respondents who tick each reason, and what a brand class adds to it. */
const reasons = {
  why_near: [0.46, 0, 0],
  why_price: [0.2, 0.12, -0.08],
  why_skill: [0.33, -0.04, 0.05],
  why_staff: [0.21, 0, 0.03],
  why_parts: [0.38, -0.06, 0.08],
  why_bought: [0.3, 0, 0],
} as const;

export type Reason = keyof typeof reasons;

/** The reasons for choosing this dealer: "1" where ticked. One in fifty ticks none. */
export function reasonAnswers(
  { brandClass }: Dealer,
  random: () => number,
): Readonly<Record<Reason, string>> {
  const silent = random() < 0.02;
  const cells = Object.entries(reasons).map(([reason, [share, domestic, premium]]) => {
    const extra = brandClass === "domestic" ? domestic : brandClass === "premium" ? premium : 0;
    return [reason, random() < share + extra && !silent ? "1" : ""] as const;
  });
  return Object.fromEntries(cells) as Record<Reason, string>;
}
