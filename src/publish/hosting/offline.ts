import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { pipeline } from "node:stream/promises";

/** Where the worker stands, beside the first page: it may answer for everything below. */
export const offlineWorkerName = "offline.js";

/** The worker as it is written, and the line that stands for what a build tells it. */
const sources = {
  keep: new URL("../../browser/offline/offline-worker.js", import.meta.url),
  forget: new URL("../../browser/offline/forget-worker.js", import.meta.url),
};
const versionLine = /^const version = .*$/m;

/**
 * Writes the service worker of a finished site. It bears a hash of all other files, so that readers' browsers learn of
 * any change. @param keeps whether readers' browsers may keep what was opened; where not, they forget what they kept
 */
export async function writeOfflineWorker(folder: string, keeps: boolean): Promise<void> {
  const source = await readFile(keeps ? sources.keep : sources.forget, "utf-8");
  const version = await hashOfFiles(folder);
  const text = source.replace(versionLine, `const version = "${version}";`);
  await writeFile(join(folder, offlineWorkerName), text);
}

async function hashOfFiles(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  const whole = createHash("sha256");
  for (const name of names.filter((one) => one !== offlineWorkerName).sort()) {
    const own = createHash("sha256");
    await pipeline(createReadStream(join(folder, name)), own);
    whole.update(`${name}\0${own.digest("hex")}\n`);
  }
  return whole.digest("hex").slice(0, 16);
}
