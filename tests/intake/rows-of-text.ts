import { readRows } from "../../src/intake/responses/table.ts";
import type { RowSource } from "../../src/intake/sources/source.ts";

/** Separated text at hand, in the parts given, as a source of rows. */
export function rowsOfText(
  parts: string | readonly string[],
  { delimiter = "," }: { readonly delimiter?: string } = {},
): RowSource {
  async function* stream() {
    yield* typeof parts === "string" ? [parts] : parts;
  }
  return {
    encoding: "utf-8",
    delimiter,
    readRows: (taker) => readRows(stream(), { delimiter, ...taker }),
  };
}
