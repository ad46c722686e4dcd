import { type Break, breaksOf, isComparable } from "../survey/breaks.ts";
import { questionOf, waveIds } from "../survey/survey.ts";
import { breakText, byWave, inSentences, type WaveBreaks } from "./break-text.ts";
import { type ReportContext, waveTitle } from "./context.ts";

/** Under a chart: each wave at which its lines break, what changed, and why; numbered where there are several. */
export function BreakNotes({
  context,
  question,
  breaks,
}: {
  readonly context: ReportContext;
  /** Id of the question. */
  readonly question: string;
  readonly breaks: readonly Break[];
}) {
  const all = byWave(breaks);
  return (
    <>
      {all.map((one, at) => (
        <p key={one.wave} class="note">
          {all.length > 1 && <b>{`${at + 1}${"\u00a0"}`}</b>}
          {`${waveTitle(context, one.wave)}${context.words.colon}${breakText(context, question, one.breaks)}`}
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
    const what = `${waveTitle(context, wave)}${words.colon}${breakText(context, question, at)}`;
    return inSentences(context, [what, isComparable(at) ? words.breaks.compared : words.breaks.notCompared]);
  };
  return (
    <>
      <h3>{words.breaks.title}</h3>
      {byWave(breaks).map((one) => (
        <p key={one.wave} class="note">
          {line(one)}
        </p>
      ))}
    </>
  );
}
