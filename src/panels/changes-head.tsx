import type { Comparison } from "../findings/compare-versions.ts";
import type { WaveChange } from "../findings/wave-changes.ts";
import type { ReportContext } from "./context.ts";
import type { Panel } from "./panel.ts";

/** Which two versions are compared, and in a sentence what became of the waves. */
export function changesHead(comparison: Comparison): Panel<Comparison> {
  return {
    needs: () => [],
    read: () => comparison,
    claims: () => [],
    title: titleOf,
    draw: (context) => (
      <>
        <h1 class="title">{titleOf(context, comparison)}</h1>
        <p class="lead">{context.words.changes.versions(comparison.before, comparison.after)}</p>
      </>
    ),
  };
}

function titleOf(context: ReportContext, { waves, restated, branches }: Comparison): string {
  const { listSeparator, changes } = context.words;
  const say = (state: WaveChange["state"], sentence: (waves: string, count: number) => string) => {
    const titles = waves.filter((wave) => wave.state === state).map(({ title }) => title[context.language]);
    return titles.length === 0 ? [] : [sentence(titles.join(listSeparator), titles.length)];
  };
  const sentences = [
    ...say("added", changes.titleNew),
    ...say("corrected", changes.titleCorrected),
    ...say("removed", changes.titleRemoved),
  ];
  if (sentences.length === 0) return changes.titleSame;
  const nothingElse =
    waves.every(({ state }) => state === "added" || state === "same") &&
    restated.restated + branches.restated.restated === 0;
  return [...sentences, ...(nothingElse ? [changes.titleNothingElse] : [])].join(changes.and);
}
