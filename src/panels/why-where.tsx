import type { Difference } from "../measures/difference.ts";
import type { ClearBranch, ClearCell } from "../models/moves/clear-walk.ts";
import type { MoveLine } from "../models/moves/level.ts";
import { dimensionOf } from "../survey/survey.ts";
import { formatChange } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import { FiguresTable } from "./figures-table.tsx";
import { branchSteps, MovesFigure } from "./moves-chart.tsx";
import { singleLevels } from "./moves-of.ts";
import type { WhyProps } from "./why.tsx";
import { lineColumns, SharesNote } from "./why-cells.tsx";
import { MixNote } from "./why-factors.tsx";
import { branchSentence, cellSentence } from "./why-sentences.tsx";
import { branchName, branchOf, intervalOf, memberOf, partUnit } from "./why-texts.ts";
import { inSentence } from "./why-title.ts";

/** Where? The branches of the widest level, and the way down to the one that did it. */
export function WhyWhere(props: WhyProps) {
  const { context, model, judge, findings } = props;
  const { words, language, survey } = context;
  const { subject, where, from } = model;
  if (!where || from === undefined) return null;
  const said = words.why;
  const { level, earlier, later, items } = where;
  const title = dimensionOf(survey, level.by).title[language];
  const steps = branchSteps(level, items, subject, context, judge);
  const name = subject.name[language];
  return (
    <MovesFigure
      id="where"
      title={said.whereTitle}
      takeaway={
        <>
          {said.whereLead(inSentence(title))}
          <MixNote {...props} />
        </>
      }
      {...{ context, subject, name, from, earlier, later, steps }}
      table={
        <FiguresTable<MoveLine>
          label={said.whereTitle}
          head={{ title, cell: (line) => <BranchLink context={context} line={line} /> }}
          columns={lineColumns({ subject, context, judge, wholes: [earlier, later], total: true })}
          rows={level.lines}
          stacked="lines"
        />
      }
      after={
        <>
          <SharesNote subject={subject} context={context} />
          <h3>{said.pathTitle}</h3>
          {findings.branches.length === 0 ? (
            <p class="lead">{said.branchesNone}</p>
          ) : (
            <Branches {...props} branches={findings.branches} />
          )}
          <Stop context={context} />
          <Cells {...props} />
        </>
      }
    />
  );
}

function BranchLink({ context, line }: { readonly context: ReportContext; readonly line: MoveLine }) {
  const branch = branchOf(line, context);
  const name = branchName(line, context);
  return branch ? <a href={context.links.branch(branch)}>{name}</a> : name;
}

function Branches({ branches, ...props }: WhyProps & { readonly branches: readonly ClearBranch[] }) {
  const { context, model } = props;
  return (
    <ul class="branch-list">
      {branches.map((branch) => {
        const { text, href } = branchSentence(branch, partUnit(model.subject), context);
        return (
          <li key={text} class="finding">
            <a href={href}>{text}</a>
            {branch.under.length > 0 && <Branches {...props} branches={branch.under} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Why the way down ends where it does. */
function Stop({ context }: { readonly context: ReportContext }) {
  const { survey, words, language } = context;
  const pooled = survey.hierarchy[singleLevels(survey).length];
  if (pooled === undefined) return null;
  const name = inSentence(dimensionOf(survey, pooled).title[language]);
  return <p class="note">{words.why.pooledStop(name)}</p>;
}

/** Factors in branches: those that are clear and the way down from each, then all of the widest level. */
function Cells(props: WhyProps) {
  const { context, model, findings } = props;
  const { why } = context.words;
  const { subject, where } = model;
  const members = [...(where?.level.members.keys() ?? [])];
  if (!where || members.length === 0) return null;
  return (
    <>
      <h3>{why.cellsTitle}</h3>
      {findings.cells.length === 0 ? (
        <p class="lead">{why.cellsNone}</p>
      ) : (
        <CellList {...props} cells={findings.cells} />
      )}
      <details>
        <summary class="title-of-fold">{why.cellsTable}</summary>
        <p class="note">{why.cellsLead}</p>
        <FiguresTable<MoveLine>
          label={why.cellsTable}
          head={{
            title: why.group,
            cell: (line) => <BranchLink context={context} line={line} />,
          }}
          columns={members.map((id) => ({
            title: memberOf(id, context).name,
            kind: "number" as const,
            cell: (line) => {
              const move = line.members.find(({ member }) => member === id);
              if (move?.status === "withheld") return context.words.withheld;
              if (move?.status !== "shown") return "–";
              return <PlainChange difference={move.change} unit={subject.unit} context={context} />;
            },
          }))}
          rows={where.level.lines}
          stacked="lines"
        />
      </details>
    </>
  );
}

/**
 * A change without a verdict: whether a factor of a branch clearly changed is said on the branch's page; here the list
 * above tells what stands out among all pairs.
 */
function PlainChange({
  difference,
  unit,
  context,
}: {
  readonly difference: Difference;
  readonly unit: string;
  readonly context: WhyProps["context"];
}) {
  if (difference.value === undefined) return <>–</>;
  return (
    <>
      {formatChange(difference.value, unit, context.language)}
      <small class="aside">{intervalOf(difference, unit, context)}</small>
    </>
  );
}

function CellList({ cells, ...props }: WhyProps & { readonly cells: readonly ClearCell[] }) {
  const { context, model } = props;
  return (
    <ul class="branch-list">
      {cells.map((cell) => {
        const { text, href } = cellSentence(cell, model.subject.unit, context);
        const factor = memberOf(cell.move.member, context);
        return (
          <li key={text} class="finding">
            <a href={href}>{text}</a> · <a href={factor.href}>{factor.name}</a>
            {cell.under.length > 0 && <CellList {...props} cells={cell.under} />}
          </li>
        );
      })}
    </ul>
  );
}
