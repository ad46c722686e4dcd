import { createHash } from "node:crypto";
import { isTooFew } from "../panels/wave-facts.ts";
import { manifestJson } from "../publish/manifest.ts";
import type { PreparedWave } from "./prepared.ts";
import { publishedStore, type SurveySite } from "./site.ts";
import { textsAnswered } from "./versions.ts";

/** The manifest of a survey's published files. */
export async function manifestOf(site: SurveySite): Promise<string> {
  const { survey, branches, former, prepared } = site;
  const ofWave = async ({ wave, name, store, layout, quality, sourceSha256 }: PreparedWave) => {
    const published = prepared.published.find((one) => one.wave === wave);
    const packed = published && (await publishedStore(published));
    return {
      wave,
      file: packed?.name ?? name,
      published: published !== undefined,
      ...(packed && packed.parts.length > 1 ? { parts: packed.parts.map((part) => part.name) } : {}),
      bytes: packed?.bytes ?? store.bytes,
      sha256: packed?.sha256 ?? store.sha256,
      ...(isTooFew(quality, survey.base) ? {} : { rows: layout.rows }),
      weighted: layout.weighted,
      sourceSha256,
      ...(published?.withheld ? { withheld: published.withheld } : {}),
      ...(published
        ? { columns: published.layout.columns, dictionaries: published.layout.dictionaries }
        : {}),
    };
  };
  const waves = await Promise.all(prepared.waves.map(ofWave));
  const tables = prepared.tables.map(({ wave, files, table }) => ({
    wave,
    tables: files.map(({ sha256, quality }) => ({ sourceSha256: sha256, rows: quality.used })),
    ...(table.respondents === undefined ? {} : { respondents: table.respondents }),
  }));
  const estimatesSha256 = createHash("sha256")
    .update(await site.estimates())
    .digest("hex");
  return manifestJson({
    survey,
    dataVersion: prepared.dataVersion,
    ...(prepared.scope === undefined ? {} : { scope: prepared.scope }),
    waves,
    tables,
    branches,
    former,
    estimatesSha256,
    answered: textsAnswered(prepared),
  });
}
