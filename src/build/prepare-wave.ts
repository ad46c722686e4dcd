import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { placeAnswers } from "../intake/branches/place-answers.ts";
import type { WaveNetwork } from "../intake/branches/standing.ts";
import type { Population } from "../intake/population/read-population.ts";
import { type CodedColumn, type CodedWave, missingCode } from "../intake/responses/coded-wave.ts";
import { DecodingError, undecodable } from "../intake/responses/decode.ts";
import { readWave, stops } from "../intake/responses/read-wave.ts";
import { sortOpenOptions } from "../intake/responses/sort-options.ts";
import { inOrder, numbersInOrder, sortedOrder } from "../intake/responses/sort-rows.ts";
import { SourceError } from "../intake/sources/source.ts";
import { codeColumn, numberColumn, type StoreColumn, type StoreTable, tableHash } from "../store/table.ts";
import { writeStore } from "../store/write.ts";
import type { Problem } from "../survey/problem.ts";
import type { WaveReading } from "../survey/reading.ts";
import type { Scope } from "../survey/scope.ts";
import { draftOf } from "./drafts.ts";
import { type Fingerprint, fingerprint, hashOf } from "./fingerprint.ts";
import { placesIn, standsAsBefore } from "./known-places.ts";
import { openExport } from "./open-export.ts";
import type { PreparedWave } from "./prepared.ts";
import { onlyLines, rowsInScope, scopedWave } from "./scope/scoped-wave.ts";
import { type Weighed, weighWave } from "./weigh-wave.ts";

export interface PrepareWaveOptions {
  /** Path of the export. */
  readonly path: string;
  /** The export's name in messages. */
  readonly file: string;
  /** Folder for database files and what was found out about each wave. */
  readonly cache: string;
  /** Hash of the code that reads and stores. */
  readonly product: string;
  /** Where branches are followed through time: today's network and the wave's days. */
  readonly network?: WaveNetwork | undefined;
  /** Where the wave is weighted to a population: its people, on today's network. */
  readonly population?: Population | undefined;
  /** The survey's minimum base. */
  readonly minimum: number;
  /** Whom the site is about, where that is not everybody. */
  readonly scope?: Scope | undefined;
}

/** A wave, and whether its file had to be read: an unchanged one comes from the cache. */
export interface WaveOutcome {
  readonly wave?: PreparedWave;
  readonly problems: readonly Problem[];
  readonly header: readonly string[];
  readonly fresh: boolean;
}

/**
 * Reads one wave and writes its store, unless file, definition and product are those of an earlier run. A wave with
 * a problem that stops leaves no store behind.
 */
export async function prepareWave(reading: WaveReading, options: PrepareWaveOptions): Promise<WaveOutcome> {
  const { path, file, cache, product, network, population, minimum, scope } = options;
  if (!(await isFile(path))) return { problems: [missingFile(file)], header: [], fresh: true };
  const source = await fingerprint(path);
  const key = hashOf(reading, file, source.sha256, product, peopleOf(population), minimum, scope).slice(
    0,
    32,
  );
  const note = `${key}.json`;
  const known = await readNote<PreparedWave>(note, cache, (wave) => [wave]);
  if (known && standsAsBefore(known.places, network))
    return { wave: known, problems: known.problems, header: known.header, fresh: false };
  const found = await readExport(reading, path, file, source);
  if ("unreadable" in found) return { problems: [found.unreadable], header: [], fresh: true };
  const placed = network ? placeAnswers(found, { wave: network, reading, file }) : found;
  const weighed = weighWave(placed, { reading, population, minimum });
  const { coded } = weighed;
  const foreign = found.header.length > 0 && found.columns.length === 0;
  const problems = foreign ? [...coded.problems, noColumn(file, coded.header)] : coded.problems;
  if (stops(problems)) return { problems, header: coded.header, fresh: true };
  const places = network ? { places: placesIn(found, network) } : {};
  const cut = scope ? await withinScope(weighed, reading, source, { ...options, scope }) : weighed;
  const wave = { ...(await storeWave(cut, reading, source, options)), ...places, note };
  await writeNote(note, wave, cache);
  return { wave, problems, header: coded.header, fresh: true };
}

/** A wave as far as a scope holds it; what became of its rows is counted by reading these alone. */
async function withinScope(
  weighed: Weighed,
  reading: WaveReading,
  source: Fingerprint,
  { path, file, minimum, scope }: PrepareWaveOptions & { readonly scope: Scope },
): Promise<Weighed> {
  const { coded } = weighed;
  const options = { reading, scope, minimum };
  const lines = coded.lines ?? new Uint32Array();
  const kept = Uint32Array.from(rowsInScope(coded, scope), (row) => lines[row] ?? 0);
  const own = { ...reading, format: coded.quality.format };
  const rows = onlyLines(await openExport(path, reading, source), lines, kept);
  const { quality } = await readWave(rows, { reading: own, file });
  return scopedWave(weighed, quality, options);
}

