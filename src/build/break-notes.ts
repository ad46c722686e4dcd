import { questionPlaces } from "../codebook/question-places.ts";
import type { Told } from "../panels/answer-label.ts";
import { breakText, byWave, type WaveBreaks } from "../panels/break-text.ts";
import type { Problem } from "../survey/problem.ts";
import type { Question } from "../survey/question.ts";
import { type Survey, waveIds } from "../survey/survey.ts";
import { wordsIn } from "../words/words.ts";

interface Codebook {
  readonly text: string;
  /** Its name in messages. */
  readonly file: string;
}

/** A note on every change of a question that was found and that the codebook does not speak of (M33). */
export function breakNotes(survey: Survey, codebook: Codebook): readonly Problem[] {
  const found = survey.questions.flatMap((question) =>
    byWave(question.id, question.breaks ?? [])
      .filter((at) => !isSpokenOf(question, at, waveIds(survey)))
      .map((at) => ({ question, at })),
  );
  if (found.length === 0) return [];
  const places = questionPlaces(codebook.text, codebook.file);
  const told: Told = { survey, language: "en", words: wordsIn("en") };
  return found.map(({ question, at }): Problem => {
    const place = places.get(question.id);
    return {
      severity: "note",
      file: codebook.file,
      ...(place ? { line: place.line, column: place.column } : {}),
      value: question.id,
      message: `No change is computed from ${at.breaks[0]?.break.until} to ${at.wave}, and trend lines break there: ${breakText(told, at.breaks)}`,
      expected: "a question that is put in the same way in all waves, or a word on what changed",
      mend: wavedThrough(at.wave, place?.written ?? question.id),
    };
  });
}

/** True where a version of the question begins at a break: whatever it says, the analyst knows. */
function isSpokenOf({ versions }: Question, { wave, breaks }: WaveBreaks, waves: readonly string[]): boolean {
  const to = waves.indexOf(wave);
  const from = Math.min(...breaks.map((one) => waves.indexOf(one.break.until)));
  return versions.some((version) => {
    const at = waves.indexOf(version.from);
    return at > from && at <= to;
  });
}

function wavedThrough(wave: string, question: string): string {
  const version = `versions: [{ from: "${wave}", comparable: yes }]`;
  return `If figures may be compared all the same, add ${version} to the question, or the line ${question},${wave},yes to a file of changes (question,from,comparable). With no in place of yes and a reason, pages say why.`;
}
