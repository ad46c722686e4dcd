import { type ScoreDot, type ScoreDotGroup, scoreDotsChart } from "../charts/score-dots.ts";
import { hasValue, isShown } from "../measures/estimate.ts";
import { changeUnit, formatChange, formatNumber, formatRange, formatValue } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import { spanOfScore, valueIn } from "./figure-before.ts";
import type { Judge } from "./panel.ts";
import { parentName } from "./parent.ts";
import { valueText } from "./published.tsx";
import type { KeyMark } from "./score-key.tsx";
import type { ScoreRow } from "./score-row.tsx";

/** A row of a table of scores that a chart draws, too. */
export interface ChartedRow extends ScoreRow {
  /** The value of the wave before, where the two can be compared. */
  readonly previous?: number | undefined;
}

/** A row as a dot: its value in words where there is none, its base, and its change where that is clear. */
export function dotOf(row: ChartedRow, { unit, judge, context }: DotOptions): ScoreDot {
  const { words, language } = context;
  const { estimate, previous, fair, compared, whole = false } = row;
  const score = spanOfScore(estimate);
  const beside = valueIn(compared);
  const small = estimate?.status === "low";
  const base = estimate && isShown(estimate) ? formatNumber(estimate.n, language) : undefined;
  return {
    label: row.label,
    ...(row.href === undefined ? {} : { href: row.href }),
    ...(score ? { score } : {}),
    text: estimate && hasValue(estimate) ? valueText(estimate, unit, context) : wordFor(row, context),
    ...(base === undefined ? {} : { under: words.scores.of(words.baseShort, base) }),
    ...(previous === undefined ? {} : { previous }),
    ...(beside === undefined ? {} : { compared: beside }),
    ...(fair === undefined ? {} : { fair }),
    ...clearChange(row, { unit, judge, context }),
    whole,
    small,
  };
}

export interface DotOptions {
  readonly unit: string;
  readonly judge: Judge;
  readonly context: ReportContext;
}

function wordFor({ estimate }: ScoreRow, { words }: ReportContext): string {
  if (!estimate) return words.notAsked;
  if (estimate.status === "withheld") return words.withheld;
  return estimate.status === "unprinted" ? words.unprinted : words.nobody;
}

/** A change where it is clear, with its direction; nothing where it may be chance. */
export function clearChange(
  { change, better }: ScoreRow,
  { unit, judge, context }: DotOptions,
): Pick<ScoreDot, "aside" | "tone"> {
  if (change.status !== "tested") return {};
  const verdict = judge(change);
  if (verdict === "unclear") return {};
  const { language } = context;
  const amount = `${formatChange(change.value, unit, language)}${changeUnit(unit, language)}`;
  const good = (verdict === "rise") === (better === "higher");
  return {
    aside: `${verdict === "rise" ? "▲" : "▼"}\u00a0${amount}`,
    tone: better === "neither" ? "quiet" : good ? "better" : "worse",
  };
}

/** Names those that changed clearly, or says that none did; nothing where nothing was compared. */
export function changesText(
  rows: readonly ScoreRow[],
  from: string | undefined,
  options: DotOptions,
): string | undefined {
  const { words } = options.context;
  if (from === undefined || !rows.some(({ change }) => change.status === "tested")) return undefined;
  const clear = rows.flatMap((row) => {
    const { aside } = clearChange(row, options);
    return aside === undefined ? [] : [`${row.label}${words.parenOpen}${aside}${words.parenClose}`];
  });
  return clear.length > 0
    ? words.scores.clear(clear.join(words.listSeparator), from)
    : words.scores.noneClear(from);
}

export interface ScoreDotsProps {
  readonly groups: readonly ScoreDotGroup[];
  readonly unit: string;
  readonly ends: { readonly min: number; readonly max: number };
  readonly asideHead?: string;
  readonly context: ReportContext;
}

/** Draws scores at a width, with the alternative in words. */
export function drawScoreDots(
  { groups, unit, ends, asideHead, context }: ScoreDotsProps,
  title: string,
): (width: number) => Element {
  const { document, language, words } = context;
  const spoken = groups.map((group) => {
    const dots = group.dots.map((dot) => spokenOf(dot, { unit, context })).join(words.listSeparator);
    return group.title === undefined ? dots : `${group.title}${words.colon}${dots}`;
  });
  const alternative = `${title}${words.colon}${spoken.join(words.findings.detailGap)}`;
  return (width) =>
    scoreDotsChart(groups, {
      document,
      width,
      ends,
      format: (value) => formatValue(value, unit, language),
      ...(asideHead === undefined ? {} : { asideHead }),
      alternative,
    });
}

/** A dot in words: its value, its interval, and what its other marks tell. */
function spokenOf(
  { label, text, score, said }: ScoreDot,
  { unit, context: { words, language } }: Pick<ScoreDotsProps, "unit" | "context">,
): string {
  // A count has no range.
  const range = score && score.low < score.high ? [formatRange(score.low, score.high, unit, language)] : [];
  const more = [...range, ...(said === undefined ? [] : [said])].join(words.findings.detailGap);
  const value = words.scores.of(label, text);
  return more === "" ? value : `${value}${words.parenOpen}${more}${words.parenClose}`;
}

/** What the marks of some dots are. */
export function marksOf(
  dots: readonly ScoreDot[],
  {
    context,
    wave,
    from,
  }: { readonly context: ReportContext; readonly wave: string; readonly from: string | undefined },
): readonly KeyMark[] {
  const { key } = context.words.scores;
  const has = (test: (dot: ScoreDot) => boolean) => dots.some((dot) => dot.score && test(dot));
  return [
    { kind: "dot", label: key.dot(wave) },
    ...(has(({ small = false }) => small) ? [{ kind: "small" as const, label: key.small }] : []),
    ...(from !== undefined && has(({ previous }) => previous !== undefined)
      ? [{ kind: "previous" as const, label: key.previous(from) }]
      : []),
    ...(has(({ compared }) => compared !== undefined)
      ? [{ kind: "compared" as const, label: parentName(context) }]
      : []),
    ...(has(({ target }) => target !== undefined) ? [{ kind: "target" as const, label: key.target }] : []),
    ...(has(({ fair }) => fair !== undefined) ? [{ kind: "fair" as const, label: key.fair }] : []),
  ];
}
