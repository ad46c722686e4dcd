/** A value of plain objects and lists only, as it can leave a page: maps and lists of numbers as lists, in one order. */
export function plain(value: unknown): unknown {
  if (value instanceof Map) return sorted([...value].map(plain) as unknown[]);
  if (ArrayBuffer.isView(value)) return [...(value as Float64Array)];
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Object)
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const known = plain(inner);
        return [key, key === "groups" && Array.isArray(known) ? sorted(known) : known];
      }),
    );
  return value;
}

/** Engines give groups in any order; their names come first in each. */
function sorted(values: readonly unknown[]): readonly unknown[] {
  const name = (value: unknown) => {
    const { wave, key } = (value ?? {}) as { wave?: string; key?: unknown };
    return wave === undefined ? JSON.stringify((value as unknown[])[0]) : JSON.stringify([wave, key]);
  };
  return values.toSorted((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0));
}
