import { useId, useState } from "preact/hooks";
import { isNarrow } from "../../panels/viewed.ts";
import { waveIds } from "../../survey/survey.ts";
import { against } from "../../views/choosing.ts";
import { allBut, everybody } from "../../views/slice.ts";
import { defaultView, sliceOf, type Versus, type View } from "../../views/view.ts";
import { FacetFields } from "./facet-fields.tsx";
import type { Picking } from "./picking.ts";
import { countedWaves } from "./sizes.ts";

/** What a view is set against. */
export function VersusPicker({
  picking,
  change,
}: {
  readonly picking: Picking;
  readonly change: (view: View) => void;
}) {
  const { reportView, view, said } = picking;
  const { survey } = reportView.report;
  const { words, language } = said;
  const { versus: text } = words.view.filters;
  const name = useId();
  const { versus } = view;
  const own = countedWaves(reportView, view);
  const isPart = isNarrow(sliceOf(survey, view));
  const isBranch = hasParent(picking);
  const order = waveIds(survey);
  const others = survey.waves.filter(({ id, tabulated }) => !own.includes(id) && !tabulated);
  const last = order.indexOf(own.at(-1) ?? "");
  const near = others.findLast(({ id }) => order.indexOf(id) < last) ?? others[0];
  const set = (next: Versus) => change(against(view, next));
  const kinds: readonly { readonly versus: Versus; readonly label: string; readonly can: boolean }[] = [
    { versus: { kind: "previous" }, label: text.previous, can: true },
    { versus: { kind: "wave", wave: near?.id ?? "" }, label: text.wave, can: near !== undefined },
    { versus: { kind: "rest" }, label: text.rest, can: isPart || reportView.address?.kind === "branch" },
    { versus: { kind: "parent" }, label: isBranch ? text.parent : text.parentNone, can: isBranch },
    { versus: { kind: "slice", slice: everybody }, label: text.slice, can: true },
    ...(versus.kind === "none" ? [{ versus, label: text.none, can: true }] : []),
  ];
  return (
    <fieldset class="filter-kinds">
      <legend>{text.title}</legend>
      {kinds.map(({ versus: kind, label, can }) => (
        <label key={kind.kind}>
          <input
            type="radio"
            name={name}
            checked={versus.kind === kind.kind}
            disabled={!can && versus.kind !== kind.kind}
            onChange={() => set(kind)}
          />
          <span class="filter-name">{label}</span>
        </label>
      ))}
      {versus.kind === "wave" && (
        <label class="filter-select">
          <span>{text.wave}</span>
          <select
            value={versus.wave}
            onChange={({ currentTarget }) => set({ kind: "wave", wave: currentTarget.value })}
          >
            {others.map(({ id, title }) => (
              <option key={id} value={id}>
                {title[language]}
              </option>
            ))}
          </select>
        </label>
      )}
      {versus.kind === "slice" && <OtherSlice picking={picking} slice={versus.slice} set={set} />}
    </fieldset>
  );
}

/** Lists to choose the other respondents from, one at a time. */
function OtherSlice({
  picking,
  slice,
  set,
}: {
  readonly picking: Picking;
  readonly slice: View["slice"];
  readonly set: (versus: Versus) => void;
}) {
  const { facets, reportView, said } = picking;
  const isNamed = (id: string) => slice[id] !== undefined || slice[allBut(id)] !== undefined;
  const [shown, setShown] = useState(() =>
    Math.max(
      facets.findIndex(({ dimensions }) => dimensions.some(isNamed)),
      0,
    ),
  );
  const { survey } = reportView.report;
  const facet = facets[shown];
  const other: View = { ...defaultView, slice, ...(picking.view.waves ? { waves: picking.view.waves } : {}) };
  const titleOf = (id = "") => survey.dimensions.find((one) => one.id === id)?.title[said.language] ?? id;
  return (
    <div class="filter-other">
      <p class="note">{said.words.view.filters.versus.choose}</p>
      {facets.length > 1 && (
        <label class="filter-select">
          <span>{said.words.view.filters.versus.sliceOf}</span>
          <select value={shown} onChange={({ currentTarget }) => setShown(Number(currentTarget.value))}>
            {facets.map(({ dimensions }, at) => (
              <option key={dimensions[0]} value={at}>
                {dimensions.map(titleOf).join(" › ")}
              </option>
            ))}
          </select>
        </label>
      )}
      {facet && (
        <FacetFields
          key={shown}
          picking={{ ...picking, view: other }}
          facet={facet}
          change={(next) => set({ kind: "slice", slice: next.slice })}
        />
      )}
    </div>
  );
}

/** Whether the view, or its page, is of one branch. */
function hasParent({ reportView: { report, address }, view }: Picking): boolean {
  if (address?.kind === "branch") return true;
  const slice = sliceOf(report.survey, view);
  return report.survey.hierarchy.some((level) => slice[level]?.length === 1);
}
