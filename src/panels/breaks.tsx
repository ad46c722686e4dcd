import type { Version } from "../survey/question.ts";
import { type ReportContext, waveTitle } from "./context.ts";

/** That a question changed, and why, where the codebook gives reasons. */
export function breakText({ words, language }: ReportContext, breaks: readonly Version[]): string {
  const reasons = breaks.flatMap(({ reason }) => reason?.[language] || []);
  return [words.wordingMark, ...reasons].join(words.colon);
}

/** Under a chart: each wave at which its lines break, and why. */
export function BreakNotes({
  context,
  breaks,
}: {
  readonly context: ReportContext;
  readonly breaks: readonly Version[];
}) {
  return (
    <>
      {breaks
        .filter(({ reason }) => reason)
        .map((version) => (
          <p key={version.from} class="note">
            {`${waveTitle(context, version.from)}${context.words.colon}${breakText(context, [version])}`}
          </p>
        ))}
    </>
  );
}
