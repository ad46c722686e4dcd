import { createReadStream } from "node:fs";
import { fileChunk } from "../../build/fingerprint.ts";
import { BytePairs } from "../../intake/responses/byte-pairs.ts";
import { sourceKind } from "../../intake/sources/source-kind.ts";

const mostControls = 0.001;

/** Whether a file that should be text is none, whatever it is called: a PDF, an image, anything with control characters. */
export async function isBinary(path: string): Promise<boolean> {
  const pairs = new BytePairs();
  let bytes = 0;
  let nulls = 0;
  let controls = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: fileChunk }) as AsyncIterable<Buffer>) {
    if (bytes === 0 && sourceKind(chunk, path) !== "text") return false;
    if (bytes === 0 && chunk.toString("latin1", 0, 5) === "%PDF-") return true;
    if (bytes === 0 && /^(\xff\xfe|\xfe\xff)/.test(chunk.toString("latin1", 0, 2))) return false;
    bytes += chunk.length;
    pairs.push(chunk);
    for (const byte of chunk) {
      if (byte === 0) nulls += 1;
      // Tabs, line ends and form feeds are text, and some programs end a file with 1a.
      else if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1a) controls += 1;
    }
  }
  if (pairs.byteOrder !== undefined) return false;
  return nulls > 0 || controls > mostControls * bytes;
}
