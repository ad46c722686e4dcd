import { waveIds } from "../survey/survey.ts";
import { wavesText } from "../survey/waves-text.ts";
import { versusWaves } from "../views/pools.ts";
import type { View } from "../views/view.ts";
import type { Words } from "../words/words.ts";
import type { ReportFacts } from "./page-context.ts";

/** How the changes of a page follow what its view is set against. */
export type Changes =
  /** On the wave before, as on every page. */
  | { readonly kind: "previous" }
  /** On an earlier wave that the view names. */
  | { readonly kind: "wave"; readonly wave: string }
  /** None: the view asks for none, for a later wave, from which nothing has changed yet, or for all waves from the first. */
  | { readonly kind: "none"; readonly why: "chosen" | "later" | "alone" };

/**
 * @param facts whose survey has the waves that the view takes together
 * @param wave the page's among them
 * @param own survey as it is, whose waves the view names
 */
export function changesOfView(
  { survey }: Pick<ReportFacts, "survey">,
  view: View,
  { wave, page, own }: { readonly wave: string; readonly page: string; readonly own: ReportFacts["survey"] },
): Changes {
  if (view.versus.kind === "none") return { kind: "none", why: "chosen" };
  const waves = versusWaves(own, view, page);
  const against = waves && wavesText(waves);
  const order = waveIds(survey);
  const isAlone = order[0] === wave && !waveIds(own).includes(wave);
  if (against === undefined || !order.includes(against))
    return isAlone ? { kind: "none", why: "alone" } : { kind: "previous" };
  return order.indexOf(against) < order.indexOf(wave)
    ? { kind: "wave", wave: against }
    : { kind: "none", why: "later" };
}

/** A survey whose page compares its wave with another than the one before, or with none. */
export function comparedFacts(facts: ReportFacts, wave: string, changes: Changes): ReportFacts {
  if (changes.kind === "previous") return facts;
  const against = changes.kind === "wave" ? changes.wave : null;
  const waves = facts.survey.waves.map((one) => (one.id === wave ? { ...one, against } : one));
  return { ...facts, survey: { ...facts.survey, waves } };
}

/** Where nothing is compared, pages must not say that there is no earlier wave. */
export function comparedWords(words: Words, changes: Changes): Words {
  if (changes.kind !== "none") return words;
  const said = words.view.uncompared[changes.why];
  return {
    ...words,
    noEarlierWave: said.cell,
    why: { ...words.why, reasons: { ...words.why.reasons, first: said.page } },
    ranking: { ...words.ranking, noEarlier: () => said.page },
  };
}
