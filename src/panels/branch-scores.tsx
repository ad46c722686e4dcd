import type { Branch } from "../survey/branches.ts";
import { dimensionOf, waveIds } from "../survey/survey.ts";
import { networkNote } from "./branch-history.tsx";
import { branchRanking, idOf } from "./branch-ranking.ts";
import { movedAt } from "./changes-of.ts";
import type { ReportContext } from "./context.ts";
import { closedMark } from "./ended.ts";
import { valueBefore } from "./figure-before.ts";
import { type Sums, subjectPairs, subjectRequests, sumsOf } from "./figures.ts";
import type { Judge, Panel } from "./panel.ts";
import { PooledNote } from "./pooled-note.tsx";
import { allPublished } from "./published.tsx";
import { FairOrder, groupsOfRows, inFairOrder, isParted, rankColumn } from "./ranked-rows.tsx";
import { type Ranking, rankedSubject } from "./ranking.ts";
import { type ChartedBranch, clearRank, isCharted, RankingChart, rankChangeText } from "./ranking-chart.tsx";
import type { ScoreRow } from "./score-row.tsx";
import { bestFirst, ScoreTable } from "./score-table.tsx";
import { sparkTrend } from "./spark-points.ts";
import { segmentTitle } from "./stands-out.ts";
import { betterOf, endsOf, measureHead, type Subject } from "./subject.ts";

/** Beside a branch of the lowest level, so many siblings above it and below it are listed. */
const neighbours = 12;

interface BranchScoresModel {
  readonly rows: readonly ChartedBranch[];
  /** Whether ranks were compared with those of the wave before. */
  readonly compared: boolean;
  /** Whether some of all that were ranked are shown to differ; undefined where rows are in the order of their scores. */
  readonly parted: boolean | undefined;
}

/**
 * The branches under the page's own in fair order (M31), best first; of fewer than three, where nothing tells how exact
 * figures are, or where they are ranked within segments, in the order of their scores. Beside a branch of the lowest
 * level, its siblings.
 */
export function branchScores(subject: Subject): Panel<BranchScoresModel> {
  const options = ({ survey }: ReportContext) => ({ waves: waveIds(survey), below: true });
  return {
    needs: (context) => subjectRequests(context, subject, options(context)),
    pairs: (context) => subjectPairs(context, subject, options(context)),
    read: (context, counts, pairs) => {
      const sums = sumsOf(counts, pairs);
      const rows = bestFirst(
        scopeOf(context)
          .branches.map((branch) => rowOf(context, subject, branch, sums))
          .filter(
            ({ estimate }) => estimate && estimate.status !== "none" && estimate.status !== "unprinted",
          ),
      );
      const ranked = rankedWithin(context)
        ? undefined
        : branchRanking(context, subject, sums, scopeOf(context));
      const { ranking, changes } = ranked ?? {};
      const ordered: readonly ChartedBranch[] = ranking
        ? inFairOrder(rows, ranking).map((row) => ({ ...row, rankChange: changes?.get(row.id) }))
        : rows;
      return {
        compared: changes !== undefined,
        rows: scopeOf(context).siblings ? around(ordered, context) : ordered,
        parted: ranking && isParted(ranking),
      };
    },
    claims: ({ rows }) => rows.map(({ change }) => change),
    draw: (context, model, judge) => {
      const { rows, parted } = model;
      const ranked = parted !== undefined;
      const level = levelTitle(context);
      if (rows.length === 0 || level === undefined) return null;
      const { words, language } = context;
      const title = titleOf(context, level);
      const note = networkNote(context);
      const scale = { measure: measureHead(subject, context), unit: subject.unit, ends: endsOf(subject) };
      const groups = ranked ? groupsOfRows(rows, scale, { parted, context }) : [{ ...scale, rows }];
      const lead = (
        <>
          {`${subject.name[language]}${words.stop}`}
          {ranked ? <FairOrder parted={parted} context={context} /> : scoreOrder(rows, context)}
        </>
      );
      const table = (
        <ScoreTable
          caption={title}
          head={level}
          groups={groups}
          extras={ranked ? [rankColumn(rows, context, (row) => changeNote(row, context, judge))] : []}
          context={context}
          judge={judge}
        />
      );
      const notes = (
        <>
          <PooledNote context={context} level={scopeOf(context).level + 1} />
          {note !== undefined && <p class="note">{note}</p>}
          <WholeNetwork context={context} subject={subject} />
        </>
      );
      // Beside a branch of the lowest level stands a piece of the order, which a table shows as well.
      if (isCharted(rows) && !scopeOf(context).siblings) {
        const ranks = ranked ? (model.compared ? "compared" : "single") : "none";
        const at = { context, subject, level: scopeOf(context).level + 1 };
        return <RankingChart {...{ ...at, title, lead, groups, ranks, judge, table, notes }} />;
      }
      return (
        <section class="panel" id="branches">
          <h2>{title}</h2>
          <p class="lead">{lead}</p>
          {table}
          {notes}
        </section>
      );
    },
  };
}

