import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { savSource } from "../intake/sources/sav-source.ts";
import type { RowSource } from "../intake/sources/source.ts";
import { kindBytes, sourceKind } from "../intake/sources/source-kind.ts";
import { textSource } from "../intake/sources/text-source.ts";
import type { WaveReading } from "../survey/reading.ts";
import { type Fingerprint, fileChunk } from "./fingerprint.ts";
import { readWorkbook } from "./read-workbook.ts";

/**
 * Opens a wave's export as what it is: separated text, which is read as a stream, a workbook or an SPSS file.
 *
 * @throws SourceError for a file that can't be opened so, and what the decoder throws for a header in no encoding
 */
export async function openExport(
  path: string,
  reading: Pick<WaveReading, "encoding" | "delimiter" | "sheet">,
  found: Pick<Fingerprint, "encoding">,
): Promise<RowSource> {
  const { encoding, delimiter, sheet } = reading;
  const named = encoding === undefined ? {} : { encoding };
  switch (sourceKind(await firstBytes(path), path)) {
    case "workbook":
      return readWorkbook({ bytes: await readFile(path), ...(sheet === undefined ? {} : { sheet }) });
    case "spss":
      return savSource(await readFile(path), named);
    case "text": {
      const bytes = () => createReadStream(path, { highWaterMark: fileChunk });
      return textSource(bytes, {
        encoding: encoding ?? found.encoding,
        ...(delimiter === undefined ? {} : { delimiter }),
      });
    }
  }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(new Uint8Array(kindBytes), 0, kindBytes, 0);
    return buffer;
  } finally {
    await file.close();
  }
}
