import { type ComponentChildren, render } from "preact";
import { sliceLine, sliceParts } from "../../panels/slice-text.ts";
import { defaultView, isDefault, sliceOf } from "../../views/view.ts";
import { formatNumber } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import type { Fault } from "../engine/fault.ts";
import { chipsOf } from "../filters/chips.tsx";
import { type MissingText, missingText, shortPage } from "./missing-text.ts";
import { baseText, faultText, mayPass, notesOf } from "./notes.ts";
import type { ReportView } from "./report-view.ts";
import type { Shown } from "./showing.ts";

/** The band above a page that says whom it shows, on what base, and how to see everybody again. */
export interface Band {
  readonly open: (view: ReportView) => void;
  readonly show: (shown: Shown) => void;
  /** Says that not even the report's description could be had. */
  readonly fail: (fault: Fault, retry: () => void) => void;
}

/** @param report the element that holds the page's panels; the band stands before it */
export function bandOf(report: HTMLElement, words: Words): Band {
  const { ownerDocument: document } = report;
  document.querySelector(".view-band")?.remove();
  const element = document.createElement("aside");
  element.className = "view-band";
  element.setAttribute("aria-label", words.view.band);
  report.before(element);
  let of: ReportView | undefined;
  const paint = (shown: Shown) => {
    const content = of && <Content view={of} shown={shown} words={words} />;
    element.hidden = !of || (isDefault(of.views.get()) && notesOf(of, shown, words).vain.length === 0);
    render(content ?? null, element);
  };
  return {
    open: (view) => {
      of = view;
      paint(view.shown());
    },
    show: paint,
    fail: (fault, retry) => {
      delete document.documentElement.dataset["view"];
      render(
        <Failed
          {...{ said: words.view.faults[fault.kind === "damaged" ? "damaged" : "network"], retry, words }}
        />,
        element,
      );
    },
  };
}

interface Said {
  readonly view: ReportView;
  readonly shown: Shown;
  readonly words: Words;
}

function Content({ view, shown, words }: Said) {
  const { report, language, views, address } = view;
  const now = views.get();
  const line = [
    sliceLine(sliceParts(report.survey, sliceOf(report.survey, now), language), words),
    ...chipsOf(view, now, words)
      .filter(({ key }) => key === "minimum" || key === "versus")
      .map(({ text }) => text),
  ].filter((part) => part !== "");
  const { vain, without } = notesOf(view, shown, words);
  const { page } = missingText(view, shown, words);
  const clear = (event: Event) => {
    event.preventDefault();
    views.set(defaultView);
  };
  return (
    <>
      <p class="view-slice">
        {line.length > 0 && <strong>{line.join(" · ")}</strong>}
        {shown.kind === "page" && <span class="view-base">{wholeText(view, shown, words)}</span>}
        {page && <a href={page.href}>{page.text}</a>}
        {!isDefault(now) && (
          <a href={globalThis.location.pathname} onClick={clear}>
            {shown.kind === "page" || shown.kind === "working" ? words.view.clear : words.view.filters.clear}
          </a>
        )}
      </p>
      <div role="status">
        {address || isDefault(now) ? <State {...{ view, shown, words }} /> : words.view.alwaysEverybody}
      </div>
      {vain.map((note) => (
        <p class="view-note embed-left" key={note}>
          {note}
        </p>
      ))}
      {vain.length + without.length > 0 && (
        <details class={without.length > 0 ? undefined : "embed-only"}>
          <summary>
            <span class="embed-left">{words.view.leftOut}</span>
            <span class="embed-only">{words.view.embedNotes}</span>
          </summary>
          {vain.map((note) => (
            <p class="note embed-only" key={note}>
              {note}
            </p>
          ))}
          {without.map((note) => (
            <p class="note" key={note}>
              {note}
            </p>
          ))}
        </details>
      )}
    </>
  );
}

/** How many the view holds, of how many, and who of them is missing. */
function wholeText(view: ReportView, shown: Shown, words: Words): string {
  const { instead = baseText(view, shown, words), more } = missingText(view, shown, words);
  return more === undefined ? instead : words.view.missing.joined(instead, more);
}

function State({ view, shown, words }: Said): ComponentChildren {
  const { language } = view;
  if (shown.kind === "failed")
    return (
      <Failed
        said={faultText(view.report.survey, shown.fault, words, language)}
        retry={mayPass(shown.fault) ? view.retry : undefined}
        page={shown.fault.kind === "short" ? shortPage(view, shown.fault, words) : undefined}
        words={words}
      />
    );
  if (shown.kind === "everybody") return null;
  if (shown.kind === "page") {
    // Said once the figures stand, for those who don't see them change.
    return <span class="sr-only">{wholeText(view, shown, words)}</span>;
  }
  const { progress } = shown;
  if (!progress) return words.view.starting;
  const megabytes = (bytes: number) => formatNumber(bytes / 1e6, language, 1);
  return (
    <>
      {words.view.starting}
      {words.sentenceGap}
      <progress value={progress.bytes} max={progress.of} aria-label={words.view.progress} />{" "}
      <span aria-hidden="true">{words.view.loading(megabytes(progress.bytes), megabytes(progress.of))}</span>
    </>
  );
}

function Failed({
  said,
  retry,
  page,
  words,
}: {
  readonly said: string;
  readonly retry: (() => void) | undefined;
  readonly page?: MissingText["page"];
  readonly words: Words;
}) {
  return (
    <p class="view-fault" role="alert">
      <strong>{words.view.showsEverybody}</strong> {said} {page && <a href={page.href}>{page.text}</a>}
      {retry && (
        <button type="button" onClick={retry}>
          {words.view.retry}
        </button>
      )}
    </p>
  );
}
