import type { ComponentChildren } from "preact";
import type { ReportContext } from "./context.ts";
import { ResponsiveChart } from "./parts.tsx";

export interface ChartFigureProps {
  /** Anchor of the section, unique on its page. */
  readonly id: string;
  /** The question that the chart answers. */
  readonly title: string;
  /** What the chart shows, in a sentence; it claims no more than was tested. */
  readonly takeaway: ComponentChildren;
  /** Who answered, and when. */
  readonly base: string;
  /** Draws the chart at a width in CSS pixels; it is drawn once for a phone and once for a page. */
  readonly draw: (width: number) => Element;
  /** Its figures, a real table. */
  readonly table: ComponentChildren;
  /** What colours and marks mean, where direct labels do not say it. */
  readonly legend?: ComponentChildren;
  /** What a reader must know besides, such as where the axis is cut. */
  readonly notes?: ComponentChildren;
  readonly context: ReportContext;
}

/** A chart with everything that it takes to judge it, pass it on and read it without seeing it. */
export function ChartFigure({
  id,
  title,
  takeaway,
  base,
  draw,
  table,
  legend,
  notes,
  context,
}: ChartFigureProps) {
  const { words, survey, language } = context;
  return (
    <section class="panel" id={id}>
      <h2>{title}</h2>
      <p class="lead">{takeaway}</p>
      <figure class="chart-figure">
        <ResponsiveChart draw={draw} />
        {legend}
        <figcaption class="note">
          {base}
          {words.sentenceGap}
          {words.figure.source(survey.title[language])}
        </figcaption>
      </figure>
      {notes}
      <details>
        <summary>{words.figure.table}</summary>
        {table}
      </details>
    </section>
  );
}
