import { type TrendPoint, trendChart } from "../../charts/trend.ts";
import { type Estimate, isShown } from "../../measures/estimate.ts";
import { problemSets } from "../../measures/problems.ts";
import type { ItemBreak } from "../../survey/breaks.ts";
import { waveIds } from "../../survey/survey.ts";
import { formatValue } from "../../words/numbers.ts";
import { baseLine } from "../base-line.ts";
import { breakText } from "../break-text.ts";
import { BreakNotes } from "../breaks.tsx";
import { ChartFigure } from "../chart-figure.tsx";
import { type ReportContext, waveTitle } from "../context.ts";
import { levelsOf } from "../figures.ts";
import { FiguresTable } from "../figures-table.tsx";
import { KeptTitle } from "../kept-title.tsx";
import type { GatheringPanel } from "../panel.ts";
import { parentName } from "../parent.ts";
import { Value } from "../parts.tsx";
import { spanOfLevel } from "../pooling.ts";
import { TrendKey } from "../trend.tsx";
import { trendBreaks } from "../trend-breaks.ts";
import { problemColumns, problemUnit as unit } from "./problem-columns.tsx";
import { problemFigure } from "./problems-model.ts";
import { ScoringSection } from "./section.tsx";

interface TrendRow {
  readonly wave: string;
  readonly estimate: Estimate;
  /** Of the branch above. */
  readonly compared?: Estimate;
  readonly breaks: readonly ItemBreak[];
}

/** M11, all problems per 100 wave by wave up to the page's, beside the parent branch's. It states no changes. */
export const problemsTrend: GatheringPanel<readonly TrendRow[]> = {
  gather: async (context, { ask }) => {
    const { survey, branch, wave } = context;
    const path = branch?.path ?? [];
    const set = problemSets(survey).find(({ id }) => id === survey.scoring?.problems?.id);
    const [all] = set?.counts ?? [];
    if (!all || spanOfLevel(survey, path.length) > 1) return [];
    const waves = waveIds(survey).slice(0, waveIds(survey).indexOf(wave) + 1);
    const levels = levelsOf(context, { waves });
    const cascade = await Promise.all(
      levels.map((level) => ask({ questions: [], derived: { ticked: [all] }, ...level })),
    );
    const ids = [...new Set(all.of.map(({ question }) => question))];
    const breaks = trendBreaks(
      survey,
      waves.map((id) => ({ wave: id, items: undefined })),
      { ids, span: 1 },
    );
    return waves.flatMap((id, at): readonly TrendRow[] => {
      const figure = (of: readonly string[]) =>
        problemFigure(context, cascade, { count: all, wave: id, path: of });
      const estimate = figure(path);
      const compared = branch ? figure(path.slice(0, -1)) : undefined;
      if (!estimate) return [];
      return [{ wave: id, estimate, breaks: breaks[at] ?? [], ...(compared ? { compared } : {}) }];
    });
  },
  claims: () => [],
  draw: (context, rows) =>
    rows.filter(({ estimate }) => isShown(estimate)).length > 1 ? (
      <ScoringSection sheets="beside">
        <Trend {...{ context, rows }} />
      </ScoringSection>
    ) : null,
};

interface TrendProps {
  readonly context: ReportContext;
  readonly rows: readonly TrendRow[];
}

function Trend({ context, rows }: TrendProps) {
  const { words, language, document, branch, survey, wave } = context;
  const name = survey.scoring?.problems?.title[language] ?? "";
  const id = `${survey.scoring?.problems?.id}-trend`;
  const shown = rows.filter(({ estimate }) => isShown(estimate));
  const [first, last] = [shown[0], shown.at(-1)].map((row) => waveTitle(context, row?.wave ?? ""));
  const takeaway = `${words.trendLead(name, `${first}`, `${last}`)}${words.sentenceGap}${words.scoring.lowerIsBetterSentence}`;
  const title = words.scoring.problemsTrendTitle(name);
  const broken = rows.filter(({ breaks }) => breaks.length > 0);
  const spoken = shown.flatMap(({ wave: of, estimate }) =>
    isShown(estimate) ? [`${waveTitle(context, of)} ${formatValue(estimate.value, unit, language)}`] : [],
  );
  return (
    <ChartFigure
      id={id}
      title={title}
      takeaway={takeaway}
      base={baseLine(
        rows.map(({ estimate }) => estimate),
        { when: words.index.span(`${first}`, `${last}`), each: words.figure.eachWave, context },
      )}
      draw={(width) =>
        trendChart(
          { label: name, points: rows.map((row) => pointOf(context, row.wave, row.estimate)) },
          {
            document,
            width,
            format: (value) => formatValue(value, unit, language),
            marked: waveTitle(context, wave),
            ...(branch
              ? {
                  reference: {
                    label: parentName(context),
                    points: rows.map((row) => pointOf(context, row.wave, row.compared)),
                  },
                }
              : {}),
            breaks: broken.map((row, at) => ({
              wave: waveTitle(context, row.wave),
              text: breakText(context, row.breaks, { named: true }),
              mark: String(at + 1),
            })),
            alternative: `${takeaway}${words.sentenceGap}${spoken.join(words.listSeparator)}`,
          },
        )
      }
      legend={branch && rows.some(({ compared }) => compared) && <TrendKey context={context} />}
      notes={
        <>
          <p class="note">{words.scoring.problemsAxis}</p>
          <BreakNotes context={context} breaks={broken} named />
        </>
      }
      table={<TrendTable {...{ context, rows, title, name }} />}
      context={context}
    />
  );
}

function pointOf(context: ReportContext, wave: string, estimate: Estimate | undefined): TrendPoint {
  const title = waveTitle(context, wave);
  if (!estimate || !isShown(estimate)) return { wave: title };
  const { value, low, high } = estimate;
  return { wave: title, value, low, high };
}

function TrendTable({
  context,
  rows,
  title,
  name,
}: TrendProps & { readonly title: string; readonly name: string }) {
  const { words, branch } = context;
  return (
    <FiguresTable
      label={title}
      head={{
        title: words.wave,
        cell: ({ wave }: TrendRow) => <KeptTitle text={waveTitle(context, wave)} />,
      }}
      columns={[
        ...problemColumns(context, name),
        ...(branch
          ? [
              {
                title: parentName(context),
                kind: "number" as const,
                cell: ({ compared }: TrendRow) => <Value estimate={compared} unit={unit} context={context} />,
              },
            ]
          : []),
      ]}
      rows={rows}
    />
  );
}
