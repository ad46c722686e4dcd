import type { ExportLayout } from "../intake/exports/layout.ts";
import { Header } from "../intake/responses/header.ts";

/** The form of a table with one row of headers and nothing of a survey tool's. */
export function plainLayout(header: readonly string[]): ExportLayout {
  const { names } = new Header(header);
  return {
    format: "plain",
    headerRows: 1,
    columns: names.map((name) => ({ name, aliases: [], role: "answer", text: name.replace(/#\d+$/, ""), question: name })),
    notAsked: [],
    missing: [],
  };
}
