import type { ComponentChildren } from "preact";
import { funnelCoverages } from "../models/funnel.ts";
import { binomialTail } from "../stats/binomial-tail.ts";
import { formatNumber } from "../words/numbers.ts";
import { baseLine } from "./base-line.ts";
import { Contents } from "./best.tsx";
import { networkNote } from "./branch-history.tsx";
import { ChartFigure } from "./chart-figure.tsx";
import { type ReportContext, waveTitle } from "./context.ts";
import { leagueOf } from "./league.ts";
import type { LeagueView } from "./league-rows.ts";
import { type LeagueLevel, type LeagueTable, leagueLevels, type Standing } from "./league-tables.ts";
import { luckDrawing } from "./luck-chart.tsx";
import { OutsideTable, tellsRepeats } from "./luck-table.tsx";
import type { GatheringPanel } from "./panel.ts";
import { PooledNote, poolText } from "./pooled-note.tsx";
import { spanOfLevel } from "./pooling.ts";
import { levelName, levelTitle, segmentTitle } from "./stands-out.ts";
import { putIn, type Subject } from "./subject.ts";
import { saidOf } from "./whom.ts";

const [innerCoverage, outerCoverage] = funnelCoverages;

interface LuckModel extends Pick<LeagueView, "league" | "subject"> {
  readonly levels: readonly LeagueLevel[];
}

/** Every level of the network against chance: funnels, and who is outside them (M31). It compares no waves. */
export function luck(subject: Subject): GatheringPanel<LuckModel> {
  return {
    gather: async (context, asks) => {
      const { survey, wave } = context;
      const put = putIn(context, subject);
      const league = await leagueOf(context, put, asks);
      const levels = leagueLevels(survey, put, { league, wave }).map((level) => ({
        ...level,
        tables: level.tables.filter(({ standings }) => standings.size > 0),
      }));
      return { subject: put, league, levels: levels.filter(({ tables }) => tables.length > 0) };
    },
    claims: () => [],
    title: (context, { levels }) => saidOf(context, titleOf(context, levels)),
    draw: (context, { league, subject: put, levels }) => {
      const view = { context, league, subject: put };
      return (
        <>
          <h1 class="title">{saidOf(context, titleOf(context, levels))}</h1>
          <Intro view={view} levels={levels} />
          <Contents context={context} levels={levels} />
          {levels.map((level) => (
            <Level key={level.level} view={view} level={level} />
          ))}
        </>
      );
    },
  };
}

/** What the lowest level says. */
function titleOf(context: ReportContext, levels: readonly LeagueLevel[]): string {
  const lowest = levels.at(-1);
  return lowest ? answerOf(lowest, context) : context.words.ranking.noLimits;
}

function answerOf({ level, tables }: LeagueLevel, context: ReportContext): string {
  const { words, language } = context;
  const { ranking } = words;
  const by = levelName(level, tables, context);
  const standings = tables.flatMap((table) => [...table.standings.values()]);
  const [inner, outer] = [outside(standings, innerCoverage), outside(standings, outerCoverage)];
  const number = (count: number) => formatNumber(count, language);
  const all = number(standings.length);
  if (outer > 0) return ranking.answers(ranking.noLuck(by, all, number(outer)));
  return ranking.answers(
    isMoreThanLuck(standings) ? ranking.noneFarButMany(by, all, number(inner)) : ranking.noneFar(by, all),
  );
}

/** How many lie outside the limits of a coverage. */
function outside(standings: readonly Standing[], coverage: number): number {
  return standings.filter(({ place: { estimate }, luck: { limits } }) =>
    limits.some(
      (limit) => limit.coverage === coverage && (estimate.value < limit.low || estimate.value > limit.high),
    ),
  ).length;
}

/** True where chance alone would put so many outside the narrower limits less than one time in twenty. */
function isMoreThanLuck(standings: readonly Standing[]): boolean {
  const chance = 1 - innerCoverage;
  return binomialTail(outside(standings, innerCoverage), { trials: standings.length, chance }) < 0.05;
}

