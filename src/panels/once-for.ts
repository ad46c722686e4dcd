/** What was made of counts, by what it was made for. */
export type Memory<Made> = WeakMap<object, Map<string, Made>>;

/** Makes something of counts once for a key; it is forgotten with the counts. */
export function onceFor<Made>(
  memory: Memory<Made>,
  counts: object,
  key: readonly unknown[],
  make: () => Made,
): Made {
  const known = memory.get(counts) ?? new Map<string, Made>();
  memory.set(counts, known);
  const name = JSON.stringify(key);
  const made = known.get(name) ?? make();
  known.set(name, made);
  return made;
}
