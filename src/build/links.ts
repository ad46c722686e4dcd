import { homeLink, withSlash } from "../panels/links.ts";
import type { Language } from "../survey/text.ts";

/** Addresses of the open results, which have no language. */
export function resultLinks(
  base: string,
  survey: string,
): { readonly estimates: string; readonly manifest: string } {
  const root = `${withSlash(base)}${encodeURIComponent(survey)}/`;
  return { estimates: `${root}estimates.csv`, manifest: `${root}manifest.json` };
}

/** The address of what a browser needs to make a survey's pages anew. */
export function reportLink(base: string, survey: string): string {
  return `${withSlash(base)}${encodeURIComponent(survey)}/report.json`;
}

/** Name of the picture that stands for a wave's overview where it is shared, without its ending. */
export function pictureName(language: Language, wave: string): string {
  return `${language}-${wave}`;
}

/** The address of that picture. */
export function pictureLink(
  base: string,
  survey: string,
  { language, wave }: { readonly language: Language; readonly wave: string },
): string {
  const name = encodeURIComponent(pictureName(language, wave));
  return `${withSlash(base)}${encodeURIComponent(survey)}/share/${name}.png`;
}

/** The address of a survey's feed of waves in a language. */
export function feedLink(base: string, language: Language, survey: string): string {
  return `${homeLink(base, language)}${encodeURIComponent(survey)}/feed.xml`;
}
