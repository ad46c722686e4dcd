import type { z } from "zod";
import { isUnder, valueAt } from "./key-path.ts";
import { faultsOf, nearKey } from "./messages.ts";
import { type Codebook, codebookSchema } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

/** What is left of a codebook when the values that the schema refuses are taken out, so that the rest can be checked too. */
export interface Salvage {
  readonly codebook: Codebook;
  /** Where, in the analyst's file, something was taken out or stood in for: what rests on it can't be judged. */
  readonly damaged: readonly KeyPath[];
  /** Ids and names that were taken out, by the key that they stood under: that they are missing is no news. */
  readonly lost: ReadonlyMap<string, readonly string[]>;
  /** How many questions, waves … were taken out whose names can't be read, by the same keys. */
  readonly nameless: ReadonlyMap<string, number>;
  /** Names that stand in for values that can't be used. */
  readonly standIns: readonly string[];
  /** A path in what is left, as the analyst's file has it: places in lists count what was taken out. */
  readonly pathInFile: (path: KeyPath) => KeyPath;
}

interface Mending {
  readonly path: KeyPath;
  /** How many ways of mending were tried here before; the first takes the value out. */
  readonly step: number;
}

/** No codebook needs as many rounds; a fault that no mending ends would otherwise hold the check for ever. */
const mostRounds = 200;
const gone = Symbol("taken out");

/**
 * Takes out as little as can be: a bad value, or, where the format can't do without it, a name stands in for it; else
 * what it stands in goes. With `whole`, the whole question, wave or scale goes, so that nothing is read by half of it.
 * Undefined where nothing that could be checked is left.
 */
export function salvage(value: unknown, error: z.ZodError, { whole = false } = {}): Salvage | undefined {
  const mendings = new Map<string, Mending>();
  let [left, faulty]: [Left, z.ZodError] = [{ value, kept: new Map() }, error];
  for (let round = 0; round < mostRounds; round += 1) {
    const faults = faultsOf(faulty, left.value).map(({ path, unknownKey }) =>
      whole && !unknownKey ? entryOf(inFile(path, left), value) : inFile(path, left),
    );
    const before = new Map(mendings);
    for (const path of faults) if (!mend(path, value, { mendings, before, whole })) return undefined;
    left = leftOf(value, mendings);
    const parsed = codebookSchema.safeParse(left.value);
    if (parsed.success) return salvaged(parsed.data, value, left, [...mendings.values()]);
    faulty = parsed.error;
  }
  return undefined;
}

function salvaged(codebook: Codebook, value: unknown, left: Left, mendings: readonly Mending[]): Salvage {
  const paths = mendings.map(({ path }) => path);
  return {
    codebook,
    damaged: paths.flatMap((path) => [path, ...meantKey(path, value)]),
    lost: lostNames(paths, value),
    nameless: namelessEntries(paths, value),
    standIns: mendings.flatMap(({ path, step }) => (step > 0 ? [nameFor(path)] : [])),
    pathInFile: (path) => inFile(path, left),
  };
}

/** An unknown key may be another that is misspelt. */
function meantKey(path: KeyPath, value: unknown): readonly KeyPath[] {
  const above = path.slice(0, -1);
  const near = nearKey(String(path.at(-1)));
  const siblings = valueAt(value, above);
  return near !== undefined && isRecord(siblings) && !Object.hasOwn(siblings, near) ? [[...above, near]] : [];
}

function lostNames(paths: readonly KeyPath[], value: unknown): ReadonlyMap<string, readonly string[]> {
  const lost = new Map<string, readonly string[]>();
  for (const path of paths) {
    const [top, name] = path;
    const found = valueAt(value, path);
    const names = [
      ...(path.at(-1) === "id" ? [found] : idsIn(found)),
      ...(path.length === 2 && typeof name === "string" ? [name] : []),
      ...(path.length === 2 && typeof name === "number" ? [found] : []),
    ].filter((one) => typeof one === "string" || typeof one === "number");
    lost.set(String(top), [...(lost.get(String(top)) ?? []), ...names.map(String)]);
  }
  return lost;
}

