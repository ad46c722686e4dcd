import { histogramChart } from "../charts/histogram.ts";
import { isShown, type Shown } from "../measures/estimate.ts";
import { type Bin, histogram } from "../stats/histogram.ts";
import { formatNumber, formatRange, formatValue } from "../words/numbers.ts";
import { baseLine } from "./base-line.ts";
import { ChartFigure } from "./chart-figure.tsx";
import type { ReportContext } from "./context.ts";
import { FiguresTable } from "./figures-table.tsx";
import { leagueOf } from "./league.ts";
import { type LeagueLevel, leagueLevels } from "./league-tables.ts";
import type { GatheringPanel } from "./panel.ts";
import { poolText } from "./pooled-note.tsx";
import { spanOfLevel } from "./pooling.ts";
import { pathKey } from "./segments.ts";
import { levelTitle } from "./stands-out.ts";
import { measureHead, putIn, type Subject } from "./subject.ts";
import { inSentence } from "./why-title.ts";

/** Scores of a level that are published, as bars; branches that are withheld or on small bases are in none. */
interface Spread {
  readonly bins: readonly Bin[];
  /** Scores that the bars count, by branch. */
  readonly scores: ReadonlyMap<string, Shown>;
  readonly withheld: number;
  readonly small: number;
}

interface SpreadModel extends Spread {
  readonly subject: Subject;
  readonly own: Shown;
}

/** Fewer scores than so many make no picture. */
const fewest = 10;
const mostBins = 16;

/**
 * Where the page's branch of the lowest level stands among all of that level. Only published scores are counted (M34),
 * so the bars tell nothing of a branch that is withheld.
 */
export function branchSpread(subject: Subject): GatheringPanel<SpreadModel | undefined> {
  return {
    gather: async (context, asks) => {
      const { survey, wave, branch } = context;
      if (!branch || branch.level !== survey.hierarchy.length - 1) return undefined;
      const put = putIn(context, subject);
      const league = await leagueOf(context, put, asks);
      const level = leagueLevels(survey, put, { league, wave })[branch.level];
      if (!level) return undefined;
      const id = pathKey(branch.path);
      const own = shownOf(level).find((one) => one.id === id)?.estimate;
      const spread = spreadOf(level);
      return own && spread.scores.size >= fewest ? { ...spread, subject: put, own } : undefined;
    },
    claims: () => [],
    draw: (context, model) => (model ? <BranchSpread context={context} model={model} /> : null),
  };
}

function shownOf({
  tables,
  mixed,
}: LeagueLevel): readonly { readonly id: string; readonly estimate: Shown }[] {
  const all = [...tables.flatMap(({ branches }) => branches), ...mixed];
  return all.flatMap(({ id, estimate }) => (estimate && isShown(estimate) ? [{ id, estimate }] : []));
}

/** All pages of a level show the same bars. */
const memory = new WeakMap<LeagueLevel, Spread>();

function spreadOf(level: LeagueLevel): Spread {
  const known = memory.get(level);
  if (known) return known;
  const shown = shownOf(level);
  const counted = shown.filter(({ estimate }) => estimate.status === "ok");
  const values = counted.map(({ estimate }) => estimate.value);
  const spread = {
    bins: histogram(values, { most: mostBins }),
    scores: new Map(counted.map(({ id, estimate }) => [id, estimate])),
    withheld: level.withheld.length,
    small: shown.length - counted.length,
  };
  memory.set(level, spread);
  return spread;
}

interface SpreadProps {
  readonly context: ReportContext;
  readonly model: SpreadModel;
}

function BranchSpread({ context, model }: SpreadProps) {
  const { words, language, document, branch, wave, survey } = context;
  const { subject, own, bins, scores, withheld, small } = model;
  const said = words.charts.spread;
  const level = inSentence(levelTitle(context, branch?.level ?? 0));
  const name = branch?.label[language] ?? "";
  const format = (value: number) => formatValue(value, subject.unit, language);
  const number = (count: number) => formatNumber(count, language);
  const takeaway = takeawayOf(context, model);
  const left = [
    ...(withheld > 0 ? [said.withheld(number(withheld))] : []),
    ...(small > 0 ? [said.small(number(small), number(survey.base.caution))] : []),
  ];
  const mark = { label: `${name} ${format(own.value)}`, value: own.value, low: own.low, high: own.high };
  const options = {
    document,
    format,
    formatCount: number,
    titles: { value: measureHead(subject, context), count: said.count(level) },
    alternative: `${said.title(name, level)} ${takeaway}`,
  };
  return (
    <ChartFigure
      id="spread"
      title={said.title(name, level)}
      takeaway={takeaway}
      base={baseLine([...scores.values()], {
        when: poolText(context, wave, spanOfLevel(survey, survey.hierarchy.length)),
        each: words.figure.eachOf(levelTitle(context, branch?.level ?? 0)),
        context,
      })}
      draw={(width) => histogramChart(bins, mark, { ...options, width })}
      notes={left.length > 0 && <p class="note">{said.leftOut(left.join(words.listSeparator))}</p>}
      table={<BinsTable context={context} model={model} />}
      subject={subject.id}
      context={context}
    />
  );
}

/** How many of the others are lower, higher and within the branch's own interval: a description. */
function takeawayOf(context: ReportContext, { own, scores, subject }: SpreadModel): string {
  const { language, words, branch } = context;
  const id = pathKey(branch?.path ?? []);
  const others = [...scores].flatMap(([other, { value }]) => (other === id ? [] : [value]));
  const number = (counts: (value: number) => boolean) => formatNumber(others.filter(counts).length, language);
  return words.charts.spread.takeaway({
    value: formatValue(own.value, subject.unit, language),
    all: formatNumber(others.length, language),
    lower: number((value) => value < own.value),
    higher: number((value) => value > own.value),
    within: number((value) => value >= own.low && value <= own.high),
    interval: formatRange(own.low, own.high, subject.unit, language),
    base: formatNumber(own.n, language),
  });
}

function BinsTable({ context, model }: SpreadProps) {
  const { words, language, branch } = context;
  const { bins, own, subject } = model;
  const said = words.charts.spread;
  const last = bins.at(-1);
  const isOwn = (bin: Bin) =>
    own.value >= bin.from && (own.value < bin.to || (bin === last && own.value <= bin.to));
  return (
    <FiguresTable<Bin>
      label={said.scores}
      head={{
        title: measureHead(subject, context),
        cell: ({ from, to }) => formatRange(from, to, subject.unit, language),
      }}
      columns={[
        {
          title: levelTitle(context, branch?.level ?? 0),
          kind: "score",
          cell: ({ count }) => formatNumber(count, language),
        },
        { title: said.own, cell: (bin) => (isOwn(bin) ? branch?.label[language] : "") },
      ]}
      rows={bins}
    />
  );
}
