/** A group of one wave, whatever was counted of it. */
interface WaveGroup {
  readonly wave: string;
  readonly key: readonly (string | null)[];
}

/** Groups by wave, and of a wave by key. */
export interface GroupIndex<Group> {
  readonly ofWave: (wave: string) => readonly Group[];
  readonly group: (wave: string, key: readonly (string | null)[]) => Group | undefined;
}

/** An index of counts, made at the first look into them. */
export function groupIndex<Group extends WaveGroup>(
  memory: WeakMap<object, GroupIndex<Group>>,
  counts: { readonly groups: readonly Group[] },
): GroupIndex<Group> {
  const known = memory.get(counts) ?? indexOf(counts.groups);
  memory.set(counts, known);
  return known;
}

function indexOf<Group extends WaveGroup>(groups: readonly Group[]): GroupIndex<Group> {
  const waves = Map.groupBy(groups, ({ wave }) => wave);
  const keys = new Map(
    [...waves].map(([wave, inWave]) => [wave, new Map(inWave.map((group) => [nameOf(group.key), group]))]),
  );
  return {
    ofWave: (wave) => waves.get(wave) ?? [],
    group: (wave, key) => keys.get(wave)?.get(nameOf(key)),
  };
}

/** Most keys are one option, and every figure looks some up; any other name starts with a bracket. */
function nameOf(key: readonly (string | null)[]): string {
  const [only] = key;
  return key.length === 1 && typeof only === "string" ? `=${only}` : JSON.stringify(key);
}
