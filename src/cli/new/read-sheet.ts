import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { fileChunk, fingerprint } from "../../build/fingerprint.ts";
import { openExport } from "../../build/open-export.ts";
import { isHardlyChinese, type Sheet, SheetReader } from "../../drafting/sheet.ts";
import type { DraftWords } from "../../drafting/words.ts";
import { findLayout } from "../../intake/exports/find-layout.ts";
import { headRows } from "../../intake/exports/layout.ts";
import { DecodingError, decode } from "../../intake/responses/decode.ts";
import type { Row } from "../../intake/responses/table.ts";
import { type RowSource, SourceError } from "../../intake/sources/source.ts";

/** An export as a sheet, or what is wrong with it. */
export type ReadSheet = { readonly sheet: Sheet } | { readonly problem: string };

/** Reads an export once, in little memory. @param file the name that it will have in the survey's folder. */
export async function readSheet(path: string, file: string, say: DraftWords): Promise<ReadSheet> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return { problem: say.noFile(path) };
  try {
    const encoding = await encodingOf(path);
    const read = async (named: Sheet["encoding"]) =>
      sheetOf(await openExport(path, named ? { encoding: named } : {}, encoding.found), file, named);
    const first = await read(encoding.named);
    const mistaken = first && encoding.found.encoding === "gb18030" && isHardlyChinese(first);
    const sheet = mistaken ? await read("windows-1252") : first;
    if (!sheet || sheet.columns.length === 0) return { problem: say.noColumns(path) };
    return sheet.rows - sheet.ragged === 0 ? { problem: say.noRows(path) } : { sheet };
  } catch (error) {
    if (error instanceof SourceError)
      return { problem: say.unreadable(basename(path), `${error.problem.message}. ${error.problem.mend}`) };
    if (error instanceof DecodingError) return { problem: say.unreadable(basename(path), error.message) };
    throw error;
  }
}

async function sheetOf(
  source: RowSource,
  file: string,
  encoding: Sheet["encoding"],
): Promise<Sheet | undefined> {
  const waiting: Row[] = [];
  let reader: SheetReader | undefined;
  const begin = () => {
    const { dictionary } = source;
    const layout = findLayout({
      rows: waiting.map(({ cells }) => cells),
      ...(dictionary ? { dictionary } : {}),
    });
    if (layout.status === "absent" || waiting.length === 0) return;
    reader = new SheetReader({ layout: layout.layout, ...(dictionary ? { dictionary } : {}) });
    reader.push(waiting.slice(layout.layout.headerRows));
  };
  await source.readRows({
    onRows: (rows) => {
      for (const row of rows) {
        if (reader) reader.push([row]);
        else if (waiting.push(row) === headRows) begin();
      }
    },
    onFault: () => undefined,
  });
  if (!reader) begin();
  return reader?.finish({ file, ...(encoding === undefined ? {} : { encoding }) });
}

/** Bytes that are of no encoding that can be found out are taken for windows-1252, of which nearly any bytes are. */
async function encodingOf(path: string) {
  const found = await fingerprint(path);
  if (/\.(xlsx?|z?sav)$/i.test(path)) return { found };
  try {
    for await (const _ of decode(createReadStream(path, { highWaterMark: fileChunk }), found.encoding));
    return { found };
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    return { found, named: "windows-1252" as const };
  }
}
