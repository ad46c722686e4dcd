import type { PagePanels } from "./pages.ts";
import type { WaveFacts } from "./wave-facts.ts";
import { isTooSmall, latestWeighted } from "./weighted-wave.ts";
import { weightingEffect } from "./weighting-effect.tsx";
import { weightingHead } from "./weighting-head.tsx";
import { weightingMargins } from "./weighting-margins.tsx";
import { weightingSizes } from "./weighting-sizes.tsx";
import { weightingWaves } from "./weighting-waves.tsx";

/**
 * The page of weights (M19): how each wave was weighted, and of the latest weighted wave what that changes in the
 * sample and in the figures. Of a survey without weights only that it has none.
 */
export function weightingPanels(facts: readonly WaveFacts[], base: { readonly minimum: number }): PagePanels {
  const latest = latestWeighted(facts);
  if (!latest) return [weightingHead(facts)];
  if (isTooSmall(latest, base)) return [weightingHead(facts), weightingWaves(facts)];
  return [
    weightingHead(facts),
    weightingWaves(facts),
    weightingMargins(latest),
    weightingSizes(latest),
    weightingEffect(latest),
  ];
}
