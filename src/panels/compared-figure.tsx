import type { ComponentChildren } from "preact";
import { familyLevels } from "../measures/difference.ts";
import { isShown } from "../measures/estimate.ts";
import { formatNumber, formatShare } from "../words/numbers.ts";
import { ChartFigure } from "./chart-figure.tsx";
import type { ComparedRow, CompareModel } from "./compare-model.ts";
import { baseOf } from "./compare-names.ts";
import { type ComparedLook, lookOf } from "./compare-subjects.ts";
import { ComparedTable, type ComparedTableProps } from "./compared-table.tsx";
import type { ReportContext } from "./context.ts";
import { spanOfScore } from "./figure-before.ts";
import type { Judge } from "./panel.ts";
import { valueText } from "./published.tsx";
import { clearChange, dotOf, drawScoreDots } from "./score-dots.tsx";
import { ScoreKey } from "./score-key.tsx";

export interface ComparedFigureProps {
  readonly id: string;
  readonly context: ReportContext;
  /** Not none. */
  readonly rows: readonly ComparedRow[];
  readonly judge: Judge;
  /** The two groups in words. */
  readonly names: readonly [own: string, other: string];
  readonly title: string;
  readonly respondents: CompareModel["respondents"];
  readonly notes?: ComponentChildren;
}

/** Scores, or shares of answers, of two groups side by side, both bases, and their difference. */
export function ComparedFigure({
  id,
  context,
  rows,
  judge,
  names,
  title,
  respondents,
  notes,
}: ComparedFigureProps) {
  const { words } = context;
  const said = words.view.compare;
  const [own, other] = names;
  // One axis takes scores of one scale.
  const looks = rows.map((row) => ({ row, look: lookOf(row.subject, context) }));
  const scaleOf = ({ look: { unit, ends } }: (typeof looks)[number]) => JSON.stringify([unit, ends]);
  const charted = looks.filter((one) => looks[0] !== undefined && scaleOf(one) === scaleOf(looks[0]));
  const dots = charted.map((one) => dotFor(one, { judge, context }));
  const [first] = charted;
  const strictness = strictnessOf(rows, context);
  const tested = strictness ? `${words.sentenceGap}${said.tested(strictness.tests, strictness.level)}` : "";
  return (
    <ChartFigure
      id={id}
      title={title}
      takeaway={`${clearText(rows, judge, context)}${tested}`}
      base={said.bases(own, baseOf(respondents.own, context), other, baseOf(respondents.other, context))}
      draw={
        first && dots.some(({ score }) => score)
          ? drawScoreDots(
              {
                groups: [{ dots }],
                unit: first.look.unit,
                ends: first.look.ends,
                asideHead: said.asideHead,
                context,
              },
              title,
            )
          : undefined
      }
      legend={
        <ScoreKey
          marks={[
            { kind: "dot", label: said.dot(own) },
            { kind: "compared", label: said.dot(other) },
          ]}
        />
      }
      notes={notes}
      table={<ComparedTable {...{ context, rows, judge, title, own, other, strictness }} />}
      open={rows.length <= mostOpen}
      context={context}
    />
  );
}

/** How many differences are judged together, and how often chance alone may claim any; undefined where none is tested. */
function strictnessOf(
  rows: readonly ComparedRow[],
  { language }: ReportContext,
): ComparedTableProps["strictness"] {
  const tested = rows.flatMap(({ difference }) => (difference.status === "tested" ? [difference] : []));
  const levels = tested.flatMap(({ families }) => families.map(({ kind }) => familyLevels[kind]));
  return tested.length === 0
    ? undefined
    : { tests: tested.length, level: formatShare(Math.min(...levels), language) };
}

interface Looked {
  readonly row: ComparedRow;
  readonly look: ComparedLook;
}

/** Both figures of a row with their intervals and bases. */
function dotFor(
  { row, look }: Looked,
  { judge, context }: { readonly judge: Judge; readonly context: ReportContext },
) {
  const { language, words } = context;
  const { unit } = look;
  const { own, other, difference } = row;
  // Answers to questions that were put otherwise have no place on the other's axis.
  const isBroken = difference.status === "untested" && difference.reason === "break";
  const dot = dotOf(
    { ...charted({ row, look }), ...(isBroken ? { compared: undefined } : {}) },
    { unit, judge, context },
  );
  const both = own && other && isShown(own) && isShown(other) && !isBroken;
  if (!both) return dot;
  const span = spanOfScore(other);
  const bases = [own.n, other.n].map((n) => formatNumber(n, language)).join(" / ");
  return {
    ...dot,
    text: words.view.compare.values(valueText(own, unit, context), valueText(other, unit, context)),
    under: words.scores.of(words.baseShort, bases),
    ...(span ? { comparedSpan: span } : {}),
  };
}

function charted({ row: { subject, own, other, difference }, look: { label, href, better } }: Looked) {
  return { id: subject.id, label, href, estimate: own, compared: other, change: difference, better };
}

/** Those that are clearly apart, by name and difference, as many as are named at once; and how many are. */
export function clearNames(
  rows: readonly ComparedRow[],
  judge: Judge,
  context: ReportContext,
): { readonly text: string; readonly count: number } {
  const { words } = context;
  const clear = rows.flatMap((row) => {
    const look = lookOf(row.subject, context);
    const { aside } = clearChange(charted({ row, look }), { unit: look.unit, judge, context });
    return aside === undefined ? [] : [`${look.label}${words.parenOpen}${aside}${words.parenClose}`];
  });
  const shown = clear.slice(0, mostNamed).join(words.listSeparator);
  const more = clear.length > mostNamed ? words.view.more(clear.length - mostNamed) : "";
  return { text: `${shown}${more}`, count: clear.length };
}

/** Those that are clearly apart; or that none is. */
function clearText(rows: readonly ComparedRow[], judge: Judge, context: ReportContext): string {
  const said = context.words.view.compare;
  if (!rows.some(({ difference }) => difference.status === "tested")) return said.untested;
  const { text, count } = clearNames(rows, judge, context);
  return count === 0 ? said.noneClear : said.clear(text);
}

const mostNamed = 4;
/** A table of so many scores stands open; a longer one unfolds. */
const mostOpen = 8;
