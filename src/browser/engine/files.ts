import type { ReportFile } from "../../panels/report.ts";
import { type DownloadOptions, download, forget, inflated, joined, keep as keepFile } from "./download.ts";
import { faultOf } from "./fault.ts";
import { keptFiles } from "./kept.ts";

/** How far the files are that the engine needs now, in published bytes. */
export interface Progress {
  readonly bytes: number;
  readonly of: number;
}

export interface FilesOptions {
  /** False where the browser shall keep nothing beyond the visit. */
  readonly keeps: boolean;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** Fetches files of the site, of the right size, and tells the progress of all that are on their way together. */
export function filesFrom(root: string, { keeps, onProgress }: FilesOptions) {
  const here = new Map<string, { bytes: number; readonly of: number }>();
  const kept = keeps ? keptFiles(root) : Promise.resolve(undefined);
  const tell = () => {
    if (here.size === 0) return;
    const all = [...here.values()];
    const sum = (of: (file: { bytes: number; of: number }) => number) =>
      all.reduce((total, file) => total + of(file), 0);
    const progress = { bytes: sum(({ bytes }) => bytes), of: sum((file) => file.of) };
    onProgress?.(progress);
    // The next files start a progress of their own.
    if (progress.bytes === progress.of) here.clear();
  };
  const partsOf = ({ parts, ...whole }: ReportFile) => parts ?? [whole];
  const downloadOf = ({ file, bytes }: ReportFile) => ({ url: `${root}${file}`, bytes });
  /** Files on their way or here and not looked into, as they were published. */
  const coming = new Map<string, Promise<readonly Uint8Array<ArrayBuffer>[]>>();
  const asked = new Map<string, ReportFile>();
  /** Those of them that did not come. */
  const failed = new Set<string>();
  /** Addresses of which the browser may hold what it should not, under a host's word that it never changes. */
  const doubted = new Set<string>();
  /** Where one file is not what it should be, those that came with it may not be either. */
  const forgetAll = async (file: ReportFile) => {
    const others = [...coming.keys()].flatMap((name) => asked.get(name) ?? []);
    coming.clear();
    here.clear();
    for (const part of [file, ...others].flatMap(partsOf)) {
      doubted.add(downloadOf(part).url);
      await forget(downloadOf(part), await kept);
    }
  };
  const packed = async (file: ReportFile) => {
    const state = { bytes: 0, of: file.bytes };
    here.set(file.file, state);
    const contents: Uint8Array<ArrayBuffer>[] = [];
    let before = 0;
    const options: DownloadOptions = {
      kept: await kept,
      // The engine is the same for everybody; rows are answers.
      fleeting: !keeps && !file.file.startsWith("engine/"),
      onProgress: (bytes) => {
        state.bytes = before + bytes;
        tell();
      },
    };
    try {
      for (const part of partsOf(file)) {
        const wanted = downloadOf(part);
        contents.push(await download(wanted, { ...options, anew: doubted.has(wanted.url) }));
        before += part.bytes;
      }
      return contents;
    } catch (error) {
      failed.add(file.file);
      here.clear();
      throw error;
    }
  };
  const come = (file: ReportFile) => {
    const known = coming.get(file.file) ?? packed(file);
    asked.set(file.file, file);
    coming.set(file.file, known);
    return known;
  };
  return {
    /** Starts all of some files at once that are needed one after the other. What goes wrong `fetch` says. */
    ahead: (files: readonly ReportFile[]): void => {
      for (const file of files) come(file).catch(() => {});
    },
    /** Lets what did not come be tried for anew. */
    again: (): void => {
      for (const name of failed) coming.delete(name);
      failed.clear();
    },
    /** @throws EngineError network, damaged */
    fetch: async (file: ReportFile): Promise<Uint8Array<ArrayBuffer>> => {
      const contents = await come(file).catch((error: unknown) => {
        // What else is on its way may be lost as well: whoever tries again asks for all of it anew.
        coming.clear();
        throw error;
      });
      coming.delete(file.file);
      try {
        const inside = partsOf(file).map((part, at) =>
          inflated(contents[at] ?? new Uint8Array(), { file: part.file, bytes: part.inflated }),
        );
        const whole = joined(await Promise.all(inside));
        // Only what is what it should be is kept, or it would stand in the way of another try.
        for (const [at, part] of partsOf(file).entries())
          await keepFile(downloadOf(part), contents[at] ?? new Uint8Array(), await kept);
        return whole;
      } catch (error) {
        if (faultOf(error).kind === "damaged") await forgetAll(file);
        throw error;
      }
    },
    /** Takes a file out of what is kept, with all that came beside it and was not looked into. */
    forget: forgetAll,
    /** Takes away what earlier versions of the site kept under some folders. */
    keepOnly: async (current: readonly ReportFile[], folders: readonly string[]): Promise<void> => {
      const cache = await kept;
      const urls = new Set(
        current.flatMap(partsOf).map((part) => new URL(downloadOf(part).url, baseOf()).href),
      );
      const roots = folders.map((folder) => new URL(`${root}${folder}`, baseOf()).href);
      for (const { url } of (await cache?.keys()) ?? [])
        if (roots.some((start) => url.startsWith(start)) && !urls.has(url)) await cache?.delete(url);
    },
  };
}

const baseOf = () => globalThis.location.href;
