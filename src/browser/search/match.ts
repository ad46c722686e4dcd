import { type Entry, normalised } from "./entries.ts";

/** How well a word fits, best first; what fits in no way is left out. */
const ranks = { whole: 0, start: 1, wordStart: 2, pinyin: 3, within: 4, above: 5, none: 6 } as const;

/** What is found, best first, at most `limit` of it, and how much was found in all. */
export interface Found {
  readonly entries: readonly Entry[];
  readonly count: number;
}

/**
 * Entries that fit every word of a query: by any of their names, the beginning before a word's beginning before the
 * middle; by pinyin, in full, by initials or in between ("suzhou", "sz", "szhou"); further words by what stands above
 * them, too ("guangzhou 05"). Equally good ones stay in their order.
 */
export function search(entries: readonly Entry[], query: string, { limit = 50 } = {}): Found {
  const whole = normalised(query);
  if (whole === "") return { entries: [], count: 0 };
  const words = whole.split(" ");
  const ranked: readonly Entry[][] = Array.from({ length: ranks.none }, () => []);
  for (const entry of entries) ranked[rankOf(entry, whole, words)]?.push(entry);
  const found = ranked.flat();
  return { entries: found.slice(0, limit), count: found.length };
}

/** Of a query in one piece its own rank; of several words that of the worst, one of them at least by a name. */
function rankOf(entry: Entry, whole: string, words: readonly string[]): number {
  const rank = ofWord(entry, whole);
  if (rank !== ranks.none || words.length === 1) return rank;
  let [best, worst]: [number, number] = [ranks.none, ranks.whole];
  for (const word of words) {
    const own = ofWord(entry, word);
    const fits = own === ranks.none && entry.above.includes(word) ? ranks.above : own;
    if (fits === ranks.none) return ranks.none;
    best = Math.min(best, own);
    worst = Math.max(worst, fits);
  }
  return best === ranks.none ? ranks.none : worst;
}

/** Whether a word, as it is compared, is in any of an entry's names, spells one in pinyin, or names what it is under. */
export function isNamed(entry: Entry, word: string): boolean {
  return word !== "" && (ofWord(entry, word) !== ranks.none || entry.above.includes(word));
}

function ofWord({ keys, letters, syllables }: Entry, word: string): number {
  let best: number = ofLetters(letters, word.replaceAll(" ", ""));
  if (best === ranks.whole) return best;
  for (const key of keys) {
    const at = key.indexOf(word);
    if (at === -1) continue;
    if (at === 0) best = Math.min(best, key.length === word.length ? ranks.whole : ranks.start);
    else best = Math.min(best, key.includes(` ${word}`) ? ranks.wordStart : ranks.within);
  }
  if (best <= ranks.wordStart || syllables.length === 0) return best;
  return isSpelt(syllables, word) ? ranks.pinyin : best;
}

/** Names as letters alone: “xian” is Xi’an, and the beginning of Xi’an 05. */
function ofLetters(letters: readonly string[], typed: string): number {
  if (letters.includes(typed)) return ranks.whole;
  return letters.some((one) => one.startsWith(typed)) ? ranks.start : ranks.none;
}

/** Whether letters spell syllables that follow each other, each in full or by its beginning. */
export function isSpelt(syllables: readonly string[], letters: string): boolean {
  return syllables.some((_, place) => continues(syllables, place, letters, 0));
}

/** Whether the letters from a place on spell the syllables from another on. */
function continues(syllables: readonly string[], place: number, letters: string, from: number): boolean {
  if (from === letters.length) return true;
  const syllable = syllables[place];
  if (syllable === undefined) return false;
  for (let shared = 0; shared < syllable.length && syllable[shared] === letters[from + shared]; shared++)
    if (continues(syllables, place + 1, letters, from + shared + 1)) return true;
  return false;
}
