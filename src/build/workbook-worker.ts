import { parentPort, workerData } from "node:worker_threads";
import type { Row } from "../intake/responses/table.ts";
import { type RowSource, SourceError } from "../intake/sources/source.ts";
import { workbookSource } from "../intake/sources/workbook-source.ts";

/** What a worker makes of a workbook: its rows, or the problem to say. */
export type WorkbookAnswer =
  | (Pick<RowSource, "encoding" | "sheet" | "sheets"> & { readonly rows: readonly Row[] })
  | { readonly problem: SourceError["problem"]; readonly names?: readonly string[] };

export interface WorkbookTask {
  readonly bytes: Uint8Array;
  readonly sheet?: string;
}

/** Reads the workbook that this thread was started with. */
async function answer({ bytes, sheet }: WorkbookTask): Promise<WorkbookAnswer> {
  let names: readonly string[] = [];
  const suggest = (_: string, found: readonly string[]) => {
    names = found;
    return "";
  };
  try {
    const source = await workbookSource(bytes, { suggest, ...(sheet === undefined ? {} : { sheet }) });
    const rows: Row[] = [];
    await source.readRows({ onRows: (batch) => rows.push(...batch), onFault: () => undefined });
    return {
      encoding: source.encoding,
      rows,
      ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
      ...(source.sheets === undefined ? {} : { sheets: source.sheets }),
    };
  } catch (error) {
    if (error instanceof SourceError) return { problem: error.problem, names };
    throw error;
  }
}

parentPort?.postMessage(await answer(workerData as WorkbookTask));
