import type { Counts } from "../counts/request.ts";
import type { Branch } from "../survey/branches.ts";
import { dimensionOf } from "../survey/survey.ts";
import { branchSlice, everybody } from "../views/slice.ts";
import { previousWave, type ReportContext } from "./context.ts";
import { changeOf, figureOf } from "./figures.ts";
import type { Panel } from "./panel.ts";
import { bestFirst, type ScoreRow, ScoreTable } from "./score-table.tsx";
import { endsOf, lowerIsBetter, measureHead, type Subject } from "./subject.ts";

interface BranchScoresModel {
  readonly rows: readonly ScoreRow[];
}

/** The branches under the page's own, highest first; beside a branch of the lowest level, its siblings. */
export function branchScores(subject: Subject): Panel<BranchScoresModel> {
  const { question, measure } = subject;
  return {
    needs: (context) => {
      const { path, level } = scopeOf(context);
      const by = context.survey.hierarchy[level];
      if (by === undefined) return [];
      const waves = [previousWave(context), context.wave].filter((wave) => wave !== undefined);
      const slice = path.length > 0 ? branchSlice(context.survey.hierarchy, path) : everybody;
      return [{ questions: [question.id], waves, by: [by], slice }];
    },
    read: (context, [counts]) => {
      if (!counts) return { rows: [] };
      const rows = scopeOf(context).branches.map((branch) => rowOf(context, branch, counts));
      return { rows: bestFirst(rows.filter(({ estimate }) => estimate !== undefined)) };
    },
    claims: ({ rows }) => rows.map(({ change }) => change),
    draw: (context, { rows }, judge) => {
      const scope = scopeOf(context);
      const dimension = context.survey.hierarchy[scope.level];
      if (rows.length === 0 || dimension === undefined) return null;
      const { words, language, survey } = context;
      const level = dimensionOf(survey, dimension).title[language];
      const parent = scope.parent?.label[language];
      const title =
        parent === undefined
          ? words.branchesTitle(level)
          : scope.siblings
            ? words.siblings(level, parent)
            : words.branchesOf(level, parent);
      return (
        <section class="panel" id="branches">
          <h2>{title}</h2>
          <p class="lead">{`${question.short[language]}${words.stop}${words.branchesLead}`}</p>
          <ScoreTable
            caption={title}
            head={level}
            groups={[
              { measure: measureHead(subject, context), unit: subject.unit, ends: endsOf(subject), rows },
            ]}
            context={context}
            judge={judge}
          />
        </section>
      );
    },
  };

  function rowOf(context: ReportContext, branch: Branch, counts: Counts): ScoreRow {
    const from = previousWave(context);
    const key = [branch.path.at(-1) ?? null];
    const figure = (wave: string | undefined) =>
      wave === undefined ? undefined : figureOf(context, counts, { question, measure, wave, key });
    const estimate = figure(context.wave);
    const isOwn = context.branch?.path.join("/") === branch.path.join("/");
    return {
      id: branch.path.join("/"),
      label: branch.label[context.language],
      ...(isOwn ? {} : { href: context.links.branch(branch) }),
      estimate,
      change: changeOf(context, question, {
        slice: branchSlice(context.survey.hierarchy, branch.path),
        from,
        to: context.wave,
        earlier: figure(from),
        later: estimate,
      }),
      lowerIsBetter: lowerIsBetter(question),
    };
  }
}

/** Which branches are listed, the level they are on and the path of their common parent. */
function scopeOf({ branch, ancestors, tree }: ReportContext): {
  readonly branches: readonly Branch[];
  readonly level: number;
  readonly path: readonly string[];
  readonly parent: Branch | undefined;
  readonly siblings: boolean;
} {
  if (!branch) return { branches: tree, level: 0, path: [], parent: undefined, siblings: false };
  if (branch.children.length > 0) {
    return {
      branches: branch.children,
      level: branch.level + 1,
      path: branch.path,
      parent: branch,
      siblings: false,
    };
  }
  const parent = ancestors.at(-2);
  return {
    branches: parent?.children ?? tree,
    level: branch.level,
    path: parent?.path ?? [],
    parent,
    siblings: true,
  };
}
