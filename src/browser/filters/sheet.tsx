import type { ComponentChildren } from "preact";
import { isNarrow } from "../../panels/viewed.ts";
import { dimensionOf } from "../../survey/survey.ts";
import { ofEverybody } from "../../views/choosing.ts";
import { sliceOf, type View } from "../../views/view.ts";
import { baseText } from "../view/notes.ts";
import { chipsOf } from "./chips.tsx";
import { FacetFields } from "./facet-fields.tsx";
import { SheetHead } from "./parts.tsx";
import type { Picking } from "./picking.ts";
import { MinimumFields, SetFields, WaveFields } from "./time-fields.tsx";
import { VersusPicker } from "./versus-picker.tsx";

export interface SheetProps {
  readonly picking: Picking;
  /** Dimensions that readers can't filter by, as too little of them is published. */
  readonly unknown: readonly string[];
  /** The section that stands open. */
  readonly open: string;
  readonly unfold: (section: string) => void;
  readonly change: (view: View) => void;
  readonly close: () => void;
}

/** All that a reader can choose, one section unfolded at a time. */
export function Sheet(props: SheetProps) {
  const { picking, unknown, open, unfold, change, close } = props;
  const { reportView, view, said } = picking;
  const { survey } = reportView.report;
  const { words, language } = said;
  const { filters } = words.view;
  const shown = reportView.shown();
  const isClear = !isNarrow(sliceOf(survey, view));
  return (
    <form method="dialog" class="filter-form" onSubmit={close}>
      <SheetHead title={filters.title} words={words} />
      <div class="filter-sections">
        {sectionsOf(props).map(({ id, title, content }) => {
          const chosen = chipsOf(reportView, view, words).filter(({ key }) => belongs(key, id, picking));
          return (
            <details
              key={id}
              name="filters"
              data-section={id}
              open={open === id}
              onToggle={({ currentTarget }) => {
                if (currentTarget.open) unfold(id);
                else if (open === id) unfold("");
              }}
            >
              <summary>
                <span>{title}</span>
                {chosen.length > 0 && (
                  <small>
                    {chosen.map(({ text }) => valueIn(text, words.colon)).join(words.listSeparator)}
                  </small>
                )}
              </summary>
              {open === id && <div class="filter-fields">{content()}</div>}
            </details>
          );
        })}
        {unknown.map((id) => (
          <p class="note" key={id}>
            {filters.unknown(dimensionOf(survey, id).title[language])}
          </p>
        ))}
      </div>
      <div class="filter-foot">
        <p role="status">
          {baseText(reportView, shown, words) || (shown.kind === "working" ? filters.counting : "")}
        </p>
        <button
          type="button"
          class="filter-quiet"
          disabled={isClear}
          onClick={() => change(ofEverybody(view))}
        >
          {filters.clear}
        </button>
        <button type="submit" class="filter-done">
          {filters.done}
        </button>
      </div>
    </form>
  );

  function valueIn(text: string, colon: string): string {
    return text.slice(text.indexOf(colon) + colon.length);
  }
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: () => ComponentChildren;
}

/** Names of sections that are no dimension's. */
export const sectionIds = {
  wave: "of:wave",
  set: "of:set",
  minimum: "of:minimum",
  versus: "of:versus",
} as const;

function sectionsOf({ picking, change }: SheetProps): readonly Section[] {
  const { reportView, facets, said } = picking;
  const { survey } = reportView.report;
  const { filters } = said.words.view;
  const fields = { picking, change };
  return [
    ...facets.map((facet): Section => {
      const titles = facet.dimensions.map((id) => dimensionOf(survey, id).title[said.language]);
      return {
        id: facet.dimensions[0] ?? "",
        title: titles.join(" › "),
        content: () => <FacetFields facet={facet} {...fields} />,
      };
    }),
    ...(survey.sets.length > 0
      ? [{ id: sectionIds.set, title: filters.set, content: () => <SetFields {...fields} /> }]
      : []),
    { id: sectionIds.wave, title: filters.wave, content: () => <WaveFields {...fields} /> },
    { id: sectionIds.versus, title: filters.compare, content: () => <VersusPicker {...fields} /> },
    { id: sectionIds.minimum, title: filters.minimum, content: () => <MinimumFields {...fields} /> },
  ];
}

/** Whether a chip says what was chosen in a section. */
function belongs(key: string, section: string, { facets }: Picking): boolean {
  if (section.startsWith("of:")) return key === section.slice("of:".length);
  const [name = ""] = key.split(" ");
  const dimensions = facets.find(({ dimensions: [first] }) => first === section)?.dimensions ?? [];
  return dimensions.includes(name.replace(/!$/, ""));
}
