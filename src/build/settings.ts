import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The project's folder: the nearest one above this file that holds package.json. */
export const projectRoot: string = findRoot(import.meta.dirname);

/** Where the surveys are: MANYI_DATA, else the project's own data folder. */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment["MANYI_DATA"];
  return named ? resolve(named) : join(projectRoot, "data");
}

/** Where the site goes: MANYI_OUT, else `dist`; relative to the project. */
export function outFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(projectRoot, environment["MANYI_OUT"] || "dist");
}

/** Where stored waves are kept, if MANYI_CACHE says. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment["MANYI_CACHE"];
  return named ? resolve(named) : undefined;
}

/** Whom a site is about, where that is not everybody: MANYI_SCOPE; and what it says of all others: MANYI_SCOPE_REST. */
export function siteScope(environment: NodeJS.ProcessEnv = process.env): {
  readonly scope: string | undefined;
  readonly scopeRest: string | undefined;
} {
  const said = (name: string) => environment[name]?.trim() || undefined;
  return { scope: said("MANYI_SCOPE"), scopeRest: said("MANYI_SCOPE_REST") };
}

/** Whether readers' browsers may keep what they opened, to show it without a network: MANYI_OFFLINE, by default yes. */
export function keepsOffline(environment: NodeJS.ProcessEnv = process.env): boolean {
  return environment["MANYI_OFFLINE"]?.trim().toLowerCase() !== "no";
}

/**
 * Who may show pages in a frame, as `frame-ancestors` of a content security policy says it: MANYI_FRAMES, such as
 * `self https://wiki.example.com`, or `none`; by default whoever wants.
 */
export function frameAncestors(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const said = environment["MANYI_FRAMES"]?.trim();
  if (!said) return undefined;
  return said
    .split(/[\s,;]+/)
    .map((one) => one.replace(/^'?(self|none)'?$/, "'$1'"))
    .join(" ");
}

/** The port to serve at: PORT, else 4321; undefined where PORT is none. */
export function portOf(environment: NodeJS.ProcessEnv = process.env): number | undefined {
  const port = Number(environment["PORT"] || 4321);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : undefined;
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`no package.json above ${folder}`);
  return findRoot(parent);
}
