import type { Survey } from "../survey/survey.ts";
import type { Text } from "../survey/text.ts";
import { english } from "../words/en.ts";
import type { Words } from "../words/words.ts";
import { chinese } from "../words/zh.ts";

/** What waves in a row are called together: their year, where they are all its quarters, else the first and the last. */
export function titleOfWaves(
  waves: readonly { readonly id: string; readonly title: string }[],
  { index }: Words,
): string {
  const [first, last] = [waves[0], waves.at(-1)];
  if (!first || !last || first === last) return first?.title ?? "";
  const year = yearOfQuarters(waves.map(({ id }) => id));
  // A financial year may be called by another number: titles tell.
  return year !== undefined && waves.every(({ title }) => title.includes(year))
    ? index.year(year)
    : index.span(first.title, last.title);
}

/** The same in both languages, of waves of a survey. */
export function textOfWaves({ waves }: Pick<Survey, "waves">, ids: readonly string[]): Text {
  const found = waves.filter(({ id }) => ids.includes(id));
  return {
    en: titleOfWaves(
      found.map(({ id, title }) => ({ id, title: title.en })),
      english,
    ),
    zh: titleOfWaves(
      found.map(({ id, title }) => ({ id, title: title.zh })),
      chinese,
    ),
  };
}

/** The year of which waves are all four quarters, by their ids. */
function yearOfQuarters(waves: readonly string[]): string | undefined {
  const [year] = /^\d{4}/.exec(waves[0] ?? "") ?? [];
  return waves.length === 4 && waves.every((wave, at) => wave === `${year}-Q${at + 1}`) ? year : undefined;
}
