import { createReadStream } from "node:fs";
import { fileChunk, fingerprint } from "../../build/fingerprint.ts";
import { plainLayout } from "../../drafting/plain-layout.ts";
import { type Sheet, SheetReader } from "../../drafting/sheet.ts";
import { decode } from "../../intake/responses/encoding.ts";
import { findDelimiter, readRows, type Row } from "../../intake/responses/table.ts";

export async function readSheet(path: string, file: string): Promise<Sheet> {
  const source = await fingerprint(path);
  const encoding = (await isValid(path, source.encoding)) ? source.encoding : "windows-1252";
  const text = () => decode(createReadStream(path, { highWaterMark: fileChunk }), encoding);
  let reader: SheetReader | undefined;
  const take = (rows: readonly Row[]) => {
    const [header, ...others] = reader ? [undefined, ...rows] : rows;
    if (header) reader = new SheetReader(plainLayout(header.cells));
    reader?.push(others as readonly Row[]);
  };
  let first = "";
  for await (const part of text()) {
    first = part.split(/\r?\n/)[0] ?? "";
    break;
  }
  await readRows(text(), { delimiter: findDelimiter(first), onRows: take, onFault: () => undefined });
  if (!reader) throw new Error("no header");
  return reader.finish({ file, ...(encoding === "windows-1252" ? { encoding } : {}) });
}

async function isValid(path: string, encoding: string): Promise<boolean> {
  try {
    for await (const _ of decode(createReadStream(path), encoding));
    return true;
  } catch {
    return false;
  }
}
