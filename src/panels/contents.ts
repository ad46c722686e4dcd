/** A section of a page: its id and its heading as plain text. */
export interface ContentsEntry {
  readonly id: string;
  readonly title: string;
}

/** Parts of a heading that are no words of it: links to itself, buttons, marks. */
const trimmings = /<(a|button|small|svg)\b[^>]*>[\s\S]*?<\/\1>/g;
const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": "\u00a0",
  "&amp;": "&",
};

/**
 * The sections of a page in reading order: every `h2` that has an id, or stands in a `section` that has one. A section
 * is listed once, by its first heading; headings without an id to lead to are left out.
 */
export function contentsOf(html: string): readonly ContentsEntry[] {
  const open: (string | undefined)[] = [];
  const found = new Map<string, string>();
  for (const [tag, attributes = "", , own = "", heading] of html.matchAll(
    /<section\b([^>]*)>|<\/(section)>|<h2\b([^>]*)>([\s\S]*?)<\/h2>/g,
  )) {
    if (tag.startsWith("<section")) open.push(idIn(attributes));
    else if (heading === undefined) open.pop();
    else {
      const id = idIn(own) ?? open.findLast((candidate) => candidate !== undefined);
      const title = textOf(heading);
      if (id !== undefined && title !== "" && !found.has(id)) found.set(id, title);
    }
  }
  return [...found].map(([id, title]) => ({ id, title }));
}

function idIn(attributes: string): string | undefined {
  const id = /\sid="([^"]+)"/.exec(attributes)?.[1];
  return id === undefined ? undefined : decoded(id);
}

function textOf(heading: string): string {
  const plain = (html: string) =>
    decoded(html.replace(/<[^>]*>/g, ""))
      .replace(/\s+/g, " ")
      .trim();
  return plain(heading.replace(trimmings, "")) || plain(heading);
}

function decoded(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (entity) => entities[entity] ?? entity);
}
