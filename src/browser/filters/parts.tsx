import { useId } from "preact/hooks";
import type { Size } from "../../panels/facets.ts";
import { formatNumber } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import type { Said } from "./said.ts";
import type { Known } from "./sizes.ts";

/** Whether what is ticked is in, or out. */
export function Mode({
  title,
  isOut,
  change,
  words,
}: {
  readonly title: string;
  readonly isOut: boolean;
  readonly change: (isOut: boolean) => void;
  readonly words: Words;
}) {
  const name = useId();
  const { only, allBut, mode } = words.view.filters;
  return (
    <fieldset class="filter-mode">
      <legend class="sr-only">{mode(title)}</legend>
      {[false, true].map((out) => (
        <label key={String(out)}>
          <input type="radio" name={name} checked={isOut === out} onChange={() => change(out)} />
          <span>{out ? allBut : only}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A field that narrows a long list, and says how many it finds. */
export function SearchField({
  title,
  search,
  setSearch,
  count,
  said: { words, language },
}: {
  readonly title: string;
  readonly search: string;
  readonly setSearch: (search: string) => void;
  readonly count: number;
  readonly said: Said;
}) {
  const { filters } = words.view;
  return (
    <p class="filter-search">
      <input
        type="search"
        value={search}
        autocomplete="off"
        spellcheck={false}
        aria-label={filters.search(title)}
        placeholder={filters.search(title)}
        onInput={({ currentTarget }) => setSearch(currentTarget.value)}
      />
      <span role="status" class="note">
        {search.trim() === ""
          ? ""
          : count === 0
            ? filters.none
            : filters.found(formatNumber(count, language))}
      </span>
    </p>
  );
}

/** How many have a value: "few" where that is withheld, nothing until it is counted. */
export function SizeText({
  size,
  known,
  said: { words, language },
}: {
  readonly size: Size | undefined;
  readonly known: Known;
  readonly said: Said;
}) {
  if (!known.sizes) return <span class="filter-size" />;
  return (
    <span class="filter-size">
      {size === "withheld" ? words.view.filters.few : formatNumber(size ?? 0, language)}
    </span>
  );
}

/** What a reader must know of the numbers in a list. */
export function SizesNote({ known, said }: { readonly known: Known; readonly said: Said }) {
  const { filters } = said.words.view;
  const isFew = [...(known.sizes?.values() ?? [])].includes("withheld");
  return (
    <p class="note" role="status">
      {known.state === "counting" && filters.counting}
      {known.state === "failed" && filters.notCounted}
      {isFew && filters.fewWhy(said.minimum)}
    </p>
  );
}

/** The head of a sheet: its title and the button that closes it. */
export function SheetHead({ title, words }: { readonly title: string; readonly words: Words }) {
  const { close } = words.view.filters;
  return (
    <div class="filter-head">
      <h2>{title}</h2>
      <button type="submit" class="tool" aria-label={close} title={close}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M3.5 3.5l9 9m0-9l-9 9" fill="none" stroke="currentColor" stroke-width="1.6" />
        </svg>
      </button>
    </div>
  );
}
