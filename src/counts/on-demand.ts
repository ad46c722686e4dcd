/** A map whose values are made when they are first looked at, for what is named by many and looked at by few. */
export class OnDemand<Key, Made extends NonNullable<unknown>> extends Map<Key, Made> {
  readonly #keys: ReadonlySet<Key>;
  readonly #make: (key: Key) => Made;

  /** @param make gives the value of a key, always the same */
  constructor(keys: ReadonlySet<Key>, make: (key: Key) => Made) {
    super();
    this.#keys = keys;
    this.#make = make;
  }

  override get size(): number {
    return this.#keys.size;
  }

  override has(key: Key): boolean {
    return this.#keys.has(key);
  }

  override get(key: Key): Made | undefined {
    return this.#keys.has(key) ? this.#made(key) : undefined;
  }

  override keys(): MapIterator<Key> {
    return this.#keys.keys();
  }

  override *entries(): MapIterator<[Key, Made]> {
    for (const key of this.#keys) yield [key, this.#made(key)];
  }

  override *values(): MapIterator<Made> {
    for (const key of this.#keys) yield this.#made(key);
  }

  override [Symbol.iterator](): MapIterator<[Key, Made]> {
    return this.entries();
  }

  override forEach(tell: (value: Made, key: Key, map: Map<Key, Made>) => void): void {
    for (const key of this.#keys) tell(this.#made(key), key, this);
  }

  #made(key: Key): Made {
    const made = super.get(key) ?? this.#make(key);
    super.set(key, made);
    return made;
  }
}

/** Something that is made when it is first asked for, and then kept. */
export function onDemand<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
