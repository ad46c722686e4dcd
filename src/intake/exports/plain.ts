import type { ExportForm } from "./layout.ts";

/** A table of its own: one header row, a column a question. */
export const plain: ExportForm = {
  format: "plain",
  marks: "one header row",
  layoutOf: ({ rows: [header = []] }) => ({
    format: "plain",
    headerRows: 1,
    columns: header.map((cell) => {
      const name = cell.trim();
      return { name, aliases: [], role: "answer", text: name, question: name };
    }),
    notAsked: [],
    missing: [],
  }),
};
