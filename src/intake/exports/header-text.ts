const blockTags = /<\/?(?:br|p|div|li|ul|ol|tr|td|h\d)\b[^>]*>/gi;
const otherTags = /<\/?[a-z][^>]*>/gi;
const entities: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** The words of a header without tags, entities and runs of white space. */
export function plainText(header: string): string {
  return header
    .replace(blockTags, " ")
    .replace(otherTags, "")
    .replace(/&(?:nbsp|amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, " ")
    .trim();
}

/** A question's words without the number before them: `7 - How …`, `Q7. How …`, `3、性别`. */
export function withoutNumber(text: string): string {
  return text.replace(/^Q?\d{1,3}(?:\s*[、：:.)]\s*|\s+[-–]\s+)(?=\S)/i, "");
}

/**
 * Takes the last bracket off a header that ends in one: `Text [Sub]`. The part may hold brackets itself, for they are
 * matched from the end.
 */
export function splitBracket(
  text: string,
  [open, close]: readonly [string, string],
): { readonly stem: string; readonly part: string } | undefined {
  if (!text.endsWith(close)) return undefined;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === close) depth += 1;
    else if (text[at] === open) depth -= 1;
    if (depth === 0) return { stem: text.slice(0, at).trim(), part: text.slice(at + 1, -1).trim() };
  }
  return undefined;
}

/** A header as a key: lower case, without blanks, marks and what is in brackets. */
export function headerKey(header: string): string {
  return header
    .toLowerCase()
    .replace(/\(.*?\)/g, "")
    .replace(/[\s_\-.:’']/g, "");
}
