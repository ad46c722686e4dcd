/** How the rows of a table are ordered: by a column, up or down. */
export interface TableOrder {
  readonly column: number;
  readonly way: "up" | "down";
}

/** What a cell is sorted by: its number, its text, or nothing, which comes last whichever way. */
export type SortKey = number | string | undefined;

/**
 * What a cell is sorted by in a column of numbers: what it carries as data, else the number that its text starts with.
 * A cell without a number, such as a withheld one, has none.
 */
export function numberIn(cell: Element | undefined): number | undefined {
  const carried = cell?.getAttribute("data-value");
  if (carried !== null && carried !== undefined && carried !== "") return Number(carried);
  const [found] = /^[▲▼\s+]*[−-]?\d[\d,]*(\.\d+)?/u.exec(cell?.textContent?.trim() ?? "") ?? [];
  if (found === undefined) return undefined;
  return Number(found.replaceAll(/[▲▼\s+,]/gu, "").replace("\u2212", "-"));
}

/** The text that a cell is sorted by: what it says first, without what stands small beside it. */
export function textIn(cell: Element | undefined): string | undefined {
  const own = cell?.querySelector("a") ?? cell;
  const text = own?.textContent?.trim() ?? "";
  return text === "" ? undefined : text;
}

/** Things in the order of their keys; equal ones keep theirs, and those without a key come last. */
export function inOrder<One>(
  things: readonly One[],
  keyOf: (thing: One) => SortKey,
  { way, collator }: { readonly way: TableOrder["way"]; readonly collator: Intl.Collator },
): readonly One[] {
  const sign = way === "up" ? 1 : -1;
  const keyed = things.map((thing) => ({ thing, key: keyOf(thing) }));
  const known = keyed.filter(({ key }) => key !== undefined);
  const missing = keyed.filter(({ key }) => key === undefined);
  const compared = known.toSorted((one, other) => {
    const [a, b] = [one.key, other.key];
    return typeof a === "number" && typeof b === "number"
      ? sign * (a - b)
      : sign * collator.compare(String(a), String(b));
  });
  return [...compared, ...missing].map(({ thing }) => thing);
}

/** How names are sorted in a language: Chinese by pinyin, numbers within names by size. */
export function collatorFor(language: string): Intl.Collator {
  return new Intl.Collator(language.startsWith("zh") ? "zh-Hans-u-co-pinyin" : language, { numeric: true });
}

/** A text as it is searched: without case, accents, and the difference of full and half width. */
export function searchable(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/**
 * Whether a text holds every word of what is searched for, anywhere and in any order; or is called by it in another way,
 * such as in pinyin.
 */
export function matches(
  text: string,
  wanted: string,
  isCalled: (word: string) => boolean = () => false,
): boolean {
  const within = searchable(text);
  return searchable(wanted)
    .split(/\s+/)
    .every((word) => within.includes(word) || isCalled(word));
}
