import type { BranchRow, Others, PageRow, SearchIndex } from "../../survey/search-index.ts";

export type Kind = "page" | "factor" | "question" | "branch";

/** Something that can be found, ready to be compared with what is typed. */
export interface Entry {
  readonly kind: Kind;
  readonly name: string;
  readonly href: string;
  /** Survey or branches above it, widest first. */
  readonly path: readonly string[];
  /** The name of a branch's level; of all else empty. */
  readonly level: string;
  /** Order among equally good results: wider levels first. */
  readonly depth: number;
  readonly closed: boolean;
  /** Former names, and those of branches that went into it. */
  readonly former: readonly string[];
  /** All names as they are compared, the shown one first. */
  readonly keys: readonly string[];
  /** Names of several words as letters alone, without what parts the words. */
  readonly letters: readonly string[];
  /** Syllables of the name's pinyin. */
  readonly syllables: readonly string[];
  /** Names of what it stands under, as they are compared. */
  readonly above: string;
}

/** Text as it is compared: without accents, width and case, one space between words. */
export function normalised(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, " ")
    .trim();
}

/**
 * The entries of an index: pages, factors and questions in its order, then branches, wider levels first, by name.
 * `named`: their path starts with the survey, where several are searched.
 */
export function entriesOf(index: SearchIndex, { named = false } = {}): readonly Entry[] {
  const start = named ? [index.survey] : [];
  return [
    ...index.pages.map((row) => pageEntry("page", row, index, start)),
    ...index.factors.map((row) => pageEntry("factor", row, index, start)),
    ...index.questions.map((row) => pageEntry("question", row, index, start)),
    ...branchEntries(index, start),
  ];
}

function pageEntry(
  kind: Kind,
  [name, others, address]: PageRow,
  { root }: SearchIndex,
  path: readonly string[],
): Entry {
  const plain = { level: "", depth: 0, closed: false, former: [], above: path.map(normalised).join(" ") };
  return { kind, name, href: `${root}${address}`, path, ...plain, ...keysOf(name, others, []) };
}

function branchEntries({ branches, root, levels }: SearchIndex, start: readonly string[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const row of branches) {
    const [name, others, slug, parent, closed = 0, former = []]: BranchRow = row;
    const over = entries[parent];
    entries.push({
      kind: "branch",
      name,
      href: `${over?.href ?? `${root}b/`}${encodeURIComponent(slug)}/`,
      path: over ? [...over.path, over.name] : start,
      level: levels[over ? over.depth + 1 : 0] ?? "",
      depth: over ? over.depth + 1 : 0,
      closed: closed === 1,
      former,
      above: over
        ? `${over.above} ${over.keys.join(" ")} ${over.syllables.join("")}`
        : start.map(normalised).join(" "),
      ...keysOf(name, others, former),
    });
  }
  return entries.toSorted((a, b) => a.depth - b.depth || byText(a.name, b.name));
}

/** Order of code points: the same in every browser and language. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function keysOf(name: string, [other, pinyin, ...more]: Others, former: readonly string[]) {
  const keys = [name, other, ...more, ...former].filter((text) => text !== "").map(normalised);
  const letters = keys.filter((key) => key.includes(" ")).map((key) => key.replaceAll(" ", ""));
  return { keys, letters, syllables: pinyin === "" ? [] : pinyin.split(" ") };
}
