import type { ComponentChildren } from "preact";
import { isShown } from "../measures/estimate.ts";
import { formatChangeRange } from "../words/numbers.ts";
import { ChartFigure } from "./chart-figure.tsx";
import type { ComparedRow, CompareModel } from "./compare-model.ts";
import { baseOf } from "./compare-names.ts";
import type { ReportContext } from "./context.ts";
import { FiguresTable } from "./figures-table.tsx";
import type { Judge } from "./panel.ts";
import { Base, Change, IntervalText, Value } from "./parts.tsx";
import { clearChange, dotOf, drawScoreDots } from "./score-dots.tsx";
import { ScoreKey } from "./score-key.tsx";
import { betterOf, endsOf, measureHead, type Subject } from "./subject.ts";

export interface ComparedFigureProps {
  readonly id: string;
  readonly context: ReportContext;
  /** Not none. */
  readonly rows: readonly ComparedRow[];
  readonly judge: Judge;
  /** The two groups in words. */
  readonly names: readonly [own: string, other: string];
  readonly respondents: CompareModel["respondents"];
  readonly notes?: ComponentChildren;
}

/** Scores of two groups side by side, both bases, and their difference. */
export function ComparedFigure({ id, context, rows, judge, names, respondents, notes }: ComparedFigureProps) {
  const { words } = context;
  const said = words.view.compare;
  const [own, other] = names;
  const title = said.title(own, other);
  // One axis takes scores of one scale.
  const scaleOf = ({ subject }: ComparedRow) => JSON.stringify([subject.unit, endsOf(subject)]);
  const charted = rows.filter((row) => rows[0] !== undefined && scaleOf(row) === scaleOf(rows[0]));
  const dots = charted.map((row) =>
    dotOf(chartRow(row, context), { unit: row.subject.unit, judge, context }),
  );
  const [first] = charted;
  const ends = first && endsOf(first.subject);
  return (
    <ChartFigure
      id={id}
      title={title}
      takeaway={`${clearText(rows, judge, context)}${words.sentenceGap}${said.tested}`}
      base={said.bases(own, baseOf(respondents.own, context), other, baseOf(respondents.other, context))}
      draw={
        ends && dots.some(({ score }) => score)
          ? drawScoreDots(
              { groups: [{ dots }], unit: first.subject.unit, ends, asideHead: said.asideHead, context },
              title,
            )
          : undefined
      }
      legend={
        <ScoreKey
          marks={[
            { kind: "dot", label: said.dot(own) },
            { kind: "compared", label: other },
          ]}
        />
      }
      notes={notes}
      table={<ComparedTable {...{ context, rows, judge, title, own, other }} />}
      open={rows.length <= mostOpen}
      context={context}
    />
  );
}

function ComparedTable({
  context,
  rows,
  judge,
  title,
  own,
  other,
}: {
  readonly context: ReportContext;
  readonly rows: readonly ComparedRow[];
  readonly judge: Judge;
  readonly title: string;
  readonly own: string;
  readonly other: string;
}) {
  const { words, language, links } = context;
  const said = words.view.compare;
  // Of two groups one is higher; neither rose.
  const beside = { ...context, words: { ...words, ...said.verdicts } };
  const figure = (estimate: ComparedRow["own"], { unit }: Subject) => (
    <>
      <Value {...{ estimate, unit, context }} />
      <small class="aside range">
        <IntervalText {...{ estimate, unit, context }} />
      </small>
      {estimate && isShown(estimate) && (
        <small class="aside">
          {said.n} <Base {...{ estimate, context }} />
        </small>
      )}
    </>
  );
  return (
    <FiguresTable
      label={title}
      stacked="lines"
      head={{
        title: said.what,
        cell: ({ subject }: ComparedRow) => (
          <>
            <a href={subject.kind === "index" ? links.factor(subject.id) : links.question(subject.id)}>
              {subject.name[language]}
            </a>
            <small class="aside">{measureHead(subject, context)}</small>
          </>
        ),
      }}
      columns={[
        { title: own, kind: "number", cell: (row) => figure(row.own, row.subject) },
        { title: other, kind: "number", cell: (row) => figure(row.other, row.subject) },
        {
          title: said.difference,
          kind: "number",
          cell: ({ difference, subject }) => (
            <>
              <Change
                {...{ difference, judge }}
                context={beside}
                unit={subject.unit}
                better={betterOf(subject)}
              />
              {difference.status === "tested" && (
                <small class="aside range">
                  {formatChangeRange(difference.low, difference.high, subject.unit, language)}
                </small>
              )}
            </>
          ),
        },
      ]}
      rows={rows}
    />
  );
}

function chartRow({ subject, own, other, difference }: ComparedRow, { language, links }: ReportContext) {
  const { id, name } = subject;
  return {
    id,
    label: name[language],
    href: subject.kind === "index" ? links.factor(id) : links.question(id),
    estimate: own,
    compared: other,
    change: difference,
    better: betterOf(subject),
  };
}

/** Those that are clearly apart, by name; or that none is. */
function clearText(rows: readonly ComparedRow[], judge: Judge, context: ReportContext): string {
  const { words } = context;
  const said = words.view.compare;
  const clear = rows.flatMap((row) => {
    const { aside } = clearChange(chartRow(row, context), { unit: row.subject.unit, judge, context });
    return aside === undefined
      ? []
      : [`${row.subject.name[context.language]}${words.parenOpen}${aside}${words.parenClose}`];
  });
  if (!rows.some(({ difference }) => difference.status === "tested")) return said.untested;
  if (clear.length === 0) return said.noneClear;
  const shown = clear.slice(0, mostNamed).join(words.listSeparator);
  return said.clear(`${shown}${clear.length > mostNamed ? words.view.more(clear.length - mostNamed) : ""}`);
}

const mostNamed = 4;
/** A table of so many scores stands open; a longer one unfolds. */
const mostOpen = 8;
