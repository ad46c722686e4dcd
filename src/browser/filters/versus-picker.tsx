import { useId, useState } from "preact/hooks";
import { isNarrow } from "../../panels/viewed.ts";
import { textOfWaves } from "../../panels/waves-title.ts";
import { type Survey, waveIds } from "../../survey/survey.ts";
import { endsOfWaves, wavesText } from "../../survey/waves-text.ts";
import { against } from "../../views/choosing.ts";
import { allBut, everybody } from "../../views/slice.ts";
import { defaultView, sliceOf, type Versus, type View, wavesOf } from "../../views/view.ts";
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
  const others = runsBeside(survey, own);
  const start = order.indexOf(own[0] ?? "");
  const near = others.findLast(([first]) => order.indexOf(first) < start) ?? others[0];
  const set = (next: Versus) => change(against(view, next));
  const kinds: readonly { readonly versus: Versus; readonly label: string; readonly can: boolean }[] = [
    { versus: { kind: "previous" }, label: own.length > 1 ? text.previousWaves : text.previous, can: true },
    {
      versus: versusOf(near ?? ["", ""]),
      label: own.length > 1 ? text.waves : text.wave,
      can: near !== undefined,
    },
    { versus: { kind: "rest" }, label: text.rest, can: isPart || reportView.address?.kind === "branch" },
    { versus: { kind: "parent" }, label: isBranch ? text.parent : text.parentNone, can: isBranch },
    { versus: { kind: "slice", slice: everybody }, label: text.slice, can: true },
    { versus: { kind: "none" }, label: text.none, can: true },
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
          <span>{own.length > 1 ? text.waves : text.wave}</span>
          <select
            value={wavesText(wavesOf(survey, { waves: [versus.wave, versus.until ?? versus.wave] }))}
            onChange={({ currentTarget }) => set(versusOf(endsOfWaves(currentTarget.value)))}
          >
            {listed(survey, others, versus).map((run) => (
              <option key={wavesText(run)} value={wavesText(run)}>
                {textOfWaves(survey, wavesOf(survey, { waves: run }))[language]}
              </option>
            ))}
          </select>
        </label>
      )}
      {versus.kind === "slice" && <OtherSlice picking={picking} slice={versus.slice} set={set} />}
    </fieldset>
  );
}

type Run = readonly [first: string, last: string];

/** As many waves in a row as a view takes, wherever none of them is its own. */
function runsBeside(survey: Survey, own: readonly string[]): readonly Run[] {
  const { waves } = survey;
  return waves.flatMap(({ id: first }, at): Run[] => {
    const run = waves.slice(at, at + own.length);
    const last = run.at(-1)?.id;
    const isBeside = run.every(({ id, tabulated }) => !own.includes(id) && !tabulated);
    return last !== undefined && run.length === own.length && isBeside ? [[first, last]] : [];
  });
}

/** Those to choose from, with what is chosen where a link chose it otherwise. */
function listed(survey: Survey, runs: readonly Run[], { wave, until = wave }: VersusWave): readonly Run[] {
  const order = waveIds(survey);
  if (runs.some(([first, last]) => first === wave && last === until)) return runs;
  return [...runs, [wave, until] as const].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

type VersusWave = Extract<Versus, { readonly kind: "wave" }>;

function versusOf([wave, until]: Run): VersusWave {
  return wave === until ? { kind: "wave", wave } : { kind: "wave", wave, until };
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
