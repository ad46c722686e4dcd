import type { Side } from "../charts/diverging-grades.ts";
import { recommendGroups } from "../measures/net.ts";
import { bottomCodes, leastForTwo, topCodes } from "../measures/share.ts";
import type { ScaleQuestion } from "../survey/question.ts";
import { gradeColour } from "../theme/tokens.ts";
import { joinRange } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";

/** How the grades of a question are drawn about those that are neither good nor bad. */
export interface GradeLook {
  /** Colour of a grade by its place, worst first. */
  readonly colour: (place: number) => string;
  readonly sides: readonly Side[];
  readonly words: { readonly worse: string; readonly better: string };
  /** What the grades of both sides are called in a sentence. */
  readonly names: { readonly worse: string; readonly better: string };
}

/**
 * Worst to best. Sides are what a share is published of: on the better one the grades that the codebook counts as
 * satisfied, else the top two, on the worse one the bottom two (M07), all others neutral between them; on scales of
 * three grades or fewer one each. Of a recommend question detractors on one side, passives between, promoters on the
 * other.
 */
export function gradeLook(question: ScaleQuestion, context: ReportContext): GradeLook {
  return question.type === "nps" ? recommendLook(question, context) : ratingLook(question, context);
}

function ratingLook(question: ScaleQuestion, { words, language }: ReportContext): GradeLook {
  const { codes, satisfied } = question.scale;
  const { grades } = words.charts;
  const count = codes.length < leastForTwo ? 1 : 2;
  const good = satisfied.length > 0 ? satisfied : topCodes(question, count);
  const bad = bottomCodes(question, count).filter((code) => !good.includes(code));
  const sides = codes.map((code): Side => (good.includes(code) ? 1 : bad.includes(code) ? -1 : 0));
  const listOf = (some: readonly number[]) => {
    const sorted = some.toSorted((a, b) => a - b);
    const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
    if (some.length === 1) return String(first);
    const gapless = codes.filter((code) => code >= first && code <= last).length === some.length;
    return gapless
      ? joinRange(String(first), String(last), language)
      : sorted.map(String).join(words.listSeparator);
  };
  const names = {
    worse: grades.bottom(bad.length, listOf(bad)),
    better: satisfied.length > 0 ? grades.satisfied(listOf(good)) : grades.top(good.length, listOf(good)),
  };
  return {
    colour: (place) => (sides[place] === 0 ? gradeColour(4, 9) : gradeColour(place, codes.length)),
    sides,
    words: { worse: bad.length > 0 ? grades.worse(names.worse) : "", better: grades.better(names.better) },
    names,
  };
}

function recommendLook({ scale: { codes } }: ScaleQuestion, { words }: ReportContext): GradeLook {
  const { detractors, promoters } = words.measureNames;
  const first = codes.findIndex((code) => !recommendGroups.detractors(code));
  return {
    colour: (place) => {
      const code = codes[place] ?? 0;
      if (recommendGroups.passives(code)) return gradeColour(4, 9);
      return recommendGroups.promoters(code)
        ? gradeColour(code - 2, 9)
        : gradeColour(Math.floor((place * 4) / first), 9);
    },
    sides: codes.map((code) => {
      if (recommendGroups.passives(code)) return 0;
      return recommendGroups.promoters(code) ? 1 : -1;
    }),
    words: { worse: detractors, better: promoters },
    names: { worse: detractors, better: promoters },
  };
}
