import type { ComponentChildren } from "preact";
import { isShown } from "../measures/estimate.ts";
import { contributionOf } from "../measures/index/contribution.ts";
import type { IndexPart } from "../measures/index/estimate.ts";
import { questionOf } from "../survey/survey.ts";
import { formatRange, formatShare, formatValue } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import type { PartsProps } from "./index-parts.tsx";
import type { ScoreRow } from "./score-row.tsx";
import { ScoreTable } from "./score-table.tsx";
import { endsOf, type IndexSubject, indexSubjects, measureHead } from "./subject.ts";

/** The factors' figures: score, change, points lost, weight, base and owner. */
export function PartsTable({ context, of, whole, rows, judge }: PartsProps) {
  const { index } = context.words;
  const [first] = rows;
  if (!first) return null;
  const measure = measureHead(first.subject, context);
  const partOf = ({ id }: ScoreRow) => rows.find((row) => row.id === id)?.part;
  return (
    <>
      <ScoreTable
        caption={context.words.scores.factorsTitle}
        head={index.names.factor}
        groups={[{ measure, unit: of.unit, ends: endsOf(of), rows }]}
        extras={[
          { title: index.lost, cell: (row) => <Lost part={partOf(row)} of={of} context={context} /> },
          { title: index.weight, cell: (row) => weightOf(partOf(row), context) },
        ]}
        context={context}
        judge={judge}
      />
      <LeftOut whole={whole} context={context} />
    </>
  );
}

/** Points lost with their interval, which follows from the score's. */
function Lost({
  part,
  of,
  context,
}: {
  readonly part: IndexPart | undefined;
  readonly of: IndexSubject;
  readonly context: ReportContext;
}) {
  const lost = part && contributionOf(part, endsOf(of).max);
  if (!lost || !isShown(lost)) return null;
  const { language } = context;
  return (
    <>
      {formatValue(lost.value, of.unit, language)}
      <small class="aside range">{formatRange(lost.low, lost.high, of.unit, language)}</small>
    </>
  );
}

function weightOf(part: IndexPart | undefined, { language }: ReportContext): ComponentChildren {
  return part && formatShare(part.share, language);
}

/** Says of which questions and factors the figure does without, and why. */
export function LeftOut({ whole, context }: { readonly whole: IndexPart; readonly context: ReportContext }) {
  const { words, language, survey } = context;
  const all = ({ leftOut, of }: IndexPart): readonly string[] => [...leftOut, ...of.flatMap(all)];
  const subjects = indexSubjects(survey);
  const names = [...new Set(all(whole))].map(
    (id) =>
      subjects.find((subject) => subject.id === id)?.name[language] ?? questionOf(survey, id).short[language],
  );
  if (names.length === 0) return null;
  return <p class="note">{words.index.leftOut(names.join(words.listSeparator), survey.base.minimum)}</p>;
}
