import type { RenderedPage } from "../panels/page.ts";
import type { Branch } from "../survey/branches.ts";
import type { Language } from "../survey/text.ts";
import { wordsIn } from "../words/words.ts";
import { allWaves, sliceText } from "./sheet-foot.ts";
import type { SurveySite } from "./site.ts";

/** A page as far as its description goes; what its findings say in short stands first where there is such a thing. */
type Described = Pick<RenderedPage, "title" | "basis"> & { readonly summary?: string | undefined };

/** More is cut off where pages are listed and shared. */
const mostCharacters = 160;

/**
 * What a page says of itself where it is listed or shared: its findings in short, else its answer and what that rests on.
 */
export function describePage(
  { summary, title, basis }: Described,
  site: SurveySite,
  {
    language,
    branch,
    text,
    heads = false,
  }: {
    readonly language: Language;
    readonly branch?: Branch;
    readonly text?: string;
    /** True of a page whose findings are the overview's too: its text stands before them. */
    readonly heads?: boolean;
  },
): string {
  const words = wordsIn(language);
  if (summary) {
    const first = heads && text ? `${sentence(text, words.stop.trim())}${words.sentenceGap}` : "";
    return shortened(`${first}${summary}`, mostCharacters);
  }
  const rests = [
    site.survey.title[language],
    sliceText(site, language, branch),
    ...(basis ? [basis.base] : []),
  ].join(words.clauseSeparator);
  const parts = [title, text, rests].filter((part) => part !== undefined && part !== "");
  return shortened(
    parts.map((part) => sentence(part ?? "", words.stop.trim())).join(words.sentenceGap),
    mostCharacters,
  );
}

/** The same of a wave's overview. */
export function describeOverview(
  page: Described,
  site: SurveySite,
  { language, wave }: { readonly language: Language; readonly wave: string },
): string {
  const title = site.survey.waves.find(({ id }) => id === wave)?.title[language];
  return describePage(page, site, {
    language,
    ...(page.title === undefined && title ? { text: title } : {}),
  });
}

/** What heads the description of a page about a survey: its title and the page's wave, or all waves. */
export function headOf(site: SurveySite, language: Language, wave = allWaves(site, language)): string {
  return [site.survey.title[language], wave].join(wordsIn(language).clauseSeparator);
}

const separator = /[\s，、,;；:：]/u;
const lastWord = /[\s，、,;；:：][^\s，、,;；:：]*$/u;

/** A text of at most so many characters: whole sentences where enough of them fit, else as many words. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const kept = characters.slice(0, most - 1).join("");
  const sentences = /^.*(?:[。！？]|[.!?](?= ))/su.exec(kept)?.[0];
  if (sentences && [...sentences].length >= most / 2) return sentences;
  const isWhole = separator.test(characters[most - 1] ?? "");
  return `${isWhole ? kept : kept.replace(lastWord, "")}…`;
}

function sentence(text: string, stop: string): string {
  return /[.!?。！？…]$/u.test(text) ? text : `${text}${stop}`;
}
