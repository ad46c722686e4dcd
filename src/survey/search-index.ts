/**
 * What a survey's search is made of, as it is published: one file a survey and language, lists of short rows in place of
 * objects, addresses in parts. Rows stand in the order in which equally good results are shown.
 */
export interface SearchIndex {
  readonly survey: string;
  /** Address of the survey's overview; those below are appended to it. */
  readonly root: string;
  /** What the levels of the hierarchy are called, widest first. */
  readonly levels: readonly string[];
  readonly pages: readonly PageRow[];
  readonly factors: readonly PageRow[];
  readonly questions: readonly PageRow[];
  readonly branches: readonly BranchRow[];
}

/** Name, the names it is found by besides, and the address under the survey's own. */
export type PageRow = readonly [name: string, others: Others, address: string];

/**
 * Name, the names it is found by besides, part of the address, place of the branch above it in the list (−1: none),
 * 1 where it is closed, and what it was called before.
 */
export type BranchRow = readonly [
  name: string,
  others: Others,
  slug: string,
  parent: number,
  closed?: 0 | 1,
  former?: readonly string[],
];

/** The name in the other language where that is another, and pinyin with a space between syllables; parts may be empty. */
export type Others = readonly [other: string, pinyin: string, ...more: string[]];
