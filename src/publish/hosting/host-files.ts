import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { languages } from "../../survey/text.ts";
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
  /** Ids of the surveys that publish rows; where nothing shall be kept, of all. */
  readonly surveys: readonly string[];
  /** False where readers' browsers shall keep neither pages nor data. */
  readonly keeps?: boolean;
  /** Who may show pages in a frame, as `frame-ancestors` says it; absent: whoever wants. A meta tag can't say it. */
  readonly frames?: string | undefined;
}

/**
 * `_headers` as Netlify and Cloudflare Pages read it: a path, and below it the headers of what it matches. Rules add up,
 * so none names a header twice.
 */
export function headersFile({ base, surveys, keeps = true, frames }: HostFilesOptions): string {
  const root = `/${base}/`.replaceAll(/\/+/g, "/");
  const folders = surveys.map(encodeURIComponent);
  const forever = ["_astro", "engine", ...(keeps ? folders.map((folder) => `${folder}/store`) : [])];
  const never = keeps ? [] : [...languages, ...folders];
  const policy =
    frames === undefined ? {} : { "Content-Security-Policy": `${contentPolicy}; frame-ancestors ${frames}` };
  const rules = [
    { path: `${root}*`, headers: { ...siteHeaders, ...policy } },
    ...forever.map((folder) => ({ path: `${root}${folder}/*`, headers: { "Cache-Control": foreverHeader } })),
    ...never.map((folder) => ({ path: `${root}${folder}/*`, headers: { "Cache-Control": "no-store" } })),
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
