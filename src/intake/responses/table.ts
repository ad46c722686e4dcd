import { Readable } from "node:stream";
import Papa from "papaparse";
import { lineBreaksIn } from "../../survey/small-table.ts";

export interface Row {
  readonly cells: readonly string[];
  /** Line of the file that the row starts on, from 1. */
  readonly line: number;
}

/** A quote that is opened and never closed, or closed in the middle of a cell. */
export interface QuoteFault {
  readonly line: number;
  readonly message: string;
}

/**
 * The separator of a file, by its first line: of comma, semicolon and tab the most frequent outside quotes; a comma
 * where there is none.
 */
export function findDelimiter(firstLine: string): "," | ";" | "\t" {
  const bare = firstLine.replace(/"[^"]*"/g, "");
  const count = (mark: string) => bare.split(mark).length - 1;
  const marks = ([",", ";", "\t"] as const).toSorted((a, b) => count(b) - count(a));
  return marks[0] ?? ",";
}

/**
 * Rows of a separated text as they stream in, a batch at a time. Blank lines are no rows. Quoted cells may hold
 * line breaks; `line` counts them.
 */
export async function readRows(
  text: AsyncIterable<string>,
  {
    delimiter,
    quotes = true,
    onRows,
    onFault,
  }: {
    readonly delimiter: string;
    /** False where quotes are letters like others. */
    readonly quotes?: boolean;
    readonly onRows: (rows: readonly Row[]) => void;
    readonly onFault: (fault: QuoteFault) => void;
  },
): Promise<void> {
  let line = 1;
  const take = (batch: readonly (readonly string[])[], errors: readonly Papa.ParseError[]) => {
    const starts: number[] = [];
    const rows: Row[] = [];
    for (const cells of batch) {
      starts.push(line);
      if (cells.length > 1 || cells[0]?.trim() !== "") rows.push({ cells, line });
      line += 1 + lineBreaksIn(cells);
    }
    onRows(rows);
    for (const { type, row, message } of errors) {
      // A row cut off by the end of a chunk looks faulty too; it comes again, whole, with the next chunk.
      const start = starts[row ?? 0];
      if (type === "Quotes" && start !== undefined) onFault({ line: start, message });
    }
  };
  await new Promise<void>((resolve, reject) => {
    const stream = Readable.from(withOneLineEnd(text));
    stream.on("error", reject);
    Papa.parse<string[]>(stream, {
      delimiter,
      newline: "\n",
      ...(quotes ? {} : { fastMode: true }),
      chunk: ({ data, errors }) => {
        try {
          take(data, errors);
        } catch (error) {
          stream.destroy(error instanceof Error ? error : new Error(String(error)));
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}

/**
 * Text in which every line end is "\n", whichever of the three kinds it was: files that were edited on several computers
 * mix them, and a parser that knows one kind would join rows.
 */
async function* withOneLineEnd(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const part of text) {
    const joined = held + part;
    // Its other half may come with the next part.
    held = joined.endsWith("\r") ? "\r" : "";
    const whole = held === "" ? joined : joined.slice(0, -1);
    if (whole !== "") yield whole.includes("\r") ? whole.replace(/\r\n?/g, "\n") : whole;
  }
  if (held !== "") yield "\n";
}
