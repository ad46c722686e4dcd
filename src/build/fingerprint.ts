import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { type Encoding, EncodingSniffer } from "../intake/responses/encoding.ts";

/** Bytes read at once. Cells of a chunk this small are gone before the garbage collector has to move them. */
export const fileChunk = 1 << 18;

export interface Fingerprint {
  readonly sha256: string;
  readonly encoding: Encoding;
}

/** A file's hash and encoding, in one pass. */
export async function fingerprint(path: string): Promise<Fingerprint> {
  const hash = createHash("sha256");
  const sniffer = new EncodingSniffer();
  for await (const bytes of createReadStream(path, { highWaterMark: fileChunk })) {
    hash.update(bytes as Buffer);
    sniffer.push(bytes as Buffer);
  }
  return { sha256: hash.digest("hex"), encoding: sniffer.end() };
}

/** Rooms whose code decides what a store holds: a change in them makes every cached wave stale. */
const storeRooms = ["codebook", "intake", "fitting", "measures", "stats", "store", "survey", "build"];

/** A hash of the code that reads and stores waves, and of the versions of the libraries that it uses. */
export async function productFingerprint(root: string): Promise<string> {
  const hash = createHash("sha256");
  for (const room of storeRooms) {
    const entries = await readdir(`${root}/src/${room}`, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`);
    for (const file of files.sort()) hash.update(await readFile(file));
  }
  const { dependencies } = JSON.parse(await readFile(`${root}/package.json`, "utf-8")) as {
    dependencies: Record<string, string>;
  };
  const libraries = ["@duckdb/node-api", "papaparse", "@e965/xlsx"];
  hash.update(JSON.stringify(libraries.map((name) => dependencies[name])));
  return hash.digest("hex");
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function hashOf(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
