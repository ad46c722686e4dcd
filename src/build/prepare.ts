import { readFileSync } from "node:fs";
import { mkdir, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Interpretation, interpretCodebook } from "../codebook/interpret.ts";
import { readVersions } from "../codebook/versions-file.ts";
import { DecodingError, undecodable } from "../intake/responses/decode.ts";
import { textOfBytes } from "../intake/responses/encoding.ts";
import { readStrata, type StratumCount } from "../intake/strata/read-strata.ts";
import { completeSurvey } from "../survey/complete.ts";
import type { Problem } from "../survey/problem.ts";
import { versionsFile } from "../survey/version-record.ts";
import { checkColumns } from "./check-columns.ts";
import { hashOf, productFingerprint } from "./fingerprint.ts";
import { type OnWait, withLock } from "./lock.ts";
import { prepareTable, type TableOutcome } from "./prepare-table.ts";
import { prepareWave, type WaveOutcome } from "./prepare-wave.ts";
import type { Prepared, PreparedSurvey, PreparedTable, PreparedWave } from "./prepared.ts";
import { publishedAsFound } from "./published-values.ts";

export interface PrepareOptions {
  /** Folder that holds a folder for each survey, or one survey itself. */
  readonly data: string;
  /** The project's folder. */
  readonly root: string;
  /** Folder for stored waves; by default one for each data folder under the project's .cache. */
  readonly cache?: string;
  readonly onWave?: (survey: string, wave: string, outcome: WaveOutcome) => void;
  readonly onTable?: (survey: string, wave: string, outcome: TableOutcome) => void;
  /** Told when another process works with the same stored waves, which this one waits for. */
  readonly onWait?: OnWait;
}

/** Surveys ready for pages, or, with any problem that stops, only the problems. */
export interface Preparation {
  readonly prepared?: Prepared;
  readonly problems: readonly Problem[];
}

/** The folder of stored waves. */
export function storeFolderOf({ data, root, cache }: PrepareOptions): string {
  return cache ?? join(root, ".cache", hashOf(data).slice(0, 12), "waves");
}

/** The lock under which one process at a time reads surveys into a folder of stored waves, or forgets some. */
export function lockOf(storeFolder: string): string {
  return join(storeFolder, "lock");
}

/** Reads, checks and stores all surveys of a data folder. Every problem of every survey comes back in one go. */
export async function prepare(options: PrepareOptions): Promise<Preparation> {
  const { onWait } = options;
  return withLock(lockOf(storeFolderOf(options)), () => readSurveys(options), { onWait });
}

/** What {@link prepare} does, for a caller who holds the lock. */
export async function readSurveys(options: PrepareOptions): Promise<Preparation> {
  const { data, root, onWave, onTable } = options;
  const cache = storeFolderOf(options);
  await mkdir(cache, { recursive: true });
  const product = await productFingerprint(root);
  const folders = await surveyFolders(data);
  if (folders.length === 0) return { problems: [noSurvey(data)] };
  const surveys: PreparedSurvey[] = [];
  const problems: Problem[] = [];
  for (const folder of folders) {
    const outcome = await prepareSurvey(folder, { data, cache, product, onWave, onTable });
    problems.push(...outcome.problems);
    if (outcome.prepared) surveys.push(outcome.prepared);
  }
  problems.push(...repeatedIds(surveys));
  if (problems.some((problem) => problem.severity === "stop")) return { problems };
  return { prepared: { surveys, storeFolder: cache }, problems };
}

interface SurveyOptions {
  readonly data: string;
  readonly cache: string;
  readonly product: string;
  readonly onWave: PrepareOptions["onWave"];
  readonly onTable: PrepareOptions["onTable"];
}

