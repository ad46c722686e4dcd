import type { Language } from "../../survey/text.ts";
import type { Words } from "../../words/words.ts";

/** What the bar speaks with. */
export interface Said {
  readonly words: Words;
  readonly language: Language;
  /** The survey's minimum base, or the view's raised one, as a number in words. */
  readonly minimum: string;
}
