import type { Expectation } from "./problem-log.ts";

/** Bytes that are not of the encoding that they were read in. */
export class DecodingError extends TypeError {
  /** The code that Node's own decoder gives. */
  readonly code = "ERR_ENCODING_INVALID_ENCODED_DATA";
  readonly encoding: string;
  /** Line of the first bad byte; of UTF-16 it can't be told. */
  readonly line: number | undefined;

  constructor(encoding: string, line: number | undefined, cause: unknown) {
    super(`not valid ${encoding}${line === undefined ? "" : ` in line ${line}`}`, { cause });
    this.encoding = encoding;
    this.line = line;
  }
}

/** What is said of a file that can't be decoded. */
export function undecodable({ encoding, line }: DecodingError): Expectation & { readonly line?: number } {
  return {
    ...(line === undefined ? {} : { line }),
    message: `The file is not valid ${encoding}`,
    expected: "UTF-8, UTF-16 or GB18030, from the first line to the last",
    mend:
      encoding === "gb18030"
        ? "Save it as UTF-8, mend the line, or, of a wave, name its encoding."
        : "Save it as UTF-8, mend the line, or, of a wave, name its encoding: `encoding: gb18030`, or `encoding: windows-1252` for Western European text.",
  };
}

const none = new Uint8Array();
const newline = 0x0a;

/**
 * Text of a file, part by part.
 *
 * @throws DecodingError where the bytes are not of the encoding. Whole lines before the first bad one come first, so
 * that the header of a short file is known nevertheless.
 */
export async function* decode(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const lines = !encoding.startsWith("utf-16");
  let before: { readonly bytes: Uint8Array; readonly line: number } | undefined;
  let line = 1;
  const read = (chunk: Uint8Array, stream: boolean): { text: string; fault?: DecodingError } => {
    try {
      return { text: decoder.decode(chunk, { stream }) };
    } catch (cause) {
      if (!lines) return { text: "", fault: new DecodingError(encoding, undefined, cause) };
      const bad = firstBadLine(chunk, encoding, before ?? { bytes: none, line: 1 });
      const text = before ? "" : new TextDecoder(encoding).decode(chunk.subarray(0, bad.start));
      return { text, fault: new DecodingError(encoding, bad.line, cause) };
    }
  };
  for await (const chunk of chunks) {
    const { text, fault } = read(chunk, true);
    if (text.length > 0) yield text;
    if (fault) throw fault;
    before = { bytes: chunk, line };
    if (lines) line += newlinesIn(chunk);
  }
  const { text, fault } = read(none, false);
  if (text.length > 0) yield text;
  if (fault) throw fault;
}

/** A small file whole. @throws DecodingError where the bytes are not of the encoding. */
export function decodeWhole(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const whole = encoding.startsWith("utf-16") ? undefined : { bytes: none, line: 1 };
    throw new DecodingError(encoding, whole && firstBadLine(bytes, encoding, whole).line, cause);
  }
}

/**
 * The first line that can't be decoded: its number and, in the chunk, its start. A line break is no part of another
 * character in UTF-8 and GB18030, so each line can be tried on its own; the chunk before holds the first one's start.
 */
function firstBadLine(
  chunk: Uint8Array,
  encoding: string,
  before: { readonly bytes: Uint8Array; readonly line: number },
): { readonly line: number; readonly start: number } {
  const bytes = new Uint8Array(before.bytes.length + chunk.length);
  bytes.set(before.bytes);
  bytes.set(chunk, before.bytes.length);
  let line = before.line;
  let start = 0;
  if (before.line > 1) {
    // The chunk before may start in the middle of a character.
    start = bytes.indexOf(newline) + 1;
    if (start > 0) line += 1;
  }
  for (;;) {
    const found = bytes.indexOf(newline, start);
    const end = found < 0 ? bytes.length : found + 1;
    if (found < 0 || !isValid(bytes.subarray(start, end), encoding))
      return { line, start: Math.max(0, start - before.bytes.length) };
    start = end;
    line += 1;
  }
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function newlinesIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count += 1;
  return count;
}
