import {
  branchOf,
  type Held,
  type Missing,
  missingOf,
  type Short,
  shortOf,
  slicesOnPage,
  viewedWaves,
} from "../../panels/missing.ts";
import type { PageAddress } from "../../panels/page-address.ts";
import { type PublishedReport, unknownDimensions } from "../../panels/report.ts";
import { sliceNames, sliceParts } from "../../panels/slice-text.ts";
import { versusText } from "../../panels/versus.ts";
import { isNarrow } from "../../panels/viewed.ts";
import { viewOnPage } from "../../panels/viewed-question.ts";
import { textOfWaves } from "../../panels/waves-title.ts";
import { type Branch, branchTree } from "../../survey/branches.ts";
import { dimensionOf, type Survey, waveIds } from "../../survey/survey.ts";
import type { Language } from "../../survey/text.ts";
import { versusWaves } from "../../views/pools.ts";
import { branchSlice, dimensionIn, type Slice } from "../../views/slice.ts";
import { minimumOf, type View } from "../../views/view.ts";
import { formatNumber } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import type { ReportView } from "./report-view.ts";
import type { Shown } from "./showing.ts";

/** A view that names a value of which too few are published, and the branch that it is, which has a page of its own. */
export interface ShortFault extends Short {
  readonly kind: "short";
  readonly waves: readonly string[];
}

/** Why a view, the group that it is set against, or its page's own branch can't be shown; undefined where they can. */
export function shortFault(
  report: PublishedReport,
  asked: View,
  address: PageAddress,
): ShortFault | undefined {
  const { survey } = report;
  const view = viewOnPage(survey, asked, address);
  const waves = viewedWaves(report, view, address);
  const { versus } = view;
  const compared = versusWaves(survey, view, address.wave) ?? [];
  const other = report.waves.filter(({ layout }) => compared.includes(layout.wave));
  const own = slicesOnPage(survey, view, address);
  const sides = [
    [waves, own],
    [other, own],
    ...(versus.kind === "slice" ? [[waves, versus.slice] as const] : []),
  ] as const;
  for (const [of, slice] of sides) {
    const short = of.length > 0 ? shortOf(survey, of, slice) : undefined;
    if (short) return { kind: "short", ...short, waves: of.map(({ layout }) => layout.wave) };
  }
  return undefined;
}

/** How many of whom are published, for a note. */
export function shortText(
  survey: Survey,
  { dimension, values, held, all, waves }: ShortFault,
  words: Words,
  language: Language,
): string {
  const number = (count: number) => formatNumber(count, language);
  const who =
    values.length > 0
      ? sliceNames(sliceParts(survey, { [dimension]: values }, language), words)
      : dimensionOf(survey, dimension).title[language];
  const wave = textOfWaves(survey, waves)[language];
  return words.view.missing.short({ who, held: number(held), all: number(all), wave });
}

/** What a view is set against, as the band and the foot of printed sheets say it; empty for the wave before. */
export function comparedText(survey: Survey, { versus }: View, words: Words, language: Language): string {
  if (versus.kind === "previous") return "";
  return words.view.missing.comparedWith(versusText(survey, versus, { words, language }));
}

/** Who is missing of a view, in the band's first line. */
export interface MissingText {
  /** In place of how many the view holds of everybody. */
  readonly instead?: string;
  /** Behind it. */
  readonly more?: string;
  /** The page of the branch that the view is of. */
  readonly page?: { readonly href: string; readonly text: string };
}

