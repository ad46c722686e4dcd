import type { Links } from "../panels/context.ts";
import type { Branch } from "../survey/branches.ts";
import type { Language } from "../survey/text.ts";

/** A base path with one slash at its end, whatever way it was given. */
function withSlash(base: string): string {
  return base.endsWith("/") ? base : `${base}/`;
}

/** The address of a language's front page. */
export function homeLink(base: string, language: Language): string {
  return `${withSlash(base)}${language}/`;
}

/** Addresses of a survey's pages; each page has one. Parts of any script are escaped as URLs are. */
export function linksOf(base: string, language: Language, survey: string): Links {
  const root = `${homeLink(base, language)}${encodeURIComponent(survey)}/`;
  return {
    overview: (wave) => (wave === undefined ? root : `${root}w/${encodeURIComponent(wave)}/`),
    question: (id) => `${root}q/${encodeURIComponent(id)}/`,
    factor: (id) => `${root}f/${encodeURIComponent(id)}/`,
    branches: `${root}b/`,
    branch: (branch: Branch) => `${root}b/${branch.slugs.map(encodeURIComponent).join("/")}/`,
    best: `${root}best/`,
    luck: `${root}luck/`,
    data: `${root}data/`,
    changes: `${root}changes/`,
    weights: `${root}weights/`,
    why: (wave) => (wave === undefined ? `${root}why/` : `${root}w/${encodeURIComponent(wave)}/why/`),
    methods: `${root}methods/`,
  };
}

/** Addresses of the open results, which have no language. */
export function resultLinks(
  base: string,
  survey: string,
): { readonly estimates: string; readonly manifest: string } {
  const root = `${withSlash(base)}${encodeURIComponent(survey)}/`;
  return { estimates: `${root}estimates.csv`, manifest: `${root}manifest.json` };
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
