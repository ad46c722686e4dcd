const longest = 32;
const longestHan = 14;

/** A name made of a header or a text: small letters, digits and dashes; Chinese characters stay. */
export function slug(text: string): string {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  if (!words) return "";
  let name = "";
  for (const word of words) {
    const limit = /\p{Script=Han}/u.test(word) ? longestHan : longest;
    if (name !== "" && name.length + word.length + 1 > limit) break;
    name += name === "" ? [...word].slice(0, limit).join("") : `-${word}`;
  }
  return name;
}

/** Gives out names that differ, whatever the case of their letters. */
export class Ids {
  readonly #taken = new Set(["constructor", "prototype", "default"]);

  /** The wanted name, or the next free one of its kind. */
  take(wanted: string, fallback: string): string {
    const name = slug(wanted) || fallback;
    let own = name;
    for (let number = 2; this.#taken.has(own.toLowerCase()); number += 1) own = `${name}-${number}`;
    this.#taken.add(own.toLowerCase());
    return own;
  }
}
