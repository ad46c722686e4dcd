import type { PublicFile } from "../panels/public-files.tsx";
import { estimateColumns } from "../publish/estimates.ts";
import { reportLink, resultLinks } from "./links.ts";
import { manifestOf } from "./manifest.ts";
import type { PublishedWave } from "./prepared.ts";
import { reportJson } from "./report-json.ts";
import { loadEngine, publishedStore, type SurveySite } from "./site.ts";

const known = new WeakMap<SurveySite, Promise<readonly Measured[]>>();

/** A file but for its address, which depends on where the site stands. */
type Measured = Omit<PublicFile, "href">;

/** What readers may download of a survey beside its pages, as it is published. */
export async function publicFilesOf(site: SurveySite, base: string): Promise<readonly PublicFile[]> {
  const files = known.get(site) ?? measured(site);
  known.set(site, files);
  const { estimates, manifest } = resultLinks(base, site.survey.id);
  const report = reportLink(base, site.survey.id);
  const addresses = { estimates, manifest, report };
  return (await files).map((file) => ({
    ...file,
    href: file.kind === "rows" ? new URL(file.name, `http://host${report}`).pathname : addresses[file.kind],
  }));
}

async function measured(site: SurveySite): Promise<readonly Measured[]> {
  const estimates = await site.estimates();
  const bytesOf = (text: string) => Buffer.byteLength(text);
  return [
    {
      kind: "estimates",
      name: "estimates.csv",
      bytes: estimates.byteLength,
      rows: linesOf(estimates) - 1,
      columns: estimateColumns,
    },
    { kind: "manifest", name: "manifest.json", bytes: bytesOf(await manifestOf(site)) },
    { kind: "report", name: "report.json", bytes: bytesOf(await reportJson(site, await loadEngine())) },
    ...(await Promise.all(site.prepared.published.map(rowsOf))).flat(),
  ];
}

/** The files of a wave's rows. Where there are several, the first tells of all, so that nothing counts twice. */
async function rowsOf(published: PublishedWave): Promise<readonly Measured[]> {
  const { wave, layout, withheld } = published;
  const { parts } = await publishedStore(published);
  const whole = { rows: layout.rows, columns: layout.columns, ...(withheld ? { withheld } : {}) };
  return parts.map(({ name, content }, at) => ({
    ...{ kind: "rows" as const, name: `store/${name}`, bytes: content.byteLength, wave },
    ...(at === 0 ? whole : {}),
  }));
}

function linesOf(text: Buffer): number {
  let lines = 0;
  for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, at + 1)) lines += 1;
  return lines;
}
