import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../survey/problem.ts";
import { hashOf, productFingerprint } from "./fingerprint.ts";
import { type OnWait, withLock } from "./lock.ts";
import { type PrepareSurveyOptions, prepareSurvey } from "./prepare-survey.ts";
import type { Prepared, PreparedSurvey } from "./prepared.ts";
import { surveyFolder } from "./survey-folder.ts";

export interface PrepareOptions extends Pick<PrepareSurveyOptions, "onWave" | "onTable" | "scope"> {
  /** What a site of a scope says of everybody outside it, as MANYI_SCOPE_REST says it; absent: nothing. */
  readonly scopeRest?: string | undefined;
  /** Folder that holds a folder for each survey, or one survey itself. */
  readonly data: string;
  /** The project's folder. */
  readonly root: string;
  /** Folder for stored waves; by default one for each data folder under the project's .cache. */
  readonly cache?: string;
  /** Told when another process works with the same stored waves, which this one waits for. */
  readonly onWait?: OnWait;
}

/** Surveys ready for pages, or, with any problem that stops, only the problems. */
export interface Preparation {
  readonly prepared?: Prepared;
  readonly problems: readonly Problem[];
}

/** The folder of stored waves. */
export function storeFolderOf({ data, root, cache, scope }: PrepareOptions): string {
  const everybody = cache ?? join(root, ".cache", hashOf(data).slice(0, 12), "waves");
  // Sites of different audiences do not forget each other's waves.
  return scope === undefined ? everybody : join(everybody, `scope-${hashOf(scope).slice(0, 12)}`);
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
  const { data, root, onWave, onTable, scope, scopeRest } = options;
  if (scopeRest !== undefined && (scope === undefined || scopeRest !== "averages"))
    return { problems: [badRest(scopeRest, scope)] };
  const cache = storeFolderOf(options);
  await mkdir(cache, { recursive: true });
  const product = await productFingerprint(root);
  const folders = await surveyFolders(data);
  if (folders.length === 0) return { problems: [noSurvey(data)] };
  const surveys: PreparedSurvey[] = [];
  const problems: Problem[] = [];
  for (const folder of folders) {
    const outcome = await prepareSurvey(surveyFolder(folder, data), {
      cache,
      product,
      scope,
      averages: scopeRest !== undefined,
      onWave,
      onTable,
    });
    problems.push(...outcome.problems);
    if (outcome.prepared) surveys.push(outcome.prepared);
  }
  if (scope !== undefined && surveys.length === 0 && problems.every(({ severity }) => severity !== "stop"))
    problems.push({ ...noSurvey(data), message: "No survey has the dimensions that MANYI_SCOPE names" });
  problems.push(...repeatedIds(surveys));
  if (problems.some((problem) => problem.severity === "stop")) return { problems };
  return { prepared: { surveys, storeFolder: cache }, problems };
}

function badRest(value: string, scope: string | undefined): Problem {
  const [message, mend] =
    scope === undefined
      ? [
          "MANYI_SCOPE_REST speaks of everybody outside MANYI_SCOPE, which is not set",
          "Set MANYI_SCOPE, or unset MANYI_SCOPE_REST.",
        ]
      : [
          "MANYI_SCOPE_REST is none of its values",
          "Set it to averages, or unset it: then the site says nothing of others.",
        ];
  return {
    severity: "stop",
    file: "MANYI_SCOPE_REST",
    value,
    message,
    expected: "averages, beside MANYI_SCOPE",
    mend,
  };
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
