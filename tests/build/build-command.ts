/** Runs the build command as an analyst does, in folders of its own, and reads what it published. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { projectRoot } from "../../src/build/settings.ts";

export interface Workshop {
  readonly folder: string;
  /** Where surveys stand. */
  readonly data: string;
  /** Where the site is built. */
  readonly out: string;
  /** Writes a survey's files, over those that are there. */
  write(survey: string, files: Readonly<Record<string, string>>): Promise<void>;
  /** Runs the build; `environment` adds to what names the folders. */
  build(environment?: Readonly<Record<string, string>>): Promise<BuildRun>;
  /** Runs another command in the same folders. */
  run(command: "check" | "record", environment?: Readonly<Record<string, string>>): Promise<BuildRun>;
  remove(): Promise<void>;
}

export interface BuildRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Folders for data, stores and site, apart from the project's and from any other test's. */
export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), "manyi-build-"));
  const [data, out] = [join(folder, "data"), join(folder, "public", "site")];
  const places = { MANYI_DATA: data, MANYI_OUT: out, MANYI_CACHE: join(folder, "stores", "waves") };
  return {
    folder,
    data,
    out,
    write: async (survey, files) => {
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(join(data, survey, name)), { recursive: true });
        await writeFile(join(data, survey, name), content);
      }
    },
    build: (environment = {}) =>
      runCommand("build", { BASE_PATH: "/", SITE_URL: "", ...places, ...environment }),
    run: (command, environment = {}) => runCommand(command, { ...places, ...environment }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Builds, and throws what was said where that failed. */
export async function buildOrThrow(
  workshop: Workshop,
  environment?: Readonly<Record<string, string>>,
): Promise<BuildRun> {
  const run = await workshop.build(environment);
  if (run.code !== 0) throw new Error(`the build failed: ${run.stdout}\n${run.stderr}`);
  return run;
}

/** Every file under a folder, by its path with slashes. */
export async function filesUnder(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const named = paths.map((path) => relative(folder, path).replaceAll("\\", "/")).sort();
  return new Map(
    await Promise.all(named.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}

/** True where a file holds a text, in the encodings that programs keep text in. */
export function holdsText(content: Buffer, text: string): boolean {
  return content.includes(text, 0, "utf-8") || content.includes(text, 0, "utf-16le");
}

async function runCommand(command: string, environment: Readonly<Record<string, string>>): Promise<BuildRun> {
  // Vitest marks its workers as tests and in development mode; an analyst's shell does neither.
  const { NODE_ENV, VITEST, MODE, DEV, PROD, SSR, TEST, NODE_OPTIONS, ...shell } = process.env;
  const child = spawn(process.execPath, [join(projectRoot, "src", "cli", `${command}.ts`)], {
    cwd: projectRoot,
    env: { ...shell, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf-8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf-8").on("data", (text: string) => {
    stderr += text;
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout, stderr };
}
