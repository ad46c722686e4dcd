import { divergingGradesChart } from "../../charts/diverging-grades.ts";
import { type Tally, unweightedCell } from "../../counts/tally.ts";
import { hasValue } from "../../measures/estimate.ts";
import type { RatingQuestion } from "../../survey/question.ts";
import { sameText } from "../../survey/text.ts";
import { formatEnd, formatNumber, formatValue } from "../../words/numbers.ts";
import { ChartFigure } from "../chart-figure.tsx";
import type { ReportContext } from "../context.ts";
import { FiguresTable } from "../figures-table.tsx";
import { gradeLook } from "../grade-sides.ts";
import type { Panel } from "../panel.ts";
import { MethodLink, nameOf } from "./method-note.tsx";
import { scoredByAll } from "./methods-on.ts";
import { rangeText } from "./which-own.tsx";

/** Answers by grade, worst first: three groups of one mean. */
const groups = {
  middle: [0, 0, 100, 0, 0],
  halves: [50, 0, 0, 0, 50],
  spread: [10, 20, 40, 20, 10],
} as const;
const names = ["middle", "halves", "spread"] as const;
const codes = [1, 2, 3, 4, 5];
const base = { minimum: 1, caution: 1 };

const question: RatingQuestion = {
  id: "example",
  text: sameText(""),
  short: sameText(""),
  versions: [],
  type: "rating",
  scale: { codes, labels: {}, satisfied: [3, 4, 5], scores: [0, 3, 6, 8, 10] },
};

/** Three invented groups of one mean, by every method: what each tells apart and what it hides. */
export const whichGroups: Panel<undefined> = {
  needs: () => [],
  read: () => undefined,
  claims: () => [],
  draw: (context) => <Groups context={context} />,
};

function tallyOf(counts: readonly number[]): Tally {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    kind: "codes",
    base: unweightedCell(total),
    cells: new Map(codes.map((code, at) => [code, unweightedCell(counts[at] ?? 0)])),
  };
}

interface Row {
  readonly name: string;
  readonly method: string;
  readonly values: readonly string[];
  readonly range: string;
  readonly hides: string;
}

function rowsOf(context: ReportContext): readonly Row[] {
  const { words, language } = context;
  const { which } = words;
  const all = names.map((name) =>
    scoredByAll(tallyOf(groups[name]), question, { weighting: "unweighted", base }),
  );
  const scores = (all[0] ?? []).map((by, at) => ({
    name: by.name === "satisfied" ? which.satisfiedWithMiddle : nameOf(by.name, words),
    method: by.method,
    values: all.map((scored) => {
      const estimate = scored[at]?.estimate;
      return estimate && hasValue(estimate) ? formatValue(estimate.value, by.unit, language) : "";
    }),
    range: rangeText(by.ends, by.unit, context),
    hides: which.hidesWhat[by.name],
  }));
  return [distributionRow(context), ...scores];
}

/** The answers themselves (M01), which all else is made of. */
function distributionRow(context: ReportContext): Row {
  const { which } = context.words;
  const share = (name: (typeof names)[number], count: number) =>
    sharesText(name, count, context).replace("%", "");
  return {
    name: which.allAnswers,
    method: "M01",
    values: names.map((name) => `${groups[name].map((count) => share(name, count)).join(" / ")}%`),
    range: rangeText({ min: 0, max: 1 }, "proportion", context),
    hides: which.hidesNothing,
  };
}

function sharesText(name: (typeof names)[number], count: number, { language }: ReportContext): string {
  const total = groups[name].reduce<number>((sum, one) => sum + one, 0);
  return formatEnd(count / total, "proportion", language);
}

/** What the bars show: the share of each grade that anybody gave, group by group. */
function spoken(context: ReportContext): string {
  const { words } = context;
  const { which } = words;
  const said = names.map((name) => {
    const parts = groups[name].flatMap((count, at) =>
      count === 0 ? [] : [words.scores.of(`${at + 1} ${which.grades[at]}`, sharesText(name, count, context))],
    );
    return `${which.groups[name]}${words.colon}${parts.join(words.listSeparator)}`;
  });
  return `${which.groupsTitle}${words.colon}${said.join(words.findings.detailGap)}`;
}

function Groups({ context }: { readonly context: ReportContext }) {
  const { words, language, document } = context;
  const { which } = words;
  const total = groups.middle.reduce<number>((sum, count) => sum + count, 0);
  const titles = names.map((name) => which.groups[name]);
  const look = gradeLook({ ...question, scale: { ...question.scale, satisfied: [4, 5] } }, context);
  const rows = names.map((name) => ({
    label: which.groups[name],
    shares: groups[name].map((count) => count / total),
  }));
  return (
    <ChartFigure
      id="example"
      title={which.groupsTitle}
      takeaway={which.groupsLead}
      base={which.groupsNote}
      invented
      draw={(width) =>
        divergingGradesChart(rows, {
          ...look,
          document,
          width,
          grades: which.grades.map((grade, at) => `${at + 1} ${grade}`),
          format: (share) => formatNumber(share * 100, language),
          alternative: spoken(context),
        })
      }
      open
      table={
        <FiguresTable
          label={which.groupsTitle}
          head={{
            title: which.method,
            cell: ({ name, method }: Row) => (
              <>
                {name} <MethodLink id={method} context={context} />
              </>
            ),
          }}
          columns={[
            ...titles.map((title, at) => ({
              title,
              kind: "number" as const,
              cell: ({ values }: Row) => values[at],
            })),
            {
              title: which.range,
              kind: "number",
              cell: ({ range }) => range,
            },
            { title: which.hides, kind: "text", cell: ({ hides }) => hides },
          ]}
          rows={rowsOf(context)}
          stacked="lines"
        />
      }
      context={context}
    />
  );
}
