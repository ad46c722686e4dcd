import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { PublishedReport } from "../../../src/panels/report.ts";
import { type NodeStore, openNodeStore } from "../../../src/store/node.ts";
import { siteFolder } from "../browser.ts";

/** What the built site publishes of a survey, opened in Node: its description and its rows. */
export async function publishedStore(survey: string): Promise<{
  readonly report: PublishedReport;
  readonly node: NodeStore;
  readonly close: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), "manyi-published-"));
  const report = JSON.parse(
    await readFile(join(siteFolder, survey, "report.json"), "utf-8"),
  ) as PublishedReport;
  const stores = await Promise.all(
    report.waves.map(async ({ file, layout }, at) => {
      const path = join(folder, `${at}.duckdb`);
      await writeFile(path, gunzipSync(await readFile(join(siteFolder, file))));
      return { path, layout };
    }),
  );
  const node = await openNodeStore(report.survey, stores);
  return {
    report,
    node,
    close: async () => {
      node.close();
      await rm(folder, { recursive: true });
    },
  };
}
