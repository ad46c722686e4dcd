import { questionIn } from "../survey/question.ts";
import { questionName } from "../survey/reading.ts";
import { type Survey, waveIds } from "../survey/survey.ts";

/** Rating questions that share a scale in a wave, in groups large enough to show straight-lining (five and more). */
export function batteriesOf(survey: Survey, wave: string): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const written of survey.questions) {
    const question = questionIn(written, waveIds(survey), wave);
    if (question.type !== "rating") continue;
    const key = question.scale.codes.join();
    groups.set(key, [...(groups.get(key) ?? []), questionName(question.id)]);
  }
  return [...groups.values()].filter((group) => group.length >= 5);
}
