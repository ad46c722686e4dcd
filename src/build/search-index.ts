import { pinyin } from "pinyin-pro";
import { linksOf } from "../panels/links.ts";
import { indexSubjects } from "../panels/subject.ts";
import { branchEvents } from "../survey/branch-events.ts";
import type { Branch } from "../survey/branches.ts";
import { closedOn } from "../survey/network.ts";
import type { BranchRow, Others, PageRow, SearchIndex } from "../survey/search-index.ts";
import { dimensionOf } from "../survey/survey.ts";
import { type Language, languages, type Text } from "../survey/text.ts";
import { wordsIn } from "../words/words.ts";
import { tabsOf } from "./navigation.ts";
import type { SurveySite } from "./site.ts";

type Searched = Pick<SurveySite, "survey" | "tree" | "branches" | "former">;

/** What the search of a survey's pages reads: found by the names of both languages, shown in the page's. */
export function searchIndexOf(site: SurveySite, language: Language, base: string): SearchIndex {
  const { survey } = site;
  const { root, below } = addressesOf(base, language, survey.id);
  return {
    survey: survey.title[language],
    root,
    levels: survey.hierarchy.map((id) => dimensionOf(survey, id).title[language]),
    pages: pagesOf(site, base).map(({ name, href }) => pageRow(name, href[language], { language, below })),
    factors: indexSubjects(survey).map(({ name, id }) =>
      pageRow(name, linksOf(base, language, survey.id).factor(id), { language, below }),
    ),
    questions: survey.questions.map(({ id, short, text }) =>
      pageRow(short, linksOf(base, language, survey.id).question(id), {
        language,
        below,
        more: languages.map((one) => text[one]),
      }),
    ),
    branches: branchRows(site, language),
  };
}

function addressesOf(base: string, language: Language, survey: string) {
  const root = linksOf(base, language, survey).overview();
  return { root, below: (href: string) => href.slice(root.length) };
}

/** Every page of a report that is none of a question or branch, by its names and addresses; and the tabs. */
function pagesOf(site: SurveySite, base: string): readonly { readonly name: Text; readonly href: Text }[] {
  const { survey } = site;
  const inBoth = <Value>(of: (language: Language) => Value) => ({ en: of("en"), zh: of("zh") });
  const tabs = inBoth((language) =>
    tabsOf(site, language, base).flatMap((tab) => (tab.pages.length > 0 ? tab.pages : [tab])),
  );
  const waves = survey.waves.toReversed().map(({ id, title }, back) => ({
    name: inBoth((language) => wordsIn(language).navigation.pages.overviewOf(title[language])),
    href: inBoth((language) => linksOf(base, language, survey.id).overview(back === 0 ? undefined : id)),
  }));
  const [, ...rest] = tabs.en.map((tab, at) => ({
    name: { en: tab.label, zh: tabs.zh[at]?.label ?? tab.label },
    href: { en: tab.href, zh: tabs.zh[at]?.href ?? tab.href },
  }));
  return [...waves, ...rest];
}

interface RowOptions {
  readonly language: Language;
  readonly below: (href: string) => string;
  readonly more?: readonly string[];
}

function pageRow(name: Text, href: string, { language, below, more = [] }: RowOptions): PageRow {
  return [name[language], othersOf(name, language, more), below(href)];
}

/** Branches level by level, so that each stands after the one that it is under. */
export function branchRows({ survey, branches, former }: Searched, language: Language): readonly BranchRow[] {
  const ordered = branches.toSorted((a, b) => a.level - b.level);
  const places = new Map(ordered.map(({ path }, place) => [JSON.stringify(path), place]));
  return ordered.map((branch): BranchRow => {
    const { label, slugs, path, level } = branch;
    const parent = places.get(JSON.stringify(path.slice(0, -1))) ?? -1;
    const closed = survey.network && closedOn(survey.network, level, path.at(-1) ?? "") !== undefined;
    const names = formerNames({ survey, former }, branch, language);
    const row = [label[language], othersOf(label, language), slugs.at(-1) ?? "", parent] as const;
    if (names.length > 0) return [...row, closed ? 1 : 0, names];
    return closed ? [...row, 1] : row;
  });
}

/** What a branch was called before, and the names of those that went into it, as they differ from its own. */
function formerNames(
  { survey, former }: Pick<Searched, "survey" | "former">,
  branch: Branch,
  language: Language,
): readonly string[] {
  const events = survey.network ? branchEvents(survey.network, branch.path) : [];
  const names = [
    ...events.flatMap((event) =>
      event.kind === "renamed" || event.kind === "joined" || event.kind === "recoded" ? event.name : [],
    ),
    ...former.flatMap(({ now, label }) => (now === branch ? label : [])),
  ];
  const known = new Set(languages.map((one) => branch.label[one]));
  const own = names.flatMap((name) => [name[language], ...languages.map((one) => name[one])]);
  return [...new Set(own)].filter((name) => !known.has(name));
}

function othersOf(name: Text, language: Language, more: readonly string[] = []): Others {
  const other = name[language === "en" ? "zh" : "en"];
  const extra = [...new Set(more)].filter((text) => text !== name[language] && text !== other);
  return [other === name[language] ? "" : other, pinyinOf(name.zh), ...extra];
}

/** Pinyin without tones, ü as v, syllables and words apart; empty where there is nothing Chinese. */
export function pinyinOf(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return "";
  return pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive", v: true })
    .join(" ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
