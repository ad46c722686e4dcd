import { type Difference, familyLevels } from "../measures/difference.ts";
import { formatNumber } from "../words/numbers.ts";
import { networkNote } from "./branch-history.tsx";
import { type ReportContext, waveTitle } from "./context.ts";
import { leagueOf } from "./league.ts";
import { type LeagueView, leagueRow } from "./league-rows.ts";
import { LeagueTableView } from "./league-table.tsx";
import { type LeagueLevel, type LeagueTable, leagueLevels } from "./league-tables.ts";
import type { GatheringPanel, Judge } from "./panel.ts";
import { PooledNote } from "./pooled-note.tsx";
import { bestFirst, ScoreTable } from "./score-table.tsx";
import { answerOf, levelName, levelTitle, segmentTitle } from "./stands-out.ts";
import { endsOf, measureHead, putIn, type Subject } from "./subject.ts";
import { saidOf } from "./whom.ts";

interface BestModel extends Pick<LeagueView, "league" | "subject"> {
  readonly levels: readonly LeagueLevel[];
}

/** So many withheld branches are named. */
const mostNames = 12;

/** All levels of the network in fair order, widest first; the lowest within segments (M10, M31). */
export function best(subject: Subject): GatheringPanel<BestModel> {
  return {
    gather: async (context, asks) => {
      const { survey, wave } = context;
      const put = putIn(context, subject);
      const league = await leagueOf(context, put, asks);
      return { subject: put, league, levels: leagueLevels(survey, put, { league, wave }) };
    },
    claims: ({ league: { whole, branches }, levels }) => [
      ...[whole, ...branches].flatMap(({ change, kin }) => [change, ...kin]),
      ...changesOfAverages(levels),
    ],
    title: (context, { levels }) => saidOf(context, titleOf(context, levels)),
    draw: (context, { league, subject: put, levels }, judge) => {
      const view = { context, league, subject: put };
      return (
        <>
          <h1 class="title">{saidOf(context, titleOf(context, levels))}</h1>
          <Intro view={view} levels={levels} />
          {levels.map((level) => (
            <Level key={level.level} view={view} level={level} judge={judge} />
          ))}
        </>
      );
    },
  };
}

/** How what all of each table score changed. */
function changesOfAverages(levels: readonly LeagueLevel[]): readonly Difference[] {
  return levels.flatMap(({ tables }) => tables.map(({ averageChange }) => averageChange));
}

/** What the widest level and the lowest say, of those that are ranked. */
function titleOf(context: ReportContext, levels: readonly LeagueLevel[]): string {
  const words = context.words.ranking;
  const answers = levels.flatMap(
    (level) => answerOf(level, words.byLevel(levelTitle(context, level.level)), context) ?? [],
  );
  const [widest, lowest] = [answers[0], answers.at(-1)];
  if (widest === undefined || lowest === undefined) return words.noRanking;
  return words.answers([...new Set([widest, lowest])].join(words.answerSeparator));
}

function Intro({ view, levels }: { readonly view: LeagueView; readonly levels: readonly LeagueLevel[] }) {
  const { context, league, subject } = view;
  const { words, language, links } = context;
  const { ranking } = words;
  const note = networkNote(context);
  const changes = [...league.branches.map(({ change }) => change), ...changesOfAverages(levels)].flatMap(
    (change) => (change.status === "tested" ? [change] : []),
  );
  const of = ({ families }: (typeof changes)[number]) =>
    families.flatMap((family) => (family.kind === "groups" ? [family.of] : []));
  const fewer = Math.floor(new Set(changes.flatMap(of)).size * familyLevels.groups) + 1;
  const stated = new Set(changes.map(({ claim }) => claim)).size;
  return (
    <>
      <p class="lead">
        {`${subject.name[language]}${words.parenOpen}${waveTitle(context, context.wave)}${words.parenClose}${words.stop}`}
        {ranking.bestLead}
        {words.parenOpen}
        <a href={`${links.methods}#M31`}>M31</a>
        {words.parenClose}
      </p>
      <p class="note">
        {[ranking.standingOut, ranking.threeCounts, ranking.averageLine].join(words.sentenceGap)}
      </p>
      {stated > 0 && (
        <p class="note">{ranking.arrows(formatNumber(stated, language), formatNumber(fewer, language))}</p>
      )}
      {note !== undefined && <p class="note">{note}</p>}
      <p class="note">
        <a href={links.luck}>{ranking.luckLink}</a>
      </p>
      <Contents context={context} levels={levels} />
    </>
  );
}

