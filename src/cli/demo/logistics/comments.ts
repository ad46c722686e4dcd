import { type Feeling, type Manner, comment as write } from "../comments.ts";
import { grade, pickEvenly } from "../draws.ts";
import { phrases } from "./comment-phrases.ts";
import type { Experience } from "./experience.ts";
import { type Factor, factors } from "./items.ts";
import { factorLevel } from "./stories.ts";

const manner: Manner<Factor> = {
  book: phrases,
  slots: {
    days: (random) => String(4 + Math.floor(6 * random())),
    hours: (random) => String(2 + Math.floor(4 * random())),
    name: (random) => pickEvenly(["小李", "小王", "小陈", "小周", "小赵", "小林"], random),
  },
  but: "，就是",
  stop: "。",
  between: "",
};

/** Draws what a respondent writes, if anything: what was unlike the rest, not what is always low. */
export function comment(lived: Experience, random: () => number): string {
  const ranked = factors.toSorted((a, b) => standing(lived, a) - standing(lived, b));
  const tale = {
    felt: feeling(lived.overall),
    best: ranked.at(-1) ?? "pickup",
    worst: ranked[0] ?? "price",
  } as const;
  return write(tale, manner, random);
}

function feeling(overall: number): Feeling {
  const given = grade(overall, [1, 5]);
  if (given === 5) return "pleased";
  return given <= 3 ? "cross" : "neutral";
}

function standing({ byFactor }: Experience, factor: Factor): number {
  return byFactor[factor] - factorLevel[factor];
}
