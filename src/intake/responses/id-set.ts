/**
 * A set of ids. It copies their characters into one array, because an id cut from a piece of the file keeps the whole
 * piece in memory: a `Set` of a million long ids holds on to all of the file's text.
 */
export class IdSet {
  #characters = new Uint16Array(1 << 14);
  #length = 0;
  /** By number of the id, from 1: where its characters end, and its hash. They start where the last id's end. */
  #ends = new Uint32Array(1 << 11);
  #hashes = new Uint32Array(1 << 11);
  #size = 0;
  /** Numbers of ids by hash, at the next free place where another id is in the way; 0 is free. Half full at most. */
  #places = new Uint32Array(1 << 12);

  /** Adds an id; false where it is there already. */
  add(id: string): boolean {
    const hash = this.#write(id);
    const place = this.#find(hash, id.length);
    if (this.#places[place] !== 0) return false;
    if (this.#size + 1 === this.#ends.length) this.#grow();
    this.#size += 1;
    this.#length += id.length;
    this.#ends[this.#size] = this.#length;
    this.#hashes[this.#size] = hash;
    this.#places[this.#find(hash, id.length)] = this.#size;
    return true;
  }

  /** Writes an id behind the others, where it may be overwritten, and hashes it (FNV-1a, 32 bits). */
  #write(id: string): number {
    if (this.#length + id.length > this.#characters.length)
      this.#characters = enlarged(this.#characters, new Uint16Array(2 * (this.#length + id.length)));
    let hash = 0x811c9dc5;
    for (let at = 0; at < id.length; at++) {
      const character = id.charCodeAt(at);
      this.#characters[this.#length + at] = character;
      hash = Math.imul(hash ^ character, 0x01000193);
    }
    return (hash ^ (hash >>> 15)) >>> 0;
  }

  /** The place of the id that was written last, or the free one that it would have. */
  #find(hash: number, length: number): number {
    const mask = this.#places.length - 1;
    let place = hash & mask;
    for (let number = this.#places[place]; number; number = this.#places[place]) {
      if (this.#hashes[number] === hash && this.#equals(number, length)) return place;
      place = (place + 1) & mask;
    }
    return place;
  }

  #equals(number: number, length: number): boolean {
    const start = this.#ends[number - 1] ?? 0;
    if ((this.#ends[number] ?? 0) - start !== length) return false;
    for (let at = 0; at < length; at++)
      if (this.#characters[start + at] !== this.#characters[this.#length + at]) return false;
    return true;
  }

  #grow(): void {
    this.#ends = enlarged(this.#ends, new Uint32Array(2 * this.#ends.length));
    this.#hashes = enlarged(this.#hashes, new Uint32Array(2 * this.#hashes.length));
    this.#places = new Uint32Array(2 * this.#places.length);
    const mask = this.#places.length - 1;
    for (let number = 1; number <= this.#size; number++) {
      let place = (this.#hashes[number] ?? 0) & mask;
      while (this.#places[place] !== 0) place = (place + 1) & mask;
      this.#places[place] = number;
    }
  }
}

function enlarged<Values extends Uint16Array | Uint32Array>(values: Values, larger: Values): Values {
  larger.set(values);
  return larger;
}
