import { slicesOnPage } from "../../panels/missing.ts";
import type { PageAddress } from "../../panels/page-address.ts";
import { wavesAlike } from "../../panels/pooled-facts.ts";
import { type ReportWave, unfilteredDimensions, unknownDimensions } from "../../panels/report.ts";
import { versusText } from "../../panels/versus.ts";
import { isNarrow } from "../../panels/viewed.ts";
import { viewOnPage } from "../../panels/viewed-question.ts";
import { textOfWaves } from "../../panels/waves-title.ts";
import { dimensionOf, type Survey, waveIds } from "../../survey/survey.ts";
import type { Language } from "../../survey/text.ts";
import type { Ignored } from "../../views/permalink.ts";
import { ownWaves, versusWaves } from "../../views/pools.ts";
import { dimensionIn, tellingApart } from "../../views/slice.ts";
import { isDefault, sliceOf, type View } from "../../views/view.ts";
import { formatNumber, formatShare } from "../../words/numbers.ts";
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
  const { view: asked, ignored, dataVersion } = views.read();
  const view = viewOnPage(report.survey, asked, address);
  const notes = [
    ...ignored.map((one) => ignoredText(one, words)),
    ...tooLowNotes(report.survey, views.get(), { words, language }),
    ...(dataVersion !== undefined && dataVersion !== report.dataVersion ? [words.view.updated] : []),
  ];
  if (!address || shown.kind === "failed" || isDefault(view)) return { vain: notes, without: [] };
  const { survey } = report;
  const titleOf = (wave: string) => textOfWaves(survey, [wave])[language];
  const number = (count: number) => formatNumber(count, language);
  const stored = new Set(report.waves.map(({ layout }) => layout.wave));
  const printed = waveIds(survey).filter((wave) => !stored.has(wave));
  const slice = sliceOf(survey, view);
  const waves = ownWaves(survey, view, address.wave);
  const textOf = (of: View) => textOfWaves(survey, ownWaves(survey, of, address.wave))[language];
  const unknown = unknownDimensions(report);
  const held = report.waves.filter(({ layout }) => waves.includes(layout.wave));
  const nameOf = (id: string) => dimensionOf(survey, id).title[language];
  const withheld = survey.dimensions
    .map(({ id }): readonly [string, number] => [id, sum(held, (wave) => wave.withheld?.places[id] ?? 0)])
    .filter(([id, count]) => count > 0 && !unknown.has(id));
  const some = withheld.map(([id, count]) => words.view.countOf(nameOf(id), number(count)));
  const most = [...unknown].filter((id) => survey.filters.includes(id)).map(nameOf);
  const unfiltered = unfilteredDimensions(survey).map(nameOf);
  const joined = joinedNotes(held, { words, language });
  const apart = toldApart(survey, view, address);
  return {
    vain: [
      ...notes,
      ...(view === asked ? [] : [words.view.askedOtherwise(textOf(asked), textOf(view))]),
      ...(waves.length > 1 ? [words.view.pooled(waves.map(titleOf).join(words.listSeparator))] : []),
      ...(joined.length > 0 ? [words.view.weightsDiffer] : []),
      ...versusNotes(survey, view, { own: waves, address, words, language }),
      ...withheld
        .filter(([id]) => apart.includes(id))
        .map(([id, count]) => words.view.placeless(nameOf(id), number(count))),
    ],
    without: [
      ...(view.minimum === undefined || view.minimum <= survey.base.minimum
        ? []
        : [words.view.minimum(number(view.minimum))]),
      ...(some.length > 0
        ? [
            words.view.withheld(
              some.join(words.listSeparator),
              number(sum(held, ({ layout }) => layout.rows)),
            ),
          ]
        : []),
      ...joined,
      ...(most.length > 0 ? [words.view.withheldMost(most.join(words.listSeparator))] : []),
      ...(unfiltered.length > 0 ? [words.view.missing.unfiltered(unfiltered.join(words.listSeparator))] : []),
      ...(printed.length > 0
        ? [words.view.printedWaves(printed.map(titleOf).join(words.listSeparator))]
        : []),
      ...(isNarrow(slice) ? [words.view.kept] : []),
      ...(shown.kind === "page" && shown.missing.length > 0
        ? [words.view.panelsLeft(shown.missing.join(words.listSeparator))]
        : []),
      ...unpooledNotes(survey, { waves, words, language }),
    ],
  };
}

/**
 * Dimensions by which a page sets those of some values against others: what the view leaves out, whom it is compared
 * with, and of a branch's page the branch, which stands against the rest of the one above it.
 */
