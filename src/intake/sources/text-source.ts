import { decode } from "../responses/decode.ts";
import { findDelimiter, readRows } from "../responses/table.ts";
import { firstRecord } from "./first-record.ts";
import type { RowSource } from "./source.ts";
import { quotesAreLetters } from "./tab-quotes.ts";

/**
 * Separated text, read as a stream: `open` is asked for the bytes again and again, to find out the separator, of tabs
 * what quotes mean, and to read.
 *
 * @throws DecodingError where the bytes of the header are not of the encoding
 */
export async function textSource(
  open: () => AsyncIterable<Uint8Array>,
  { encoding, delimiter }: { readonly encoding: string; readonly delimiter?: string },
): Promise<RowSource> {
  const text = () => decode(open(), encoding);
  const found = delimiter ?? findDelimiter(await firstRecord(text()));
  const quotes = found !== "\t" || !(await quotesAreLetters(text()));
  return {
    encoding,
    delimiter: found,
    readRows: (taker) => readRows(text(), { delimiter: found, quotes, ...taker }),
  };
}
