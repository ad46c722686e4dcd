import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import type { AskPairs } from "../counts/pairs/request.ts";
import type { Ask } from "../counts/request.ts";
import type { Comparison } from "../findings/compare-versions.ts";
import { responseOf } from "../intake/strata/read-strata.ts";
import type { ReportContext } from "../panels/context.ts";
import { linksOf } from "../panels/links.ts";
import { pageContext } from "../panels/page-context.ts";
import type { TableFacts, WaveFacts } from "../panels/wave-facts.ts";
import { isTooFew } from "../panels/wave-facts.ts";
import { estimatesCsv } from "../publish/estimates.ts";
import { readTable } from "../store/read-table.ts";
import type { StoreTable } from "../store/table.ts";
import { allBranches, type Branch } from "../survey/branches.ts";
import { type FormerBranch, formerBranches } from "../survey/former-branches.ts";
import type { Survey } from "../survey/survey.ts";
import type { Language } from "../survey/text.ts";
import { wordsIn } from "../words/words.ts";
import type { EngineFiles } from "./engine-files.ts";
import { openSurvey } from "./open-survey.ts";
import { type PackedStore, packedStore } from "./pack.ts";
import type { Prepared, PreparedSurvey, PreparedWave, PublishedWave } from "./prepared.ts";
import { respondentsIn, respondentsOf } from "./respondents.ts";
import { changesSince } from "./versions.ts";

/** A survey with everything that its pages are made from. */
export interface SurveySite {
  readonly survey: Survey;
  readonly prepared: PreparedSurvey;
  readonly ask: Ask;
  readonly askPairs: AskPairs;
  readonly tree: readonly Branch[];
  /** All branches, parents before children. */
  readonly branches: readonly Branch[];
  /** Addresses that branches had before they moved or were merged. */
  readonly former: readonly FormerBranch[];
  readonly facts: readonly WaveFacts[];
  readonly tableFacts: readonly TableFacts[];
  /** Respondents of all waves together; undefined where a printed table does not tell. */
  readonly respondents: number | undefined;
  readonly weightedWaves: ReadonlySet<string>;
  readonly responses: ReportContext["responses"];
  /** The open results as CSV in UTF-8, computed at the first call. */
  readonly estimates: () => Promise<Buffer<ArrayBuffer>>;
  /** What changed since the last recorded version, compared at the first call; undefined where none is recorded. */
  readonly changes: () => Promise<Comparison | undefined>;
}

let loading: Promise<readonly SurveySite[]> | undefined;
let engine: EngineFiles | undefined;
let chartDocument: Document | undefined;
let storeFolder = "";

/** The prepared surveys, opened once for all pages. MANYI_PREPARED names the file that the preparation wrote. */
export function loadSites(): Promise<readonly SurveySite[]> {
  loading ??= openSites();
  return loading;
}

/** @throws Error where there is no such survey: a page named it. */
export async function siteOf(id: string): Promise<SurveySite> {
  const site = (await loadSites()).find(({ survey }) => survey.id === id);
  if (!site) throw new Error(`there is no survey "${id}"`);
  return site;
}

/** A wave's rows as they are published. */
export function publishedStore(wave: PublishedWave): Promise<PackedStore> {
  return packedStore(storeFolder, wave);
}

/** Some columns of what is published of a wave. */
export function publishedTable(
  { name, layout }: PublishedWave,
  columns: readonly string[],
): Promise<StoreTable> {
  return readTable(join(storeFolder, name), columns, layout.rows);
}

/** The engine that counts in browsers; undefined where no survey publishes rows. */
export async function loadEngine(): Promise<EngineFiles | undefined> {
  await loadSites();
  return engine;
}

/** The bytes of a published file of the engine. */
export async function engineBytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(join(engine?.folder ?? "", name)));
}

async function openSites(): Promise<readonly SurveySite[]> {
  const path = process.env["MANYI_PREPARED"];
  if (!path)
    throw new Error(
      "MANYI_PREPARED is not set: build with `npm run build` or `npm run dev`, which read the surveys first",
    );
  const prepared = JSON.parse(await readFile(path, "utf-8")) as Prepared;
  storeFolder = prepared.storeFolder;
  engine = prepared.engine;
  return Promise.all(prepared.surveys.map(openSite));
}

async function openSite(prepared: PreparedSurvey): Promise<SurveySite> {
  const { survey, waves, tables } = prepared;
  const open = await openSurvey(prepared, storeFolder);
  const { ask, askPairs, tree, weightedWaves } = open;
  const branches = allBranches(tree);
  let estimates: Promise<Buffer<ArrayBuffer>> | undefined;
  let changes: Promise<Comparison | undefined> | undefined;
  return {
    survey,
    prepared,
    ask,
    askPairs,
    tree,
    branches,
    former: formerBranches(survey, branches),
    facts: waves.map(factsOf),
    tableFacts: tables.flatMap(({ wave, files }) =>
      files.map(({ file, sha256, quality }) => ({ wave, file, sourceSha256: sha256, quality })),
    ),
    respondents: respondentsOf(prepared),
    weightedWaves,
    estimates: () => {
      estimates ??= encoded(estimatesCsv(open));
      return estimates;
    },
    changes: () => {
      changes ??= changesSince(prepared, open);
      return changes;
    },
    responses: responsesOf(prepared),
  };
}

/** UTF-8, block by block: as one text a large file would take twice its size. */
async function encoded(blocks: AsyncIterable<string>): Promise<Buffer<ArrayBuffer>> {
  return Buffer.concat(await Array.fromAsync(blocks, (block) => Buffer.from(block)));
}

function factsOf({ wave, file, sourceSha256, quality, weighting }: PreparedWave): WaveFacts {
  return { wave, file, sourceSha256, quality, ...(weighting ? { weighting } : {}) };
}

/**
 * Questionnaires handed out and returned: from the strata file, else from the number invited and those who answered. Of a
 * wave in which too few came back nothing is told (M34).
 */
function responsesOf(prepared: PreparedSurvey): ReportContext["responses"] {
  return Object.fromEntries(
    prepared.survey.waves.flatMap(({ id, invited }) => {
      const returned = respondentsIn(prepared, id);
      const known =
        invited === undefined || returned === undefined ? undefined : { handedOut: invited, returned };
      const quality = prepared.waves.find(({ wave }) => wave === id)?.quality;
      const { base } = prepared.survey;
      if (quality && isTooFew(quality, base)) return [];
      const response = responseOf(prepared.strata, id) ?? known;
      const isTold = response && (response.returned === 0 || response.returned >= base.minimum);
      return isTold ? [[id, response]] : [];
    }),
  );
}

/** What panels need to know for one page. */
export function contextOf(
  site: SurveySite,
  {
    language,
    base,
    wave,
    branch,
  }: { readonly language: Language; readonly base: string; readonly wave?: string; readonly branch?: Branch },
): ReportContext {
  const { survey } = site;
  chartDocument ??= new JSDOM("").window.document;
  return pageContext(
    {
      ...site,
      strata: site.prepared.strata,
      ...(site.prepared.outside ? { outside: site.prepared.outside.figures } : {}),
      items: Object.fromEntries(
        site.facts
          .filter(({ quality }) => !isTooFew(quality, survey.base))
          .map((facts) => [facts.wave, facts.quality.items]),
      ),
    },
    { wave: wave ?? survey.waves.at(-1)?.id ?? "", ...(branch ? { path: branch.path } : {}) },
    {
      language,
      words: wordsIn(language),
      links: linksOf(base, language, survey.id),
      document: chartDocument,
    },
  );
}
