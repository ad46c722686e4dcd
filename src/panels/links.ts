import type { Branch } from "../survey/branches.ts";
import type { Language } from "../survey/text.ts";
import type { Pool } from "../views/pools.ts";
import type { Links } from "./context.ts";

/** A base path with one slash at its end, whatever way it was given. */
export function withSlash(base: string): string {
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
    publicData: `${root}public/`,
    changes: `${root}changes/`,
    weights: `${root}weights/`,
    why: (wave) => (wave === undefined ? `${root}why/` : `${root}w/${encodeURIComponent(wave)}/why/`),
    methods: `${root}methods/`,
    whichScore: `${root}which-score/`,
  };
}

/**
 * The same where a view takes waves together: pages of several waves are those of the latest, in a view of them.
 * @param queryOf query of the view of some waves, without its question mark
 */
export function pooledLinks(
  links: Links,
  pools: readonly Pool[],
  queryOf: (waves: readonly [first: string, last: string]) => string,
): Links {
  const inView = (wave: string | undefined) => {
    const { waves = [] } = pools.find(({ id }) => id === wave) ?? {};
    const [first, last] = [waves[0], waves.at(-1)];
    return first === undefined || last === undefined || first === last
      ? undefined
      : `?${queryOf([first, last])}`;
  };
  const led = (link: (wave?: string) => string) => (wave?: string) => {
    const query = inView(wave);
    return query === undefined ? link(wave) : `${link()}${query}`;
  };
  return { ...links, overview: led(links.overview), why: led(links.why) };
}
