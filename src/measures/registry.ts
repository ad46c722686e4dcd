import type { Question } from "../survey/question.ts";
import type { MeasureName, Survey } from "../survey/survey.ts";
import { mean } from "./mean.ts";
import type { Measure } from "./measure.ts";
import { net, nps } from "./net.ts";
import { bottom2, satisfied, share, top1, top2 } from "./share.ts";

/** Every measure, by name. */
export const measures: Readonly<Record<MeasureName, Measure>> = {
  mean,
  top1,
  top2,
  bottom2,
  net,
  satisfied,
  nps,
  share,
};

/** The measures that a survey's pages show for a question, the headline first. A recommend question is headed by its NPS. */
export function measuresFor(question: Question, survey: Survey): readonly Measure[] {
  const chosen = survey.measures
    .map((name) => measures[name])
    .filter((measure) => measure.appliesTo(question));
  const rest = mean.appliesTo(question) && !chosen.includes(mean) ? [mean] : [];
  return [...chosen, ...rest].toSorted((a, b) => Number(b === nps) - Number(a === nps));
}

/** The one figure that stands for a question; undefined for choices, texts and dates, which have none. */
export function headlineMeasure(question: Question, survey: Survey): Measure | undefined {
  return measuresFor(question, survey)[0];
}