/** What the band says of those who are missing from the view of a page (M34). */
export function missingText(reportView: ReportView, shown: Shown, words: Words): MissingText {
  if (shown.kind !== "page") return {};
  const { report, language, views, address } = reportView;
  const { survey } = report;
  const view = viewOnPage(survey, views.get(), address);
  const { respondents } = shown.page;
  if (respondents < minimumOf(survey, view)) return {};
  const waves = viewedWaves(report, view, address);
  const number = (count: number) => formatNumber(count, language);
  const { missing: said } = words.view;
  const slice = slicesOnPage(survey, view, address);
  const titleOf = (id: string) => dimensionOf(survey, id).title[language];
  if (!isNarrow(slice)) {
    const counts = missingPlaces(report, waves).map(([id, count]) => ({
      title: titleOf(id),
      count: number(count),
    }));
    return counts.length > 0 ? { more: said.groups(counts) } : {};
  }
  const missing = missingOf(survey, waves, slice).filter(({ most }) => most > 0);
  const most = missing.reduce((sum, one) => sum + one.most, 0);
  const known = exactly(missing, slice, respondents);
  if (!known) {
    return most === 0
      ? {}
      : {
          more: said.atMost(
            number(most),
            missing.map(({ dimension }) => titleOf(dimension)),
          ),
        };
  }
  const who = sliceNames(sliceParts(survey, deepest(survey, slice), language), words);
  const ids = waves.map(({ layout }) => layout.wave);
  const page = ownPage(reportView, slice, ids);
  return {
    instead: said.of({
      ...{ held: number(known.held), all: number(known.all), missing: number(known.all - known.held), who },
      wave: textOfWaves(survey, ids)[language],
      title: titleOf(missing[0]?.dimension ?? ""),
    }),
    ...(page && isOnlyBranch(view, address)
      ? { page: { href: page.href, text: said.ownPage(number(known.all)) } }
      : {}),
  };
}

/** Places that are withheld by dimension, of those that can be counted by. */
function missingPlaces(
  report: PublishedReport,
  waves: ReturnType<typeof viewedWaves>,
): readonly (readonly [string, number])[] {
  const unknown = unknownDimensions(report);
  return report.survey.dimensions.flatMap(({ id }) => {
    const count = waves.reduce((sum, { withheld }) => sum + (withheld?.places[id] ?? 0), 0);
    return count > 0 && !unknown.has(id) ? [[id, count] as const] : [];
  });
}

/** How many a slice has in all, where what it says of one dimension is all that leaves anybody out. */
function exactly(missing: readonly Missing[], slice: Slice, respondents: number): Held | undefined {
  const [only, another] = missing;
  const isOut = Object.keys(slice).some((name) => dimensionIn(name).isOut);
  return !another && !isOut && only?.known?.held === respondents ? only.known : undefined;
}

/** A slice without the levels above the deepest that it names one branch of. */
function deepest({ hierarchy }: Survey, slice: Slice): Slice {
  const level = hierarchy.findLastIndex((id) => slice[id]?.length === 1);
  return Object.fromEntries(
    Object.entries(slice).filter(([name]) => {
      const at = hierarchy.indexOf(name);
      return at < 0 || at >= level;
    }),
  );
}

function isOnlyBranch({ versus, minimum, set, waves }: View, address: PageAddress | undefined): boolean {
  const isPlain = versus.kind === "previous" && minimum === undefined && !set && !waves;
  return isPlain && address?.kind !== "branch";
}

/** The page of the one branch that a slice is of, where the view is of the wave that branches' pages show. */
export function ownPage(
  { report, links }: Pick<ReportView, "report" | "links">,
  slice: Slice,
  waves: readonly string[],
): { readonly branch: Branch; readonly href: string } | undefined {
  const { survey } = report;
  const branch = branchOf(survey, branchTree(survey, report.branches), slice);
  const isLatest = waves.length === 1 && waves[0] === waveIds(survey).at(-1);
  return branch && isLatest ? { branch, href: links.branch(branch) } : undefined;
}

/** The page of a branch of which too little is published to filter by it. */
export function shortPage(
  reportView: Pick<ReportView, "report" | "links" | "language" | "address">,
  { dimension, values, waves }: ShortFault,
  words: Words,
): MissingText["page"] {
  const { address, report, language } = reportView;
  const { hierarchy } = report.survey;
  const path = address?.kind === "branch" ? address.path : [];
  const isOwn = path.length > 0 && values[0] === path[hierarchy.indexOf(dimension)];
  const slice = isOwn ? branchSlice(hierarchy, path) : { [dimension]: values };
  const page = ownPage(reportView, slice, waves);
  return page && !isOwn
    ? { href: page.href, text: words.view.missing.ownPageOf(page.branch.label[language]) }
    : undefined;
}
