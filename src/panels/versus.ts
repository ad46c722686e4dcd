import type { Survey } from "../survey/survey.ts";
import type { Language } from "../survey/text.ts";
import { type Versus, wavesOf } from "../views/view.ts";
import type { Words } from "../words/words.ts";
import { sliceLine, sliceParts } from "./slice-text.ts";
import { textOfWaves } from "./waves-title.ts";

/** What a view is set against, in words. */
export function versusText(
  survey: Survey,
  versus: Versus,
  { words, language }: { readonly words: Words; readonly language: Language },
): string {
  const said = words.view.filters.versus;
  switch (versus.kind) {
    case "wave":
      return textOfWaves(survey, wavesOf(survey, { waves: [versus.wave, versus.until ?? versus.wave] }))[
        language
      ];
    case "slice": {
      const parts = sliceParts(survey, versus.slice, language);
      return parts.length > 0 ? sliceLine(parts, words) : said.all;
    }
    default:
      return said[versus.kind];
  }
}
