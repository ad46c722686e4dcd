import { isNarrow } from "../../panels/viewed.ts";
import { dimensionOf, waveIds } from "../../survey/survey.ts";
import type { Ignored } from "../../views/permalink.ts";
import { dimensionIn } from "../../views/slice.ts";
import { sliceOf, wavesOf } from "../../views/view.ts";
import { formatNumber } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import type { ReportView, Shown } from "./report-view.ts";

/** What a reader must know of a view beside whom it shows: what its link asks for in vain, and what it leaves out. */
export function notesOf(
  { report, views, language, address }: ReportView,
  shown: Shown,
  words: Words,
): readonly string[] {
  const { view, ignored, dataVersion } = views.read();
  const notes = [
    ...ignored.map((one) => ignoredText(one, words)),
    ...(dataVersion !== undefined && dataVersion !== report.dataVersion ? [words.view.updated] : []),
  ];
  if (!address || shown.kind === "failed") return notes;
  const { survey } = report;
  const titleOf = (wave: string) => survey.waves.find(({ id }) => id === wave)?.title[language] ?? wave;
  const number = (count: number) => formatNumber(count, language);
  const stored = new Set(report.waves.map(({ layout }) => layout.wave));
  const printed = waveIds(survey).filter((wave) => !stored.has(wave));
  const slice = sliceOf(survey, view);
  const wave = shown.kind === "page" ? shown.page.wave : (view.waves?.[1] ?? address.wave);
  const withheld = report.waves.find(({ layout }) => layout.wave === wave)?.withheld?.places ?? {};
  const dimensions = [...new Set(Object.keys(slice).map((name) => dimensionIn(name).dimension))];
  return [
    ...notes,
    ...(wavesOf(survey, view).length > 1 ? [words.view.pooled(titleOf(wave))] : []),
    ...(view.versus.kind === "previous" ? [] : [words.view.versus]),
    ...(view.minimum === undefined ? [] : [words.view.minimum(number(view.minimum))]),
    ...dimensions.flatMap((id) => {
      const count = withheld[id] ?? 0;
      return count > 0 ? [words.view.withheld(number(count), dimensionOf(survey, id).title[language])] : [];
    }),
    ...(printed.length > 0 ? [words.view.printedWaves(printed.map(titleOf).join(words.listSeparator))] : []),
    ...(isNarrow(slice) ? [words.view.kept] : []),
  ];
}

function ignoredText({ kind, name, values }: Ignored, words: Words): string {
  const { ignored } = words.view;
  const list = values.join(words.listSeparator);
  switch (kind) {
    case "dimension":
      return ignored.dimension(name);
    case "value":
      return ignored.value(name, list);
    default:
      return ignored[kind](list);
  }
}
