import { JSDOM } from "jsdom";
import { branchPaths } from "../../src/build/respondents.ts";
import type { AskPairs } from "../../src/counts/pairs/request.ts";
import { printedTables } from "../../src/counts/printed-tables.ts";
import { remembering } from "../../src/counts/remembering.ts";
import type { Ask } from "../../src/counts/request.ts";
import { askSources } from "../../src/counts/sources.ts";
import type { ReportContext } from "../../src/panels/context.ts";
import { type AnyPanel, renderPanels } from "../../src/panels/page.ts";
import { allBranches, branchTree } from "../../src/survey/branches.ts";
import type { StratumCount } from "../../src/survey/stratum.ts";
import { type Survey, waveIds } from "../../src/survey/survey.ts";
import type { Language } from "../../src/survey/text.ts";
import type { WaveTable } from "../../src/survey/wave-table.ts";
import { branchSlice, everybody } from "../../src/views/slice.ts";
import { wordsIn } from "../../src/words/words.ts";
import { askPairRows, askRows, type Offered, type Row } from "../counts/ask-rows.ts";

const { document } = new JSDOM("").window;

export interface PageOptions {
  readonly wave?: string;
  readonly language?: Language;
  /** Option ids of a branch, from the widest level down. */
  readonly path?: readonly string[];
  readonly weightedWaves?: ReadonlySet<string>;
  readonly offered?: Offered;
  readonly items?: ReportContext["items"];
  readonly strata?: readonly StratumCount[];
  /** Waves of which only printed tables survive. */
  readonly tables?: readonly WaveTable[];
}

export interface Page {
  readonly html: string;
  readonly title: string | undefined;
  /** The page's elements that a selector finds. */
  readonly all: (selector: string) => readonly Element[];
  /** Their texts. */
  readonly texts: (selector: string) => readonly string[];
}

/** Renders panels over rows, counted one by one. */
export async function renderPage(
  panels: readonly AnyPanel[],
  survey: Survey,
  rows: readonly Row[],
  options: PageOptions = {},
): Promise<Page> {
  // As in a build, equal requests are counted once, and what is made of their counts is made once.
  const asks = {
    ask: remembering(askOf(survey, rows, options)),
    askPairs: rememberingPairs(askPairRows(rows)),
  };
  const { html, title } = await renderPanels(panels, contextOf(survey, rows, options), asks);
  const page = new JSDOM(html.join("\n")).window.document;
  const all = (selector: string) => [...page.querySelectorAll(selector)];
  const texts = (selector: string) => all(selector).map(({ textContent }) => textContent.trim());
  return { html: html.join("\n"), title, all, texts };
}

function rememberingPairs(askPairs: AskPairs): AskPairs {
  const memory = new Map<string, ReturnType<AskPairs>>();
  return (request) => {
    const key = JSON.stringify(request);
    const answer = memory.get(key) ?? askPairs(request);
    memory.set(key, answer);
    return answer;
  };
}

function askOf(survey: Survey, rows: readonly Row[], { offered, tables = [] }: PageOptions): Ask {
  const counted = askRows(survey, rows, offered ? { offered } : {});
  const printed = printedTables(survey, tables);
  const waves = waveIds(survey).filter((wave) => !printed.waves.includes(wave));
  return tables.length === 0 ? counted : askSources([{ waves, ask: counted }, printed]);
}

export function contextOf(
  survey: Survey,
  rows: readonly Row[],
  {
    wave = "w2",
    language = "en",
    path = [],
    weightedWaves = new Set(),
    tables = [],
    items = {},
    strata = [],
  }: PageOptions,
): ReportContext {
  const places = rows.map((row) => survey.hierarchy.map((level) => row.places[level] ?? null));
  const printed = tables.flatMap((table) => branchPaths(table, survey.hierarchy));
  const tree = branchTree(survey, [...places, ...printed]);
  const ancestors = allBranches(tree).filter(({ path: own }) => own.every((id, level) => path[level] === id));
  const branch = path.length > 0 ? ancestors.at(-1) : undefined;
  return {
    survey,
    wave,
    slice: branch ? branchSlice(survey.hierarchy, path) : everybody,
    ...(branch ? { branch } : {}),
    ancestors: branch ? ancestors : [],
    tree,
    weightedWaves,
    responses: {},
    strata,
    items,
    language,
    words: wordsIn(language),
    links: {
      overview: (of = "") => `/${of}`,
      question: (id) => `/q/${id}`,
      factor: (id) => `/f/${id}`,
      branches: "/b",
      branch: ({ slugs }) => `/b/${slugs.join("/")}`,
      best: "/best",
      luck: "/luck",
      data: "/data",
      publicData: "/public",
      changes: "/changes",
      weights: "/weights",
      why: (of = "") => `/why/${of}`,
      methods: "/methods",
      whichScore: "/which-score",
    },
    document,
  };
}

/** Rows of a wave that answer one question: how many gave each value. */
export function answering(
  wave: string,
  question: string,
  counts: Readonly<Record<string, number>>,
  places: Row["places"] = {},
): readonly Row[] {
  return Object.entries(counts).flatMap(([value, n]) =>
    Array.from({ length: n }, () => ({ wave, places, answers: { [question]: Number(value) } })),
  );
}
