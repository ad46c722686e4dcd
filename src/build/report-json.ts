import { type PublishedReport, publishedItems } from "../panels/report.ts";
import type { EngineFile, EngineFiles } from "./engine-files.ts";
import type { SurveySite } from "./site.ts";

/** `/<survey>/report.json`: compact, and the same bytes for the same data. */
export function reportJson(site: SurveySite, engine: EngineFiles | undefined): string {
  return JSON.stringify(reportOf(site, engine));
}

export function reportOf(site: SurveySite, engine: EngineFiles | undefined): PublishedReport {
  const { survey, prepared, branches, weightedWaves, responses, facts } = site;
  const items = Object.fromEntries(facts.map(({ wave, quality }) => [wave, quality.items]));
  const published = prepared.published.length > 0;
  return {
    format: 1,
    dataVersion: prepared.dataVersion,
    survey,
    branches: branches.filter(({ children }) => children.length === 0).map(({ path }) => path),
    weightedWaves: [...weightedWaves],
    responses,
    items: publishedItems(items, survey),
    waves: prepared.published.map(({ name, store, layout, withheld }) => ({
      file: `${survey.id}/store/${name}`,
      ...store,
      layout,
      ...(withheld ? { withheld } : {}),
    })),
    ...(engine && published
      ? { engine: { worker: fileOf(engine.worker), module: fileOf(engine.module) } }
      : {}),
  };
}

function fileOf({ name, ...sizes }: EngineFile) {
  return { file: `engine/${name}`, ...sizes };
}
