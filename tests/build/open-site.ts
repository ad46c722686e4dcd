import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepare } from "../../src/build/prepare.ts";
import { projectRoot } from "../../src/build/settings.ts";
import { loadSites, type SurveySite } from "../../src/build/site.ts";

export interface OpenSite {
  readonly site: SurveySite;
  close(): Promise<void>;
}

/** Prepares the survey in a folder of the project as a build does, and opens it. Once in a process: sites are kept. */
export async function openSite(data: string): Promise<OpenSite> {
  const folder = await mkdtemp(join(tmpdir(), "manyi-test-"));
  const cache = join(folder, "cache");
  const { prepared } = await prepare({ data: join(projectRoot, data), root: projectRoot, cache });
  const file = join(folder, "prepared.json");
  await writeFile(file, JSON.stringify(prepared));
  process.env["MANYI_PREPARED"] = file;
  const [site] = await loadSites();
  if (!site) throw new Error(`nothing was prepared of ${data}`);
  return { site, close: () => rm(folder, { recursive: true }) };
}
