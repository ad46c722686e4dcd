import { type ReportContext, waveTitle } from "./context.ts";
import type { Panel } from "./panel.ts";

/** Says once on a page of which waves only printed tables survive; nothing where there are none. */
export const printedWaves: Panel<readonly string[]> = {
  needs: () => [],
  read: ({ survey }) => survey.waves.flatMap(({ id, tabulated }) => (tabulated ? [id] : [])),
  claims: () => [],
  draw: (context, waves) =>
    waves.length === 0 ? null : <p class="note printed">{sentence(context, waves)}</p>,
};

function sentence(context: ReportContext, waves: readonly string[]): string {
  const { words, survey } = context;
  if (waves.length === survey.waves.length) return words.printedAlways;
  return words.printedWaves(waves.map((wave) => waveTitle(context, wave)).join(words.listSeparator));
}
