import type { z } from "zod";
import type { KeyPath } from "./yaml-source.ts";

/** What is left of a codebook when the parts that the schema refuses are taken out, so that the rest can be checked too. */
export interface Salvage {
  readonly value: unknown;
  /** Ids and names of what was taken out: that they are missing is no news. */
  readonly dropped: ReadonlySet<string>;
  /** A path in what is left, as the analyst's file has it: places in lists count what was taken out. */
  readonly pathInFile: (path: KeyPath) => KeyPath;
}

/** Takes unknown keys out, and whole entries (a question, a wave, a scale) that hold a value that can't be used. */
export function salvage(value: unknown, error: z.ZodError): Salvage {
  const copy = structuredClone(value);
  const dropped = new Set<string>();
  const lost = new Map<string, Set<number>>();
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) remove(at(copy, issue.path), key);
      continue;
    }
    const [top, entry] = issue.path;
    const list = at(copy, issue.path.slice(0, 1));
    if (Array.isArray(list) && typeof entry === "number") {
      lost.set(String(top), (lost.get(String(top)) ?? new Set()).add(entry));
      dropped.add(String(at(list, [entry, "id"])));
    } else if (entry !== undefined && isRecord(list)) {
      remove(list, entry);
      dropped.add(String(entry));
    } else if (top !== undefined) remove(copy, top);
  }
  return { value: withoutEntries(copy, lost), dropped, pathInFile: (path) => inFile(path, value, lost) };
}

function withoutEntries(value: unknown, lost: ReadonlyMap<string, ReadonlySet<number>>): unknown {
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, list]) => {
    const gone = lost.get(key);
    return [key, gone && Array.isArray(list) ? list.filter((_, place) => !gone.has(place)) : list] as const;
  });
  return Object.fromEntries(entries);
}

function inFile(path: KeyPath, value: unknown, lost: ReadonlyMap<string, ReadonlySet<number>>): KeyPath {
  const [top, place, ...rest] = path;
  const gone = lost.get(String(top));
  const list = at(value, [top ?? ""]);
  if (!gone || typeof place !== "number" || !Array.isArray(list)) return path;
  const kept = list.flatMap((_, old) => (gone.has(old) ? [] : [old]));
  return [top ?? "", kept[place] ?? place, ...rest];
}

function at(value: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (found, key) => (isRecord(found) || Array.isArray(found) ? Reflect.get(found, key) : undefined),
    value,
  );
}

function remove(value: unknown, key: PropertyKey): void {
  if (isRecord(value)) Reflect.deleteProperty(value, key);
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
