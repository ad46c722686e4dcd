import { breaksOf, type ItemBreak, isComparable } from "../survey/breaks.ts";
import { questionOf, waveIds } from "../survey/survey.ts";
import { breaksText, byWave, inSentences, itemBreak, type WaveBreaks } from "./break-text.ts";
import { type ReportContext, waveTitle } from "./context.ts";

/** Under a chart: each wave at which its lines break, what changed, and why; numbered where there are several. */
export function BreakNotes({
  context,
  breaks,
  named = false,
}: {
  readonly context: ReportContext;
  readonly breaks: readonly ItemBreak[];
  /** Whether the figure is made of several questions, so that each is to be named. */
  readonly named?: boolean;
}) {
  const all = byWave(breaks);
  return (
    <>
      {all.map((one, at) => (
        <p key={one.wave} class="note">
          {all.length > 1 && <b>{`${at + 1}${"\u00a0"}`}</b>}
          {`${waveTitle(context, one.wave)}${context.words.colon}${breaksText(context, one.breaks, named)}`}
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
    const what = `${waveTitle(context, wave)}${words.colon}${breaksText(context, at, false)}`;
    return inSentences(context, [
      what,
      isComparable(at.map((one) => one.break)) ? words.breaks.compared : words.breaks.notCompared,
    ]);
  };
  return (
    <>
      <h3>{words.breaks.title}</h3>
      {byWave(breaks.map((one) => itemBreak(question, one))).map((one) => (
        <p key={one.wave} class="note">
          {line(one)}
        </p>
      ))}
    </>
  );
}
