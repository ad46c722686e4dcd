import { type Side, sidesOf } from "../charts/diverging-grades.ts";
import { recommendGroups } from "../measures/net.ts";
import type { ScaleQuestion } from "../survey/question.ts";
import { gradeColour } from "../theme/tokens.ts";
import type { ReportContext } from "./context.ts";

/** How the grades of a question are drawn about the middle of its scale. */
export interface GradeLook {
  /** Colour of a grade by its place, worst first. */
  readonly colour: (place: number) => string;
  readonly sides: readonly Side[];
  readonly words: { readonly worse: string; readonly better: string };
  /** What the better grades are called in a sentence. */
  readonly betterName: string;
}

/** Worst to best; of a recommend question detractors on one side, passives in the middle, promoters on the other. */
export function gradeLook(question: ScaleQuestion, { words }: ReportContext): GradeLook {
  const { codes } = question.scale;
  const { grades } = words.charts;
  if (question.type !== "nps")
    return {
      colour: (place) => gradeColour(place, codes.length),
      sides: sidesOf(codes.length),
      words: { worse: grades.worse, better: grades.better },
      betterName: grades.higher,
    };
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
    betterName: promoters,
  };
}
