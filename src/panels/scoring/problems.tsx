import type { LostPart } from "../../charts/lost-bars.ts";
import { isShown } from "../../measures/estimate.ts";
import { formatRange, formatShare, formatValue } from "../../words/numbers.ts";
import { baseLine } from "../base-line.ts";
import { ChartFigure } from "../chart-figure.tsx";
import { previousWave, type ReportContext, waveTitle } from "../context.ts";
import { FiguresTable } from "../figures-table.tsx";
import type { GatheringPanel, Judge } from "../panel.ts";
import { Base, Change, IntervalText, Value } from "../parts.tsx";
import { ScoreKey } from "../score-key.tsx";
import { MethodNote } from "./method-note.tsx";
import { drawBars } from "./problem-bars.ts";
import { ProblemBranches } from "./problem-branches.tsx";
import { type ProblemRow, type ProblemsModel, problemClaims, problemsModels } from "./problems-model.ts";
import { ScoringSection } from "./section.tsx";

const unit = "per100";
/** So many kinds are named as those with the most problems. */
const named = 3;

/**
 * M11, problems per 100 by kind and in all, most first, with the share that the first have of all problems; by branch,
 * fewest first. Lower is better.
 * @param only the set of one question; by default all. All are judged together wherever one of them stands.
 */
export function problems(only?: string): GatheringPanel<readonly ProblemsModel[]> {
  return {
    gather: problemsModels,
    claims: problemClaims,
    draw: (context, models, judge) =>
      models
        .filter(({ set }) => only === undefined || set.id === only)
        .map((model) => <Problems key={model.set.id} {...{ context, model, judge }} />),
  };
}

interface ProblemsProps {
  readonly context: ReportContext;
  readonly model: ProblemsModel;
  readonly judge: Judge;
}

function Problems({ context, model, judge }: ProblemsProps) {
  const { words, language, wave } = context;
  const { scoring } = words;
  const { set, whole, kinds, branches } = model;
  const name = set.title[language];
  const title = scoring.problemsTitle(name);
  const parts = kinds.flatMap((row) => partOf(row, { context, judge }));
  return (
    <>
      <ScoringSection sheets="brief">
        <ChartFigure
          id={`${set.id}-per-100`}
          title={title}
          takeaway={problemsTakeaway({ context, model, judge })}
          base={baseLine([whole.estimate], { when: waveTitle(context, wave), context })}
          draw={parts.length > 0 ? drawBars(parts, title, context) : undefined}
          legend={<ScoreKey marks={[{ kind: "bar", label: scoring.problemsKey(name) }]} />}
          notes={
            <MethodNote id="M11" context={context}>
              {scoring.problemsNote}
            </MethodNote>
          }
          table={<KindsTable {...{ context, model, judge, label: title }} />}
          context={context}
        />
      </ScoringSection>
      {branches.length > 0 && (
        <ScoringSection sheets="left">
          <ProblemBranches {...{ context, model, name }} />
        </ScoringSection>
      )}
    </>
  );
}

function partOf(
  { label, href, estimate, change }: ProblemRow,
  { context, judge }: Pick<ProblemsProps, "context" | "judge">,
): readonly LostPart[] {
  if (!isShown(estimate)) return [];
  const { words, language } = context;
  const { value, low, high } = estimate;
  const verdict = change.status === "tested" ? judge(change) : "unclear";
  const size = change.status === "tested" ? formatValue(Math.abs(change.value), unit, language) : "";
  const said: LostPart["change"] =
    verdict === "rise"
      ? { text: words.scoring.moreProblems(size), tone: "worse" }
      : { text: words.scoring.fewerProblems(size), tone: "better" };
  return [
    {
      label,
      ...(href === undefined ? {} : { href }),
      ...{ value, low, high },
      ...(verdict === "unclear" ? {} : { change: said }),
    },
  ];
}

/** How many problems there are, whether that changed, and what share the kinds with the most have. */
export function problemsTakeaway({ context, model, judge }: ProblemsProps): string {
  const { words, language, wave } = context;
  const { scoring } = words;
  const { set, whole, kinds } = model;
  const from = previousWave(context);
  const first = kinds
    .slice(0, named)
    .flatMap(({ label, share }) => (share === undefined ? [] : [{ label, share }]));
  const total = first.reduce((sum, { share }) => sum + share, 0);
  const parts: string[] = [];
  if (isShown(whole.estimate)) {
    const { value, low, high } = whole.estimate;
    parts.push(
      scoring.problemsStand({
        card: set.title[language],
        wave: waveTitle(context, wave),
        value: formatValue(value, unit, language),
        interval: formatRange(low, high, unit, language),
        verdict: whole.change.status === "tested" ? judge(whole.change) : "none",
        previous: from === undefined ? "" : waveTitle(context, from),
      }),
    );
  }
  if (first.length === named && kinds.length > named)
    parts.push(
      scoring.mostProblems(
        first
          .map(({ label, share }) => scoring.named(label, formatShare(share, language)))
          .join(words.listSeparator),
        formatShare(total, language),
      ),
    );
  return parts.join(words.sentenceGap);
}

function KindsTable({ context, model, judge, label }: ProblemsProps & { readonly label: string }) {
  const { words, language } = context;
  const { scoring } = words;
  const from = previousWave(context);
  return (
    <FiguresTable
      label={label}
      head={{
        title: scoring.kind,
        cell: ({ kind, label: name, href }: ProblemRow) => {
          if (kind === "") return scoring.allProblems;
          return href ? <a href={href}>{name}</a> : name;
        },
      }}
      columns={[
        {
          title: model.set.title[language],
          kind: "score",
          cell: ({ estimate }) => <Value estimate={estimate} unit={unit} context={context} />,
        },
        {
          title: words.interval,
          kind: "number",
          cell: ({ estimate }) => <IntervalText estimate={estimate} unit={unit} context={context} />,
        },
        {
          title: scoring.shareOfProblems,
          kind: "number",
          cell: ({ kind, share }) => kind !== "" && share !== undefined && formatShare(share, language),
        },
        ...(from === undefined
          ? []
          : [
              {
                title: words.changeOn(waveTitle(context, from)),
                kind: "number" as const,
                cell: ({ change }: ProblemRow) => (
                  <Change difference={change} unit={unit} judge={judge} context={context} better="lower" />
                ),
              },
            ]),
        {
          title: words.base,
          kind: "number",
          cell: ({ estimate }) => <Base estimate={estimate} context={context} />,
        },
      ]}
      rows={[model.whole, ...model.kinds]}
      stacked="pairs"
    />
  );
}
