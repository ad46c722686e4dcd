import { distance } from "fastest-levenshtein";

/** The candidate nearest to what was written, by edit distance, or undefined where nothing is near. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  // Two letters swapped are two edits; of a word of two letters that is the whole word.
  let least = Math.min(written.length, Math.max(3, Math.ceil(written.length / 2)));
  for (const candidate of candidates) {
    const edits = distance(written.toLowerCase(), candidate.toLowerCase());
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

/** "Did you mean …?", or the fallback where no candidate but what was written itself is near. */
export function suggestion(written: string, candidates: readonly string[], fallback: string): string {
  const others = candidates.filter((candidate) => candidate !== written);
  const near = nearest(written, others);
  return near === undefined ? fallback : `Did you mean "${near}"?`;
}