/** Links to all tables of a page, with how many branches each holds. */
export function Contents({
  context,
  levels,
}: {
  readonly context: ReportContext;
  readonly levels: readonly LeagueLevel[];
}) {
  const { words, language } = context;
  if (levels.every(({ tables }) => tables.length === 0)) return null;
  const nameOf = ({ segment, level }: LeagueTable) => segment?.label[language] ?? levelTitle(context, level);
  return (
    <nav class="contents-list screen-only" aria-label={words.ranking.contents}>
      <ul class="key">
        {levels.flatMap(({ tables }) =>
          tables.map((table) => (
            <li key={table.id}>
              <a href={`#${table.id}`}>
                {words.ranking.withCount(nameOf(table), formatNumber(table.branches.length, language))}
              </a>
            </li>
          )),
        )}
      </ul>
    </nav>
  );
}

interface LevelProps {
  readonly view: LeagueView;
  readonly level: LeagueLevel;
  readonly judge: Judge;
}

function Level({ view, level, judge }: LevelProps) {
  const { context } = view;
  const { words, survey } = context;
  const { tables } = level;
  const name = levelName(level.level, tables, context);
  const within = tables.some(({ segment }) => segment);
  if (tables.length === 0) return null;
  return (
    <section class="panel" id={within ? survey.hierarchy[level.level] : tables[0]?.id}>
      <h2>{words.ranking.answers(answerOf(level, name, context) ?? name)}</h2>
      <PooledNote context={context} level={level.level + 1} />
      {!within && survey.segments.length > 0 && (
        <p class="note">{words.ranking.notWithin(segmentTitle(context))}</p>
      )}
      {tables.map((table) => (
        <Table key={table.id} view={view} table={table} judge={judge} />
      ))}
      <Unranked view={view} level={level} judge={judge} />
    </section>
  );
}

function Table({ view, table, judge }: Omit<LevelProps, "level"> & { readonly table: LeagueTable }) {
  const { context } = view;
  const { words, language } = context;
  const head = levelTitle(context, table.level);
  const { segment } = table;
  const name = segment
    ? words.ranking.withCount(segment.label[language], formatNumber(table.branches.length, language))
    : head;
  return (
    <section id={segment ? table.id : undefined}>
      {segment && <h3>{name}</h3>}
      {!table.ranking && <p class="note">{words.ranking.tooFewToRank}</p>}
      <LeagueTableView view={view} table={table} caption={name} head={head} judge={judge} />
    </section>
  );
}

/** Branches of several segments, in the order of their scores, and the names of those whose figures are withheld. */
function Unranked({ view, level: { level, mixed, withheld }, judge }: LevelProps) {
  const { context, subject } = view;
  const { words, language } = context;
  const { ranking } = words;
  const title = ranking.mixedTitle(segmentTitle(context));
  const names = withheld.slice(0, mostNames).map(({ branch }) => branch.label[language]);
  const named = names.join(words.listSeparator);
  const more = withheld.length - names.length;
  return (
    <>
      {mixed.length > 0 && (
        <section>
          <h3>{title}</h3>
          <p class="note">{ranking.mixed(segmentTitle(context))}</p>
          <ScoreTable
            caption={title}
            head={levelTitle(context, level)}
            groups={[
              {
                measure: measureHead(subject, context),
                unit: subject.unit,
                ends: endsOf(subject),
                rows: bestFirst(mixed.map((one) => leagueRow(view, one))),
              },
            ]}
            intervals
            context={context}
            judge={judge}
          />
        </section>
      )}
      {withheld.length > 0 && (
        <p class="note">
          {ranking.withheldOnes(more > 0 ? ranking.andMore(named, formatNumber(more, language)) : named)}
          {words.sentenceGap}
          {words.withheldWhy(context.survey.base.minimum)}
        </p>
      )}
    </>
  );
}
