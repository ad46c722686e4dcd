import { render } from "preact";
import { sliceParts } from "../../panels/slice-text.ts";
import { versusText } from "../../panels/versus.ts";
import { isNarrow } from "../../panels/viewed.ts";
import { textOfWaves } from "../../panels/waves-title.ts";
import { against, ofSet, ofWaves, withMinimum, withoutValue } from "../../views/choosing.ts";
import { viewText } from "../../views/permalink.ts";
import { sliceOf, type View, wavesOf } from "../../views/view.ts";
import { formatNumber } from "../../words/numbers.ts";
import { type Words, wordsIn } from "../../words/words.ts";
import type { ReportView } from "../view/report-view.ts";

/** One thing that a reader chose, and the view without it. */
export interface Chip {
  readonly key: string;
  readonly text: string;
  readonly without: View;
}

/** Of a part of a slice so many values are a chip each; more are one together. */
const mostApart = 5;

/** Everything that a view holds beside what every page shows, in the order of the bar. */
export function chipsOf(
  { report: { survey }, language }: Pick<ReportView, "report" | "language">,
  view: View,
  words: Words,
): readonly Chip[] {
  const { filters } = words.view;
  const named = (title: string, text: string) => `${title}${words.colon}${text}`;
  const parts = sliceParts(survey, view.slice, language).flatMap(({ name, title, isOut, values }) => {
    const said = (text: string) => named(title, isOut ? words.view.without(text) : text);
    if (values.length > mostApart) {
      const text = `${values
        .slice(0, 2)
        .map(({ label }) => label)
        .join(words.listSeparator)}${words.view.more(values.length - 2)}`;
      return [{ key: name, text: said(text), without: withoutValue(view, name) }];
    }
    return values.map(({ id, label }) => ({
      key: `${name} ${id}`,
      text: said(label),
      without: withoutValue(view, name, id),
    }));
  });
  const set = survey.sets.find(({ id }) => id === view.set);
  return [
    ...parts,
    ...(set ? [{ key: "set", text: named(filters.set, set.title[language]), without: ofSet(view) }] : []),
    ...(view.waves
      ? [
          {
            key: "wave",
            text: named(filters.wave, textOfWaves(survey, wavesOf(survey, view))[language]),
            without: ofWaves(view),
          },
        ]
      : []),
    ...(view.minimum === undefined || view.minimum <= survey.base.minimum
      ? []
      : [
          {
            key: "minimum",
            text: named(filters.minimum, formatNumber(view.minimum, language)),
            without: withMinimum(view),
          },
        ]),
    ...(view.versus.kind === "previous"
      ? []
      : [
          {
            key: "versus",
            text: named(filters.compare, versusText(survey, view.versus, { words, language })),
            without: against(view),
          },
        ]),
  ];
}

/** Shows what a view holds as chips in the page's bar; each takes itself away. */
export function showChips(reportView: ReportView, document: Document): void {
  const bar = document.querySelector<HTMLElement>("[data-filter-bar]");
  const list = bar?.querySelector<HTMLElement>("[data-chips]");
  if (!bar || !list) return;
  const words = wordsIn(reportView.language);
  const { views } = reportView;
  const remove = (at: number, { without }: Chip) => {
    views.set(without);
    const buttons = list.querySelectorAll("button");
    (buttons[Math.min(at, buttons.length - 1)] ?? bar.querySelector("button"))?.focus();
  };
  const { survey } = reportView.report;
  /** Comparing those of a filter with all others is one click. */
  const againstRest = (view: View) => {
    const compared = against(view, { kind: "rest" });
    const follow = (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      views.set(compared);
      bar.querySelector("button")?.focus();
    };
    return (
      <li key="rest">
        <a class="filter-rest" href={`?${viewText(survey, compared)}`} onClick={follow}>
          {words.view.filters.versus.withRest}
        </a>
      </li>
    );
  };
  const paint = () => {
    const view = views.get();
    const chips = chipsOf(reportView, view, words);
    bar.toggleAttribute("data-chosen", chips.length > 0);
    const canRest = isNarrow(sliceOf(survey, view)) && view.versus.kind === "previous";
    render(
      <>
        {chips.map((chip, at) => (
          <li key={chip.key}>
            <button
              type="button"
              class="chip"
              aria-label={words.view.filters.remove(chip.text)}
              onClick={() => remove(at, chip)}
            >
              {chip.text}
              <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
                <path d="M3.5 3.5l9 9m0-9l-9 9" fill="none" stroke="currentColor" stroke-width="1.8" />
              </svg>
            </button>
          </li>
        ))}
        {canRest && againstRest(view)}
      </>,
      list,
    );
  };
  views.subscribe(paint);
  paint();
}
