import { divergingGradesChart, type GradesRow } from "../charts/diverging-grades.ts";
import { type Cascade, estimateAt } from "../measures/cascade.ts";
import { type Estimate, hasValue, isShown } from "../measures/estimate.ts";
import { shareOfCodes } from "../measures/share.ts";
import { isScaleQuestion, type Question, type ScaleQuestion } from "../survey/question.ts";
import { codeLabel } from "../survey/scale.ts";
import type { Dimension } from "../survey/survey.ts";
import { sliceText } from "../views/slice.ts";
import { formatNumber, formatShare } from "../words/numbers.ts";
import { baseLine } from "./base-line.ts";
import { dimensionsOf, groupingsOf, levels } from "./breakdown.tsx";
import { ChartFigure } from "./chart-figure.tsx";
import { type ReportContext, waveTitle } from "./context.ts";
import { FiguresTable } from "./figures-table.tsx";
import { EndsNote } from "./grade-ends.tsx";
import { gradeLook } from "./grade-sides.ts";
import type { Panel } from "./panel.ts";
import { Base, Value } from "./parts.tsx";
import { inSentence } from "./why-title.ts";

/** A group and the share of each grade in it, worst first; a single withheld estimate where it may not be shown. */
interface Group {
  readonly dimension: Dimension;
  readonly label: string;
  /** In permalink form, where readers can filter by its dimension. */
  readonly slice?: string;
  readonly estimates: readonly Estimate[];
}

/** With more groups than so many a dimension is not drawn. */
const mostGroups = 24;

/** The grades that each group outside the hierarchy gives (M01), side by side; of a question on a scale. */
export function segmentGrades(question: Question): Panel<readonly Group[]> {
  return {
    needs: (context) =>
      isScaleQuestion(question)
        ? groupingsOf(context).map((groups) => ({ questions: [question.id], ...groups }))
        : [],
    read: (context, counts) =>
      isScaleQuestion(question)
        ? dimensionsOf(context).flatMap((dimension, at) =>
            groupsOf(context, question, dimension, levels(counts, at)),
          )
        : [],
    claims: () => [],
    draw: (context, groups) =>
      isScaleQuestion(question) && groups.some(isDrawn) ? (
        <SegmentGrades {...{ context, question, groups }} />
      ) : null,
  };
}

function groupsOf(
  { survey: { base, filters }, wave, language }: ReportContext,
  question: ScaleQuestion,
  dimension: Dimension,
  cascade: Cascade,
): readonly Group[] {
  const { codes } = question.scale;
  const groups = dimension.options.flatMap(({ id, label }): readonly Group[] => {
    let estimates: readonly Estimate[] = [];
    const found = estimateAt(cascade, [id], { question, wave, base }, ({ tally }) => {
      estimates = codes.map((code) => shareOfCodes(tally, [code], { weighting: "weighted", base }));
      return estimates[0] ?? { status: "none" };
    });
    if (!found || found.status === "none" || found.status === "unprinted") return [];
    const whole = hasValue(found) && estimates.every(hasValue);
    const slice = filters.includes(dimension.id) ? { slice: sliceText({ [dimension.id]: [id] }) } : {};
    return [
      {
        dimension,
        ...slice,
        label: label[language],
        estimates: whole ? estimates : [{ status: "withheld" }],
      },
    ];
  });
  return groups.length > mostGroups ? [] : groups;
}

function isDrawn({ estimates }: Group): boolean {
  return estimates.length > 1;
}

interface DrawProps {
  readonly context: ReportContext;
  readonly question: ScaleQuestion;
  readonly groups: readonly Group[];
}

function SegmentGrades(props: DrawProps) {
  const { context, question, groups } = props;
  const { words } = context;
  return (
    <ChartFigure
      id="grades"
      title={words.charts.segments.title}
      takeaway={takeawayOf(props)}
      base={baseLine(
        groups.map(({ estimates }) => estimates[0]),
        { when: waveTitle(context, context.wave), each: words.figure.eachGroup, context },
      )}
      draw={drawingOf(props)}
      notes={
        <>
          <EndsNote question={question} context={context} />
          {groups.some((group) => !isDrawn(group)) && (
            <p class="note">
              {words.withheld}
              {words.colon}
              {words.withheldWhy(context.survey.base.minimum)}
            </p>
          )}
        </>
      }
      table={<GroupsTable {...props} />}
      subject={question.id}
      context={context}
    />
  );
}

