import { isScaleQuestion, type Question } from "../survey/question.ts";
import type { MeasureName, Survey } from "../survey/survey.ts";
import { ces, csat, easy } from "./effort.ts";
import { grade } from "./graded.ts";
import { mean } from "./mean.ts";
import type { Measure } from "./measure.ts";
import { detractors, net, nps, passives, promoters } from "./net.ts";
import { bottom2, satisfied, share, top1, top2 } from "./share.ts";

/** Every measure, by name, in the order in which a question's page lists them. */
export const measures: Readonly<Record<MeasureName, Measure>> = {
  mean,
  grade,
  csat,
  ces,
  easy,
  nps,
  promoters,
  passives,
  detractors,
  top1,
  top2,
  bottom2,
  net,
  satisfied,
  share,
};

/**
 * The measures that a survey shows for a question, the headline first: those that the codebook names, of the question
 * itself or else of the survey, and that fit, in its order. A recommend question is headed by its NPS, a measured quantity by its mean, whatever the codebook names.
 */
export function measuresFor(question: Question, survey: Pick<Survey, "measures">): readonly Measure[] {
  const own = isScaleQuestion(question) ? question.measures : undefined;
  const chosen = (own ?? survey.measures)
    .map((name) => measures[name])
    .filter((measure) => measure.appliesTo(question));
  if (question.type === "nps") return [nps, ...chosen.filter((measure) => measure !== nps)];
  return chosen.length === 0 && mean.appliesTo(question) ? [mean] : chosen;
}

/** The one figure that stands for a question; undefined for choices, texts and dates, which have none. */
export function headlineMeasure(question: Question, survey: Survey): Measure | undefined {
  return measuresFor(question, survey)[0];
}
