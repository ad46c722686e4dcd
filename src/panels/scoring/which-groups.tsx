import { divergingGradesChart } from "../../charts/diverging-grades.ts";
import { type Tally, unweightedCell } from "../../counts/tally.ts";
import { hasValue } from "../../measures/estimate.ts";
import type { RatingQuestion } from "../../survey/question.ts";
import { sameText } from "../../survey/text.ts";
import { formatNumber, formatRange, formatValue } from "../../words/numbers.ts";
import { ChartFigure } from "../chart-figure.tsx";
import type { ReportContext } from "../context.ts";
import { FiguresTable } from "../figures-table.tsx";
import { gradeLook } from "../grade-sides.ts";
import type { Panel } from "../panel.ts";
import { MethodLink, nameOf } from "./method-note.tsx";
import { type ScoredBy, scoredByAll } from "./methods-on.ts";

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
  readonly by: ScoredBy;
  readonly values: readonly string[];
}

function rowsOf({ language }: ReportContext): readonly Row[] {
  const all = names.map((name) =>
    scoredByAll(tallyOf(groups[name]), question, { weighting: "unweighted", base }),
  );
  return (all[0] ?? []).map((by, at) => ({
    by,
    values: all.map((scored) => {
      const estimate = scored[at]?.estimate;
      return estimate && hasValue(estimate) ? formatValue(estimate.value, by.unit, language) : "";
    }),
  }));
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
          alternative: `${which.groupsTitle}${words.colon}${titles.join(words.listSeparator)}`,
        })
      }
      open
      table={
        <FiguresTable
          label={which.groupsTitle}
          head={{
            title: which.method,
            cell: ({ by }: Row) => (
              <>
                {by.name === "satisfied" ? which.satisfiedWithMiddle : nameOf(by.name, words)}{" "}
                <MethodLink id={by.method} context={context} />
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
              cell: ({ by }) => formatRange(by.ends.min, by.ends.max, by.unit, language),
            },
            { title: which.hides, kind: "text", cell: ({ by }) => which.hidesWhat[by.name] },
          ]}
          rows={rowsOf(context)}
          stacked="lines"
        />
      }
      context={context}
    />
  );
}
