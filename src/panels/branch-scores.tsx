import type { PairCounts } from "../counts/pairs/request.ts";
import type { Counts } from "../counts/request.ts";
import type { Branch } from "../survey/branches.ts";
import { dimensionOf, waveIds } from "../survey/survey.ts";
import { networkNote } from "./branch-history.tsx";
import { movedAt } from "./changes-of.ts";
import type { ReportContext } from "./context.ts";
import { closedMark, endedBefore } from "./ended.ts";
import { figureAt, type Sums, subjectPairs, subjectRequests, sumsOf } from "./figures.ts";
import type { Panel } from "./panel.ts";
import { PooledNote } from "./pooled-note.tsx";
import { spanOfLevel } from "./pooling.ts";
import { allPublished } from "./published.tsx";
import {
  FairOrder,
  groupsOfRows,
  inFairOrder,
  isParted,
  type RankedRow,
  rankColumn,
} from "./ranked-rows.tsx";
import { type Ranking, rankedSubject, rankingOf } from "./ranking.ts";
import type { ScoreRow } from "./score-row.tsx";
import { bestFirst, ScoreTable } from "./score-table.tsx";
import { segmentTitle } from "./stands-out.ts";
import { betterOf, endsOf, measureHead, type Subject } from "./subject.ts";

/** Beside a branch of the lowest level, so many siblings above it and below it are listed. */
const neighbours = 12;

interface BranchScoresModel {
  readonly rows: readonly RankedRow[];
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
      const ranking = rankedWithin(context) ? undefined : rankingAt(context, subject, sums);
      const ordered = ranking ? inFairOrder(rows, ranking) : rows;
      return {
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
      return (
        <section class="panel" id="branches">
          <h2>{title}</h2>
          <p class="lead">
            {`${subject.name[language]}${words.stop}`}
            {ranked ? <FairOrder parted={parted} context={context} /> : scoreOrder(rows, context)}
          </p>
          <ScoreTable
            caption={title}
            head={level}
            groups={ranked ? groupsOfRows(rows, scale, { parted, context }) : [{ ...scale, rows }]}
            extras={ranked ? [rankColumn(rows, context)] : []}
            context={context}
            judge={judge}
          />
          <PooledNote context={context} level={scopeOf(context).level + 1} />
          {note !== undefined && <p class="note">{note}</p>}
          <WholeNetwork context={context} subject={subject} />
        </section>
      );
    },
  };
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

/** Rankings by what was counted for the branches: the pages of all of them, in all languages, share one. */
const memory = new WeakMap<Counts | PairCounts, Map<string, Ranking | undefined>>();

/** The fair order of the branches that a page lists; those that closed before its wave take no part. */
export function rankingAt(context: ReportContext, subject: Subject, sums: Sums): Ranking | undefined {
  const { survey, wave } = context;
  const { branches, level, parent } = scopeOf(context);
  const counts = (subject.kind === "index" ? sums.pairs : sums.counts)[level + 1];
  if (!counts) return undefined;
  const known = memory.get(counts) ?? new Map<string, Ranking | undefined>();
  memory.set(counts, known);
  const key = JSON.stringify([subject.id, wave]);
  if (known.has(key)) return known.get(key);
  const figure = (path: Branch["path"]) => figureAt(context, subject, sums, { wave, path });
  const ranking = rankingOf(
    survey,
    subject,
    branches
      .filter((branch) => !endedBefore(survey, branch, wave))
      .map((branch) => ({ id: idOf(branch), estimate: figure(branch.path) })),
    { parent: spanOfLevel(survey, level) === spanOfLevel(survey, level + 1) ? figure(parent) : undefined },
  );
  known.set(key, ranking);
  return ranking;
}

function rowOf(context: ReportContext, subject: Subject, branch: Branch, sums: Sums): ScoreRow {
  return {
    id: idOf(branch),
    label: branch.label[context.language],
    ...closedMark(context, branch),
    ...(context.branch && idOf(context.branch) === idOf(branch)
      ? {}
      : { href: context.links.branch(branch) }),
    ...movedAt(context, subject, sums, { wave: context.wave, path: branch.path }),
    better: betterOf(subject),
  };
}

/** The page's own row with its neighbours in the order. */
function around(rows: readonly RankedRow[], { branch }: ReportContext): readonly RankedRow[] {
  const at = rows.findIndex(({ id }) => branch !== undefined && id === idOf(branch));
  return at < 0
    ? rows.slice(0, 2 * neighbours + 1)
    : rows.slice(Math.max(0, at - neighbours), at + neighbours + 1);
}

function idOf({ path }: Branch): string {
  return JSON.stringify(path);
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
