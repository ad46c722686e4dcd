import type { Survey } from "../survey/survey.ts";
import type { Language } from "../survey/text.ts";
import type { Versus } from "../views/view.ts";
import type { Words } from "../words/words.ts";
import { sliceLine, sliceParts } from "./slice-text.ts";

/** What a view is set against, in words. */
export function versusText(
  survey: Survey,
  versus: Versus,
  { words, language }: { readonly words: Words; readonly language: Language },
): string {
  const said = words.view.filters.versus;
  switch (versus.kind) {
    case "wave":
      return survey.waves.find(({ id }) => id === versus.wave)?.title[language] ?? versus.wave;
    case "slice": {
      const parts = sliceParts(survey, versus.slice, language);
      return parts.length > 0 ? sliceLine(parts, words) : said.all;
    }
    default:
      return said[versus.kind];
  }
}
