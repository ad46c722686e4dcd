import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { fileChunk, fingerprint } from "../../build/fingerprint.ts";
import { openExport } from "../../build/open-export.ts";
import { isHardlyChinese, type Sheet, SheetReader } from "../../drafting/sheet.ts";
import type { DraftWords } from "../../drafting/words.ts";
import { findLayout } from "../../intake/exports/find-layout.ts";
import { headRows } from "../../intake/exports/layout.ts";
import { BytePatterns } from "../../intake/responses/byte-patterns.ts";
import { DecodingError, decode, undecodable } from "../../intake/responses/decode.ts";
import type { Expectation } from "../../intake/responses/problem-log.ts";
import type { Row } from "../../intake/responses/table.ts";
import { type RowSource, SourceError } from "../../intake/sources/source.ts";

import { isBinary } from "./is-binary.ts";

/** An export as a sheet, or what is wrong with it. */
export type ReadSheet = { readonly sheet: Sheet; readonly sha256: string } | { readonly problem: string };

/** Reads an export once, in little memory. @param file the name that it will have in the survey's folder. */
export async function readSheet(path: string, file: string, say: DraftWords): Promise<ReadSheet> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return { problem: say.noFile(path) };
  try {
    if (await isBinary(path)) return { problem: say.notText(path) };
    const encoding = await encodingOf(path);
    const { encoding: found, sha256 } = encoding.found;
    const read = async (named: Sheet["encoding"], sheet?: string) => {
      const reading = { ...(named ? { encoding: named } : {}), ...(sheet === undefined ? {} : { sheet }) };
      const source = await openExport(path, reading, encoding.found);
      return { source, sheet: await sheetOf(source, file, named) };
    };
    const first = await read(encoding.named);
    const mistaken = first.sheet && found === "gb18030" && isHardlyChinese(first.sheet);
    const whole = mistaken ? await read("windows-1252") : first;
    const sheet = await largestSheet(whole, (name) => read(undefined, name).then((one) => one.sheet));
    if (!sheet || sheet.columns.length === 0) return { problem: say.noColumns(path) };
    if (!sheet.columns.some(({ name, text }) => /\p{L}/u.test(`${name} ${text}`)))
      return { problem: say.noHeader(path) };
    return sheet.rows - sheet.ragged === 0 ? { problem: say.noRows(path) } : { sheet, sha256 };
  } catch (error) {
    const unreadable = (
      line: number | undefined,
      { message, mend }: Pick<Expectation, "message" | "mend">,
    ) => ({
      problem: say.unreadable(
        `${basename(path)}${line === undefined ? "" : `:${line}`}`,
        `${message}. ${mend}`,
      ),
    });
    if (error instanceof SourceError) return unreadable(undefined, error.problem);
    if (error instanceof DecodingError) return unreadable(error.line, undecodable(error));
    throw error;
  }
}

const mostSheets = 12;

/** Of a workbook with several sheets the one with the largest table: the first may be a cover. */
async function largestSheet(
  { source, sheet }: { readonly source: RowSource; readonly sheet: Sheet | undefined },
  read: (name: string) => Promise<Sheet | undefined>,
): Promise<Sheet | undefined> {
  const [first, ...others] = source.sheets ?? [];
  if (first === undefined || others.length === 0) return sheet;
  let best = { name: first, sheet };
  for (const name of others.slice(0, mostSheets)) {
    const other = await read(name);
    if (sizeOf(other) > sizeOf(best.sheet)) best = { name, sheet: other };
  }
  const rest = [first, ...others].filter((name) => name !== best.name);
  return (
    best.sheet && {
      ...best.sheet,
      workbook: { sheet: best.name, first: best.name === first, others: rest },
    }
  );
}

/** Columns with a header and answers count most: a list of labels is long but narrow. */
function sizeOf(sheet: Sheet | undefined): number {
  if (!sheet) return 0;
  const filled = sheet.columns.filter(
    ({ name, profile }) => name !== "" && 2 * profile.answered > profile.rows,
  );
  return filled.length * Math.log2(sheet.rows + 1);
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

/**
 * Bytes that are of no encoding that can be found out are taken for windows-1252, of which nearly any bytes are.
 *
 * @throws DecodingError where they are UTF-8 but for a few torn characters: that is said, as the check says it
 */
async function encodingOf(path: string) {
  const found = await fingerprint(path);
  if (/\.(xlsx?|z?sav)$/i.test(path)) return { found };
  try {
    for await (const _ of decode(createReadStream(path, { highWaterMark: fileChunk }), found.encoding));
    return { found };
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    const patterns = new BytePatterns();
    for await (const chunk of createReadStream(path, { highWaterMark: fileChunk })) patterns.push(chunk);
    if (patterns.looksLikeUtf8()) throw error;
    return { found, named: "windows-1252" as const };
  }
}
