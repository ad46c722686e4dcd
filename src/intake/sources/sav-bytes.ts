/** Walks through the bytes of an SPSS file, in the byte order and encoding that the file was written in. */
export class SavBytes {
  readonly bytes: Uint8Array;
  at = 0;
  /** Decides numbers from here on; the header's layout code tells it. */
  littleEndian = true;
  #decoder = new TextDecoder("utf-8");
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  set encoding(encoding: string) {
    this.#decoder = new TextDecoder(encoding);
  }

  integer(): number {
    this.at += 4;
    return this.#view.getInt32(this.at - 4, this.littleEndian);
  }

  /** A 64-bit place in the file. */
  place(): number {
    this.at += 8;
    return Number(this.#view.getBigInt64(this.at - 8, this.littleEndian));
  }

  float(): number {
    this.at += 8;
    return this.#view.getFloat64(this.at - 8, this.littleEndian);
  }

  take(length: number): Uint8Array {
    if (length < 0 || this.at + length > this.bytes.length) throw new RangeError("the file ends too early");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** Text without the blanks that fill it up. */
  text(bytes: Uint8Array): string {
    return this.#decoder.decode(bytes).replace(/[ \0]+$/, "");
  }

  /** A double from eight bytes that were taken before. */
  floatOf(bytes: Uint8Array): number {
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, this.littleEndian);
  }
}
