import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
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

export interface BuildOutcome {
  readonly problems: readonly Problem[];
  /** Why no pages came of sound data. */
  readonly fault?: string;
  readonly built?: {
    readonly pages: number;
    readonly files: number;
    readonly bytes: number;
    readonly seconds: number;
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
    let size = { pages: 0, files: 0, bytes: 0 };
    const use = async (draft: string) => {
      // Another build may put its own in the place of this one at once.
      size = await measure(draft);
      await swapIn(draft, final);
    };
    const fault = await buildAside(file, { place, root, use, onWait });
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
}

/**
 * Builds pages into a folder of this build's own and hands it over when it is whole. Inside the project, because for
 * a folder outside it Astro keeps parts of all builds in one place. @returns what went wrong, if anything did.
 */
async function buildAside(
  file: string,
  { place, root, use, onWait }: AsideOptions,
): Promise<string | undefined> {
  await mkdir(join(root, ".cache"), { recursive: true });
  await sweepDrafts(join(root, ".cache"));
  const draft = draftOf(place);
  try {
    const code = await runAstro(["build"], root, { MANYI_PREPARED: file, MANYI_OUT: draft });
    if (code !== 0) return `Astro could not build the pages (exit code ${code}); what it said stands above.`;
    await writeSitemap(draft);
    await writeMarker(draft);
    await withLock(`${place}.lock`, () => use(draft), { onWait });
    return undefined;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function measure(
  folder: string,
): Promise<{ readonly pages: number; readonly files: number; readonly bytes: number }> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const sizes = await Promise.all(entries.map((entry) => stat(join(entry.parentPath, entry.name))));
  return {
    pages: entries.filter(({ name }) => name.endsWith(".html")).length,
    files: entries.length,
    bytes: sizes.reduce((sum, { size }) => sum + size, 0),
  };
}
