import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { sha256Of } from "./fingerprint.ts";
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
  readonly content: Buffer<ArrayBuffer>;
  readonly bytes: number;
  readonly sha256: string;
  /** Bytes of the database file that comes out. */
  readonly inflated: number;
}

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
  const content = await pack(whole);
  return {
    ...{ name, content },
    bytes: content.byteLength,
    sha256: sha256Of(content),
    inflated: whole.byteLength,
  };
}
