import { isShown } from "../measures/estimate.ts";
import type { Question } from "../survey/question.ts";
import { formatChangeRange } from "../words/numbers.ts";
import { byItself } from "./by-itself.ts";
import type { ComparedRow } from "./compare-model.ts";
import { type ComparedLook, lookOf } from "./compare-subjects.ts";
import type { ReportContext } from "./context.ts";
import { FiguresTable } from "./figures-table.tsx";
import type { Judge } from "./panel.ts";
import { Base, Change, IntervalText, Value } from "./parts.tsx";

export interface ComparedTableProps {
  readonly context: ReportContext;
  readonly rows: readonly ComparedRow[];
  readonly judge: Judge;
  readonly title: string;
  readonly own: string;
  readonly other: string;
  /** How many differences are judged together, and at what level, in words. */
  readonly strictness: { readonly tests: number; readonly level: string } | undefined;
}

interface Line {
  readonly row: ComparedRow;
  readonly look: ComparedLook;
}

/** Both figures of each row with interval and base, their difference, and what they do without. */
export function ComparedTable({ context, rows, judge, title, own, other, strictness }: ComparedTableProps) {
  const { words, language } = context;
  const said = words.view.compare;
  // Of two groups one is higher; neither rose.
  const beside = { ...context, words: { ...words, ...said.verdicts } };
  const figure = (estimate: ComparedRow["own"], { unit }: ComparedLook) => (
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
        cell: ({ row, look: { label, href, head } }: Line) => (
          <>
            <a href={href}>{label}</a>
            <small class="aside">{head}</small>
            <Without row={row} context={context} />
          </>
        ),
      }}
      columns={[
        { title: own, kind: "number", cell: ({ row, look }) => figure(row.own, look) },
        { title: other, kind: "number", cell: ({ row, look }) => figure(row.other, look) },
        {
          title: said.difference,
          kind: "number",
          cell: ({ row: { difference }, look: { unit, better } }) => (
            <>
              <Change {...{ difference, judge, unit, better }} context={beside} />
              {difference.status === "tested" && (
                <small class="aside range">
                  {formatChangeRange(difference.low, difference.high, unit, language)}
                </small>
              )}
              {difference.status === "tested" &&
                strictness &&
                byItself(difference, unit, {
                  ...{ judge, context },
                  said: said.byItself(strictness.tests, strictness.level),
                }).map((note) => (
                  <small class="aside" key={note}>
                    {note}
                  </small>
                ))}
            </>
          ),
        },
      ]}
      rows={rows.map((row): Line => ({ row, look: lookOf(row.subject, context) }))}
    />
  );
}

/** What both figures of a row are made without. */
function Without({
  row: { changed = [], uneven = [] },
  context,
}: {
  readonly row: ComparedRow;
  readonly context: ReportContext;
}) {
  const { words, language } = context;
  const { quoted, withoutChanged, withoutFew } = words.view.compare;
  const namesOf = (questions: readonly Question[]) =>
    questions.map(({ short }) => quoted(short[language])).join(words.listSeparator);
  return (
    <>
      {changed.length > 0 && <small class="aside">{withoutChanged(namesOf(changed))}</small>}
      {uneven.length > 0 && <small class="aside">{withoutFew(namesOf(uneven))}</small>}
    </>
  );
}
