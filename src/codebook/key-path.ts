import type { KeyPath } from "./yaml-source.ts";

/** What stands at a path; undefined where nothing does. */
export function valueAt(value: unknown, path: KeyPath): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[step];
  }
  return at;
}

/** True where a path is another one or leads on from it. */
export function isUnder(path: KeyPath, above: KeyPath): boolean {
  return above.every((step, at) => String(path[at]) === String(step)) && path.length >= above.length;
}

/** True where one of two paths leads on from the other. */
export function areRelated(one: KeyPath, other: KeyPath): boolean {
  return isUnder(one, other) || isUnder(other, one);
}