/** What of a population decides about weights; on which lines of its file it stands does not. */
function peopleOf(population: Population | undefined) {
  return population?.cells.map(({ place, people }) => [place, people]);
}

/** Reads a wave's export from its file; a file that can't be opened as what it is comes back as the problem to say. */
export async function readExport(
  reading: WaveReading,
  path: string,
  file: string,
  fingerprint: Fingerprint,
): Promise<CodedWave | { readonly unreadable: Problem }> {
  try {
    const source = await openExport(path, reading, fingerprint);
    return sortOpenOptions(await readWave(source, { reading, file }), reading);
  } catch (error) {
    // Only sources throw for what stands in the file; anything else is a fault of the program.
    if (error instanceof SourceError) return { unreadable: { severity: "stop", file, ...error.problem } };
    if (error instanceof DecodingError)
      return { unreadable: { severity: "stop", file, ...undecodable(error) } };
    throw error;
  }
}

async function storeWave(
  { coded, weighting }: Weighed,
  reading: WaveReading,
  source: Fingerprint,
  { file, cache }: PrepareWaveOptions,
): Promise<Omit<PreparedWave, "note">> {
  const table = storeTable(coded, reading.hierarchy);
  const name = `${reading.wave}-${tableHash(table, coded.dictionaries)}.duckdb`;
  await mkdir(cache, { recursive: true });
  const store = await writeStore(table, join(cache, name));
  const { wave, rows, dictionaries, quality, problems, header } = coded;
  const columns = table.columns.map((column) => column.name);
  const layout = { wave, rows, weighted: coded.weights !== undefined, columns, dictionaries };
  return {
    wave,
    file,
    sourceSha256: source.sha256,
    quality,
    problems,
    header,
    layout,
    ...(weighting ? { weighting } : {}),
    name,
    store,
  };
}

/** Coded columns as the store holds them: rows sorted by the hierarchy, then by everything else, weights last. */
export function storeTable(
  coded: Pick<CodedWave, "columns" | "weights" | "rows">,
  hierarchy: readonly string[],
): StoreTable {
  const rank = ({ name }: CodedColumn) =>
    hierarchy.includes(name) ? hierarchy.indexOf(name) : hierarchy.length;
  const sorted = coded.columns.toSorted((a, b) => rank(a) - rank(b));
  const weights: readonly CodedColumn[] = coded.weights
    ? [{ name: "w", kind: "number", values: coded.weights }]
    : [];
  const order = sortedOrder([...sorted, ...weights], coded.rows);
  const columns = sorted.map((column): StoreColumn => {
    const moved = inOrder(column, order);
    return moved.kind === "code"
      ? codeColumn(moved.name, moved.values, missingCode)
      : numberColumn(moved.name, moved.values);
  });
  const weightColumns: readonly StoreColumn[] = coded.weights
    ? [{ name: "w", type: "DOUBLE", values: numbersInOrder(coded.weights, order) }]
    : [];
  return { rows: coded.rows, columns: [...columns, ...weightColumns] };
}

/** Notes what was found out, whole or not at all. */
export async function writeNote(name: string, found: object, cache: string): Promise<void> {
  const note = join(cache, name);
  const draft = draftOf(note);
  await writeFile(draft, JSON.stringify(found));
  await rename(draft, note);
}

/** What an earlier run noted, where the stores that it speaks of are still there and are, byte for byte, what they were. */
export async function readNote<Note>(
  name: string,
  cache: string,
  storesOf: (note: Note) => readonly Pick<PreparedWave, "name" | "store">[],
): Promise<Note | undefined> {
  try {
    const note = JSON.parse(await readFile(join(cache, name), "utf-8")) as Note;
    for (const { name: file, store } of storesOf(note)) {
      const content = await readFile(join(cache, file));
      if (createHash("sha256").update(content).digest("hex") !== store.sha256) return undefined;
    }
    return note;
  } catch {
    // No note, or a note without its store: the wave is read again.
    return undefined;
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function noColumn(file: string, header: readonly string[]): Problem {
  return {
    severity: "stop",
    file,
    line: 1,
    value: header.slice(0, 3).join(" | "),
    message: "The file has no column that the codebook names",
    expected: "a header row with the columns of this survey's questions",
    mend: "Name the right delimiter for the wave, take lines above the header out, or correct the wave's file.",
  };
}

function missingFile(file: string): Problem {
  return {
    severity: "stop",
    file,
    message: "The file can't be found",
    expected: "the wave's export at this path, relative to the codebook",
    mend: "Correct the wave's `file`, or add the export.",
  };
}
