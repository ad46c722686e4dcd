import { alignWaves, type WaveSheet } from "./align.ts";
import { assemble, type Draft } from "./assemble.ts";
import { findDimensions } from "./dimensions.ts";
import { draftQuestions } from "./questions.ts";
import { findRoles } from "./roles.ts";
import { type DraftLanguage, draftWords } from "./words.ts";

export interface DraftOptions {
  /** The survey's id, which is its folder's name. */
  readonly id: string;
  readonly title: string;
  /** Of comments and report. */
  readonly language: DraftLanguage;
  /** Titles of the waves, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/**
 * Makes a first codebook of the exports of one survey: what each column seems to be, why, and what a person should
 * decide. The same exports give the same draft.
 *
 * @param waves oldest first, each with an id of its own.
 * @returns undefined where no column holds anything that could be a question.
 */
export function draftCodebook(waves: readonly WaveSheet[], options: DraftOptions): Draft | undefined {
  const say = draftWords[options.language];
  const fields = alignWaves(waves);
  const roles = findRoles(fields, say);
  const { questions: found, refused } = draftQuestions(roles.asked, say);
  const parted = findDimensions(found, waves);
  if (parted.questions.length === 0) return undefined;
  return assemble({ waves, roles, refused, ...parted }, options);
}
