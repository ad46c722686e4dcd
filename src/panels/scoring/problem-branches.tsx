import { isShown } from "../../measures/estimate.ts";
import { dimensionOf } from "../../survey/survey.ts";
import { baseLine } from "../base-line.ts";
import { ChartFigure } from "../chart-figure.tsx";
import { type ReportContext, waveTitle } from "../context.ts";
import { FiguresTable } from "../figures-table.tsx";
import { ScoreKey } from "../score-key.tsx";
import { MethodNote } from "./method-note.tsx";
import { drawBars } from "./problem-bars.ts";
import { problemColumns } from "./problem-columns.tsx";
import type { BranchProblems, ProblemsModel } from "./problems-model.ts";

/** All problems by branch, fewest first. */
export function ProblemBranches({
  context,
  model,
  name,
}: {
  readonly context: ReportContext;
  readonly model: ProblemsModel;
  readonly name: string;
}) {
  const { words, survey, branch, language, wave } = context;
  const { scoring } = words;
  const { branches, ends, set } = model;
  const level = survey.hierarchy[branch?.path.length ?? 0];
  const levelTitle = level === undefined ? words.branches : dimensionOf(survey, level).title[language];
  const title = scoring.problemsByBranch(name, levelTitle);
  const parts = branches.flatMap(({ label, href, estimate }) =>
    isShown(estimate) ? [{ label, href, value: estimate.value, low: estimate.low, high: estimate.high }] : [],
  );
  return (
    <ChartFigure
      id={`${set.id}-per-100-branches`}
      title={title}
      takeaway={[
        scoring.fewestFirst,
        ...(ends?.fewest ? [scoring.fewestOf(ends.fewest.one.label)] : []),
        ...(ends?.most ? [scoring.mostOf(ends.most.one.label)] : []),
      ].join(words.sentenceGap)}
      base={baseLine(
        branches.map(({ estimate }) => estimate),
        { when: waveTitle(context, wave), each: words.figure.eachBranch, context },
      )}
      draw={parts.length > 0 ? drawBars(parts, title, context) : undefined}
      legend={<ScoreKey marks={[{ kind: "bar", label: scoring.problemsKey(name) }]} />}
      notes={
        ends && (
          <MethodNote id="M31" context={context}>
            {scoring.endsNote}
          </MethodNote>
        )
      }
      table={
        <FiguresTable
          label={title}
          head={{
            title: levelTitle,
            cell: ({ label, href }: BranchProblems) => <a href={href}>{label}</a>,
          }}
          columns={[...problemColumns(context, name)]}
          rows={branches}
          stacked="pairs"
        />
      }
      context={context}
    />
  );
}
