import { isScaleQuestion, type Question } from "../survey/question.ts";
import type { MeasureName } from "../survey/survey.ts";
import { mean } from "./mean.ts";
import type { Measure } from "./measure.ts";
import { shareOfCodes, topCodes } from "./share.ts";

/** A measure of questions whose scale goes from 1 to `most` and that name it in the codebook. */
function chosen(name: MeasureName, most: number): (question: Question) => boolean {
  return (question) => {
    if (!isScaleQuestion(question) || !question.measures?.includes(name)) return false;
    const { codes } = question.scale;
    return codes.length === most && codes.every((code, at) => code === at + 1);
  };
}

/** M08, CSAT: share of the two best answers to a question on 1–5, asked right after a contact. */
export const csat: Measure = {
  name: "csat",
  method: "M08",
  unitOf: () => "proportion",
  appliesTo: chosen("csat", 5),
  estimate: (tally, question, options) =>
    isScaleQuestion(question) ? shareOfCodes(tally, topCodes(question, 2), options) : { status: "none" },
};

/** M08, customer effort score: mean of a question on 1–7, 7 being the least effort (Dixon, Freeman, Toman 2010). */
export const ces: Measure = { ...mean, name: "ces", method: "M08", appliesTo: chosen("ces", 7) };

/** M08, share of those to whom it was easy: 5, 6 or 7 of 7. */
export const easy: Measure = {
  name: "easy",
  method: "M08",
  unitOf: () => "proportion",
  appliesTo: (question) => chosen("ces", 7)(question) || chosen("easy", 7)(question),
  estimate: (tally, question, options) =>
    isScaleQuestion(question) ? shareOfCodes(tally, topCodes(question, 3), options) : { status: "none" },
};
