import type { Branch } from "../survey/branches.ts";
import { closedOn } from "../survey/network.ts";
import { dimensionOf, waveIds } from "../survey/survey.ts";
import { formatDay } from "../words/dates.ts";
import { networkNote } from "./branch-history.tsx";
import { movedAt } from "./changes-of.ts";
import type { ReportContext } from "./context.ts";
import { type Sums, subjectPairs, subjectRequests, sumsOf } from "./figures.ts";
import type { Panel } from "./panel.ts";
import { PooledNote } from "./pooled-note.tsx";
import { allPublished } from "./published.tsx";
import type { ScoreRow } from "./score-row.tsx";
import { bestFirst, ScoreTable } from "./score-table.tsx";
import { betterOf, endsOf, measureHead, type Subject } from "./subject.ts";

/** Beside a branch of the lowest level, so many siblings above it and below it are listed. */
const neighbours = 12;

/** The branches under the page's own, best first; beside a branch of the lowest level, its siblings. */
export function branchScores(subject: Subject): Panel<readonly ScoreRow[]> {
  const options = ({ survey }: ReportContext) => ({ waves: waveIds(survey), below: true });
  return {
    needs: (context) => subjectRequests(context, subject, options(context)),
    pairs: (context) => subjectPairs(context, subject, options(context)),
    read: (context, counts, pairs) => {
      const sums = sumsOf(counts, pairs);
      const rows = scopeOf(context).branches.map((branch) => rowOf(context, subject, branch, sums));
      const ranked = bestFirst(
        rows.filter(
          ({ estimate }) => estimate && estimate.status !== "none" && estimate.status !== "unprinted",
        ),
      );
      return scopeOf(context).siblings ? around(ranked, context) : ranked;
    },
    claims: (rows) => rows.map(({ change }) => change),
    draw: (context, rows, judge) => {
      const level = levelTitle(context);
      if (rows.length === 0 || level === undefined) return null;
      const { words, language } = context;
      const title = titleOf(context, level);
      const published = allPublished(rows.map(({ estimate }) => estimate));
      const lead = published ? words.branchesLeadPublished : words.branchesLead;
      const note = networkNote(context);
      const groups = [
        { measure: measureHead(subject, context), unit: subject.unit, ends: endsOf(subject), rows },
      ];
      return (
        <section class="panel" id="branches">
          <h2>{title}</h2>
          <p class="lead">{`${subject.name[language]}${words.stop}${lead}`}</p>
          <ScoreTable caption={title} head={level} groups={groups} context={context} judge={judge} />
          <PooledNote context={context} level={scopeOf(context).level + 1} />
          {note !== undefined && <p class="note">{note}</p>}
        </section>
      );
    },
  };
}

function rowOf(context: ReportContext, subject: Subject, branch: Branch, sums: Sums): ScoreRow {
  return {
    id: idOf(branch),
    label: branch.label[context.language],
    ...markOf(context, branch),
    ...(context.branch && idOf(context.branch) === idOf(branch)
      ? {}
      : { href: context.links.branch(branch) }),
    ...movedAt(context, subject, sums, { wave: context.wave, path: branch.path }),
    better: betterOf(subject),
  };
}

/** That a branch closed in the wave that it still has answers in. */
function markOf(
  { survey, words, language }: ReportContext,
  { level, path }: Branch,
): { readonly mark?: string } {
  const closed = survey.network && closedOn(survey.network, level, path.at(-1) ?? "");
  return closed === undefined ? {} : { mark: words.network.closedMark(formatDay(closed, language)) };
}

/** The page's own row with its neighbours in the order. */
function around(rows: readonly ScoreRow[], { branch }: ReportContext): readonly ScoreRow[] {
  const at = rows.findIndex(({ id }) => branch !== undefined && id === idOf(branch));
  return at < 0
    ? rows.slice(0, 2 * neighbours + 1)
    : rows.slice(Math.max(0, at - neighbours), at + neighbours + 1);
}

function idOf({ path }: Branch): string {
  return JSON.stringify(path);
}

/** Which branches are listed, and the level they are on. */
function scopeOf({ branch, ancestors, tree }: ReportContext): {
  readonly branches: readonly Branch[];
  readonly level: number;
  readonly siblings: boolean;
} {
  if (!branch) return { branches: tree, level: 0, siblings: false };
  if (branch.children.length > 0)
    return { branches: branch.children, level: branch.level + 1, siblings: false };
  return { branches: ancestors.at(-2)?.children ?? tree, level: branch.level, siblings: true };
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
