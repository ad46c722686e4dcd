import { formatNumber } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import type { Panel } from "./panel.ts";
import type { WaveFacts } from "./wave-facts.ts";
import { isTooSmall, latestWeighted } from "./weighted-wave.ts";

/** What weighting costs in the latest wave, in a sentence; of a survey without weights that it has none. */
export function weightingHead(facts: readonly WaveFacts[]): Panel<readonly WaveFacts[]> {
  return {
    needs: () => [],
    read: () => facts,
    claims: () => [],
    title: titleOf,
    draw: (context) => {
      const { words, links } = context;
      const latest = latestWeighted(facts);
      return (
        <>
          <h1 class="title">{titleOf(context, facts)}</h1>
          {facts.length === 0 && <p class="lead">{words.weighting.leadPrinted}</p>}
          {latest && (
            <p class="lead">
              {words.weighting.lead}
              {words.sentenceGap}
              {words.weighting.of(waveTitle(context, latest.wave))}
              {words.sentenceGap}
              {words.method} <a href={`${links.methods}#M19`}>M19</a>
            </p>
          )}
        </>
      );
    },
  };
}

function titleOf(context: ReportContext, facts: readonly WaveFacts[]): string {
  const { words, language, survey } = context;
  const { weighting } = words;
  const latest = latestWeighted(facts);
  if (facts.length === 0) return weighting.titlePrinted;
  if (!latest) return weighting.titleUnweighted;
  const last = facts.at(-1) ?? latest;
  if (last !== latest) return weighting.titleLatestUnweighted(waveTitle(context, last.wave));
  if (isTooSmall(latest, survey.base)) return weighting.titleWithheld(waveTitle(context, latest.wave));
  const { respondents, effective } = latest.weighting;
  return weighting.title(formatNumber(respondents, language), formatNumber(effective, language));
}
