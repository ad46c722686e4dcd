import type { ComponentChildren } from "preact";
import type { ReportContext } from "./context.ts";
import { ChartDownloads, type ChartDownloadsProps, type Download } from "./figure-downloads.tsx";
import { ResponsiveChart } from "./parts.tsx";

export interface ChartFigureProps {
  /** Anchor of the section, unique on its page. */
  readonly id: string;
  /** The question that the chart answers. */
  readonly title: string;
  /** What the chart shows, in a sentence; it claims no more than was tested. */
  readonly takeaway: ComponentChildren;
  /** Who answered, and when; undefined where the chart or its notes say it row by row. */
  readonly base: string | undefined;
  /** Draws the chart at a width in CSS pixels, once for a phone and once for a page; none for what is no drawing. */
  readonly draw?: ((width: number) => Element) | undefined;
  /** A shaded table in place of a drawing, which is then its own table view; drawn when a picture is asked for. */
  readonly picture?: ComponentChildren;
  /** Its figures, a real table; nothing where `picture` is the table. */
  readonly table: ComponentChildren;
  /** What colours and marks mean, where direct labels do not say it. */
  readonly legend?: ComponentChildren;
  /** What a reader must know besides, such as where the axis is cut. */
  readonly notes?: ComponentChildren;
  /** What stands between the takeaway and the chart, such as sentences with links. */
  readonly before?: ComponentChildren;
  /** What ends the section, such as a link that leads on. */
  readonly after?: ComponentChildren;
  /** Level of the heading; within a section of a page a chart has a third-level one. */
  readonly level?: 2 | 3;
  /** Whether the table stands open: it is then a part of what the section says. Folded by default. */
  readonly open?: boolean;
  /** Id of what the page is of, a question or a factor, where its survey, wave and branch do not tell; names files. */
  readonly subject?: string;
  /** Whether its figures are an example: no source is named. */
  readonly invented?: boolean;
  readonly context: ReportContext;
}

/** A chart with everything that it takes to judge it, pass it on and read it without seeing it. */
export function ChartFigure(props: ChartFigureProps) {
  const { id, title, takeaway, draw, picture, legend, notes, before, after, level = 2, context } = props;
  const { figure } = context.words;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section class="panel chart-panel" id={id} data-file={fileStem(props)}>
      <Heading>{title}</Heading>{" "}
      <a class="anchor screen-only" href={`#${id}`} aria-label={figure.linkTo(title)}>
        {figure.link}
      </a>
      {takeaway !== undefined && <p class="lead">{takeaway}</p>}
      {before}
      {draw || picture ? (
        <figure class="chart-figure">
          {draw ? <ResponsiveChart draw={draw} /> : picture}
          {legend}
          <figcaption class="note">{captionOf(props)}</figcaption>
        </figure>
      ) : (
        <p class="note">{captionOf(props)}</p>
      )}
      {notes}
      <Table {...props} />
      {after}
    </section>
  );
}

function captionOf({ base, invented, context }: ChartFigureProps): string {
  const { words } = context;
  if (invented) return base ?? "";
  const source = sourceLine(context);
  return base === undefined ? source : `${base}${words.sentenceGap}${source}`;
}

/** Where the figures of a page come from. */
export function sourceLine({ words, survey, language }: ReportContext): string {
  return words.figure.source(survey.title[language]);
}

/** The table, and beside what unfolds it the downloads. */
function Table({ title, draw, picture, table, open = false, context }: ChartFigureProps) {
  const { words } = context;
  const figures = picture || table !== undefined;
  const kinds: readonly Download[] = [
    ...(draw || picture ? (["svg", "png"] as const) : []),
    ...(figures ? (["csv"] as const) : []),
  ];
  const downloads = <ChartDownloads {...{ kinds, title, words }} />;
  if (table === undefined) return draw || picture ? downloads : null;
  if (!open) return <ChartFoot {...{ kinds, title, words }}>{table}</ChartFoot>;
  return (
    <>
      {downloads}
      {table}
    </>
  );
}

/** The line under a chart: what unfolds its table, and what it can be taken away as. */
export function ChartFoot({
  children,
  ...downloads
}: ChartDownloadsProps & { readonly children: ComponentChildren }) {
  return (
    <div class="chart-foot">
      <ChartDownloads {...downloads} />
      <details>
        <summary>{downloads.words.figure.table}</summary>
        {children}
      </details>
    </div>
  );
}

/** Names downloaded files by survey, wave, branch, what the page is of, and panel. */
export function fileStem({
  id,
  subject,
  context,
}: Pick<ChartFigureProps, "id" | "subject" | "context">): string {
  const { survey, wave, branch } = context;
  return [survey.id, wave, ...(branch?.slugs ?? []), subject, id].filter((part) => part).join("_");
}
