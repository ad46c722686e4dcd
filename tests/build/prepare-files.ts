import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Preparation, prepare } from "../../src/build/prepare.ts";
import type { Prepared, PreparedSurvey } from "../../src/build/prepared.ts";
import { projectRoot } from "../../src/build/settings.ts";
import { type NodeStore, openNodeStore } from "../../src/store/node.ts";

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface PreparedFiles extends Preparation {
  /** Folder of the stored waves. */
  readonly cache: string;
  /** Takes files and stores away. */
  remove(): Promise<void>;
}

/** Writes one survey's files into a folder of its own and prepares it with a cache of its own. */
export async function prepareFiles(files: Files): Promise<PreparedFiles> {
  const folder = await mkdtemp(join(tmpdir(), "manyi-test-"));
  const data = join(folder, "data");
  const cache = join(folder, "cache");
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(data, name)), { recursive: true });
    await writeFile(join(data, name), content);
  }
  const outcome = await prepare({ data, root: projectRoot, cache });
  return { ...outcome, cache, remove: () => rm(folder, { recursive: true }) };
}

/** The one survey that was prepared; what stood in its way is shown where nothing was. */
export function onlySurvey({ prepared, problems }: Preparation): PreparedSurvey {
  const survey = prepared?.surveys[0];
  if (!survey) throw new Error(`nothing was prepared: ${JSON.stringify(problems, null, 2)}`);
  return survey;
}

/** The stores of a prepared survey's waves, opened in Node. */
export function openPrepared(
  { storeFolder }: Prepared,
  { survey, waves }: PreparedSurvey,
): Promise<NodeStore> {
  return openNodeStore(
    survey,
    waves.map(({ name, layout }) => ({ path: join(storeFolder, name), layout })),
  );
}
