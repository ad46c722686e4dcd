/** “7 regions”, “1 city”, “239 dealers”: so many of what a codebook's title names, where that can be put into the plural. */
export function counted(title: string, count: number, number: string): string {
  if (!/^[A-Za-z][A-Za-z -]*$/.test(title)) return `${title}: ${number}`;
  return `${number} ${count === 1 ? inText(title) : plural(inText(title))}`;
}

/** The regular plural of an English noun. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/i.test(noun) ? `${noun}es` : `${noun}s`;
}

/** A title within a sentence; abbreviations, and what is written as a name, keep their capitals. */
export function inText(title: string): string {
  return /^[A-Z][a-z]+( [a-z]|$)/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** “East, South and North”. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
