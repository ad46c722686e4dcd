/** Of UTF-16, at least one byte in a hundred is the empty half of a separator, digit or line end. */
const leastNuls = 100;

/**
 * What the NUL bytes of a file look like, to know UTF-16 without a byte-order mark. Line ends tell the order of bytes:
 * 0A 00 or 00 0A. Other characters would not: 一 (4E 00) in one order is N in the other.
 */
export class BytePairs {
  #length = 0;
  #nuls = 0;
  #lowFirst = 0;
  #highFirst = 0;
  /** Pairs of two NUL bytes, which text of UTF-16 has none of. */
  #empty = 0;
  #last = -1;

  /** Looks at all pieces of a file, one after another. */
  push(bytes: Uint8Array): void {
    // The first byte may be the second half of a pair that began in the piece before.
    if (this.#length % 2 === 1 && bytes.length > 0) this.#take(this.#last, bytes[0] ?? -1);
    for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) {
      this.#nuls += 1;
      const isSecond = (this.#length + at) % 2 === 1;
      if (isSecond && at > 0 && bytes[at - 1] !== 0) this.#take(bytes[at - 1] ?? -1, 0);
      else if (!isSecond && at + 1 < bytes.length) this.#take(0, bytes[at + 1] ?? -1);
    }
    this.#length += bytes.length;
    this.#last = bytes.at(-1) ?? this.#last;
  }

  get byteOrder(): "utf-16le" | "utf-16be" | undefined {
    const isText = this.#length % 2 === 0 && this.#empty === 0 && this.#nuls * leastNuls >= this.#length;
    if (!isText || this.#lowFirst === this.#highFirst) return undefined;
    return this.#lowFirst > this.#highFirst ? "utf-16le" : "utf-16be";
  }

  #take(first: number, second: number): void {
    if (first === 0 && second === 0) this.#empty += 1;
    else if (second === 0 && isLineEnd(first)) this.#lowFirst += 1;
    else if (first === 0 && isLineEnd(second)) this.#highFirst += 1;
  }
}

function isLineEnd(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}
