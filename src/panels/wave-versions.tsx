import type { Comparison } from "../findings/compare-versions.ts";
import { givesAway } from "../findings/gives-away.ts";
import { sameFigure } from "../findings/restated.ts";
import type { WaveChange } from "../findings/wave-changes.ts";
import type { BaseRules } from "../survey/survey.ts";
import { isShownRecord, type RecordedFigure } from "../survey/version-record.ts";
import { formatNumber } from "../words/numbers.ts";
import { spanOf } from "./changes-model.ts";
import type { ReportContext } from "./context.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import { Recorded } from "./recorded-figure.tsx";
import { headlineQuestion, measureHead, type QuestionSubject } from "./subject.ts";

/** A wave of the earlier version that is another now, or gone. */
type ChangedWave = WaveChange & { readonly state: "corrected" | "removed" };

/** The earlier version's waves that are others now: rows and headline in both versions. */
export function waveVersions(comparison: Comparison): Panel<readonly ChangedWave[]> {
  return {
    needs: () => [],
    read: () => comparison.waves.filter(isChanged),
    claims: () => [],
    draw: (context, changed) => {
      const { words, language } = context;
      const earlier = comparison.waves.filter(({ before }) => before !== undefined).length;
      const { wavesTitle, wavesNone, wavesSome } = words.changes;
      return (
        <section class="panel" id="waves">
          <h2>{wavesTitle}</h2>
          <p class="lead">{changed.length === 0 ? wavesNone(earlier) : wavesSome(changed.length, earlier)}</p>
          {changed.length > 0 && (
            <>
              <FiguresTable
                label={wavesTitle}
                head={{ title: words.wave, cell: ({ title }: ChangedWave) => title[language] }}
                columns={columnsOf(comparison, context)}
                rows={changed}
              />
              <Notes {...{ comparison, changed, context }} />
            </>
          )}
        </section>
      );
    },
  };
}

function isChanged(wave: WaveChange): wave is ChangedWave {
  return wave.state === "corrected" || wave.state === "removed";
}

function columnsOf(comparison: Comparison, context: ReportContext): readonly Column<ChangedWave>[] {
  const { words, language, survey } = context;
  const subject = comparison.sameHeadline ? headlineQuestion(survey) : undefined;
  const rows = (version: WaveChange["before"]) => (version ? formatNumber(version.rows, language) : "–");
  return [
    {
      title: words.changes.state,
      cell: ({ state, reasons }) => (
        <>
          {words.changes.states[state]}
          {reasons.length > 0 && (
            <small class="aside">
              {reasons.map((reason) => words.changes.reasons[reason]).join(words.listSeparator)}
            </small>
          )}
        </>
      ),
    },
    { title: words.changes.rowsBefore, kind: "number", cell: ({ before }) => rows(before) },
    { title: words.changes.rowsNow, kind: "number", cell: ({ after }) => rows(after) },
    ...(subject ? headlineColumns(subject, context) : []),
  ];
}

function headlineColumns(subject: QuestionSubject, context: ReportContext): readonly Column<ChangedWave>[] {
  const { unit } = subject;
  const { words, survey } = context;
  const figure = (of: RecordedFigure | undefined) => <Recorded figure={of} unit={unit} context={context} />;
  return [
    {
      title: words.changes.headlineBefore,
      kind: "number",
      cell: (wave) =>
        figure(hidesBefore(wave, subject, survey.base) ? { status: "withheld" } : wave.before?.headline),
    },
    { title: words.changes.headlineNow, kind: "number", cell: ({ after }) => figure(after?.headline) },
  ];
}

/** True where the two headlines of a corrected wave, side by side, would give single answers away. */
function hidesBefore({ before, after }: WaveChange, subject: QuestionSubject, base: BaseRules): boolean {
  const [was, is] = [before?.headline, after?.headline];
  return (
    isShownRecord(was) &&
    isShownRecord(is) &&
    !sameFigure(was, is) &&
    givesAway({ before: was, after: is }, base, spanOf(subject))
  );
}

/** What the headline is, and why it is not shown where it is not. */
function Notes({
  comparison,
  changed,
  context,
}: {
  readonly comparison: Comparison;
  readonly changed: readonly ChangedWave[];
  readonly context: ReportContext;
}) {
  const { words, language, survey, links } = context;
  const subject = headlineQuestion(survey);
  if (!comparison.sameHeadline) return <p class="note">{words.changes.otherHeadline}</p>;
  if (!subject) return null;
  const hidden = changed.filter((wave) => hidesBefore(wave, subject, survey.base)).length;
  const { measure, question } = subject;
  const headline = `${question.short[language]}${words.clauseSeparator}${measureHead(subject, context)}`;
  return (
    <p class="note">
      {words.changes.headlineIs(headline)}
      {words.sentenceGap}
      {words.method}
      {words.colon}
      <a href={`${links.methods}#${measure.method}`}>{measure.method}</a>
      {words.stop}
      {hidden > 0 &&
        words.changes.protectedMoves(
          formatNumber(hidden, language),
          survey.base.minimum,
          survey.base.caution,
        )}
    </p>
  );
}
