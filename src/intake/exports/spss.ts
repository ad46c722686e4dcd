import { plainText } from "./header-text.ts";
import type { ExportForm } from "./layout.ts";

/** An SPSS file: names, texts and missing values are in its dictionary. */
export const spss: ExportForm = {
  format: "spss",
  marks: "an SPSS file (.sav or .zsav)",
  layoutOf: ({ dictionary }) =>
    dictionary && {
      format: "spss",
      headerRows: 1,
      columns: dictionary.map(({ name, label, missing }) => ({
        name,
        aliases: [],
        role: "answer",
        text: label === undefined ? name : plainText(label),
        question: name,
        missing,
      })),
      notAsked: [],
      missing: [],
    },
};
