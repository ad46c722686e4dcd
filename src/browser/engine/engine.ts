import { columnAsks } from "../../counts/columns/asks.ts";
import { columnsStatement, readColumns, type WaveColumns } from "../../counts/columns/wave-columns.ts";
import { remembering } from "../../counts/remembering.ts";
import type { WaveLayout } from "../../counts/sql.ts";
import type { PublishedReport, ReportWave } from "../../panels/report.ts";
import { type Asks, asksOf, type BrowserDatabase, isOutOfMemory, openDatabase } from "../../store/browser.ts";
import { asEngineError, EngineError } from "./fault.ts";
import { filesFrom, type Progress } from "./files.ts";
import { type Turn, turnQueue } from "./queue.ts";

export interface EngineOptions {
  readonly report: PublishedReport;
  /** Address of the site's root, with a slash at its end. */
  readonly root: string;
  readonly onProgress?: (progress: Progress) => void;
}

/** Counts in the reader's browser. Nothing is fetched before the first question. */
export interface Engine {
  /**
   * The ways to ask for one view; whatever earlier views still wait for is dropped. They throw an EngineError, and
   * nothing else. What a view needs is tried for once: where it can't be had, all its questions fail; another view tries
   * anew.
   */
  readonly view: () => Asks;
  readonly close: () => void;
}

interface Open {
  readonly database: BrowserDatabase;
  readonly layouts: Map<string, WaveLayout>;
  /** The same waves as columns in memory, in which they are counted. */
  readonly columns: Map<string, WaveColumns>;
  readonly counted: ReturnType<typeof columnAsks>;
}

/** A view's place in the queue, and why what it needs could not be had. */
interface ViewTurn {
  readonly turn: Turn;
  readonly tried: { fault?: EngineError };
}

/** @throws EngineError unsupported, where the browser can't run it or the report has nothing to count */
export function createEngine({ report, root, onProgress }: EngineOptions): Engine {
  if (!report.engine || !isSupported()) throw new EngineError({ kind: "unsupported" });
  const { worker, module } = report.engine;
  const files = filesFrom(root, { keeps: report.keeps !== false, onProgress });
  const queue = turnQueue();
  let opening: Promise<Open> | undefined;
  let current: Open | undefined;
  const close = () => {
    opening?.then(
      ({ database }) => database.close(),
      () => {},
    );
    [opening, current] = [undefined, undefined];
  };
  const start = async (): Promise<Open> => {
    const [script, code] = await Promise.all([worker, module].map((part) => files.fetch(part)));
    if (!script || !code) throw new EngineError({ kind: "unsupported" });
    const database = await openDatabase({
      worker: new Blob([script], { type: "text/javascript" }),
      module: new Blob([code], { type: "application/wasm" }),
    });
    await files.keepOnly([worker, module, ...report.waves], ["engine/", `${report.survey.id}/store/`]);
    const columns = new Map<string, WaveColumns>();
    current = { database, layouts: new Map(), columns, counted: columnAsks(report.survey, columns) };
    return current;
  };
  const opened = () => {
    opening ??= start().catch((error) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const attach = async ({ database, layouts, columns }: Open, wave: ReportWave) => {
    const name = `wave${layouts.size}`;
    const content = await files.fetch(wave);
    try {
      await database.attach(content, name);
    } catch (error) {
      if (isOutOfMemory(error) || database.isBroken()) throw error;
      // What was kept must not stand in the way for ever.
      await files.forget(wave);
      throw new EngineError({ kind: "damaged", file: wave.file }, error);
    }
    const layout = { ...wave.layout, relation: `${name}.answers` };
    const given = await database.run(columnsStatement(report.survey, layout));
    columns.set(wave.layout.wave, readColumns(report.survey, wave.layout, given.columns()));
    layouts.set(wave.layout.wave, layout);
  };
  /** Runs with the waves that a question names, and says what went wrong as a fault. */
  const during = <Answer>(
    { turn, tried }: ViewTurn,
    waves: readonly string[],
    work: (asks: Asks) => Promise<Answer>,
  ) =>
    turn.run(async () => {
      if (tried.fault) throw tried.fault;
      let [open, isReady]: [Open | undefined, boolean] = [undefined, false];
      try {
        const missing = report.waves.filter(
          ({ layout: { wave } }) => waves.includes(wave) && !current?.layouts.has(wave),
        );
        // On a slow way rows must not wait until the engine is here, nor for each other.
        files.ahead([...(opening ? [] : [worker, module]), ...missing]);
        open = await opened();
        for (const wave of missing) await attach(open, wave);
        isReady = true;
        await breath();
        const { ask, askPairs } = open.counted;
        const { askLinear } = asksOf(report.survey, open.layouts, open.database.run);
        return await work({ ask, askPairs, askLinear });
      } catch (error) {
        const isFull = isOutOfMemory(error);
        // Only the end of its worker gives memory back; the next question starts another.
        const isOver = isFull || open?.database.isBroken() === true;
        if (isOver) close();
        const found = isFull ? new EngineError({ kind: "memory" }, error) : asEngineError(error);
        if (isOver || !isReady) tried.fault = found;
        throw found;
      }
    });
  const view = (): Asks => {
    files.again();
    const turn: ViewTurn = { turn: queue.open(), tried: {} };
    return {
      ask: remembering((request) => during(turn, request.waves, ({ ask }) => ask(request))),
      askPairs: (request) => during(turn, request.waves, ({ askPairs }) => askPairs(request)),
      askLinear: (request) => during(turn, request.waves, ({ askLinear }) => askLinear(request)),
    };
  };
  return { view, close };
}

/** So many milliseconds are counted on end before the page may answer its reader. */
const onEnd = 24;
let since = 0;

/** Lets the page answer its reader, where it was kept from it for a while. */
async function breath(): Promise<void> {
  if (performance.now() - since < onEnd) return;
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  port1.close();
  since = performance.now();
}

function isSupported(): boolean {
  return (
    typeof WebAssembly === "object" &&
    typeof Worker === "function" &&
    typeof DecompressionStream === "function"
  );
}
