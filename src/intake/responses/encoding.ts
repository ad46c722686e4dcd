import { BytePairs } from "./byte-pairs.ts";
import { BytePatterns } from "./byte-patterns.ts";
import { decodeWhole } from "./decode.ts";

export { decode } from "./decode.ts";

/** Encodings that are found out; others, such as windows-1252, must be named in the codebook. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/**
 * Finds out a file's encoding while its bytes pass by: a byte-order mark decides; else line ends of two bytes, one of
 * them 0, are UTF-16; else bytes that are valid UTF-8 are UTF-8; else GB18030. The whole file is looked at, because a
 * comment on the last line may be the first character that is not ASCII. A file that is neither, such as UTF-8 with a
 * torn character or Latin-1, is called UTF-8: then reading it stops at the first bad line, in place of making up
 * Chinese.
 */
export class EncodingSniffer {
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true });
  readonly #patterns = new BytePatterns();
  readonly #pairs = new BytePairs();
  #mark: Encoding | undefined;
  #started = false;
  #validUtf8 = true;

  push(bytes: Uint8Array): void {
    if (!this.#started && bytes.length > 0) {
      this.#started = true;
      this.#mark = byteOrderMark(bytes);
    }
    this.#pairs.push(bytes);
    if (this.#validUtf8) {
      try {
        const text = this.#utf8.decode(bytes, { stream: true });
        this.#patterns.continued(bytes.length - text.length);
        return;
      } catch {
        this.#validUtf8 = false;
      }
    }
    this.#patterns.push(bytes);
  }

  end(): Encoding {
    const wide = this.#mark ?? this.#pairs.byteOrder;
    if (wide) return wide;
    if (this.#validUtf8 && this.#endsWhole()) return "utf-8";
    return this.#patterns.looksLikeGb18030() ? "gb18030" : "utf-8";
  }

  #endsWhole(): boolean {
    try {
      this.#utf8.decode();
      return true;
    } catch {
      return false;
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

/** The text of a small file, in the encoding that it is found to have. @throws DecodingError where it has none of them. */
export function textOfBytes(bytes: Uint8Array): string {
  const sniffer = new EncodingSniffer();
  sniffer.push(bytes);
  return decodeWhole(bytes, sniffer.end());
}
