import type { ComponentChildren } from "preact";
import { givesAway, type Span } from "../findings/gives-away.ts";
import type { Restated, Restatement } from "../findings/restated.ts";
import type { Language } from "../words/language.ts";
import { changeUnit, formatChange, formatNumber } from "../words/numbers.ts";
import { answersUnit } from "./changes-model.ts";
import type { ReportContext } from "./context.ts";
import { FiguresTable } from "./figures-table.tsx";
import { wavesTitle } from "./pooled-note.tsx";
import { Recorded } from "./recorded-figure.tsx";

/** So many restated figures are listed, the largest first. */
const listed = 10;

interface RestatedProps<Subject> {
  readonly label: string;
  readonly restated: Restated<Subject>;
  /** Heading of the first column. */
  readonly head: string;
  readonly name: (subject: Subject) => ComponentChildren;
  readonly unitOf: (subject: Subject) => string;
  /** What one answer can be in the figure; undefined where it must not stand side by side at all. */
  readonly spanOf: (subject: Subject) => Span | undefined;
  readonly context: ReportContext;
}

/**
 * The largest restatements with both figures, their intervals and bases, and what is not listed. Where the two
 * together would give single answers away, they are counted only.
 */
export function RestatedTable<Subject>(props: RestatedProps<Subject>) {
  const { label, restated, head, name, unitOf, spanOf, context } = props;
  const { words, language, survey } = context;
  const said = words.changes;
  const bounded = restated.largest.flatMap((one) => {
    const span = spanOf(one.subject);
    return span ? [{ one, span }] : [];
  });
  const shown = bounded.flatMap(({ one, span }) => (givesAway(one, survey.base, span) ? [] : [one]));
  const figure = (of: Restatement<Subject>, version: "before" | "after") => (
    <Recorded figure={of[version]} unit={unitOf(of.subject)} context={context} />
  );
  return (
    <>
      {shown.length > 0 && (
        <FiguresTable
          label={label}
          head={{ title: head, cell: ({ subject }: Restatement<Subject>) => name(subject) }}
          columns={[
            { title: words.wave, cell: ({ wave }) => wavesTitle(context, wave) },
            { title: said.before, kind: "number", cell: (one) => figure(one, "before") },
            { title: said.now, kind: "number", cell: (one) => figure(one, "after") },
            {
              title: said.moved,
              kind: "score",
              cell: ({ change, subject }) =>
                change === 0 ? said.sameValue : changeText(change, unitOf(subject), language),
            },
            {
              title: said.margins,
              kind: "number",
              cell: ({ margins }) =>
                margins === undefined ? words.notKnown : said.timesMargin(formatNumber(margins, language, 2)),
            },
          ]}
          rows={shown.slice(0, listed)}
        />
      )}
      <Notes {...{ restated, shown: shown.length, bounded: bounded.length, context }} />
    </>
  );
}

function changeText(change: number, unit: string, language: Language): string {
  return unit === answersUnit
    ? `${change > 0 ? "+" : "−"}${formatNumber(Math.abs(change), language)}`
    : `${formatChange(change, unit, language)}${changeUnit(unit, language)}`;
}

/** What stands in no row of the table. */
function Notes({
  restated,
  shown,
  bounded,
  context,
}: {
  readonly restated: Restated<unknown>;
  readonly shown: number;
  /** How many could stand side by side if they didn't give a few away. */
  readonly bounded: number;
  readonly context: ReportContext;
}) {
  const { words, language, survey } = context;
  const said = words.changes;
  const number = (count: number) => formatNumber(count, language);
  const guarded = bounded - shown;
  const unbounded = restated.largest.length - bounded;
  const notes = [
    ...(shown > listed ? [said.restatedLargest(number(listed))] : []),
    ...(shown > 0 ? [said.marginsMeaning] : []),
    ...(restated.hidden > 0 ? [said.hidden(number(restated.hidden))] : []),
    ...(restated.revealed > 0 ? [said.revealed(number(restated.revealed))] : []),
    ...(guarded > 0 ? [said.protectedMoves(number(guarded), survey.base.minimum, survey.base.caution)] : []),
    ...(unbounded > 0 ? [said.indexMoves(number(unbounded))] : []),
  ];
  return notes.length === 0 ? null : <p class="note">{notes.join(words.sentenceGap)}</p>;
}
