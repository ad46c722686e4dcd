import { facetsOf } from "../panels/facets.ts";
import {
  type PublishedReport,
  publishedItems,
  type ReportWave,
  unknownDimensions,
} from "../panels/report.ts";
import { publishedStrata } from "../panels/scoring/sample-model.ts";
import { isTooFew } from "../panels/wave-facts.ts";
import type { EngineFile, EngineFiles } from "./engine-files.ts";
import type { PublishedWave } from "./prepared.ts";
import { publishedSizes, publishedTotals } from "./published-sizes.ts";
import { keepsOffline } from "./settings.ts";
import { publishedStore, publishedTable, type SurveySite } from "./site.ts";

/** `/<survey>/report.json`: compact, and the same bytes for the same data. */
export async function reportJson(site: SurveySite, engine: EngineFiles | undefined): Promise<string> {
  return JSON.stringify(await reportOf(site, engine));
}

export async function reportOf(site: SurveySite, engine: EngineFiles | undefined): Promise<PublishedReport> {
  const { survey, prepared, ask, branches, weightedWaves, responses, facts } = site;
  const told = facts.filter(({ quality }) => !isTooFew(quality, survey.base));
  const items = Object.fromEntries(told.map(({ wave, quality }) => [wave, quality.items]));
  const published = prepared.published.length > 0;
  return {
    format: 1,
    dataVersion: prepared.dataVersion,
    survey,
    branches: branches.filter(({ children }) => children.length === 0).map(({ path }) => path),
    weightedWaves: [...weightedWaves],
    responses,
    ...(prepared.strata.length > 0
      ? { strata: await publishedStrata({ survey, ask, strata: prepared.strata }) }
      : {}),
    items: publishedItems(items, survey),
    ...(prepared.outside ? { outside: prepared.outside.figures } : {}),
    waves: await Promise.all(prepared.published.map((wave) => waveOf(site, wave))),
    ...(keepsOffline() ? {} : { keeps: false as const }),
    ...(engine && published
      ? { engine: { worker: fileOf(engine.worker), module: fileOf(engine.module) } }
      : {}),
  };
}

async function waveOf({ survey, prepared, ask }: SurveySite, wave: PublishedWave): Promise<ReportWave> {
  const { name, parts, bytes, inflated } = await publishedStore(wave);
  const { layout, withheld } = wave;
  const unknown = unknownDimensions({ survey, waves: prepared.published });
  const facets = facetsOf(survey, unknown);
  const sizes = await publishedSizes(survey, wave, facets, publishedTable);
  const totals = await publishedTotals(survey, wave, facets, ask);
  const at = (file: string) => `${survey.id}/store/${file}`;
  const held = parts.map((part) => ({
    ...{ file: at(part.name), bytes: part.content.byteLength, inflated: part.inflated },
  }));
  const file = { file: at(name), bytes, inflated, ...(held.length > 1 ? { parts: held } : {}) };
  return { ...file, layout, ...(withheld ? { withheld } : {}), sizes, ...(totals ? { totals } : {}) };
}

function fileOf({ name, ...sizes }: EngineFile) {
  return { file: `engine/${name}`, ...sizes };
}
