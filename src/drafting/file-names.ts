import { slug } from "./ids.ts";

/** A name that every system and every web server takes: letters, digits, dashes; the ending stays. */
export function saneFileName(name: string): string {
  const dot = name.lastIndexOf(".");
  const [base, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot).toLowerCase()] : [name, ""];
  const words = base.normalize("NFKC").match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${words.join("-") || "export"}${ending}`;
}

/** Sane names that differ, whatever the case of their letters. */
export function saneFileNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const sane = saneFileName(name);
    let own = sane;
    for (let number = 2; taken.has(own.toLowerCase()); number += 1)
      own = sane.replace(/(\.[^.]*)?$/, `-${number}$1`);
    taken.add(own.toLowerCase());
    return own;
  });
}

/** A survey's id by the names of its files: what they begin with in common, without years. */
export function surveyId(names: readonly string[]): string {
  const bases = names.map((name) => name.replace(/\.[^.]+$/, "").replace(/(19|20)\d\d.*$/, ""));
  let common = bases[0] ?? "";
  while (!bases.every((base) => base.startsWith(common))) common = common.slice(0, -1);
  const worded = slug(common.replace(/[^\p{L}\p{N}]+$/u, ""));
  return /\p{L}/u.test(worded) ? worded : "survey";
}
