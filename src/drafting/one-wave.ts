import type { Field } from "./field.ts";
import { wordsIn } from "./header-words.ts";
import type { NamedQuestion } from "./named-questions.ts";
import type { ReportLine } from "./report-lines.ts";
import type { DraftWords } from "./words.ts";

const nearEnough = 0.5;

/** Questions that some waves lack, each with the nearest of those waves that could be the same under another header. */
export function partialLines(
  named: readonly NamedQuestion[],
  waves: readonly string[],
  say: DraftWords,
): readonly ReportLine[] {
  return named.flatMap(({ id, question: { fields } }) => {
    const [field] = fields;
    const lacking = waves.filter((wave) => !field.headers.has(wave));
    if (lacking.length === 0) return [];
    const [best] = named
      .map((other) => ({ other, nearness: nearness(field, other.question.fields[0]) }))
      .filter((one) => one.nearness >= nearEnough)
      .toSorted((a, b) => b.nearness - a.nearness);
    const text = best
      ? say.renamed(lacking, best.other.id, best.other.question.fields[0].name)
      : say.notInWaves(lacking);
    return [{ key: id, text }];
  });
}

/** The share of words that two headers have in common; 0 where both stand in one wave. */
function nearness(a: Field, b: Field): number {
  if ([...a.headers.keys()].some((wave) => b.headers.has(wave))) return 0;
  const [mine, theirs] = [wordsOf(a), wordsOf(b)];
  const shared = [...mine].filter((word) => theirs.has(word)).length;
  return (2 * shared) / Math.max(1, mine.size + theirs.size);
}

/** Words, of Chinese characters each one; not the letter of a number such as Q2. */
function wordsOf({ text, part = "" }: Field): ReadonlySet<string> {
  return new Set(
    wordsIn(`${text} ${part}`).flatMap((word) =>
      /\p{Script=Han}/u.test(word) ? [...word] : word.length > 1 ? [word] : [],
    ),
  );
}
