import { linksOf } from "../panels/links.ts";
import { rankedSubject } from "../panels/ranking.ts";
import { headlineSubject, indexSubject } from "../panels/subject.ts";
import type { Language } from "../survey/text.ts";
import { wordsIn } from "../words/words.ts";
import type { SurveySite } from "./site.ts";

/** The parts of a report, as its tabs have them. */
export type Section = "overview" | "why" | "factor" | "question" | "branch" | "data" | "methods";

/** A page that navigation leads to. */
export interface Destination {
  readonly href: string;
  readonly label: string;
}

/** A tab and, where it holds several pages, those. */
export interface Tab extends Destination {
  readonly id: Section;
  readonly pages: readonly Destination[];
}

/** The tabs of a survey's report, in order; a section without pages has none. */
export function tabsOf(site: SurveySite, language: Language, base: string): readonly Tab[] {
  const { survey, tree } = site;
  const words = wordsIn(language);
  const { navigation } = words;
  const links = linksOf(base, language, survey.id);
  const index = indexSubject(survey);
  const branchPages = [
    { href: links.branches, label: navigation.branchList },
    ...(rankedSubject(site)
      ? [
          { href: links.best, label: navigation.best },
          { href: links.luck, label: navigation.luck },
        ]
      : []),
  ];
  const dataPages = [
    { href: links.data, label: words.dataQuality },
    { href: links.publicData, label: words.publicData.kicker },
    { href: links.weights, label: navigation.weights },
    { href: links.changes, label: navigation.changes },
  ];
  const methodPages = [
    { href: links.methods, label: words.methods },
    { href: links.whichScore, label: words.which.link },
  ];
  const hasWhy = headlineSubject(survey) !== undefined && survey.waves.length > 1;
  return [
    { id: "overview", href: links.overview(), label: words.overview, pages: [] },
    ...(hasWhy ? [{ id: "why" as const, href: links.why(), label: navigation.why, pages: [] }] : []),
    ...(index
      ? [{ id: "factor" as const, href: links.factor(index.id), label: navigation.factors, pages: [] }]
      : []),
    { id: "question", href: `${links.overview()}#questions`, label: words.questions, pages: [] },
    ...(tree.length > 0
      ? [{ id: "branch" as const, href: links.branches, label: words.branches, pages: branchPages }]
      : []),
    { id: "data", href: links.data, label: words.dataQuality, pages: dataPages },
    { id: "methods", href: links.methods, label: words.methods, pages: methodPages },
  ];
}

/** A wave that a page can be changed to. */
export interface WaveChoice extends Destination {
  readonly id: string;
  readonly latest: boolean;
}

/**
 * The waves that the wave switch offers, latest first: of an overview other overviews, of a page that says why a
 * figure moved others such, which the first wave has none of; everywhere else overviews.
 */
export function wavesFor(
  { survey }: Pick<SurveySite, "survey">,
  {
    language,
    base,
    section,
  }: { readonly language: Language; readonly base: string; readonly section: Section },
): readonly WaveChoice[] {
  const links = linksOf(base, language, survey.id);
  const latest = survey.waves.at(-1)?.id;
  const offered = section === "why" ? survey.waves.slice(1) : survey.waves;
  const linkOf = section === "why" ? links.why : links.overview;
  return offered.toReversed().map(({ id, title }) => ({
    id,
    latest: id === latest,
    href: linkOf(id === latest ? undefined : id),
    label: title[language],
  }));
}