function toldApart(survey: Survey, view: View, address: PageAddress): readonly string[] {
  const { versus } = view;
  const isCompared = versus.kind === "rest" || versus.kind === "parent" || versus.kind === "slice";
  const all = slicesOnPage(survey, view, address);
  const other = versus.kind === "slice" ? versus.slice : {};
  const levels = address.kind === "branch" ? survey.hierarchy.slice(0, address.path.length) : [];
  const named = [...Object.entries(all), ...Object.entries(other)]
    .filter(([name, values]) => values.length > 0 && (isCompared || dimensionIn(name).isOut))
    .map(([name]) => name);
  return tellingApart(survey.hierarchy, [...named, ...levels]);
}

/** What the joining of weights in published rows can do to weighted figures (M34). */
function joinedNotes(
  waves: readonly Pick<ReportWave, "layout" | "withheld">[],
  { words, language }: Saying,
): readonly string[] {
  const joined = waves.flatMap(({ withheld }) => withheld?.weights ?? []);
  if (joined.length === 0) return [];
  const number = (count: number) => formatNumber(count, language);
  const most = (of: "moved" | "most") => formatShare(Math.max(...joined.map((one) => one[of])), language);
  const rows = number(sum(joined, (one) => one.rows));
  const all = number(sum(waves, ({ layout }) => layout.rows));
  return [words.view.weightsJoined({ rows, all, moved: most("moved"), most: most("most") })];
}

/** A link can raise the minimum base of a survey and not lower it. */
function tooLowNotes({ base }: Survey, { minimum }: View, { words, language }: Saying): readonly string[] {
  if (minimum === undefined || minimum >= base.minimum) return [];
  return [words.view.notLower(formatNumber(minimum, language), formatNumber(base.minimum, language))];
}

interface Saying {
  readonly words: Words;
  readonly language: Language;
}

/** What a view that is set against another wave can't do. */
function versusNotes(
  survey: Survey,
  view: View,
  {
    own,
    address,
    words,
    language,
  }: Saying & { readonly own: readonly string[]; readonly address: PageAddress },
): readonly string[] {
  const { versus } = view;
  const slice = sliceOf(survey, view);
  const isBranch = address.kind === "branch";
  if (versus.kind === "rest" && !isBranch && !isNarrow(slice)) return [words.view.versusNobody];
  const hasBranch = isBranch || survey.hierarchy.some((level) => slice[level]?.length === 1);
  if (versus.kind === "parent" && !hasBranch) return [words.view.versusNoBranch];
  if (versus.kind !== "wave") return [];
  const waves = versusWaves(survey, view, address.wave);
  const [mine, theirs] = [
    textOfWaves(survey, own)[language],
    versusText(survey, versus, { words, language }),
  ];
  if (!waves) return [theirs === mine ? words.view.versusOwn(mine) : words.view.versusWithin(theirs, mine)];
  const order = waveIds(survey);
  const isLater = order.indexOf(waves[0] ?? "") > order.indexOf(own[0] ?? "");
  return isLater ? [words.view.versusLater(theirs, mine)] : [];
}

/** Questions that are not of all waves that are taken together (M33). */
function unpooledNotes(
  survey: Survey,
  { waves, words, language }: Saying & { readonly waves: readonly string[] },
): readonly string[] {
  if (waves.length <= 1) return [];
  const parts = survey.questions.flatMap((question) => {
    const alike = wavesAlike(question, survey, { waves });
    const isWhole = alike.length === waves.length || alike.length === 0;
    return isWhole
      ? []
      : [
          `${question.short[language]}${words.parenOpen}${textOfWaves(survey, alike)[language]}${words.parenClose}`,
        ];
  });
  return parts.length > 0 ? [words.view.notPooled(parts.join(words.listSeparator))] : [];
}

function ignoredText({ kind, name, values }: Ignored, words: Words): string {
  const { ignored } = words.view;
  const list = values.join(`”${words.listSeparator}“`);
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

/** How many respondents a view holds of its waves; of fewer than the minimum only that they are. */
export function baseText({ report, language, views }: ReportView, shown: Shown, words: Words): string {
  if (shown.kind !== "page") return "";
  const { respondents, waves, waveTitle: title } = shown.page;
  const { survey } = report;
  const held = report.waves.filter(({ layout }) => waves.includes(layout.wave));
  const all = sum(held, ({ layout }) => layout.rows);
  const number = (count: number) => formatNumber(count, language);
  const minimum = Math.max(survey.base.minimum, views.get().minimum ?? 0);
  if (held.length === 0 || respondents === 0) return words.view.respondentsNone(title);
  if (respondents < minimum) return words.view.respondentsFew(number(minimum), title);
  return words.view.respondents(number(respondents), number(all), title);
}

function sum<One>(ones: readonly One[], of: (one: One) => number): number {
  return ones.reduce((total, one) => total + of(one), 0);
}
