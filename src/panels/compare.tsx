import { isShown } from "../measures/estimate.ts";
import { formatChangeRange } from "../words/numbers.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { type ComparedRow, type CompareModel, compareModel } from "./compare-model.ts";
import { baseOf, namesOf } from "./compare-names.ts";
import type { Sides } from "./compare-sides.ts";
import { questionAt, type ReportContext } from "./context.ts";
import { FiguresTable } from "./figures-table.tsx";
import type { PageAddress } from "./page-address.ts";
import type { Asks, GatheringPanel, Judge } from "./panel.ts";
import { Base, Change, IntervalText, Value } from "./parts.tsx";
import { clearChange, dotOf, drawScoreDots } from "./score-dots.tsx";
import { ScoreKey } from "./score-key.tsx";
import {
  betterOf,
  endsOf,
  headlineQuestion,
  indexSubjects,
  measureHead,
  type Subject,
  subjectOf,
} from "./subject.ts";
import { questionsUnder } from "./subject-questions.ts";

/**
 * A view beside what it is set against: every score of the page, both bases, and the difference, tested.
 * @param asks whoever counts, narrowed by no view
 */
export function comparison(sides: Sides, page: PageAddress, asks: Asks): GatheringPanel<CompareModel> {
  return {
    gather: (context) => compareModel(context, asks, sides, subjectsOn(context, page)),
    claims: ({ rows }) => rows.map(({ difference }) => difference),
    draw: (context, model, judge) => <Comparison {...{ context, model, judge }} />,
  };
}

/** What a page has scores of, its main one first. */
export function subjectsOn(context: ReportContext, page: PageAddress): readonly Subject[] {
  const { survey } = context;
  const indexes = indexSubjects(survey);
  const scores = (ids: readonly string[]) =>
    ids.flatMap((id) => subjectOf(survey, questionAt(context, id)) ?? []);
  switch (page.kind) {
    case "question":
      return scores([page.id]);
    case "factor": {
      const own = indexes.find(({ id }) => id === page.id);
      const under = indexes.filter(({ id }) => own?.members.includes(id));
      return own ? [own, ...under, ...scores(questionsUnder(survey, own).map(({ id }) => id))] : [];
    }
    default: {
      const head =
        indexes.length > 0 ? indexes : [headlineQuestion(survey)].filter((one) => one !== undefined);
      const known = new Set(head.map(({ id }) => id));
      return [...head, ...scores(survey.questions.map(({ id }) => id).filter((id) => !known.has(id)))];
    }
  }
}

function Comparison({
  context,
  model,
  judge,
}: {
  readonly context: ReportContext;
  readonly model: CompareModel;
  readonly judge: Judge;
}) {
  const { words } = context;
  const said = words.view.compare;
  const [own, other] = namesOf(context, model);
  const isShort = model.rows.length <= mostOpen;
  const title = said.title(own, other);
  const { rows, overlap } = model;
  if (overlap === "same" || rows.length === 0)
    return (
      <section class="panel" id="compared">
        <h2>{title}</h2>
        <p class="lead">{overlap === "same" ? said.same : said.nothing}</p>
      </section>
    );
  const charted = rows.filter(({ subject }) => subject.unit === rows[0]?.subject.unit);
  const dots = charted.map((row) =>
    dotOf(chartRow(row, context), { unit: row.subject.unit, judge, context }),
  );
  const [first] = charted;
  const ends = first && endsOf(first.subject);
  const base = said.bases(
    own,
    baseOf(model.respondents.own, context),
    other,
    baseOf(model.respondents.other, context),
  );
  return (
    <ChartFigure
      id="compared"
      title={title}
      takeaway={`${clearText(rows, judge, context)}${words.sentenceGap}${said.tested}`}
      base={base}
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
      notes={overlap === "crossing" ? <p class="note">{said.crossing}</p> : undefined}
      table={<ComparedTable {...{ context, rows, judge, title, own, other }} />}
      open={isShort}
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
