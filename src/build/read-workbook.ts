import { Worker } from "node:worker_threads";
import { type RowSource, SourceError } from "../intake/sources/source.ts";
import { suggestion } from "../survey/nearest.ts";
import type { WorkbookAnswer, WorkbookTask } from "./workbook-worker.ts";

const mostMemoryMb = 2048;
const longestSeconds = 300;

/**
 * Reads a workbook in a thread of its own, with an end to its memory and its time: a broken one can lead the library
 * to ask for more than there is, or to go on for ever, and must not take the build with it.
 *
 * @throws SourceError for a workbook that can't be read
 */
export async function readWorkbook(task: WorkbookTask): Promise<RowSource> {
  const answer = await askWorker(task);
  if ("problem" in answer) {
    const { problem, names = [] } = answer;
    const mend = "Correct the wave's `sheet`, or leave it out to read the first.";
    throw new SourceError(
      names.length === 0 ? problem : { ...problem, mend: suggestion(task.sheet ?? "", names, mend) },
    );
  }
  const { rows, ...facts } = answer;
  return { ...facts, readRows: async ({ onRows }) => onRows(rows) };
}

function askWorker(task: WorkbookTask): Promise<WorkbookAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./workbook-worker.ts", import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
      // The library complains of broken records on the console; the problem says what is to be done.
      stdout: true,
      stderr: true,
    });
    const bell = setTimeout(() => reject(unreadable()), longestSeconds * 1000);
    const end = (finish: () => void) => {
      clearTimeout(bell);
      finish();
      void worker.terminate();
    };
    worker.once("message", (answer: WorkbookAnswer) => end(() => resolve(answer)));
    worker.once("error", (error: Error & { readonly code?: string }) =>
      end(() => reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? unreadable(error) : error)),
    );
    worker.once("exit", () => end(() => reject(unreadable())));
  });
}

function unreadable(cause?: unknown): SourceError {
  return new SourceError(
    {
      message: `The workbook needs more than ${mostMemoryMb} MB of memory or ${longestSeconds} seconds to read`,
      expected: "a whole workbook with one table on the sheet",
      mend: "Open it in a spreadsheet program and save the sheet as CSV.",
    },
    cause,
  );
}