/** Where the shares of better grades lie furthest apart; a description, as nothing is tested. */
function takeawayOf({ context, question, groups }: DrawProps): string {
  const { words, language } = context;
  const { sides, names } = gradeLook(question, context);
  const better = (group: Group) => sumOf(group, (at) => sides[at] === 1);
  const spreads = [...Map.groupBy(groups.filter(isDrawn), ({ dimension }) => dimension.id).values()].flatMap(
    (members) => {
      const ordered = members.toSorted((a, b) => better(a) - better(b));
      const [least, most] = [ordered[0], ordered.at(-1)];
      return least && most ? [{ least, most, width: better(most) - better(least) }] : [];
    },
  );
  const [widest] = spreads.toSorted((a, b) => b.width - a.width);
  const said = words.charts.segments;
  if (!widest || widest.width === 0) return said.untested;
  const shareOf = (group: Group) => said.ofGroup(formatShare(better(group), language), group.label);
  const name = inSentence(widest.least.dimension.title[language]);
  return [said.spread(names.better, name, shareOf(widest.least), shareOf(widest.most)), said.untested].join(
    words.sentenceGap,
  );
}

function sumOf({ estimates }: Group, counts: (at: number) => boolean): number {
  return estimates.reduce(
    (sum, estimate, at) => (hasValue(estimate) && counts(at) ? sum + estimate.value : sum),
    0,
  );
}

function drawingOf({ context, question, groups }: DrawProps): (width: number) => Element {
  const { words, language, document } = context;
  const look = gradeLook(question, context);
  const said = words.charts.segments;
  const whole = (share: number) => formatNumber(share * 100, language);
  const rows = groups.map((group, at): GradesRow => {
    const { dimension, label, slice, estimates } = group;
    const [first] = estimates;
    const begins = groups[at - 1]?.dimension.id !== dimension.id;
    const heading = begins ? { heading: words.breakdownBy(dimension.title[language]) } : {};
    const row = { ...heading, label, ...(slice === undefined ? {} : { slice }) };
    if (!isDrawn(group)) return { ...row, missing: words.withheld };
    const shares = estimates.map((estimate) => (hasValue(estimate) ? estimate.value : 0));
    const aside = first && isShown(first) ? { aside: said.base(formatNumber(first.n, language)) } : {};
    return { ...row, ...aside, shares };
  });
  const spoken = groups
    .filter(isDrawn)
    .map((group) =>
      said.spoken(
        group.label,
        words.scores.of(look.names.worse, `${whole(sumOf(group, (at) => look.sides[at] === -1))}%`),
        words.scores.of(look.names.better, `${whole(sumOf(group, (at) => look.sides[at] === 1))}%`),
      ),
    );
  const options = {
    document,
    grades: question.scale.codes.map((code) => codeLabel(question.scale, code, language)),
    ...look,
    format: whole,
    alternative: `${said.title} ${spoken.join(words.listSeparator)}`,
  };
  return (width) => divergingGradesChart(rows, { ...options, width });
}

function GroupsTable({ context, question, groups }: DrawProps) {
  const { words, language } = context;
  const { scale } = question;
  return (
    <FiguresTable
      label={words.charts.segments.title}
      head={{
        title: words.why.group,
        cell: ({ dimension, label, slice }: Group) => (
          <>
            {`${dimension.title[language]}${words.colon}`}
            {slice === undefined ? label : <span data-slice={slice}>{label}</span>}
          </>
        ),
      }}
      columns={[
        ...scale.codes.map((code, at) => ({
          title: codeLabel(scale, code, language),
          kind: "number" as const,
          cell: ({ estimates }: Group) =>
            estimates.length > 1 || at === 0 ? (
              <Value estimate={estimates[at]} unit="proportion" context={context} />
            ) : null,
        })),
        {
          title: words.base,
          kind: "number" as const,
          cell: ({ estimates }: Group) => <Base estimate={estimates[0]} context={context} />,
        },
      ]}
      rows={groups}
      stacked="lines"
    />
  );
}
