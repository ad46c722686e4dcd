import { breaksOf } from "../survey/breaks.ts";
import { questionOf, waveIds } from "../survey/survey.ts";
import { breakText, byWave, inSentences, type WaveBreaks } from "./break-text.ts";
import { type ReportContext, waveTitle } from "./context.ts";

/** Under a chart: each wave at which its lines break, what changed, and why; numbered where there are several. */
export function BreakNotes({
  context,
  breaks,
  named = false,
}: {
  readonly context: ReportContext;
  readonly breaks: readonly WaveBreaks[];
  /** With the names of the questions that changed. */
  readonly named?: boolean;
}) {
  const { words } = context;
  return (
    <>
      {breaks.map(({ wave, breaks: at }, place) => (
        <p key={wave} class="note">
          {breaks.length > 1 && <b>{`${place + 1}${"\u00a0"}`}</b>}
          {`${waveTitle(context, wave)}${words.colon}${breakText(context, at, { named })}`}
        </p>
      ))}
    </>
  );
}

/** Everything that changed in a question over all waves, whether figures are compared over it or not. */
export function ChangeList({
  context,
  question,
}: {
  readonly context: ReportContext;
  /** Id of the question. */
  readonly question: string;
}) {
  const { words, survey } = context;
  const breaks = breaksOf(questionOf(survey, question), waveIds(survey));
  if (breaks.length === 0) return null;
  const line = ({ wave, breaks: at }: WaveBreaks) => {
    const what = `${waveTitle(context, wave)}${words.colon}${breakText(context, at)}`;
    return inSentences(context, [
      what,
      at.every((one) => one.break.allowed) ? words.breaks.compared : words.breaks.notCompared,
    ]);
  };
  return (
    <>
      <h3>{words.breaks.title}</h3>
      {byWave(question, breaks).map((one) => (
        <p key={one.wave} class="note">
          {line(one)}
        </p>
      ))}
    </>
  );
}
