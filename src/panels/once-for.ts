/** What was made of counts, or of a survey, by what it was made for. */
export type Memory<Made> = WeakMap<object, Map<string, Made>>;

/** Makes something of counts, or of a survey, once for a key; it is forgotten with them. */
export function onceFor<Made>(
  memory: Memory<Made>,
  of: object,
  key: readonly unknown[],
  make: () => Made,
): Made {
  const known = memory.get(of) ?? new Map<string, Made>();
  memory.set(of, known);
  const name = JSON.stringify(key);
  const made = known.get(name) ?? make();
  known.set(name, made);
  return made;
}
