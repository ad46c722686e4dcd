/**
 * What the bytes above 127 of a file look like, where they are not valid UTF-8 throughout. In UTF-8 with a few torn
 * characters most of them still make whole characters; in GB18030 they come in pairs, and chance makes one pair in
 * eight a character of UTF-8; in Latin-1 they stand alone between letters.
 */
export class BytePatterns {
  /** Bytes of whole UTF-8 characters, but for the first of each. */
  #whole = 0;
  /** High bytes that are no part of a UTF-8 character, next to another high byte and alone. */
  #paired = 0;
  #alone = 0;

  /** Counts bytes that were decoded as UTF-8: how many more there were than characters. */
  continued(bytes: number): void {
    this.#whole += bytes;
  }

  /** Looks at bytes that may be anything; a character that is cut by the end of the piece counts as torn. */
  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at++) {
      if ((bytes[at] ?? 0) < 0x80) continue;
      const more = continuationBytes(bytes, at);
      this.#whole += more;
      at += more;
      if (more > 0) continue;
      const neighbour = Math.max(bytes[at - 1] ?? 0, bytes[at + 1] ?? 0);
      if (neighbour < 0x80) this.#alone += 1;
      else this.#paired += 1;
    }
  }

  /** True where most of what is not ASCII makes whole characters: UTF-8 with a few that are torn. */
  looksLikeUtf8(): boolean {
    return this.#whole > this.#paired + this.#alone;
  }

  looksLikeGb18030(): boolean {
    return this.#paired >= this.#alone && this.#paired + this.#alone > this.#whole;
  }
}

/** How many bytes follow that make a whole UTF-8 character with this one; 0 where they don't. */
function continuationBytes(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const more = first >= 0xf5 ? 0 : first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
  for (let next = 1; next <= more; next++) {
    const byte = bytes[at + next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return more;
}
