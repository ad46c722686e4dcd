import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { contentPolicy } from "./content-policy.ts";

/** What hosts should send with every file. Who may frame the site is left to its owner: panels can be embedded. */
export const siteHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": contentPolicy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};

/** Of files whose names hold a hash of their content. */
export const foreverHeader = "public, max-age=31536000, immutable";

export interface HostFilesOptions {
  /** Path that the site is served under. */
  readonly base: string;
  /** Ids of the surveys that publish rows. */
  readonly surveys: readonly string[];
  /** Who may show pages in a frame, as `frame-ancestors` says it; absent: whoever wants. A meta tag can't say it. */
  readonly frames?: string | undefined;
}

/**
 * `_headers` as Netlify and Cloudflare Pages read it: a path, and below it the headers of what it matches. Rules add up,
 * so none names a header twice.
 */
export function headersFile({ base, surveys, frames }: HostFilesOptions): string {
  const root = `/${base}/`.replaceAll(/\/+/g, "/");
  const forever = ["_astro", "engine", ...surveys.map((survey) => `${encodeURIComponent(survey)}/store`)];
  const policy =
    frames === undefined ? {} : { "Content-Security-Policy": `${contentPolicy}; frame-ancestors ${frames}` };
  const rules = [
    { path: `${root}*`, headers: { ...siteHeaders, ...policy } },
    ...forever.map((folder) => ({ path: `${root}${folder}/*`, headers: { "Cache-Control": foreverHeader } })),
  ];
  return rules
    .map(({ path, headers }) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${path}\n${lines.join("")}`;
    })
    .join("");
}

/** Writes what hosts look for beside a finished site. */
export async function writeHostFiles(folder: string, options: HostFilesOptions): Promise<void> {
  await writeFile(join(folder, "_headers"), headersFile(options));
  // GitHub Pages leaves out folders that start with an underscore, unless it is told to publish everything.
  await writeFile(join(folder, ".nojekyll"), "");
}
