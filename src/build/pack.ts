import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { PublishedWave } from "./prepared.ts";

/** Compressed by gzip as small as it goes; the same bytes on all systems and at any time. */
export async function pack(content: Uint8Array): Promise<Buffer<ArrayBuffer>> {
  const small = await promisify(gzip)(content, { level: 9 });
  // No time stands in the header; the byte that names the system is made the same on all.
  small[9] = 255;
  return small as Buffer<ArrayBuffer>;
}

/** A wave's rows as they are published. */
export interface PackedStore {
  /** Of the wave and a hash of its rows, under an ending that no host takes for what it is. */
  readonly name: string;
  /** One of its own name, or where that would be too large several, one after the other. */
  readonly parts: readonly PackedPart[];
  /** Of all files together. */
  readonly bytes: number;
  readonly sha256: string;
  /** Bytes of the database file that comes out. */
  readonly inflated: number;
}

/** A file of its own, compressed by itself. */
export interface PackedPart {
  readonly name: string;
  readonly content: Buffer<ArrayBuffer>;
  readonly inflated: number;
}

/** Some hosts refuse files over 25 MiB; what can't be compressed grows a little. */
const largestPart = 24 * 2 ** 20;

const packed = new Map<string, Promise<PackedStore>>();

/** Packs a published wave's database file, once. */
export function packedStore(folder: string, { name }: Pick<PublishedWave, "name">): Promise<PackedStore> {
  const path = join(folder, name);
  const known = packed.get(path) ?? packStore(path, packedName(name));
  packed.set(path, known);
  return known;
}

/** The name under which a stored wave is published. */
export function packedName(name: string): string {
  return name.replace(/\.duckdb$/, ".bin");
}

async function packStore(path: string, name: string): Promise<PackedStore> {
  const whole = await readFile(path);
  const parts = await packedParts(name, whole);
  const hash = createHash("sha256");
  for (const { content } of parts) hash.update(content);
  return {
    ...{ name, parts },
    bytes: parts.reduce((sum, { content }) => sum + content.byteLength, 0),
    sha256: hash.digest("hex"),
    inflated: whole.byteLength,
  };
}

/**
 * Content compressed: as one file, or where that is larger than `most` bytes as several that are not, each of so many
 * bytes of the content and named after the whole.
 */
export async function packedParts(
  name: string,
  whole: Buffer<ArrayBuffer>,
  most: number = largestPart,
): Promise<readonly PackedPart[]> {
  const content = await pack(whole);
  if (content.byteLength <= most) return [{ name, content, inflated: whole.byteLength }];
  return Promise.all(
    Array.from({ length: Math.ceil(whole.byteLength / most) }, async (_, at) => {
      const part = whole.subarray(at * most, (at + 1) * most);
      const own = name.replace(/(?=\.bin$)/, `-${at + 1}`);
      return { name: own, content: await pack(part), inflated: part.byteLength };
    }),
  );
}
