import type { ComponentChildren } from "preact";
import { isShown } from "../measures/estimate.ts";
import { partOfIndex } from "../measures/index/cascade.ts";
import { contributionOf } from "../measures/index/contribution.ts";
import type { IndexPart } from "../measures/index/estimate.ts";
import { questionOf, waveIds } from "../survey/survey.ts";
import { formatRange, formatShare, formatValue } from "../words/numbers.ts";
import { movedAt } from "./changes-of.ts";
import type { ReportContext } from "./context.ts";
import { indexPartsAt, indexRequests, parentFigure, type Sums, sumsOf } from "./figures.ts";
import type { Panel } from "./panel.ts";
import { parentName } from "./parent.ts";
import type { ScoreRow } from "./score-row.tsx";
import { bestFirst, ScoreTable } from "./score-table.tsx";
import { endsOf, type IndexSubject, indexSubjects, measureHead } from "./subject.ts";

interface IndexPartsModel {
  /** The part whose members are listed; undefined where nobody answered. */
  readonly whole: IndexPart | undefined;
  readonly rows: readonly PartRow[];
}

interface PartRow extends ScoreRow {
  readonly part: IndexPart | undefined;
  readonly subject: IndexSubject;
}

/** The factors of the index, or of one of its factors, best first, each with the points that it costs (M10). */
export function indexParts(of: IndexSubject): Panel<IndexPartsModel> {
  const options = ({ survey }: ReportContext) => ({ waves: waveIds(survey) });
  return {
    needs: () => [],
    pairs: (context) => indexRequests(context, options(context)),
    read: (context, counts, pairs) => modelOf(context, of, sumsOf(counts, pairs)),
    claims: ({ rows }) => rows.map(({ change }) => change),
    draw: (context, { whole, rows }, judge) => {
      const { words } = context;
      const [first] = rows;
      if (!first || !whole) return null;
      const { index } = words;
      const groups = [
        {
          measure: measureHead(first.subject, context),
          unit: of.unit,
          ends: endsOf(of),
          rows: bestFirst(rows),
        },
      ];
      const partOf = ({ id }: ScoreRow) => rows.find((row) => row.id === id)?.part;
      return (
        <section class="panel" id="factors">
          <h2>{index.factorsTitle}</h2>
          <p class="lead">
            {leadOf(context, of, whole)}
            {context.branch &&
              rows.some(({ compared }) => compared) &&
              `${words.sentenceGap}${words.parentMark(parentName(context))}`}
          </p>
          <ScoreTable
            caption={index.factorsTitle}
            head={index.names.factor}
            groups={groups}
            extras={[
              { title: index.lost, cell: (row) => <Lost part={partOf(row)} of={of} context={context} /> },
              { title: index.weight, cell: (row) => weightOf(partOf(row), context) },
            ]}
            context={context}
            judge={judge}
          />
          <LeftOut whole={whole} context={context} />
        </section>
      );
    },
  };
}

function modelOf(context: ReportContext, of: IndexSubject, sums: Sums): IndexPartsModel {
  const { survey, wave, language, words } = context;
  const index = indexPartsAt(context, sums.pairs, { wave });
  const whole = index && partOfIndex(index, of.id);
  const subjects = indexSubjects(survey);
  const members = subjects.find(({ id }) => id === of.id)?.members ?? [];
  const rows = members.flatMap((id): readonly PartRow[] => {
    const subject = subjects.find((candidate) => candidate.id === id);
    if (!subject) return [];
    return [
      {
        id,
        label: subject.name[language],
        href: context.links.factor(id),
        ...(subject.owner ? { aside: words.index.owner(subject.owner[language]) } : {}),
        ...movedAt(context, subject, sums, { wave }),
        compared: parentFigure(context, subject, sums, wave),
        better: "higher",
        part: whole && partOfIndex(whole, id),
        subject,
      },
    ];
  });
  return { whole, rows };
}

function leadOf(
  { words, language }: ReportContext,
  of: IndexSubject,
  { lost, of: members }: IndexPart,
): string {
  const { index } = words;
  if (lost === undefined) return index.factorsLead;
  const points = (value: number) => formatValue(value, of.unit, language);
  const [worst] = members
    .filter((member) => member.lost !== undefined && member.kind === "factor")
    .toSorted((a, b) => (b.lost ?? 0) - (a.lost ?? 0));
  const most = worst && index.mostLost(worst.title[language], points(worst.lost ?? 0));
  return [index.lostOf(points(lost)), most, index.factorsLead].filter((text) => text).join(words.sentenceGap);
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
      <small class="aside">{formatRange(lost.low, lost.high, of.unit, language)}</small>
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
