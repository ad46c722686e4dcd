import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { prepareForPages } from "../../../src/build/prepared-file.ts";
import { reportJson } from "../../../src/build/report-json.ts";
import { projectRoot } from "../../../src/build/settings.ts";
import { engineBytes, loadEngine, loadSites, publishedStore } from "../../../src/build/site.ts";

/** Writes what a survey publishes for the browser's engine, and nothing else: no pages. Once a process. */
export async function smallSite(
  files: Readonly<Record<string, string>>,
  /** Writes more files, too large to be held, into the survey's folder. */
  fill: (folder: string) => Promise<void> = async () => {},
) {
  const folder = await mkdtemp(join(tmpdir(), "manyi-small-"));
  const [data, site] = [join(folder, "data"), join(folder, "site")];
  const write = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  };
  for (const [name, content] of Object.entries(files)) await write(join(data, name), content);
  await fill(data);
  const { file, problems } = await prepareForPages({
    data,
    root: projectRoot,
    cache: join(folder, "stores"),
  });
  if (file === undefined) throw new Error(`nothing was prepared: ${JSON.stringify(problems)}`);
  process.env["MANYI_PREPARED"] = file;
  const engine = await loadEngine();
  const [survey] = await loadSites();
  if (!engine || !survey) throw new Error("the survey publishes nothing");
  for (const { name } of [engine.worker, engine.module])
    await write(join(site, "engine", name), await engineBytes(name));
  for (const wave of survey.prepared.published)
    for (const { name, content } of (await publishedStore(wave)).parts)
      await write(join(site, survey.survey.id, "store", name), content);
  await write(join(site, survey.survey.id, "report.json"), await reportJson(survey, engine));
  return { site, survey, remove: () => rm(folder, { recursive: true }) };
}
