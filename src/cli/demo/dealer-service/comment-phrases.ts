import type { Factor } from "./items.ts";

export type Phrases = readonly [string, ...string[]];

/** What customers say, by factor. `{minutes}` and `{name}` are filled in. */
export interface PhraseBook {
  readonly praise: Readonly<Record<Factor, Phrases>>;
  readonly complaint: Readonly<Record<Factor, Phrases>>;
  readonly short: { readonly pleased: Phrases; readonly neutral: Phrases; readonly cross: Phrases };
  readonly close: { readonly pleased: Phrases; readonly cross: Phrases };
  readonly contact: Phrases;
}
