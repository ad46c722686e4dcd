import { type Feeling, type Manner, type Phrases, comment as write } from "../comments.ts";
import { grade, pickEvenly } from "../draws.ts";
import { english } from "./comment-phrases-en.ts";
import { chinese } from "./comment-phrases-zh.ts";
import type { Experience } from "./experience.ts";
import { type Factor, factors } from "./items.ts";
import type { Respondent } from "./respondents.ts";
import { factorLevel } from "./stories.ts";

const manners: Readonly<Record<Respondent["language"], Manner<Factor>>> = {
  zh: {
    book: chinese,
    slots: slots(["李", "王", "陈", "周", "赵", "林"]),
    but: "，不过",
    stop: "。",
    between: "",
  },
  en: {
    book: english,
    slots: slots(["Li", "Wang", "Chen", "Zhou", "Zhao", "Lin"]),
    but: ", but ",
    stop: ".",
    between: " ",
  },
};

function slots(names: Phrases): Manner<Factor>["slots"] {
  return {
    minutes: (random) => String(20 + 5 * Math.floor(15 * random())),
    name: (random) => pickEvenly(names, random),
  };
}

/** Draws what a respondent writes, if anything. */
export function comment(lived: Experience, person: Respondent, random: () => number): string {
  const ranked = factors.toSorted((a, b) => standing(lived, a) - standing(lived, b));
  const tale = {
    felt: feeling(lived.overall),
    best: ranked.at(-1) ?? "advisor",
    worst: ranked[0] ?? "service_quality",
  } as const;
  return write(tale, manners[person.language], random);
}

function feeling(overall: number): Feeling {
  const given = grade(overall, [1, 10]);
  if (given >= 9) return "pleased";
  return given <= 6 ? "cross" : "neutral";
}

/** A factor against its usual level: people write about what was unlike the rest, not about what is always low. */
function standing(lived: Experience, factor: Factor): number {
  return lived.byFactor[factor] - factorLevel[factor];
}
