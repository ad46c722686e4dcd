import { quadrantAxes, quadrantsChart } from "../charts/quadrants.ts";
import { isShown, type Shown } from "../measures/estimate.ts";
import { partOfIndex } from "../measures/index/cascade.ts";
import type { IndexPart } from "../measures/index/estimate.ts";
import { waveIds } from "../survey/survey.ts";
import { formatNumber, formatRange, formatShare, formatValue } from "../words/numbers.ts";
import { baseLine } from "./base-line.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { type ReportContext, waveTitle } from "./context.ts";
import { indexPartsAt, indexRequests } from "./figures.ts";
import { FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import { Base, IntervalText, Value } from "./parts.tsx";
import type { IndexSubject } from "./subject.ts";

type Quadrant = "fix" | "keep" | "low" | "overkill";

interface Point {
  readonly part: IndexPart;
  readonly estimate: Shown;
  readonly quadrant: Quadrant;
  /** True where the weight and the whole interval of the score lie on the quadrant's side of the cross-hairs. */
  readonly clear: boolean;
}

interface MapModel {
  readonly points: readonly Point[];
  readonly importance: number;
  readonly performance: number;
}

/**
 * M15, the importance–performance map with stated weights: what a factor weighs in the index against how it scores, the
 * cross-hairs at the means of both. Nothing with fewer than three factors, or where all weigh alike.
 */
export function importanceMap(subject: IndexSubject): Panel<MapModel> {
  return {
    needs: () => [],
    pairs: (context) => indexRequests(context, { waves: waveIds(context.survey) }),
    read: (context, _, pairs) => modelOf(context, subject, pairs),
    claims: () => [],
    draw: (context, model) => (isTelling(model) ? <ImportanceMap {...{ context, model, subject }} /> : null),
  };
}

function modelOf(
  context: ReportContext,
  { id }: IndexSubject,
  pairs: Parameters<typeof indexPartsAt>[1],
): MapModel {
  const index = indexPartsAt(context, pairs, { wave: context.wave });
  const whole = index && partOfIndex(index, id);
  const shown = (whole?.of ?? []).flatMap((part) =>
    part.kind === "factor" && isShown(part.estimate) ? [{ part, estimate: part.estimate }] : [],
  );
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const importance = mean(shown.map(({ part }) => part.weight));
  const performance = mean(shown.map(({ estimate }) => estimate.value));
  const points = shown.map(({ part, estimate }): Point => {
    const [matters, high] = [part.weight >= importance, estimate.value >= performance];
    const quadrant = matters ? (high ? "keep" : "fix") : high ? "overkill" : "low";
    const scores = estimate.low > performance || estimate.high < performance;
    return { part, estimate, quadrant, clear: scores && Math.abs(part.weight - importance) > rounding };
  });
  return { points, importance, performance };
}

const rounding = 1e-9;

function isTelling({ points }: MapModel): boolean {
  return points.length >= 3 && points.some(({ part }) => part.weight !== points[0]?.part.weight);
}

function ImportanceMap({
  context,
  model,
  subject,
}: {
  readonly context: ReportContext;
  readonly model: MapModel;
  readonly subject: IndexSubject;
}) {
  const { words, language, document, links } = context;
  const said = words.importance;
  const { points, importance, performance } = model;
  const reading = ({ quadrant, clear }: Point) => (clear ? words.charts.quadrants[quadrant] : said.near);
  const title = ({ part }: Point) => part.title[language];
  const first = points.filter(({ quadrant, clear }) => quadrant === "fix" && clear);
  const score = (value: number) => formatValue(value, subject.unit, language);
  const [costliest] = points.toSorted((a, b) => (b.part.lost ?? 0) - (a.part.lost ?? 0));
  const most =
    costliest?.part.lost === undefined
      ? []
      : [words.index.mostLost(title(costliest), score(costliest.part.lost))];
  const lead =
    first.length === 0 ? [said.nothing, ...most].join(words.sentenceGap) : said.fix(first.map(title));
  const whole = (share: number) => `${formatNumber(share * 100, language)}%`;
  const cross = {
    importance: { value: importance, label: said.mean(formatShare(importance, language)) },
    performance: { value: performance, label: said.mean(score(performance)) },
  };
  const drawn = points.map(({ part, estimate }) => ({
    label: part.title[language],
    importance: part.weight,
    performance: estimate.value,
    low: estimate.low,
    high: estimate.high,
  }));
  const axes = quadrantAxes(drawn, cross);
  const spoken = points.map((point) =>
    said.spoken(
      title(point),
      formatShare(point.part.weight, language),
      score(point.estimate.value),
      reading(point),
    ),
  );
  const draw = (width: number) =>
    quadrantsChart(drawn, {
      document,
      width,
      cross,
      names: words.charts.quadrants,
      titles: { importance: said.importance, performance: said.performance },
      formatImportance: whole,
      formatPerformance: score,
      axisNote: said.axes(
        `${whole(axes.importance[0])}–${whole(axes.importance[1])}`,
        formatRange(axes.performance[0], axes.performance[1], subject.unit, language),
      ),
      alternative: [lead, ...spoken].join(words.sentenceGap),
    });
  return (
    <ChartFigure
      id="importance"
      title={said.title}
      takeaway={lead}
      base={baseLine(
        points.map(({ estimate }) => estimate),
        { when: waveTitle(context, context.wave), each: words.figure.eachFactor, context },
      )}
      draw={draw}
      notes={
        <p class="note">
          {said.note}
          {words.parenOpen}
          <a href={`${links.methods}#M15`}>M15</a>
          {words.parenClose}
        </p>
      }
      table={<PointsTable {...{ context, points, reading, subject }} />}
      subject={subject.id}
      context={context}
    />
  );
}

function PointsTable({
  context,
  points,
  reading,
  subject,
}: {
  readonly context: ReportContext;
  readonly points: readonly Point[];
  readonly reading: (point: Point) => string;
  readonly subject: IndexSubject;
}) {
  const { words, language } = context;
  const said = words.importance;
  return (
    <FiguresTable
      label={said.title}
      head={{ title: words.index.factor, cell: ({ part }: Point) => part.title[language] }}
      columns={[
        {
          title: said.importance,
          kind: "number",
          cell: ({ part }) => formatShare(part.weight, language),
        },
        {
          title: said.performance,
          kind: "score",
          cell: ({ estimate }) => <Value {...{ estimate, unit: subject.unit, context }} />,
        },
        {
          title: words.interval,
          kind: "number",
          cell: ({ estimate }) => <IntervalText {...{ estimate, unit: subject.unit, context }} />,
        },
        { title: said.quadrant, cell: reading },
        {
          title: words.base,
          kind: "number",
          cell: ({ estimate }) => <Base {...{ estimate, context }} />,
        },
      ]}
      rows={points}
    />
  );
}
