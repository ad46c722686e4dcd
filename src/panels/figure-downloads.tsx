import type { ReportContext } from "./context.ts";

/** What a chart can be taken away as: a picture that scales, a picture of pixels, its figures. */
export type Download = "svg" | "png" | "csv";

export interface ChartDownloadsProps {
  readonly kinds: readonly Download[];
  /** The chart's own heading. */
  readonly title: string;
  readonly words: ReportContext["words"];
}

/** Buttons that work by a script and show only where there is one; they keep their place meanwhile. */
export function ChartDownloads({ kinds, title, words }: ChartDownloadsProps) {
  const { figure } = words;
  return (
    <p class="downloads screen-only" data-failed={figure.failed}>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          data-download={kind}
          aria-label={figure.downloadAs(kind.toUpperCase(), title)}
        >
          {kind.toUpperCase()}
        </button>
      ))}
      <button
        type="button"
        data-embed-code
        aria-haspopup="dialog"
        aria-label={words.view.filters.embedPanel(title)}
      >
        {words.view.filters.embed}
      </button>
    </p>
  );
}
