import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { draftOf } from "./drafts.ts";
import { sha256Of } from "./fingerprint.ts";
import { pack } from "./pack.ts";

/** A part of the engine as it is published. */
export interface EngineFile {
  /** Its name, with version and hash: what has the name never changes. */
  readonly name: string;
  /** Bytes as published, compressed. */
  readonly bytes: number;
  /** Bytes of what comes out. */
  readonly inflated: number;
}

export interface EngineFiles {
  /** Where they stand until they are published. */
  readonly folder: string;
  readonly worker: EngineFile;
  readonly module: EngineFile;
}

const library = "@duckdb/duckdb-wasm";
/** Part → its file in the library, and how it is called here. */
const parts = {
  worker: { source: "duckdb-browser-eh.worker.js", name: "duckdb-worker" },
  module: { source: "duckdb-eh.wasm", name: "duckdb-eh" },
} as const;

/**
 * The browser's engine, compressed, because some hosts refuse files over 25 MiB and some compress nothing; under an
 * ending that no host takes for what it is, because some say that a `.gz` is compressed and some do not. Kept between
 * builds: to compress it takes seconds.
 */
export async function engineFiles(root: string): Promise<EngineFiles> {
  const folder = join(root, ".cache", "engine");
  await mkdir(folder, { recursive: true });
  const require = createRequire(join(root, "package.json"));
  const dist = (file: string) => require.resolve(`${library}/dist/${file}`);
  const { version } = JSON.parse(
    await readFile(join(dist(parts.module.source), "..", "..", "package.json"), "utf-8"),
  ) as {
    version: string;
  };
  const [worker, module] = await Promise.all(
    [parts.worker, parts.module].map(({ source, name }) =>
      compressed(dist(source), `${name}-${version}`, folder),
    ),
  );
  if (!worker || !module) throw new Error("the engine has two parts");
  return { folder, worker, module };
}

async function compressed(source: string, name: string, folder: string): Promise<EngineFile> {
  const content = await readFile(source);
  const note = join(folder, `${name}-${sha256Of(content).slice(0, 16)}.json`);
  const known = await noted(note, folder);
  if (known) return known;
  const small = await pack(content);
  const file: EngineFile = {
    name: `${name}-${sha256Of(small).slice(0, 8)}.bin`,
    bytes: small.byteLength,
    inflated: content.byteLength,
  };
  await writeWhole(join(folder, file.name), small);
  await writeWhole(note, JSON.stringify(file));
  return file;
}

async function noted(note: string, folder: string): Promise<EngineFile | undefined> {
  try {
    const file = JSON.parse(await readFile(note, "utf-8")) as EngineFile;
    const content = await readFile(join(folder, file.name));
    return file.name.endsWith(`-${sha256Of(content).slice(0, 8)}.bin`) ? file : undefined;
  } catch {
    // Not compressed yet, or not whole.
    return undefined;
  }
}

async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const draft = draftOf(path);
  await writeFile(draft, content);
  await rename(draft, path);
}
