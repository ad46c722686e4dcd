/** What is the same for all waves, or written by wave, with `default` for all others. */
export type PerWave<Value> = Value | Readonly<Record<string, Value>>;

/** The entry of a map, and nothing that JavaScript gives every object, such as `constructor`. */
export function own<Value>(map: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return map && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** What a map by wave says of a wave. */
export function inWave<Value>(
  byWave: Readonly<Record<string, Value>> | undefined,
  wave: string,
): Value | undefined {
  return own(byWave, wave) ?? own(byWave, "default");
}

/** A list that is the same for all waves, or looked up by wave. */
export function listIn(
  written: PerWave<readonly string[]> | undefined,
  wave: string,
): readonly string[] | undefined {
  if (written === undefined) return undefined;
  return isWholeList(written) ? written : inWave(written, wave);
}

function isWholeList(written: PerWave<readonly string[]>): written is readonly string[] {
  return Array.isArray(written);
}
