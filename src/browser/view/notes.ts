import { unfilteredDimensions, unknownDimensions } from "../../panels/report.ts";
import { isNarrow } from "../../panels/viewed.ts";
import { dimensionOf, type Survey, waveIds } from "../../survey/survey.ts";
import type { Language } from "../../survey/text.ts";
import type { Ignored } from "../../views/permalink.ts";
import { allBut, type Slice } from "../../views/slice.ts";
import { isDefault, sliceOf, type View, wavesOf } from "../../views/view.ts";
import { formatNumber } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import type { Fault } from "../engine/fault.ts";
import { shortText } from "./missing-text.ts";
import type { ReportView } from "./report-view.ts";
import type { Shown, Unpublished } from "./showing.ts";

/** What a reader must know of a view beside whom it shows. */
export interface Notes {
  /** What its link asks for in vain. */
  readonly vain: readonly string[];
  /** What it leaves out. */
  readonly without: readonly string[];
}

export function notesOf({ report, views, language, address }: ReportView, shown: Shown, words: Words): Notes {
  const { view, ignored, dataVersion } = views.read();
  const notes = [
    ...ignored.map((one) => ignoredText(one, words)),
    ...(dataVersion !== undefined && dataVersion !== report.dataVersion ? [words.view.updated] : []),
  ];
  if (!address || shown.kind === "failed" || isDefault(view)) return { vain: notes, without: [] };
  const { survey } = report;
  const titleOf = (wave: string) => survey.waves.find(({ id }) => id === wave)?.title[language] ?? wave;
  const number = (count: number) => formatNumber(count, language);
  const stored = new Set(report.waves.map(({ layout }) => layout.wave));
  const printed = waveIds(survey).filter((wave) => !stored.has(wave));
  const slice = sliceOf(survey, view);
  const wave = shown.kind === "page" ? shown.page.wave : (view.waves?.[1] ?? address.wave);
  const unknown = unknownDimensions(report);
  const held = report.waves.find(({ layout }) => layout.wave === wave);
  const nameOf = (id: string) => dimensionOf(survey, id).title[language];
  const withheld = Object.entries(held?.withheld?.places ?? {}).filter(([, count]) => count > 0);
  const some = withheld
    .filter(([id]) => !unknown.has(id))
    .map(([id, count]) => words.view.countOf(nameOf(id), number(count)));
  const most = [...unknown].filter((id) => survey.filters.includes(id)).map(nameOf);
  const unfiltered = unfilteredDimensions(survey).map(nameOf);
  return {
    vain: [
      ...notes,
      ...(wavesOf(survey, view).length > 1 ? [words.view.pooled(titleOf(wave))] : []),
      ...(view.versus.kind === "none" ? [words.view.versus] : []),
      ...withheld
        .filter(([id]) => !unknown.has(id) && isToldApart(slice, view, id))
        .map(([id, count]) => words.view.placeless(nameOf(id), number(count))),
    ],
    without: [
      ...(view.minimum === undefined ? [] : [words.view.minimum(number(view.minimum))]),
      ...(some.length > 0
        ? [words.view.withheld(some.join(words.listSeparator), number(held?.layout.rows ?? 0))]
        : []),
      ...(most.length > 0 ? [words.view.withheldMost(most.join(words.listSeparator))] : []),
      ...(unfiltered.length > 0 ? [words.view.missing.unfiltered(unfiltered.join(words.listSeparator))] : []),
      ...(printed.length > 0
        ? [words.view.printedWaves(printed.map(titleOf).join(words.listSeparator))]
        : []),
      ...(isNarrow(slice) ? [words.view.kept] : []),
    ],
  };
}

/** Whether a view sets those of some values of a dimension against those of all others. */
function isToldApart(slice: Slice, { versus }: View, dimension: string): boolean {
  const isNamed = (name: string) => (slice[name] ?? []).length > 0;
  const isCompared = versus.kind === "rest" || versus.kind === "parent" || versus.kind === "slice";
  return isNamed(allBut(dimension)) || (isCompared && isNamed(dimension));
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

/** Why a view can't be shown, in words. */
export function faultText(
  survey: Survey,
  fault: Fault | Unpublished,
  words: Words,
  language: Language,
): string {
  const { faults, missing } = words.view;
  if (fault.kind === "unfiltered")
    return missing.unfiltered(dimensionOf(survey, fault.dimension).title[language]);
  if (fault.kind === "short") return shortText(survey, fault, words, language);
  if (fault.kind === "withheld") return faults.withheld(dimensionOf(survey, fault.dimension).title[language]);
  return faults[fault.kind === "superseded" ? "failed" : fault.kind];
}

/** Whether another try may do better. */
export function mayPass({ kind }: Fault | Unpublished): boolean {
  return !["unsupported", "unpublished", "withheld", "unfiltered", "short"].includes(kind);
}

/** How many respondents a view holds of its wave; of fewer than the minimum only that they are. */
export function baseText({ report, language, views }: ReportView, shown: Shown, words: Words): string {
  if (shown.kind !== "page") return "";
  const { respondents, wave } = shown.page;
  const { survey } = report;
  const title = survey.waves.find(({ id }) => id === wave)?.title[language] ?? wave;
  const all = report.waves.find(({ layout }) => layout.wave === wave)?.layout.rows;
  const number = (count: number) => formatNumber(count, language);
  const minimum = Math.max(survey.base.minimum, views.get().minimum ?? 0);
  if (all === undefined || respondents === 0) return words.view.respondentsNone(title);
  if (respondents < minimum) return words.view.respondentsFew(number(minimum), title);
  return words.view.respondents(number(respondents), number(all), title);
}
