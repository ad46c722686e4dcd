/** Encodings that are found out; others must be named in the codebook. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/**
 * Finds out a file's encoding while its bytes pass by: a byte-order mark decides; else bytes that are valid UTF-8
 * are UTF-8; else GB18030. The whole file is looked at, because a comment on the last line may be the first
 * character that is not ASCII.
 */
export class EncodingSniffer {
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true });
  #mark: Encoding | undefined;
  #started = false;
  #validUtf8 = true;

  push(bytes: Uint8Array): void {
    if (!this.#started && bytes.length > 0) {
      this.#started = true;
      this.#mark = byteOrderMark(bytes);
    }
    if (!this.#validUtf8) return;
    try {
      this.#utf8.decode(bytes, { stream: true });
    } catch {
      this.#validUtf8 = false;
    }
  }

  end(): Encoding {
    if (this.#mark) return this.#mark;
    if (!this.#validUtf8) return "gb18030";
    try {
      this.#utf8.decode();
      return "utf-8";
    } catch {
      return "gb18030";
    }
  }
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

/** @throws TypeError where the bytes are not of the encoding. */
export async function* decode(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text.length > 0) yield text;
  }
  const rest = decoder.decode();
  if (rest.length > 0) yield rest;
}
