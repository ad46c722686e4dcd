import { useState } from "preact/hooks";
import type { Size } from "../../panels/facets.ts";
import type { Choice } from "../../views/choosing.ts";
import { formatNumber } from "../../words/numbers.ts";
import { Mode, SearchField, SizeText } from "./parts.tsx";
import type { Said } from "./said.ts";
import { type Shortage, ShortageNote } from "./shortage.tsx";
import type { Known } from "./sizes.ts";

export interface Value {
  readonly id: string;
  readonly label: string;
  /** Other names that a search finds it by. */
  readonly names: readonly string[];
  readonly size?: Size | undefined;
  /** Why it can't be picked. */
  readonly shortage?: Shortage | undefined;
}

/** From so many values on a list can be searched, and so many of them stand in it at once. */
export const searchedFrom = 12;
const mostListed = 100;

/** Values of one dimension to choose from: those that somebody has under the other filters, with how many do. */
export function OptionList({
  title,
  values,
  choice,
  known,
  change,
  said,
}: {
  readonly title: string;
  readonly values: readonly Value[];
  readonly choice: Choice;
  readonly known: Known;
  readonly change: (choice: Choice) => void;
  readonly said: Said;
}) {
  const [search, setSearch] = useState("");
  const [wantsOut, setOut] = useState(choice.isOut);
  const isOut = choice.values.length > 0 ? choice.isOut : wantsOut;
  const { words } = said;
  const chosen = new Set(choice.values);
  const there = values.filter(
    ({ id, size, shortage }) => !known.sizes || size !== undefined || shortage || chosen.has(id),
  );
  const found = there.filter((value) => matches(value, search));
  const listed = found.slice(0, mostListed);
  const toggle = (id: string) =>
    change({
      isOut,
      values: chosen.has(id) ? choice.values.filter((one) => one !== id) : [...choice.values, id],
    });
  return (
    <>
      <Mode
        {...{ title, isOut, words }}
        change={(out) => {
          setOut(out);
          if (choice.values.length > 0) change({ isOut: out, values: choice.values });
        }}
      />
      {values.length >= searchedFrom && (
        <SearchField {...{ title, search, setSearch, said }} count={found.length} />
      )}
      {known.sizes && there.length === 0 && <p class="note">{words.view.filters.anybody}</p>}
      <ul class="filter-list" aria-busy={known.state === "counting"} onKeyDown={moveByArrows}>
        {listed.map(({ id, label, size, shortage }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(id)}
                disabled={shortage !== undefined && !chosen.has(id)}
                onChange={() => toggle(id)}
              />
              <span class="filter-name">{label}</span>
              <SizeText {...{ size, known, said }} />
            </label>
            {shortage && <ShortageNote {...{ shortage, said }} name={label} />}
          </li>
        ))}
      </ul>
      {found.length > listed.length && (
        <p class="note">
          {words.view.filters.more(formatNumber(found.length - listed.length, said.language))}
        </p>
      )}
    </>
  );
}

/** Whether all parts of what is typed stand somewhere in a value's names, whatever the case. */
export function matches({ label, names }: Pick<Value, "label" | "names">, search: string): boolean {
  const parts = search.toLowerCase().split(/\s+/).filter(Boolean);
  const text = [label, ...names].join("\n").toLowerCase();
  return parts.every((part) => text.includes(part));
}

/** Up and Down go through a list's boxes, Home and End to its ends; Tab leaves from wherever the focus is. */
export function moveByArrows(event: KeyboardEvent): void {
  const { currentTarget: list, key } = event;
  if (!(list instanceof HTMLElement) || event.isComposing) return;
  const boxes = [...list.querySelectorAll<HTMLElement>("input[type=checkbox]:enabled")];
  const at = boxes.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: boxes.length - 1 }[key];
  if (next === undefined) return;
  event.preventDefault();
  boxes[Math.min(Math.max(next, 0), boxes.length - 1)]?.focus();
}
