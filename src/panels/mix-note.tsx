import { type Mix, mix } from "./mix.tsx";
import type { Panel } from "./panel.ts";
import type { Subject } from "./subject.ts";
import { clearMixes } from "./why-findings.ts";
import { whyLink } from "./why-texts.ts";
import { inSentence } from "./why-title.ts";

/**
 * Says under figures with changes that a clear change of mix is in them, and leads to how much it is. Draws nothing
 * where none is clear. `on`: where the page itself tells of it, if it does.
 */
export function mixNote(subject: Subject, on?: "mix"): Panel<Mix> {
  return {
    ...mix(subject),
    draw: (context, { splits }, judge) => {
      const [first] = clearMixes(splits, judge);
      if (!first) return null;
      const { words, language, branch } = context;
      const name = inSentence(first.split.dimension.title[language]);
      return (
        <p class="note mix-note">
          <a href={on === "mix" ? "#mix" : `${whyLink(context)}#split`}>
            {branch ? words.why.mixMayBeAbove(name, context.who !== undefined) : words.why.mixAbove(name)}
          </a>
        </p>
      );
    },
  };
}