async function prepareSurvey(
  folder: string,
  { data, cache, product, onWave, onTable }: SurveyOptions,
): Promise<{ readonly prepared?: PreparedSurvey; readonly problems: readonly Problem[] }> {
  const name = (path: string) => join(folder === data ? "" : basename(folder), path);
  const codebook = name("survey.yaml");
  const unreadable: Problem[] = [];
  const readText = (path: string) => readIfThere(join(folder, path), name(path), unreadable);
  const text = readText("survey.yaml");
  if (text === undefined) return { problems: unreadable };
  const understood = interpretCodebook(text, { file: codebook, folder, readText });
  // Of a codebook with problems the rest is read all the same: everything wrong is to be listed in one go.
  const interpretation = understood.interpretation ?? understood.partial;
  const problems = understood.problems;
  if (!interpretation) return { problems: [...unreadable, ...problems] };
  const { survey, reading } = interpretation;
  const outcomes: WaveOutcome[] = [];
  for (const wave of reading.waves) {
    const outcome = await prepareWave(wave, {
      path: join(folder, wave.file),
      file: name(wave.file),
      cache,
      product,
    });
    onWave?.(survey.id, wave.wave, outcome);
    outcomes.push(outcome);
  }
  const pathOf = (file: string) => join(folder, file);
  const printed: TableOutcome[] = [];
  for (const wave of reading.tabulated) {
    const outcome = await prepareTable(wave, { survey, pathOf, nameOf: name });
    onTable?.(survey.id, wave.wave, outcome);
    printed.push(outcome);
  }
  const headers = reading.waves.map((wave, at) => ({
    reading: wave,
    file: name(wave.file),
    header: outcomes[at]?.header ?? [],
  }));
  // Cells held against half a codebook would look bad for want of the other half; files as a whole would not.
  const isTelling = ({ column }: Problem) => understood.interpretation !== undefined || column === undefined;
  const strata = strataOf(interpretation, codebook, name, readText);
  const recorded = readVersions(readText(versionsFile), { file: name(versionsFile), survey: survey.id });
  const all = [
    ...problems,
    ...unreadable,
    ...[...outcomes, ...printed].flatMap((outcome) => outcome.problems).filter(isTelling),
    ...checkColumns(codebook, headers),
    ...strata.problems,
    ...recorded.problems.filter(isTelling),
  ];
  const waves = outcomes.flatMap(({ wave }) => wave ?? []);
  if (waves.length < outcomes.length || all.some((problem) => problem.severity === "stop"))
    return { problems: all };
  const tables = printed.flatMap(({ table }) => table ?? []);
  const prepared = {
    ...assemble(interpretation, { waves, tables, strata: strata.strata, problems: all }),
    folder,
    versions: recorded.versions,
  };
  const found = publishedAsFound(interpretation.survey, prepared.survey, codebook);
  return { prepared, problems: [...all, ...found] };
}

function assemble(
  { survey }: Interpretation,
  {
    waves,
    tables,
    strata,
    problems,
  }: {
    readonly waves: readonly PreparedWave[];
    readonly tables: readonly PreparedTable[];
    readonly strata: readonly StratumCount[];
    readonly problems: readonly Problem[];
  },
): Omit<PreparedSurvey, "folder" | "versions"> {
  const dictionaries = waves.map((wave) => wave.layout.dictionaries);
  const complete = completeSurvey(survey, [...dictionaries, ...tables.map((table) => table.dictionaries)]);
  const names = waves.map((wave) => wave.name);
  const printed = tables.map(({ table }) => table);
  const dataVersion = hashOf(complete, names, dictionaries, strata, printed).slice(0, 12);
  return { survey: complete, waves, tables, strata, dataVersion, problems };
}

function strataOf(
  { survey, reading }: Interpretation,
  codebook: string,
  name: (path: string) => string,
  readText: (path: string) => string | undefined,
): { readonly strata: readonly StratumCount[]; readonly problems: readonly Problem[] } {
  if (reading.strata === undefined) return { strata: [], problems: [] };
  const text = readText(reading.strata);
  if (text !== undefined) {
    return readStrata(text, {
      file: name(reading.strata),
      waves: survey.waves.map((wave) => wave.id),
      dimensions: survey.dimensions,
    });
  }
  const problem: Problem = {
    severity: "stop",
    file: codebook,
    column: "strata",
    value: reading.strata,
    message: "The strata file can't be found or read",
    expected: "a CSV file at this path, relative to the codebook",
    mend: "Correct the path, or add the file.",
  };
  return { strata: [], problems: [problem] };
}

async function surveyFolders(data: string): Promise<readonly string[]> {
  if (await exists(join(data, "survey.yaml"))) return [data];
  const entries = await readdir(data, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(data, entry.name));
  const found = await Promise.all(
    folders.sort().map(async (folder) => ((await exists(join(folder, "survey.yaml"))) ? [folder] : [])),
  );
  return found.flat();
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** A small file's text, in the encoding that it is found to have; undefined, with a problem, where it has none. */
function readIfThere(path: string, file: string, problems: Problem[]): string | undefined {
  try {
    return textOfBytes(readFileSync(path));
  } catch (error) {
    if (error instanceof DecodingError) {
      problems.push({ severity: "stop", file, ...undecodable(error) });
      return undefined;
    }
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function repeatedIds(surveys: readonly PreparedSurvey[]): readonly Problem[] {
  const ids = surveys.map(({ survey }) => survey.id);
  return ids
    .filter((id, at) => ids.indexOf(id) !== at)
    .map((id) => ({
      severity: "stop",
      file: "survey.yaml",
      column: "id",
      value: id,
      message: "Two surveys have the same id",
      expected: "every survey an id of its own",
      mend: "Rename one of them.",
    }));
}

function noSurvey(data: string): Problem {
  return {
    severity: "stop",
    file: data,
    message: "There is no survey here",
    expected: "a folder for each survey with a survey.yaml in it",
    mend: "Put a survey.yaml beside the exports, or set MANYI_DATA to the folder that holds your surveys.",
  };
}
