/** A header longer than this is no header: a quote was left open. */
const longest = 200_000;

/**
 * The first row of a separated text that is not blank: up to the first line end outside quotes, for a question in a
 * header may hold line breaks. Where a quote is never closed, the first line.
 */
export async function firstRecord(text: AsyncIterable<string>): Promise<string> {
  let start = "";
  for await (const part of text) {
    start = (start + part).replace(/^\s*[\r\n]/, "");
    const end = recordEnd(start);
    if (end !== undefined) return start.slice(0, end);
    if (start.length > longest) break;
  }
  return recordEnd(start) === undefined && isOpen(start) ? (start.split(/[\r\n]/, 1)[0] ?? "") : start;
}

function recordEnd(text: string): number | undefined {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "\n" || character === "\r")) return at;
  }
  return undefined;
}

function isOpen(text: string): boolean {
  return (text.split('"').length - 1) % 2 === 1;
}
