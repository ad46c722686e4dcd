type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** A column that grows as rows arrive, in one typed array that doubles: memory stays flat for millions of rows. */
export class Growable<Values extends Numbers> {
  #values: Values;
  #length = 0;
  readonly #make: (length: number) => Values;

  constructor(make: (length: number) => Values) {
    this.#make = make;
    this.#values = make(1024);
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = this.#make(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** The values so far, without a copy. */
  get values(): Values {
    return this.#values.subarray(0, this.#length) as Values;
  }
}
