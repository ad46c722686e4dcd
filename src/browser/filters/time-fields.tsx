import { useId } from "preact/hooks";
import { ofSet, ofWaves, withMinimum } from "../../views/choosing.ts";
import type { View } from "../../views/view.ts";
import { formatNumber } from "../../words/numbers.ts";
import type { Picking } from "./picking.ts";
import { setStanding } from "./shortage.tsx";
import { countedWaves } from "./sizes.ts";

interface FieldsProps {
  readonly picking: Picking;
  readonly change: (view: View) => void;
}

interface Way {
  readonly id: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly view: View;
  /** Why it can't be chosen, or how many it holds. */
  readonly reason?: string;
  readonly size?: string;
}

/** One of several, each a view of its own. */
function Ways({
  title,
  ways,
  change,
}: {
  readonly title: string;
  readonly ways: readonly Way[];
  readonly change: FieldsProps["change"];
}) {
  const name = useId();
  return (
    <fieldset class="filter-kinds">
      <legend class="sr-only">{title}</legend>
      {ways.map(({ id, label, isChosen, view, reason, size }) => (
        <label key={id}>
          <input
            type="radio"
            name={name}
            checked={isChosen}
            disabled={reason !== undefined && !isChosen}
            onChange={() => change(view)}
          />
          <span class="filter-name">
            {label}
            {reason !== undefined && <small class="aside">{reason}</small>}
          </span>
          {size !== undefined && <span class="filter-size">{size}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** The wave, the latest first. */
export function WaveFields({ picking: { reportView, view, said }, change }: FieldsProps) {
  const { report, address } = reportView;
  const { filters } = said.words.view;
  const counted = countedWaves(reportView, view);
  const stored = new Set(report.waves.map(({ layout }) => layout.wave));
  const ways = report.survey.waves
    .filter(({ id }) => stored.has(id))
    .toReversed()
    .map(({ id, title }): Way => {
      const isOwn = id === address?.wave;
      return {
        id,
        label: isOwn ? filters.latest(title[said.language]) : title[said.language],
        isChosen: counted.length === 1 && counted[0] === id,
        view: isOwn ? ofWaves(view) : ofWaves(view, [id, id]),
      };
    });
  return <Ways title={filters.wave} ways={ways} change={change} />;
}

/** Groups that the codebook names. */
export function SetFields({ picking, change }: FieldsProps) {
  const { reportView, view, said } = picking;
  const { filters } = said.words.view;
  const ways: readonly Way[] = [
    { id: "", label: filters.everybody, isChosen: view.set === undefined, view: ofSet(view) },
    ...reportView.report.survey.sets.map(({ id, title, slice }) => ({
      ...setStanding(picking, slice),
      id,
      label: title[said.language],
      isChosen: view.set === id,
      view: ofSet(view, id),
    })),
  ];
  return <Ways title={filters.set} ways={ways} change={change} />;
}

/** Minimum bases above the survey's own, as many times as large. */
const raises = [2, 4, 10];

/** A minimum base above the survey's own. */
export function MinimumFields({ picking: { reportView, view, said }, change }: FieldsProps) {
  const { minimum } = reportView.report.survey.base;
  const { filters } = said.words.view;
  const text = (count: number) => formatNumber(count, said.language);
  const raised = [...new Set([...raises.map((raise) => raise * minimum), view.minimum ?? 0])];
  const ways: readonly Way[] = [
    {
      id: "",
      label: filters.survey(text(minimum)),
      isChosen: view.minimum === undefined,
      view: withMinimum(view),
    },
    ...raised
      .filter((count) => count > minimum)
      .toSorted((a, b) => a - b)
      .map((count) => ({
        id: String(count),
        label: text(count),
        isChosen: view.minimum === count,
        view: withMinimum(view, count),
      })),
  ];
  return (
    <>
      <Ways title={filters.minimum} ways={ways} change={change} />
      <p class="note">{filters.minimumNote}</p>
    </>
  );
}