/** How a branch's rank changed, where that is clear. */
function changeNote(row: ChartedBranch, context: ReportContext, judge: Judge): string | undefined {
  const change = clearRank(row, { judge });
  return change && rankChangeText(change, context);
}

/** True where the branches that a page lists are ranked within segments, so that side by side they take no ranks. */
function rankedWithin(context: ReportContext): boolean {
  const { hierarchy, segments } = context.survey;
  return segments.length > 0 && scopeOf(context).level === hierarchy.length - 1;
}

/** What can be read from rows in the order of their scores. */
function scoreOrder(rows: readonly ScoreRow[], context: ReportContext): string {
  const { words } = context;
  const published = allPublished(rows.map(({ estimate }) => estimate));
  return [
    published ? words.branchesLeadPublished : words.branchesLead,
    ...(rankedWithin(context) ? [words.ranking.besideOthers(segmentTitle(context))] : []),
  ].join(words.sentenceGap);
}

/** Where the branches are ranked among all of the network, or of their segment. */
function WholeNetwork({ context, subject }: { readonly context: ReportContext; readonly subject: Subject }) {
  const { words, links, survey, wave } = context;
  if (rankedSubject(context)?.id !== subject.id || wave !== survey.waves.at(-1)?.id) return null;
  const within = rankedWithin(context);
  const table = within ? `#${survey.hierarchy[scopeOf(context).level]}` : "";
  return (
    <p class="note">
      {within && <>{words.ranking.rankedWithin(segmentTitle(context))} </>}
      <a href={`${links.best}${table}`}>{words.ranking.bestLink}</a> ·{" "}
      <a href={links.luck}>{words.ranking.luckLink}</a>
    </p>
  );
}

/** The fair order of the branches that a page ranks; none where they are ranked within segments. */
export function rankingAt(context: ReportContext, subject: Subject, sums: Sums): Ranking | undefined {
  return rankedWithin(context) ? undefined : branchRanking(context, subject, sums, scopeOf(context))?.ranking;
}

function rowOf(context: ReportContext, subject: Subject, branch: Branch, sums: Sums): ChartedBranch {
  const at = { wave: context.wave, path: branch.path };
  const moved = movedAt(context, subject, sums, at);
  return {
    id: idOf(branch),
    label: branch.label[context.language],
    ...closedMark(context, branch),
    ...(context.branch && idOf(context.branch) === idOf(branch)
      ? {}
      : { href: context.links.branch(branch) }),
    ...moved,
    previous: valueBefore(context, subject, sums, { ...at, ...moved }),
    trend: sparkTrend(context, subject, sums, at),
    better: betterOf(subject),
  };
}

/** The page's own row with its neighbours in the order. */
function around(rows: readonly ChartedBranch[], { branch }: ReportContext): readonly ChartedBranch[] {
  const at = rows.findIndex(({ id }) => branch !== undefined && id === idOf(branch));
  return at < 0
    ? rows.slice(0, 2 * neighbours + 1)
    : rows.slice(Math.max(0, at - neighbours), at + neighbours + 1);
}

/** Which branches are listed, the level they are on, and what they are under. */
function scopeOf({ branch, ancestors, tree }: ReportContext): {
  readonly branches: readonly Branch[];
  readonly level: number;
  readonly parent: Branch["path"];
  readonly siblings: boolean;
} {
  if (!branch) return { branches: tree, level: 0, parent: [], siblings: false };
  const { children, level, path } = branch;
  if (children.length > 0) return { branches: children, level: level + 1, parent: path, siblings: false };
  const above = ancestors.at(-2);
  return { branches: above?.children ?? tree, level, parent: above?.path ?? [], siblings: true };
}

function levelTitle(context: ReportContext): string | undefined {
  const dimension = context.survey.hierarchy[scopeOf(context).level];
  return dimension === undefined ? undefined : dimensionOf(context.survey, dimension).title[context.language];
}

function titleOf(context: ReportContext, level: string): string {
  const { words, language, branch, ancestors } = context;
  const { siblings } = scopeOf(context);
  const parent = siblings ? ancestors.at(-2) : branch;
  if (!parent) return words.branchesTitle(level);
  const name = parent.label[language];
  return siblings ? words.siblings(level, name) : words.branchesOf(level, name);
}
