import type { Cell } from "../../counts/tally.ts";
import type { Estimate } from "../../measures/estimate.ts";
import type { IndexPart } from "../../measures/index/estimate.ts";
import type { Siblings } from "../../measures/siblings.ts";
import type { Weighting } from "../../measures/weighting.ts";
import type { Slice } from "../../views/slice.ts";
import type { ItemSums } from "../what-moved.ts";

/** Answers of one group of respondents in one wave. */
export interface AnswersOfGroup<Answers> {
  /** For each dimension, widest first, an option id (null: not known). */
  readonly key: readonly (string | null)[];
  readonly answers: Answers;
}

export interface GroupOptions<Answers> {
  readonly wave: string;
  /** The same of like groups, whose pooled variance stands in where a group's own is zero. */
  readonly siblings: Siblings<Answers>;
}

/**
 * A figure whose change can be split (M32): where the answers of its groups are, how groups without a common respondent
 * are taken together, and what they come to. `questionFigure`, `indexFigure` and `indexFromTallies` make one.
 */
export interface MovingFigure<Answers> {
  /** Names the figure in claims. */
  readonly id: string;
  /** The dimensions of the groups' keys: one, or levels of the hierarchy, widest first. */
  readonly by: readonly string[];
  /** Whose groups they are. */
  readonly slice: Slice;
  readonly weighting: Weighting;
  /** The finest groups of a wave, which add up to the whole; undefined where the wave's answers can't be added up. */
  readonly groups: (wave: string) => readonly AnswersOfGroup<Answers>[] | undefined;
  readonly merge: (one: Answers, other: Answers) => Answers;
  /** Who answered any of it. */
  readonly respondents: (answers: Answers) => Cell;
  /** By item that anybody answered, the answers that the group is judged by (M34). */
  readonly bases: (answers: Answers) => ReadonlyMap<string, number>;
  /** By item, on the scale of the figure; only items that somebody answered. */
  readonly sums: (answers: Answers, wave: string) => ReadonlyMap<string, ItemSums>;
  /** By member of the figure (a factor of an index), what its items weigh in the whole; all together they are 1. */
  readonly weights: (whole: Answers, wave: string) => ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly estimate: (answers: Answers, options: GroupOptions<Answers>) => Estimate;
  /** Of an index: its estimate with those of its factors, and who answered any of a factor. */
  readonly parts?: {
    readonly estimate: (answers: Answers, options: GroupOptions<Answers>) => IndexPart | undefined;
    readonly respondents: (answers: Answers, member: string) => Cell;
  };
}
