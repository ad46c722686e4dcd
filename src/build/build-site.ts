import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { performance } from "node:perf_hooks";
import { writeHostFiles } from "../publish/hosting/host-files.ts";
import { writeOfflineWorker } from "../publish/hosting/offline.ts";
import { writeMarker } from "../publish/marker.ts";
import { writeSitemap } from "../publish/sitemap.ts";
import { swapIn } from "../publish/swap.ts";
import type { Problem } from "../survey/problem.ts";
import { draftOf, sweepDrafts } from "./drafts.ts";
import { hashOf } from "./fingerprint.ts";
import { forgetOthers } from "./forget.ts";
import { withLock } from "./lock.ts";
import { refusalOf, resolveOut } from "./out-folder.ts";
import { type PrepareOptions, storeFolderOf } from "./prepare.ts";
import { prepareForPages } from "./prepared-file.ts";
import { runAstro } from "./run-astro.ts";
import { frameAncestors, keepsOffline } from "./settings.ts";

export interface BuildOutcome {
  readonly problems: readonly Problem[];
  /** Why no pages came of sound data. */
  readonly fault?: string;
  readonly built?: {
    readonly pages: number;
    readonly files: number;
    readonly bytes: number;
    readonly seconds: number;
    /** Files that some hosts refuse, with their bytes. */
    readonly large: readonly LargeFile[];
  };
}

type BuildOptions = PrepareOptions & { readonly out: string };

/** Prepares the surveys, builds the site aside, and swaps it in only when it is whole. */
export async function buildSite({ out, ...options }: BuildOptions): Promise<BuildOutcome> {
  const start = performance.now();
  const { root, data, onWait } = options;
  const final = await resolveOut(out, root);
  const refused = await refusalOf(final, { root, data, cache: storeFolderOf(options) });
  if (refused) return { problems: [refused] };
  const { prepared, problems, file } = await prepareForPages(options);
  if (!prepared || !file) return { problems };
  try {
    const place = join(root, ".cache", `site-${hashOf(final).slice(0, 12)}`);
    let size: Size = { pages: 0, files: 0, bytes: 0, large: [] };
    const use = async (draft: string) => {
      // Another build may put its own in the place of this one at once.
      size = await measure(draft);
      await swapIn(draft, final);
    };
    const surveys = prepared.surveys.flatMap(({ survey, published }) =>
      published.length > 0 || !keepsOffline() ? [survey.id] : [],
    );
    const fault = await buildAside(file, { place, root, use, surveys, onWait });
    if (fault !== undefined) return { problems, fault };
    await forgetOthers(prepared, { onWait });
    return { problems, built: { ...size, seconds: (performance.now() - start) / 1000 } };
  } finally {
    await rm(file, { force: true });
  }
}

interface AsideOptions extends Pick<PrepareOptions, "root" | "onWait"> {
  /** Path that stands for the site: drafts and the lock are named after it. */
  readonly place: string;
  /** What is done with the finished draft, by one build of this site at a time. */
  readonly use: (draft: string) => Promise<void>;
  /** Ids of the surveys that publish rows; where readers' browsers shall keep nothing, of all. */
  readonly surveys: readonly string[];
}

/**
 * Builds pages into a folder of this build's own and hands it over when it is whole. Inside the project, because for
 * a folder outside it Astro keeps parts of all builds in one place. @returns what went wrong, if anything did.
 */
async function buildAside(
  file: string,
  { place, root, use, surveys, onWait }: AsideOptions,
): Promise<string | undefined> {
  await mkdir(join(root, ".cache"), { recursive: true });
  await sweepDrafts(join(root, ".cache"));
  const draft = draftOf(place);
  try {
    const code = await runAstro(["build"], root, { MANYI_PREPARED: file, MANYI_OUT: draft });
    if (code !== 0) return `Astro could not build the pages (exit code ${code}); what it said stands above.`;
    await writeSitemap(draft);
    await writeHostFiles(draft, {
      base: process.env["BASE_PATH"] || "/",
      surveys,
      keeps: keepsOffline(),
      frames: frameAncestors(),
    });
    await writeMarker(draft);
    await writeOfflineWorker(draft, keepsOffline());
    await withLock(`${place}.lock`, () => use(draft), { onWait });
    return undefined;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

interface LargeFile {
  readonly name: string;
  readonly bytes: number;
}

type Size = Omit<NonNullable<BuildOutcome["built"]>, "seconds">;

/** Cloudflare Pages, for one, takes no file that is larger. */
const largestFile = 25 * 2 ** 20;

async function measure(folder: string): Promise<Size> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const files = await Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { name: relative(folder, path), bytes: (await stat(path)).size };
    }),
  );
  return {
    pages: files.filter(({ name }) => name.endsWith(".html")).length,
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    large: files.filter(({ bytes }) => bytes > largestFile),
  };
}
