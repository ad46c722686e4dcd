/** What stands in the page of the engine's tests: the engine as the site's scripts have it, for the test to call. */
import { createEngine } from "../../../src/browser/engine/engine.ts";
import { EngineError } from "../../../src/browser/engine/fault.ts";
import type { Counts } from "../../../src/counts/request.ts";
import type { PublishedReport } from "../../../src/panels/report.ts";
import { reportContext } from "../../../src/panels/report.ts";
import { estimatesCsv } from "../../../src/publish/estimates.ts";
import type { Asks } from "../../../src/store/browser.ts";
import { inSlice } from "./in-slice.ts";
import { plain } from "./plain.ts";

type Requests = { readonly [Kind in keyof Asks]?: readonly Parameters<Asks[Kind]>[0][] };
type Engine = ReturnType<typeof createEngine>;

let engine: Engine | undefined;
let report: PublishedReport | undefined;
const progress: { bytes: number; of: number }[] = [];

/** Runs, and says what fault there was in place of throwing. */
async function told<Answer>(work: () => Promise<Answer>) {
  try {
    return { answer: await work() };
  } catch (error) {
    if (error instanceof EngineError) return { fault: error.fault };
    return { thrown: String(error) };
  }
}

async function askAll(asks: Asks, requests: Requests) {
  const [ask, askPairs, askLinear] = await Promise.all([
    Promise.all((requests.ask ?? []).map(asks.ask)),
    Promise.all((requests.askPairs ?? []).map(asks.askPairs)),
    Promise.all((requests.askLinear ?? []).map(asks.askLinear)),
  ]);
  return plain({ ask, askPairs, askLinear });
}

/** Answers are counted when they are looked at. */
function lookedThrough({ groups }: Counts): number {
  return groups.reduce((sum, { tallies }) => sum + [...tallies.values()].length, 0);
}

const harness = {
  open: (root: string, survey: string) =>
    told(async () => {
      report = (await (await fetch(`${root}${survey}/report.json`)).json()) as PublishedReport;
      engine = createEngine({ report, root, onProgress: (step) => progress.push(step) });
    }),
  progress: () => progress,
  close: () => engine?.close(),
  ask: (requests: Requests) => told(async () => engine && askAll(engine.view(), requests)),
  /** The fault of each question of one view, all asked at once; undefined where there is none. */
  faults: async (requests: readonly Parameters<Asks["ask"]>[0][]) => {
    const asks = engine?.view();
    const all = await Promise.all(
      requests.map((request) => told(async () => asks && (await asks.ask(request)))),
    );
    return all.map((one) => ("fault" in one ? one.fault : undefined));
  },
  /** Two views at once, the second opened when the first has asked. */
  supersede: (first: Requests, second: Requests) => {
    const asked = [first, second].map((requests) =>
      told(async () => engine && askAll(engine.view(), requests)),
    );
    return Promise.all(asked);
  },
  /** Everything that is published of a slice: every measure of every group. */
  estimates: (slice: Readonly<Record<string, readonly string[]>>, waves: readonly string[]) =>
    told(async () => {
      if (!engine || !report) return undefined;
      const { survey, weightedWaves, tree: whole, strata } = reportContext(report);
      // The widest branches are enough: further down it is the same again, hundreds of times.
      const tree = whole.map((branch) => ({ ...branch, children: [] }));
      const asks = inSlice(engine.view(), slice, waves);
      return (
        await Array.fromAsync(
          estimatesCsv({ survey, tree, weightedWaves, ...(strata ? { strata } : {}), ...asks }),
        )
      ).join("");
    }),
  /** Milliseconds that a view's requests took, one view after the other. */
  time: async (views: readonly Requests[]) => {
    const times: number[] = [];
    for (const requests of views) {
      const start = performance.now();
      const asks = engine?.view();
      if (asks)
        await Promise.all([
          ...(requests.ask ?? []).map((request) => asks.ask(request).then(lookedThrough)),
          ...(requests.askPairs ?? []).map(asks.askPairs),
          ...(requests.askLinear ?? []).map(asks.askLinear),
        ]);
      times.push(performance.now() - start);
    }
    return times;
  },
};

export type Harness = typeof harness;
Object.assign(globalThis, { harness });