function Intro({
  view: { context, subject },
  levels,
}: {
  readonly view: LeagueView;
  readonly levels: readonly LeagueLevel[];
}) {
  const { words, language, links } = context;
  const { ranking, parenOpen, parenClose, stop } = words;
  const note = networkNote(context);
  return (
    <>
      <p class="lead">
        {`${subject.name[language]}${parenOpen}${waveTitle(context, context.wave)}${parenClose}${stop}`}
        {ranking.luckLead}
        {parenOpen}
        <a href={`${links.methods}#M31`}>M31</a>
        {parenClose}
      </p>
      {levels.some(({ tables }) => tables.some(tellsRepeats)) && <p class="note">{ranking.repeats}</p>}
      <p class="note">{ranking.threeCounts}</p>
      {note !== undefined && <p class="note">{note}</p>}
      <p class="note">
        <a href={links.best}>{ranking.bestLink}</a>
      </p>
    </>
  );
}

function Level({ view, level }: { readonly view: LeagueView; readonly level: LeagueLevel }) {
  const { context } = view;
  const { words, survey } = context;
  const { tables } = level;
  const within = tables.some(({ segment }) => segment);
  const notes = (
    <>
      <PooledNote context={context} level={level.level + 1} />
      {!within && survey.segments.length > 0 && (
        <p class="note">{words.ranking.notWithin(segmentTitle(context))}</p>
      )}
    </>
  );
  const title = answerOf(level, context);
  const [only] = tables;
  if (!within && only) return <Table view={view} table={only} title={title} notes={notes} level={2} />;
  return (
    <section class="panel" id={survey.hierarchy[level.level]}>
      <h2>{title}</h2>
      {notes}
      {tables.map((table) => (
        <Table key={table.id} view={view} table={table} title={countedName(table, context)} level={3} />
      ))}
    </section>
  );
}

function countedName(table: LeagueTable, context: ReportContext): string {
  const { words, language } = context;
  return words.ranking.withCount(nameOf(table, context), formatNumber(table.standings.size, language));
}

function nameOf({ segment, level }: LeagueTable, context: ReportContext): string {
  return segment?.label[context.language] ?? levelTitle(context, level);
}

function Table({
  view,
  table,
  title,
  notes,
  level,
}: {
  readonly view: LeagueView;
  readonly table: LeagueTable;
  readonly title: string;
  readonly notes?: ComponentChildren;
  readonly level: 2 | 3;
}) {
  const { context } = view;
  const name = nameOf(table, context);
  const estimates = [...table.standings.values()].map(({ place }) => place.estimate);
  return (
    <ChartFigure
      id={table.id}
      title={title}
      takeaway={countsText(table, context)}
      base={baseLine(estimates, {
        when: poolText(context, context.wave, spanOfLevel(context.survey, table.level + 1)),
        each: context.words.figure.eachOf(levelTitle(context, table.level)),
        context,
      })}
      draw={luckDrawing(view, table, name)}
      notes={notes}
      table={<OutsideTable view={view} table={table} name={name} />}
      open
      level={level}
      context={context}
    />
  );
}

/** How many lie outside, and how many would by chance alone. */
function countsText({ standings }: LeagueTable, { words, language }: ReportContext): string {
  const { ranking } = words;
  const all = [...standings.values()];
  const expected = (coverage: number) => {
    const count = all.length * (1 - coverage);
    return formatNumber(count, language, count < 0.1 ? 2 : count < 10 ? 1 : 0);
  };
  const number = (count: number) => formatNumber(count, language);
  return [
    ranking.counts(number(outside(all, outerCoverage)), number(all.length), expected(outerCoverage)),
    ranking.innerCounts(number(outside(all, innerCoverage)), expected(innerCoverage)),
    ...(isMoreThanLuck(all) ? [ranking.moreThanLuck] : []),
  ].join(words.sentenceGap);
}
