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

/** The wave, the latest first, or several in a row taken together. */
export function WaveFields({ picking: { reportView, view, said }, change }: FieldsProps) {
  const { report, address } = reportView;
  const { filters } = said.words.view;
  const counted = countedWaves(reportView, view);
  const stored = new Set(report.waves.map(({ layout }) => layout.wave));
  const waves = report.survey.waves.filter(({ id }) => stored.has(id));
  const isTogether = counted.length > 1;
  const single = waves.toReversed().map(({ id, title }): Way => {
    const isOwn = id === address?.wave;
    return {
      id,
      label: isOwn ? filters.latest(title[said.language]) : title[said.language],
      isChosen: !isTogether && counted[0] === id,
      view: isOwn ? ofWaves(view) : ofWaves(view, [id, id]),
    };
  });
  const at = Math.max(
    waves.findIndex(({ id }) => id === counted.at(-1)),
    1,
  );
  const [from = "", to = ""] = isTogether ? [counted[0], counted.at(-1)] : [waves[at - 1]?.id, waves[at]?.id];
  const together: Way = {
    id: "together",
    label: filters.together,
    isChosen: isTogether,
    view: ofWaves(view, [from, to]),
  };
  return (
    <>
      <Ways
        title={filters.wave}
        ways={[...single, ...(waves.length > 1 ? [together] : [])]}
        change={change}
      />
      {isTogether && (
        <div class="filter-span">
          <WaveSelect
            {...{ title: filters.from, waves: waves.slice(0, -1), chosen: from, said }}
            change={(first) => change(ofWaves(view, spanFrom(waves, first, to)))}
          />
          <WaveSelect
            {...{ title: filters.to, waves: waves.slice(1), chosen: to, said }}
            change={(last) => change(ofWaves(view, spanTo(waves, from, last)))}
          />
        </div>
      )}
      {isTogether && <p class="note">{filters.togetherNote}</p>}
    </>
  );
}

type Waves = Picking["reportView"]["report"]["survey"]["waves"];

/** The first wave moved; the last follows where it would not be later. */
function spanFrom(waves: Waves, first: string, last: string): readonly [string, string] {
  const [from, to] = [first, last].map((wave) => waves.findIndex(({ id }) => id === wave));
  return [first, waves[Math.max(to ?? 0, (from ?? 0) + 1)]?.id ?? last];
}

function spanTo(waves: Waves, first: string, last: string): readonly [string, string] {
  const [from, to] = [first, last].map((wave) => waves.findIndex(({ id }) => id === wave));
  return [waves[Math.min(from ?? 0, (to ?? 0) - 1)]?.id ?? first, last];
}

function WaveSelect({
  title,
  waves,
  chosen,
  change,
  said,
}: {
  readonly title: string;
  readonly waves: Waves;
  readonly chosen: string;
  readonly change: (wave: string) => void;
  readonly said: Picking["said"];
}) {
  return (
    <label class="filter-select">
      <span>{title}</span>
      <select value={chosen} onChange={({ currentTarget }) => change(currentTarget.value)}>
        {waves.map((wave) => (
          <option key={wave.id} value={wave.id}>
            {wave.title[said.language]}
          </option>
        ))}
      </select>
    </label>
  );
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
