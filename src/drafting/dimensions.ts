import type { WaveSheet } from "./align.ts";
import type { Field } from "./field.ts";
import { isPersonal, isPlace } from "./header-words.ts";
import type { DraftQuestion } from "./questions.ts";

/** Which single choices say who answered, and which of them make the hierarchy, widest first. */
export interface Dimensions {
  readonly dimensions: readonly DraftQuestion[];
  readonly questions: readonly DraftQuestion[];
  readonly hierarchy: readonly DraftQuestion[];
  /** True where the hierarchy's levels were found to stand within each other. */
  readonly nested: boolean;
}

/** Parts who answered from what was asked, by header words, and finds the hierarchy by what stands within what. */
export function findDimensions(found: readonly DraftQuestion[], waves: readonly WaveSheet[]): Dimensions {
  const isDimension = ({ guess, fields: [field] }: DraftQuestion) =>
    guess.answers.type === "single" && (isPlace(field) || isPersonal(field));
  const dimensions = found.filter(isDimension);
  const questions = found.filter((question) => !isDimension(question));
  // A report needs a question; a file of dimensions only keeps them as questions.
  if (questions.length === 0) return { dimensions: [], questions: found, hierarchy: [], nested: false };
  const newest = waves.at(-1)?.wave ?? "";
  const places = dimensions.filter(({ fields: [field] }) => isPlace(field) && field.headers.has(newest));
  const chain = longestChain(places, waves);
  const lone = places.filter(({ fields: [field] }) => field.headers.size === waves.length).slice(0, 1);
  return { dimensions, questions, hierarchy: chain.length > 1 ? chain : lone, nested: chain.length > 1 };
}

/** The longest row of places each of which stands within the one before, in every wave that has both. */
function longestChain(
  places: readonly DraftQuestion[],
  waves: readonly WaveSheet[],
): readonly DraftQuestion[] {
  const size = ({ fields: [field] }: DraftQuestion) => field.profile.values.size;
  const sorted = places.toSorted((a, b) => size(a) - size(b));
  const best: (readonly DraftQuestion[])[] = [];
  for (const [at, place] of sorted.entries()) {
    const above = sorted
      .slice(0, at)
      .map((parent, index) => (isWithin(place.fields[0], parent.fields[0], waves) ? (best[index] ?? []) : []))
      .reduce((longest, chain) => (chain.length > longest.length ? chain : longest), []);
    best.push([...above, place]);
  }
  return best.reduce((longest, chain) => (chain.length > longest.length ? chain : longest), []);
}

function isWithin(child: Field, parent: Field, waves: readonly WaveSheet[]): boolean {
  const both = waves.filter(({ wave }) => child.headers.has(wave) && parent.headers.has(wave));
  return (
    both.length > 0 &&
    both.every(({ wave, sheet }) =>
      sheet.nested.some(([a, b]) => a === child.headers.get(wave) && b === parent.headers.get(wave)),
    )
  );
}
