import { problemSets } from "../../measures/problems.ts";
import { isScaleQuestion } from "../../survey/question.ts";
import type { Survey } from "../../survey/survey.ts";
import type { ReportContext } from "../context.ts";
import { isTold, type OwnScore } from "./own-score.ts";

/** A method that makes nothing of the survey's answers, and why. */
export interface MissingScore {
  readonly name: string;
  readonly method: string;
  readonly why: string;
}

type Reason = keyof ReportContext["words"]["which"]["missing"];

/** Methods without a row, each with what the survey did not ask or set; or that nobody's answers make it here. */
export function missingScores(context: ReportContext, scores: readonly OwnScore[]): readonly MissingScore[] {
  const { which } = context.words;
  const told = new Set(scores.filter(isTold).flatMap(methodsTold(which.ofSeveralQuestions)));
  const all = Object.entries(methodsOf(context.survey)) as readonly [Reason, Asked][];
  return all.flatMap(([reason, { method, isAsked }]): readonly MissingScore[] => {
    const { name, why } = which.missing[reason];
    if (!isAsked) return told.has(method) && method !== "M08" ? [] : [{ name, method, why }];
    // Rows of single questions say it themselves, and so do those of scores before a deduction.
    return told.has(method) || method === "M08" || method === "M05"
      ? []
      : [{ name, method, why: which.noAnswers }];
  });
}

/** A question that is rescaled to 0–100 is no index. */
function methodsTold(several: string): (score: OwnScore) => readonly string[] {
  return ({ group, methods }) => methods.filter((method) => method !== "M10" || group === several);
}

interface Asked {
  readonly method: string;
  /** True where the codebook has what the method needs. */
  readonly isAsked: boolean;
}

function methodsOf(survey: Survey): Readonly<Record<Reason, Asked>> {
  const { scoring, questions, pairs, index, bands } = survey;
  const scales = questions.filter(isScaleQuestion);
  const names = (measure: "csat" | "ces") => scales.some(({ measures }) => measures?.includes(measure));
  return {
    national: { method: "M03", isAsked: scoring?.national !== undefined },
    fiveToOne: { method: "M04", isAsked: scoring?.fiveToOne !== undefined },
    deduction: {
      method: "M05",
      isAsked: scoring?.national?.deduct === true || scoring?.fiveToOne?.deduct === true,
    },
    nps: { method: "M08", isAsked: questions.some(({ type }) => type === "nps") },
    csat: { method: "M08", isAsked: names("csat") },
    ces: { method: "M08", isAsked: names("ces") },
    gap: { method: "M09", isAsked: pairs.length > 0 },
    index: { method: "M10", isAsked: index !== undefined },
    problems: { method: "M11", isAsked: problemSets(survey).length > 0 },
    bands: { method: "M18", isAsked: bands !== undefined },
  };
}