function namelessEntries(paths: readonly KeyPath[], value: unknown): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const path of paths) {
    const [top, place, key] = path;
    const isEntry = typeof place === "number" && (path.length === 2 || (path.length === 3 && key === "id"));
    const id = valueAt(value, [...path.slice(0, 2), "id"]);
    if (isEntry && typeof id !== "string" && typeof id !== "number")
      count.set(String(top), (count.get(String(top)) ?? 0) + 1);
  }
  return count;
}

function idsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return isRecord(value) ? [value["id"], ...Object.values(value).flatMap(idsIn)] : [];
}

interface Desk {
  readonly mendings: Map<string, Mending>;
  /** As they were when this round began: what several faults tell of one place is mended once. */
  readonly before: ReadonlyMap<string, Mending>;
  readonly whole: boolean;
}

/** False where the codebook as a whole can't be mended. */
function mend(path: KeyPath, value: unknown, desk: Desk): boolean {
  const { mendings, before, whole } = desk;
  if (path.length === 0) return false;
  const holder = [...mendings.values()].find((one) => isUnder(path, one.path));
  const place = holder?.path ?? path;
  const key = keyOf(place);
  const known = mendings.get(key);
  if (known && before.get(key) !== known) return true;
  const step = known ? known.step + 1 : valueAt(value, place) === undefined ? 1 : 0;
  if (step > (whole ? 0 : waysToStandIn)) {
    mendings.delete(key);
    return mend(place.slice(0, -1), value, desk);
  }
  for (const [other, { path: below }] of mendings) if (isUnder(below, place)) mendings.delete(other);
  mendings.set(key, { path: place, step });
  return true;
}

const waysToStandIn = 4;

/** What stands where a value was: nothing, a name, a list of names, or what a list of bands or outcomes needs. */
function standIn({ path, step }: Mending): unknown {
  const name = nameFor(path);
  const ways = [
    gone,
    name,
    [name, `${name}b`],
    [{ question: name, sure: [name] }],
    [{ id: name }, { id: `${name}b`, from: 1 }],
  ];
  return ways[step];
}

/** No two places have one name, and it is an id as the format wants them. */
function nameFor(path: KeyPath): string {
  return `unreadable_${path.join("_").replace(/[^\p{L}\p{N}_-]/gu, "_")}`;
}

interface Left {
  readonly value: unknown;
  /** By list, as a path in the file: the places of what is left of it. */
  readonly kept: ReadonlyMap<string, readonly number[]>;
}

function leftOf(value: unknown, mendings: ReadonlyMap<string, Mending>): Left {
  const copy = copied(value);
  for (const mending of mendings.values()) {
    const holder = valueAt(copy, mending.path.slice(0, -1));
    if (typeof holder === "object" && holder !== null)
      Reflect.set(holder, mending.path.at(-1) ?? "", standIn(mending));
  }
  const kept = new Map<string, readonly number[]>();
  return { value: withoutGone(copy, [], kept), kept };
}

function withoutGone(value: unknown, path: KeyPath, kept: Map<string, readonly number[]>): unknown {
  if (Array.isArray(value)) {
    const places = value.flatMap((one, at) => (one === gone ? [] : [at]));
    kept.set(keyOf(path), places);
    return places.map((at) => withoutGone(value[at], [...path, at], kept));
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      one === gone ? [] : [[key, withoutGone(one, [...path, key], kept)]],
    ),
  );
}

function inFile(path: KeyPath, { kept }: Left): KeyPath {
  const place: PropertyKey[] = [];
  for (const step of path) {
    const places = typeof step === "number" ? kept.get(keyOf(place)) : undefined;
    place.push(typeof step === "number" ? (places?.[step] ?? step) : step);
  }
  return place;
}

/** The question, wave or scale that a path leads into; else the key at the top. */
function entryOf(path: KeyPath, value: unknown): KeyPath {
  const top = path.slice(0, 1);
  const list = valueAt(value, top);
  return Array.isArray(list) || isRecord(list) ? path.slice(0, 2) : top;
}

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copied(one)]));
}

function keyOf(path: KeyPath): string {
  return JSON.stringify(path.map(String));
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
