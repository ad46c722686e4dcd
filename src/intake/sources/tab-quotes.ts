import { DecodingError } from "../responses/decode.ts";

const quoted = /^"(?:[^"]|"")*"$/;

/**
 * Whether the quotes of a tab-separated text are letters: spreadsheets on the web write no quotes around cells and
 * leave those that people typed as they are. So it is where some cell begins with a quote and is no quoted cell, and
 * every line has as many tabs as the first; quotes around line breaks or tabs would leave uneven lines.
 */
export async function quotesAreLetters(text: AsyncIterable<string>): Promise<boolean> {
  let tabs: number | undefined;
  let unquoted = false;
  const isEven = (line: string): boolean => {
    if (line.trim() === "") return true;
    const cells = line.split("\t");
    tabs ??= cells.length;
    unquoted ||= line.includes('"') && cells.some((cell) => cell.startsWith('"') && !quoted.test(cell));
    return cells.length === tabs;
  };
  for await (const line of linesOf(text)) if (!isEven(line)) return false;
  return unquoted;
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  try {
    for await (const part of text) {
      const lines = (rest + part).split(/\r\n|\r|\n/);
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (error) {
    // Whoever reads the rows meets the same bytes, and says so.
    if (!(error instanceof DecodingError)) throw error;
  }
  yield rest;
}
