import { unescaped } from "./value-list.ts";

/** A permalink's parameters: decoded name → values as they stand, still escaped, in the order of the link. */
export type Parameters = ReadonlyMap<string, readonly string[]>;

/** Turns the parameters of one version of the grammar into those of the next. */
export type Upgrade = (parameters: Parameters) => Parameters;

/**
 * What became of the grammar since its first version, oldest first. A link says with `as` in which version it is
 * written, the first where it says nothing; it is upgraded step by step. Never taken away: links live for years.
 */
export const permalinkUpgrades: readonly Upgrade[] = [];

/** Words of the grammar itself, and of pages that take something else from the address. */
export const keywords: ReadonlySet<string> = new Set([
  "wave",
  "vs",
  "set",
  "min",
  "v",
  "as",
  "print",
  "embed",
]);

const added = /^(utm_.*|fbclid|gclid|msclkid|from|isappinstalled|spm|scene|share_.*)$/;

/** Whether a name is one of those that programs which pass links on add of their own: not meant for the page. */
export function isAddedOnTheWay(name: string): boolean {
  return added.test(name);
}

/**
 * The parameters of a query string, upgraded to today's grammar. `version` is given back where it is none that this site
 * knows, which may be a later site's.
 */
export function parametersOf(
  query: string,
  upgrades: readonly Upgrade[],
): { readonly parameters: Parameters; readonly version?: string } {
  const all = new Map<string, readonly string[]>();
  for (const part of query.replace(/^\?/, "").split("&")) {
    const at = part.indexOf("=");
    if (at <= 0) continue;
    const name = unescaped(part.slice(0, at));
    all.set(name, [...(all.get(name) ?? []), part.slice(at + 1)]);
  }
  const text = all.get("as")?.at(-1) ?? "1";
  const version = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
  all.delete("as");
  if (version === undefined || version > upgrades.length + 1) return { parameters: all, version: text };
  return {
    parameters: upgrades.slice(version - 1).reduce((now, upgrade) => upgrade(now), all as Parameters),
  };
}
