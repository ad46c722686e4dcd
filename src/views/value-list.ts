import { escapeValue } from "./slice.ts";

/** Lists that would be longer than this are written short. */
const longestPlain = 600;

/**
 * Option ids as they stand in a permalink: `East,South`; a long list short, `~0nanjing-01.92.93`: in the order of their
 * characters, each as the number of characters that it shares with the one before (base 36, at most 35) and the rest.
 * Branches of one city share most of their id, so that a thousand take some three characters each.
 */
export function listText(ids: readonly string[]): string {
  const plain = ids.map(escapeValue).join(",");
  return plain.length <= longestPlain ? startSafe(plain) : shortText(ids);
}

/** A plain list never starts like a short one. */
function startSafe(plain: string): string {
  return plain.startsWith("~") ? `%7E${plain.slice(1)}` : plain;
}

function shortText(ids: readonly string[]): string {
  const sorted = [...new Set(ids)].toSorted(byCharacters);
  const parts = sorted.map((id, at) => {
    const shared = at === 0 ? 0 : sharedLength(sorted[at - 1] ?? "", id);
    return `${shared.toString(36)}${escapeValue(id.slice(shared)).replaceAll(".", "%2E")}`;
  });
  return `~${parts.join(".")}`;
}

/**
 * Reads a list back. `known`: the ids that there are. Programs that pass links on may turn an escaped comma into a plain
 * one: where a part is no id but together with the next ones is, it is that one. Others escape the commas between: where no id
 * has a comma, an escaped one is one of these.
 */
export function readList(text: string, known: ReadonlySet<string>): readonly string[] {
  const ids = text.startsWith("~")
    ? readShort(text.slice(1))
    : joined(partsOf(text, known).map(unescaped), known);
  return [...new Set(ids)].filter((id) => id !== "");
}

function partsOf(text: string, known: ReadonlySet<string>): readonly string[] {
  const isEscaped = /%2c/i.test(text) && ![...known].some((id) => id.includes(","));
  return (isEscaped ? text.replaceAll(/%2c/gi, ",") : text).split(",");
}

function readShort(text: string): readonly string[] {
  const ids: string[] = [];
  for (const part of text.split(".")) {
    const shared = Number.parseInt(part.charAt(0), 36);
    if (Number.isNaN(shared)) continue;
    ids.push((ids.at(-1) ?? "").slice(0, shared) + unescaped(part.slice(1)));
  }
  return ids;
}

function joined(parts: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const ids: string[] = [];
  for (let at = 0; at < parts.length; ) {
    const id = lengthsFrom(parts.length - at).find((length) =>
      known.has(parts.slice(at, at + length).join(",")),
    );
    ids.push(parts.slice(at, at + (id ?? 1)).join(","));
    at += id ?? 1;
  }
  return ids;
}

/** One part first; ids with more than seven commas are not looked for. */
function lengthsFrom(most: number): readonly number[] {
  return [1, 2, 3, 4, 5, 6, 7, 8].filter((length) => length <= most);
}

/** Escapes undone; what is no escape stays as it is. */
export function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length, 35) && one[length] === other[length]) length++;
  // Never half of a character that takes two places.
  const last = one.charCodeAt(length - 1);
  return length > 0 && last >= 0xd800 && last < 0xdc00 ? length - 1 : length;
}

function byCharacters(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
